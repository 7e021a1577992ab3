import BenefitsAnalytics
import BenefitsModel

/// How the numbers were made, and by what.
struct MethodsSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  /// The parts with their paragraphs.
  var parts: [ReportFields] {
    MethodsSection.numbers + [
      MethodsSection.part("charts", "Charts", ChartMethods(content).paragraphs)
    ] + MethodsSection.beyond + [MethodsSection.part("versions", "Versions", [versions])]
  }

  private var versions: String {
    "Made by \(content.tool) from entry \(content.snapshot.entry) of the ledger. The methods are tested "
      + "against other programs: qicharts2 0.8.1, NHSRplotthedots 0.2.2 and statsmodels 0.15.0 among "
      + "them; the documentation of the program, docs/statistics.md, has the cases and the differences."
  }

  /// What holds for every report.
  private static let numbers: [ReportFields] = [
    part(
      "periods", "Periods and data",
      """
      Every period keeps its place. A missing value is not a zero: it leaves a gap in the chart and is not \
      used. Suppressed values are known and not shown; excluded ones are shown and not used. A period that \
      is not over on the day of the report is not used.
      """,
      """
      A value is due the measure's reporting lag after its period ends, counted in working days, and overdue \
      once its grace has passed as well.
      """),
    part(
      "level", "Baseline, level and realised %",
      """
      The level x is the mean of the last three usable points: for proportions and rates the sum of \
      numerators over the sum of denominators, for means with a known n weighted by it; the last point of a \
      running total. The baseline b is taken over its window in the same way, and with fewer than 15 usable \
      points in all is the median; or it is a stated value with its source.
      """,
      """
      Realised % is 100 · (x − b) / (t − b) for the target t. It is not cut off at 0 or 100: below 0 things \
      are worse than before, above 100 better than promised. For a target on a running sum, x is the sum to \
      date and b is 0.
      """),
    part(
      "plan", "Plan and pace",
      """
      The trajectory p gives the planned value of each period. Where the plan names none, it is a straight \
      line from the baseline in the period before go-live to the target at reach-by, and marked as assumed. \
      Planned % is 100 · (p − b) / (t − b); the pace is realised % over planned %, and is not given while less \
      than 5% is planned.
      """),
    part(
      "special", "Rare events and seasons",
      """
      Of rare events the points are the days between one and the next; the days since the last one are shown \
      and not used. A day recorded with none says that the record is complete up to it.
      """,
      """
      Where a measure follows the seasons and there are points enough, level, baseline and realised % use \
      seasonally adjusted values: each value over the factor of its month or quarter, which is the mean ratio \
      of that season's values to the mean of their phase. The sentence of the measure says so. The points of the \
      chart are adjusted too; its thin line shows the values as they were recorded.
      """),
    part(
      "rollup", "Benefits taken together",
      """
      A benefit shows the status of its headline, which is its first outcome measure; the worst of its outcome \
      measures stands beside it, and a breached guardrail is a flag on it. Realised % of several benefits is \
      the mean of their realised % cut off at 0 and 100, weighted by the weights of the plan, and always \
      stands beside how much of that weight could be measured.
      """),
  ]

  private static let beyond: [ReportFields] = [
    part(
      "outlook", "Outlook",
      """
      The outlook is what is expected of the reach-by period if things go on as they are: 0.2 of simple \
      exponential smoothing, 0.4 of the Theta method (Assimakopoulos and Nikolopoulos, International Journal of \
      Forecasting 2000; 16: 521–530) and 0.4 of a damped trend (Gardner and McKenzie, Management Science 1985; 31: \
      1237–1246). The intervals come of the method's own errors so far. Of values that later became known, an \
      interval of 80% held between 73% and 82%: less in unsettled times. Fewer than eight usable values have no \
      outlook.
      """),
    part(
      "before", "Before and after go-live",
      """
      Two straight lines, one through the values before go-live and one through those after (interrupted time \
      series; Wagner and others, Journal of Clinical Pharmacy and Therapeutics 2002; 27: 299–309). The change is how \
      far the second line lies from where the first one leads to. Intervals are widened where values resemble the \
      ones before (Newey and West, Econometrica 1987; 55: 703–708, and a second error for short series; the larger \
      counts). It takes eight usable values on each side.
      """,
      """
      Taken for granted: the line before would have gone on unchanged; the change began at go-live, and at once; \
      what is measured, and how, stayed the same. Without a comparison that the change did not reach, anything else \
      that happened at that time counts as effect. This asks for more than the status does, which asks whether \
      values have changed beyond chance, whatever line they were on; so a change can be beyond chance in a status \
      and not here.
      """),
    part(
      "checks", "Checks",
      """
      The checks are the same that a scheduled job runs. What cannot be evaluated is unknown and never taken \
      for a pass. A waiver accepts a breach up to and including its expiry day.
      """),
  ]

  /// The statuses with their rules, in the order in which they are tried.
  static let statuses: [ReportFields] = [
    status(.closed, "Every benefit behind the measure is closed or superseded."),
    status(.notDefined, "There is no measure, or neither target nor guardrail."),
    status(.noBaseline, "Go-live has passed and there is no baseline."),
    status(.notDue, "The first benefit is expected later, or no value is due yet."),
    status(.noData, "Nothing usable is recorded although the first value is overdue."),
    status(
      .stale,
      "The last two or more due periods have no value; the status without this rule stands in brackets."
    ),
    status(.breached, "The level, or two of the last three points, have passed the guardrail."),
    status(.strained, "Between amber and guardrail, or moving towards it."),
    status(.holding, "Inside the guardrail."),
    status(.deteriorated, "Worse than the baseline, and shown to be by a signal."),
    status(
      .sustained,
      "The target was met in at least five of the last six periods, with evidence of change."),
    status(.realised, "The target is met now, with evidence of change."),
    status(.metUnproven, "The target is met now, and chance may explain it."),
    status(
      .notSustained,
      "It was realised or sustained at the end of an earlier period and is not met now."),
    status(.missedPartial, "Reach-by has passed with at least half of the improvement realised."),
    status(.missed, "Reach-by has passed with less than half of the improvement realised."),
    status(.tooEarly, "Fewer than seven points since go-live, and behind the plan."),
    status(.ahead, "The pace is at least 1.10."),
    status(.onTrack, "The pace is at least 0.95, or less than 5% is planned so far."),
    status(.watch, "The pace is at least 0.75."),
    status(.offTrack, "The pace is below 0.75."),
  ]

  private static func part(_ id: String, _ title: String, _ paragraphs: String...) -> ReportFields {
    part(id, title, paragraphs)
  }

  private static func part(_ id: String, _ title: String, _ paragraphs: [String]) -> ReportFields {
    [
      "anchor": .text("methods-\(id)"), "title": .text(title),
      "paragraphs": .list(paragraphs.map { ["text": .text($0)] }),
    ]
  }

  private static func status(_ status: Status, _ rule: String) -> ReportFields {
    [
      "mark": .markup(StatusMark(status).svg), "status": .text(status.title),
      "rule": .text(rule),
    ]
  }
}
