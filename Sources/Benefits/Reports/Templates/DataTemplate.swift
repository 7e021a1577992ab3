/// The numbers behind every chart.
enum DataTemplate {
  static let text = """
    <section class="data" aria-labelledby="data">
    <h2 id="data">Data</h2>
    {{#hasTables}}
    <p>The numbers behind every chart. Where a number is suppressed, its parts are too.</p>
    {{/hasTables}}
    {{^hasTables}}
    <p>Nothing is recorded yet.</p>
    {{/hasTables}}
    {{#tables}}
    <section aria-labelledby="{{dataAnchor}}">
    <h3 id="{{dataAnchor}}">{{title}} <small>{{id}}</small></h3>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{captionAnchor}}">
    <table>
    <caption id="{{captionAnchor}}">{{caption}} <a href="#{{anchor}}">Back to the chart</a></caption>
    <thead>
    <tr>
    <th scope="col">Period</th>
    <th scope="col" class="n">Value</th>
    {{#numeratorName}}
    <th scope="col" class="n">{{numeratorName}}</th>
    {{/numeratorName}}
    {{#denominatorName}}
    <th scope="col" class="n">{{denominatorName}}</th>
    {{/denominatorName}}
    <th scope="col" class="n">Median</th>
    {{#hasPlan}}
    <th scope="col" class="n">Planned</th>
    {{/hasPlan}}
    <th scope="col">State</th>
    <th scope="col">Note</th>
    </tr>
    </thead>
    <tbody>
    {{#points}}
    <tr>
    <th scope="row">{{period}}</th>
    <td class="n">{{value}}</td>
    {{#numeratorName}}
    <td class="n">{{numerator}}</td>
    {{/numeratorName}}
    {{#denominatorName}}
    <td class="n">{{denominator}}</td>
    {{/denominatorName}}
    <td class="n">{{median}}</td>
    {{#hasPlan}}
    <td class="n">{{planned}}</td>
    {{/hasPlan}}
    <td>{{state}}</td>
    <td class="text">{{note}}</td>
    </tr>
    {{/points}}
    </tbody>
    </table>
    </div>
    </section>
    {{/tables}}
    </section>
    """
}
