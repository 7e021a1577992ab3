/// The first page: everything in one file, or the index of a folder.
enum PageTemplate {
  static let text = """
    {{> head}}
    <header>
    <p class="kind">{{#organisation}}{{organisation}}: {{/organisation}}Benefits report</p>
    <h1>{{title}}</h1>
    {{#purpose}}
    <p class="lead">{{purpose}}</p>
    {{/purpose}}
    {{> made-from}}
    </header>
    <nav aria-label="Contents">
    <ul>
    <li><a href="#attention">What needs attention</a></li>
    <li><a href="#aims">Four aims</a></li>
    <li><a href="#overview">Overview</a></li>
    <li><a href="#benefits">Benefits</a></li>
    <li><a href="#quality">Checks and data quality</a></li>
    <li><a href="#methods">Methods</a></li>
    {{#isWhole}}
    <li><a href="#data">Data</a></li>
    {{/isWhole}}
    </ul>
    </nav>
    <main id="main" tabindex="-1">
    {{> attention}}
    {{> aims}}
    {{> overview}}
    {{> matrix}}
    <section aria-labelledby="benefits">
    <h2 id="benefits">Benefits</h2>
    {{^hasBenefits}}
    <p>The plan holds no benefit yet.</p>
    {{/hasBenefits}}
    {{#isWhole}}
    {{{benefits}}}
    {{#hasOther}}
    <section class="benefit" aria-labelledby="other-measures">
    <h3 id="other-measures">Measures that belong to no benefit</h3>
    {{{otherMeasures}}}
    </section>
    {{/hasOther}}
    {{/isWhole}}
    {{#isIndex}}
    <ul class="pages">
    {{#benefitLinks}}
    <li>{{{mark}}}<span><a href="{{link}}">{{title}}</a> <small>{{id}}</small> <span class="status">{{status}}; {{measureCount}}</span></span></li>
    {{/benefitLinks}}
    {{#hasOther}}
    <li><span><a href="{{otherLink}}">Measures that belong to no benefit</a></span></li>
    {{/hasOther}}
    </ul>
    {{/isIndex}}
    </section>
    {{> quality}}
    {{> methods}}
    {{#isWhole}}
    {{> data}}
    {{/isWhole}}
    {{#isIndex}}
    {{#dataFolder}}
    <p>The same numbers as CSV files: <a href="{{dataFolder}}">{{dataFolder}}</a>.</p>
    {{/dataFolder}}
    {{/isIndex}}
    </main>
    {{> foot}}

    """
}
