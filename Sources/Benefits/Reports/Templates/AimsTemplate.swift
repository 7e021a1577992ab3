/// The four aims, an aim without a benefit included.
enum AimsTemplate {
  static let text = """
    <section aria-labelledby="aims">
    <h2 id="aims">Four aims</h2>
    <div class="tiles">
    {{#aims}}
    <section class="tile{{#isEmpty}} empty{{/isEmpty}}" aria-labelledby="{{anchor}}">
    <h3 id="{{anchor}}">{{title}}</h3>
    {{#hasBenefits}}
    <p class="count">{{count}}{{#realised}}<br/>{{realised}}{{/realised}}</p>
    <ul>
    {{#benefits}}
    <li>{{{mark}}}<span><a href="{{link}}">{{title}}</a> <span class="status">{{status}}</span></span></li>
    {{/benefits}}
    </ul>
    {{/hasBenefits}}
    {{#isEmpty}}
    <p class="count">No benefit counts towards this aim.</p>
    {{/isEmpty}}
    </section>
    {{/aims}}
    </div>
    </section>
    """
}
