/// One measure: its sentence, its chart, what happened, and how it is counted.
enum MeasureTemplate {
  static let text = """
    <section class="measure" aria-labelledby="{{anchor}}">
    <h4 id="{{anchor}}">{{title}} <small>{{id}}, {{role}}</small></h4>
    <p class="sentence">{{{mark}}}<span><strong class="status">{{status}}.</strong> {{sentence}}</span></p>
    {{#findings}}
    <p class="finding"><span class="status">{{outcome}}:</span> {{finding}}{{#waiver}}; {{waiver}}{{/waiver}}{{#owner}}; {{owner}}{{/owner}}{{#action}}: {{action}}{{/action}}.</p>
    {{/findings}}
    {{#outlook}}
    <p class="finding"><span class="status">Outlook:</span> {{outlook}}</p>
    {{/outlook}}
    {{#comparison}}
    <p class="finding"><span class="status">Before and after:</span> {{comparison}}</p>
    {{/comparison}}
    <div class="body">
    {{#chart}}
    <figure>
    <div class="plot" role="region" tabindex="0" aria-label="Chart of {{title}}">
    {{{chart}}}
    </div>
    <figcaption><a href="#{{dataAnchor}}">Data for this chart</a></figcaption>
    </figure>
    {{/chart}}
    {{^chart}}
    <p>Nothing is recorded yet.</p>
    {{/chart}}
    {{#hasEvents}}
    <ol class="heard" aria-label="What the chart marks">
    {{#events}}
    <li>{{date}}: {{text}} ({{kind}})</li>
    {{/events}}
    </ol>
    {{/hasEvents}}
    <dl class="facts">
    {{#facts}}
    <div><dt>{{name}}</dt><dd>{{value}}{{#note}} <small>{{note}}</small>{{/note}}</dd></div>
    {{/facts}}
    {{#definition}}
    <div class="wide"><dt>Definition</dt><dd>{{definition}}</dd></div>
    {{/definition}}
    {{#source}}
    <div><dt>Source</dt><dd>{{source}}</dd></div>
    {{/source}}
    {{#owner}}
    <div><dt>Provided by</dt><dd>{{owner}}</dd></div>
    {{/owner}}
    <div class="wide"><dt>Taken</dt><dd>{{frequency}}</dd></div>
    </dl>
    </div>
    </section>
    """
}
