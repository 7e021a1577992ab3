/// One benefit: who answers for it, where it stands, and its measures.
enum BenefitTemplate {
  static let text = """
    <section class="benefit" aria-labelledby="{{anchor}}">
    <h{{benefitLevel}} id="{{anchor}}">{{title}} <small>{{id}}</small></h{{benefitLevel}}>
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
    {{#handOver}}
    <div><dt>Hand-over</dt><dd>{{handOver}}</dd></div>
    {{/handOver}}
    {{#reason}}
    <div class="wide"><dt>Reason</dt><dd>{{reason}}</dd></div>
    {{/reason}}
    </dl>
    {{{measures}}}
    {{#alsoMeasured}}
    <p>See also <a href="{{link}}">{{title}}</a>, {{why}}.</p>
    {{/alsoMeasured}}
    {{#story}}
    {{#isKnown}}
    <section aria-labelledby="{{anchor}}">
    <h{{measureLevel}} id="{{anchor}}">What was said and decided</h{{measureLevel}}>
    {{#hasAssumptions}}
    <ul>
    {{#assumptions}}
    <li>Assumption, {{state}}: {{text}}{{#evidence}} ({{evidence}}){{/evidence}}</li>
    {{/assumptions}}
    </ul>
    {{/hasAssumptions}}
    {{#hasRows}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    {{/hasRows}}
    </section>
    {{/isKnown}}
    {{/story}}
    </section>

    """
}
