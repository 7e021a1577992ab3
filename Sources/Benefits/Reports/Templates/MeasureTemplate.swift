/// One measure: its sentence, its chart, what happened, and how it is counted.
enum MeasureTemplate {
  static let text = """
    <section class="measure" aria-labelledby="{{anchor}}">
    <h{{measureLevel}} id="{{anchor}}">{{title}} <small>{{id}}, {{role}}</small></h{{measureLevel}}>
    <p class="sentence">{{{mark}}}<span><strong class="status">{{status}}.</strong> {{sentence}}</span></p>
    {{#findings}}
    <p class="finding"><span class="status">{{outcome}}:</span> {{finding}}{{#waiver}}; {{waiver}}{{/waiver}}{{#owner}}; {{owner}}{{/owner}}{{#action}}: {{action}}{{/action}}.</p>
    {{/findings}}
    <div class="body">
    {{#chart}}
    <figure>
    <div class="plot{{#narrow}} wide{{/narrow}}" role="region" tabindex="0" aria-label="Chart of {{title}}">
    {{{chart}}}
    </div>
    {{#narrow}}
    <div class="narrow" hidden="">
    {{{narrow}}}
    </div>
    {{/narrow}}
    {{#dataLink}}
    <figcaption><a href="{{dataLink}}">Data for this chart</a></figcaption>
    {{/dataLink}}
    </figure>
    {{/chart}}
    {{^chart}}
    <p>Nothing is recorded yet.</p>
    {{/chart}}
    {{#toDate}}
    <figure class="to-date">
    <div class="plot{{#toDateNarrow}} wide{{/toDateNarrow}}" role="region" tabindex="0" aria-label="{{title}} to date, planned against actual">
    {{{toDate}}}
    </div>
    {{#toDateNarrow}}
    <div class="narrow" hidden="">
    {{{toDateNarrow}}}
    </div>
    {{/toDateNarrow}}
    </figure>
    {{/toDate}}
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
    {{#promises}}
    {{#unchanged}}
    <div class="wide"><dt>Promise</dt><dd>{{unchanged}}</dd></div>
    {{/unchanged}}
    {{/promises}}
    </dl>
    </div>
    {{#outlook}}
    <p class="more"><span class="status">Outlook:</span> {{outlook}}</p>
    {{/outlook}}
    {{#comparison}}
    <p class="more"><span class="status">{{comparisonName}}:</span> {{comparison}} <a href="{{comparisonLink}}">What is taken for granted</a></p>
    {{/comparison}}
    {{#remarks}}
    <p class="more"><span class="status">{{outcome}}:</span> {{finding}}{{#owner}}; {{owner}}{{/owner}}{{#action}}: {{action}}{{/action}}.</p>
    {{/remarks}}
    {{#places}}
    {{#isKnown}}
    <section aria-labelledby="{{anchor}}">
    <h{{partLevel}} id="{{anchor}}">Places and groups</h{{partLevel}}>
    {{#tables}}
    {{#sheets}}
    <figure>
    <div class="plot{{#narrow}} wide{{/narrow}}" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    {{{chart}}}
    </div>
    {{#narrow}}
    <div class="narrow" hidden="">
    {{{narrow}}}
    </div>
    {{/narrow}}
    {{#dataLink}}
    <figcaption><a href="{{dataLink}}">Data for these charts</a></figcaption>
    {{/dataLink}}
    </figure>
    {{/sheets}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    {{/tables}}
    </section>
    {{/isKnown}}
    {{/places}}
    {{#promises}}
    {{#isChanged}}
    <section aria-labelledby="{{anchor}}">
    <h{{partLevel}} id="{{anchor}}">How the promise changed</h{{partLevel}}>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    </section>
    {{/isChanged}}
    {{/promises}}
    {{#revisions}}
    {{#isKnown}}
    <section aria-labelledby="{{anchor}}">
    <h{{partLevel}} id="{{anchor}}">Revised numbers</h{{partLevel}}>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    </section>
    {{/isKnown}}
    {{/revisions}}
    </section>

    """
}
