/// What needs attention: at most seven measures, worst first.
enum AttentionTemplate {
  static let text = """
    <section class="attention" aria-labelledby="attention">
    <h2 id="attention">What needs attention</h2>
    {{#hasAttention}}
    <ol>
    {{#attention}}
    <li>
    <p class="head">{{{mark}}}<span><strong><a href="{{link}}">{{title}}</a></strong> <span class="status">{{status}}</span></span></p>
    <p>{{sentence}}</p>
    {{#also}}
    <p class="also">{{finding}}{{#owner}}; {{owner}}{{/owner}}{{#action}}: {{action}}{{/action}}.</p>
    {{/also}}
    </li>
    {{/attention}}
    </ol>
    {{#attentionRest}}
    <p>{{attentionRest}}{{#attentionOthers}} <a href="{{link}}">{{title}}</a>, {{status}}{{end}}{{/attentionOthers}}</p>
    {{/attentionRest}}
    {{/hasAttention}}
    {{^hasAttention}}
    <p>Nothing: no promise is broken, and no value is overdue.</p>
    {{/hasAttention}}
    {{#attentionWaived}}
    <p>{{attentionWaived}}</p>
    {{/attentionWaived}}
    </section>
    """
}
