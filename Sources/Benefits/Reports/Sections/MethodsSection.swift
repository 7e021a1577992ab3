import BenefitsAnalytics
import BenefitsModel

/// How the numbers were made, in words that hold for every report.
enum MethodsSection {
  /// The parts with their paragraphs.
  static let parts: [ReportFields] = [
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
      seasonally adjusted values; the sentence of the measure says so. The chart shows the values as they were.
      """),
    part(
      "rollup", "Benefits taken together",
      """
      A benefit shows the status of its headline, which is its first outcome measure; the worst of its outcome \
      measures stands beside it, and a breached guardrail is a flag on it. Realised % of several benefits is \
      the mean of their realised % cut off at 0 and 100, weighted by the weights of the plan, and always \
      stands beside how much of that weight could be measured.
      """),
    part(
      "charts", "Run charts",
      """
      Fewer than 15 usable points are drawn as a run chart: joined in calendar order and judged, phase by phase, \
      against the median of the baseline, or of all points where there is no baseline. A point on the median is \
      not counted. The variation is called non-random when the longest run on one side is longer than \
      round(log2 n) + 3, or the line crosses the median less often than the 5% quantile of Binomial(n − 1, ½), \
      for n useful points (Anhøj and Olesen, PLoS ONE 2014; 9: e113825). The chance of a false alarm is about \
      5% for a chart.
      """),
    part(
      "control", "Control charts",
      """
      From 15 usable points on the chart is the one of the measure's kind: P′ for proportions, U′ for rates \
      (Laney, Quality Engineering 2002; 14: 531–537), C for counts, T for the time between rare events, XmR \
      otherwise. The line is the mean of the baseline, or of its phase; the limits lie three standard deviations \
      either side, which for XmR is the mean plus and minus 2.66 times the mean moving range. Limits from fewer \
      than 12 points are trial limits.
      """,
      """
      A special cause is a point outside the limits, seven points in a row on one side of the line, seven in a \
      row that rise or fall, or two of three beyond two standard deviations on one side (NHS England, Making Data \
      Count). Variation is what the latest point is part of; assurance says whether all of the process between \
      the limits meets the target, misses it, or neither.
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
