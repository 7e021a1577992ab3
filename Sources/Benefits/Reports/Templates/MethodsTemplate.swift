/// How the numbers were made.
enum MethodsTemplate {
  static let text = """
    <section class="methods" aria-labelledby="methods">
    <h2 id="methods">Methods</h2>
    {{#methods}}
    <section aria-labelledby="{{anchor}}">
    <h3 id="{{anchor}}">{{title}}</h3>
    {{#paragraphs}}
    <p>{{text}}</p>
    {{/paragraphs}}
    </section>
    {{/methods}}
    <section aria-labelledby="methods-status">
    <h3 id="methods-status">Statuses</h3>
    <p>The first rule that applies decides.</p>
    <dl class="statuses">
    {{#statuses}}
    <div><dt>{{{mark}}}<span>{{status}}</span></dt><dd>{{rule}}</dd></div>
    {{/statuses}}
    </dl>
    </section>
    </section>
    """
}
