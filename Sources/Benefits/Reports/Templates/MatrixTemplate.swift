/// Which measures improve or concern, against which can be relied on to meet their targets.
enum MatrixTemplate {
  static let text = """
    {{#matrix}}
    {{#isKnown}}
    <section aria-labelledby="matrix">
    <h2 id="matrix">Variation and assurance</h2>
    <p>Variation says whether the latest value is a change beyond chance; assurance says whether the target can be relied on as things are.</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="matrix-caption">
    <table class="matrix">
    <caption id="matrix-caption">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    {{#rest}}
    <p class="note">{{rest}}</p>
    {{/rest}}
    </section>
    {{/isKnown}}
    {{/matrix}}

    """
}
