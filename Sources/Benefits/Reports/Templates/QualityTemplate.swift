/// What the checks say, and how complete the data is.
enum QualityTemplate {
  static let text = """
    <section aria-labelledby="quality">
    <h2 id="quality">Checks and data quality</h2>
    <p>{{checkSummary}}</p>
    {{#hasChecks}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="checks-caption">
    <table>
    <caption id="checks-caption">Checks that do not pass</caption>
    <thead>
    <tr><th scope="col">Outcome</th><th scope="col">Of</th><th scope="col">What was found</th><th scope="col">What is expected of whom</th></tr>
    </thead>
    <tbody>
    {{#checks}}
    <tr><td><span class="pair">{{{mark}}} <span>{{outcome}}</span></span></td><td class="title">{{#link}}<a href="{{link}}">{{subject}}</a>{{/link}}{{^link}}{{subject}}{{/link}}</td><td class="text">{{finding}} <small><code>{{names}}</code></small></td><td class="text">{{expected}}</td></tr>
    {{/checks}}
    </tbody>
    </table>
    </div>
    {{/hasChecks}}
    {{#hasMeasures}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="completeness-caption">
    <table>
    <caption id="completeness-caption">How complete the data is</caption>
    <thead>
    <tr>
    <th scope="col">Measure</th>
    <th scope="col" class="n">Periods</th>
    <th scope="col" class="n">Used</th>
    <th scope="col" class="n">Missing</th>
    <th scope="col" class="n">Suppressed</th>
    <th scope="col" class="n">Excluded</th>
    <th scope="col" class="n">Provisional or estimated</th>
    <th scope="col">Overdue</th>
    </tr>
    </thead>
    <tbody>
    {{#completeness}}
    <tr>
    <th scope="row" class="title"><a href="{{link}}">{{title}}</a> <small>{{id}}</small></th>
    <td class="n">{{periods}}</td>
    <td class="n">{{used}}</td>
    <td class="n">{{missing}}</td>
    <td class="n">{{suppressed}}</td>
    <td class="n">{{excluded}}</td>
    <td class="n">{{soft}}</td>
    <td>{{overdue}}</td>
    </tr>
    {{/completeness}}
    </tbody>
    </table>
    </div>
    {{/hasMeasures}}
    {{#due}}
    {{#isKnown}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="due-caption">
    <table>
    <caption id="due-caption">What is due: {{caption}}</caption>
    {{{table}}}
    </table>
    </div>
    {{/isKnown}}
    {{/due}}
    </section>
    """
}
