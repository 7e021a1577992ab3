/// What a report was made from, for the header of every page.
enum MadeFromTemplate {
  static let text = """
    <dl class="facts">
    <div><dt>As of</dt><dd>{{asOf}}</dd></div>
    {{#periodCovered}}
    <div><dt>Period covered</dt><dd>{{periodCovered}}</dd></div>
    {{/periodCovered}}
    <div><dt>Known at</dt><dd>entry {{entry}}, recorded {{recordedAt}}</dd></div>
    <div><dt>Made by</dt><dd>{{tool}}</dd></div>
    {{#stamp}}
    <div><dt>Stamp</dt><dd>{{stamp}}</dd></div>
    {{/stamp}}
    {{#headHash}}
    <div class="wide"><dt>Ledger head</dt><dd><code>{{headHash}}</code></dd></div>
    {{/headHash}}
    </dl>

    """
}
