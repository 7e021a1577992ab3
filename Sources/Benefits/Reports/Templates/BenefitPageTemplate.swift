/// The page of one benefit in a folder, or of the measures that belong to none.
enum BenefitPageTemplate {
  static let text = """
    {{> head}}
    <header>
    <p class="kind">{{#organisation}}{{organisation}}: {{/organisation}}<a href="{{home}}">{{title}}</a></p>
    </header>
    <main id="main" tabindex="-1">
    {{#benefit}}
    {{> benefit}}
    {{/benefit}}
    {{^benefit}}
    <section class="benefit" aria-labelledby="other-measures">
    <h1 id="other-measures">Measures that belong to no benefit</h1>
    {{{otherMeasures}}}
    </section>
    {{/benefit}}
    {{> data}}
    <section aria-labelledby="made-from">
    <h2 id="made-from">What this page was made from</h2>
    {{> made-from}}
    <p><a href="{{home}}#methods">How the numbers were made</a></p>
    </section>
    </main>
    {{> foot}}

    """
}
