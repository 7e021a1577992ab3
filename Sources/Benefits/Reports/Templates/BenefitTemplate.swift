/// One benefit: who answers for it, where it stands, and its measures.
enum BenefitTemplate {
  static let text = """
    <section class="benefit" aria-labelledby="{{anchor}}">
    <h3 id="{{anchor}}">{{title}} <small>{{id}}</small></h3>
    <p class="head">{{{mark}}}<span><strong>{{status}}</strong>{{#sentence}} <span>{{sentence}}</span>{{/sentence}}</span></p>
    {{#worst}}
    <p class="flag">{{{worstMark}}}<span>{{worst}}</span></p>
    {{/worst}}
    {{#guardrail}}
    <p class="flag">{{{guardrailMark}}}<span>{{guardrail}}</span></p>
    {{/guardrail}}
    <dl class="facts">
    <div><dt>Owner</dt><dd>{{owner}}</dd></div>
    <div><dt>Project</dt><dd>{{project}}</dd></div>
    <div><dt>Aim</dt><dd>{{aim}}</dd></div>
    <div><dt>Lifecycle</dt><dd>{{lifecycle}}</dd></div>
    {{#valueClass}}
    <div><dt>Class</dt><dd>{{valueClass}}</dd></div>
    {{/valueClass}}
    {{#firstBenefit}}
    <div><dt>First benefit</dt><dd>{{firstBenefit}}</dd></div>
    {{/firstBenefit}}
    {{#reason}}
    <div class="wide"><dt>Reason</dt><dd>{{reason}}</dd></div>
    {{/reason}}
    </dl>
    {{#measures}}
    {{> measure}}
    {{/measures}}
    {{#alsoMeasured}}
    <p>See also <a href="#{{anchor}}">{{title}}</a>, {{why}}.</p>
    {{/alsoMeasured}}
    </section>
    """
}
