/// One row for each measure, in the order of the plan.
enum OverviewTemplate {
  static let text = """
    <section aria-labelledby="overview">
    <h2 id="overview">Overview</h2>
    {{#hasMeasures}}
    <div class="scroll" role="region" tabindex="0" aria-labelledby="overview-caption">
    <table class="overview">
    <caption id="overview-caption">All measures on {{asOf}}, in the order of the plan</caption>
    <thead>
    <tr>
    <th scope="col">Measure</th>
    <th scope="col">Trend</th>
    <th scope="col" class="n">Latest</th>
    <th scope="col" class="n">Level</th>
    <th scope="col" class="n">Baseline</th>
    <th scope="col" class="n">Target</th>
    <th scope="col" class="n">Planned now</th>
    <th scope="col" class="n">Realised</th>
    <th scope="col">Status</th>
    <th scope="col">Data</th>
    </tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr>
    <th scope="row" class="title"><a href="{{link}}">{{title}}</a> <small>{{id}}, {{unit}}</small></th>
    <td>{{{sparkline}}}</td>
    <td class="n">{{latest}}</td>
    <td class="n">{{level}}</td>
    <td class="n">{{baseline}}</td>
    <td class="n">{{target}} <small>{{targetBy}}</small></td>
    <td class="n">{{planned}}</td>
    <td class="n">{{realised}} <small>{{plannedRealised}}</small></td>
    <td><span class="pair">{{{mark}}} <span>{{status}} <small>{{waiver}}</small></span></span></td>
    <td class="s">{{data}} <small>{{dataAge}}</small></td>
    </tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    <p class="note">Level is the mean of the last three usable points; for a target on a running sum it is the sum to date. Realised compares the level with baseline and target: 0% is the baseline, 100% the target. A dash means that there is none.</p>
    {{/hasMeasures}}
    {{^hasMeasures}}
    <p>The plan holds no measure yet.</p>
    {{/hasMeasures}}
    </section>
    """
}
