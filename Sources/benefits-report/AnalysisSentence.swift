import BenefitsAnalytics
import BenefitsModel

/// What a run chart says about the last phase of a series, in one sentence.
struct AnalysisSentence {
  /// The sentence.
  let text: String

  init(_ result: SeriesAnalysis, direction: Direction?, target: Double?) {
    guard let phase = result.chart.phases.last, let level = result.analysis.level else {
      text = "No value that can be used."
      return
    }
    var parts = [Self.finding(phase, periods: result.periods, direction: direction)]
    if let target { parts.append(Self.comparison(level, with: target, direction: direction)) }
    text = parts.joined(separator: " ")
  }

  private static func finding(
    _ phase: RunChartPhase, periods: [Period], direction: Direction?
  ) -> String {
    let runs = phase.runs
    guard let longest = runs.longestRun, let limit = runs.longestRunLimit,
      let span = runs.longestSpan, let isAbove = runs.isLongestAbove,
      let crossings = runs.crossings, let fewest = runs.crossingsLimit
    else { return "All values lie on the median: there is nothing to judge." }
    if runs.hasLongRun {
      let side = isAbove ? "above" : "below"
      return "Not random: \(longest) points in a row lie \(side) the median, from "
        + "\(periods[span.lowerBound].spoken) to \(periods[span.upperBound].spoken), and at most "
        + "\(limit) are to be expected\(judgement(isAbove: isAbove, direction: direction))."
    }
    if runs.hasFewCrossings {
      return "Not random: the line crosses the median \(times(crossings)), and at least "
        + "\(fewest) crossings are to be expected."
    }
    return "Nothing beyond random variation."
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private static func judgement(isAbove: Bool, direction: Direction?) -> String {
    guard let direction, direction != .stable else { return "" }
    return isAbove == (direction == .higher) ? ", which is better" : ", which is worse"
  }

  private static func comparison(
    _ level: Double, with target: Double, direction: Direction?
  ) -> String {
    let lead = "The level, \(level.forReading),"
    guard let direction, direction != .stable else {
      let gap = level - target
      if gap == 0 { return "\(lead) is at the target." }
      return "\(lead) is \(gap > 0 ? "above" : "below") the target of \(target.forReading)."
    }
    let isMet = direction.sign * (level - target) >= 0
    return "\(lead) \(isMet ? "meets" : "does not meet") the target of \(target.forReading)."
  }
}
