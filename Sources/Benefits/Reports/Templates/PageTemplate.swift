/// The page: header, contents, sections and footer.
enum PageTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="generator" content="{{tool}}"/>
    <title>{{title}}: benefits on {{asOf}}</title>
    <style>
    {{> style}}
    {{{chartStyle}}}
    </style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header>
    <p class="kind">Benefits report</p>
    <h1>{{title}}</h1>
    {{#purpose}}
    <p class="lead">{{purpose}}</p>
    {{/purpose}}
    <dl class="facts">
    <div><dt>As of</dt><dd>{{asOf}}</dd></div>
    {{#periodCovered}}
    <div><dt>Period covered</dt><dd>{{periodCovered}}</dd></div>
    {{/periodCovered}}
    <div><dt>Known at</dt><dd>entry {{entry}}, recorded {{recordedAt}}</dd></div>
    <div><dt>Made by</dt><dd>{{tool}}</dd></div>
    {{#headHash}}
    <div class="wide"><dt>Ledger head</dt><dd><code>{{headHash}}</code></dd></div>
    {{/headHash}}
    </dl>
    </header>
    <nav aria-label="Contents">
    <ul>
    <li><a href="#attention">What needs attention</a></li>
    <li><a href="#aims">Four aims</a></li>
    <li><a href="#overview">Overview</a></li>
    <li><a href="#benefits">Benefits</a></li>
    <li><a href="#quality">Checks and data quality</a></li>
    <li><a href="#methods">Methods</a></li>
    <li><a href="#data">Data</a></li>
    </ul>
    </nav>
    <main id="main" tabindex="-1">
    {{> attention}}
    {{> aims}}
    {{> overview}}
    <section aria-labelledby="benefits">
    <h2 id="benefits">Benefits</h2>
    {{#benefits}}
    {{> benefit}}
    {{/benefits}}
    {{^benefits}}
    <p>The plan holds no benefit yet.</p>
    {{/benefits}}
    {{#hasOther}}
    <section class="benefit" aria-labelledby="other-measures">
    <h3 id="other-measures">Measures that belong to no benefit</h3>
    {{#otherMeasures}}
    {{> measure}}
    {{/otherMeasures}}
    </section>
    {{/hasOther}}
    </section>
    {{> quality}}
    {{> methods}}
    {{> data}}
    </main>
    <footer>
    <p>{{title}}, benefits on {{asOf}}. Made by {{tool}} from entry {{entry}}; the same data gives the same report.</p>
    </footer>
    </body>
    </html>

    """
}
