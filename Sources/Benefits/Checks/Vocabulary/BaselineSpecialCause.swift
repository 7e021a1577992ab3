import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineSpecialCause = Check(
    "baseline.special-cause", family: .baseline, severities: [.warn],
    breach: "the values of the baseline hold a special cause",
    explanation: CheckExplanation(
      what: """
        The values of the baseline's window are judged among themselves: on a control chart a point outside \
        the limits, a shift or a trend of seven, two of three far out; on a run chart too long a run or too \
        few crossings. It takes six usable values, and 36 in all for a measure whose seasons are taken out of \
        the same values.
        """,
      why: """
        A baseline is to show how things were before. When they were changing already, or one month was out \
        of the ordinary, its mean stands for nothing, and its limits hide real change.
        """,
      fix: """
        Find out what happened. Exclude a value that was wrong, with its reason, or choose another window; \
        when the trend was real, judge the change with analyse --go-live, which takes it into account.
        """,
      source: "Provost & Murray, The Health Care Data Guide (2011), on stable baselines"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let window = subject.baselineWindow else {
        return .notApplicable("has no baseline of recorded values")
      }
      if subject.isStillFilling(window) {
        return .notDue("has a baseline that lasts until \(window.upperBound.spoken)")
      }
      if assessment.seasonality != nil,
        assessment.points.count(where: { $0.use == .used }) < fewestSeasonal
      {
        return .notDue("has fewer than 36 values to take its seasons from")
      }
      guard let range = assessment.baselineRange, let count = assessment.baselinePoints,
        count >= fewestForCause
      else { return .notApplicable("has fewer than six values in its baseline") }
      let evidence: [String: Double?] = ["baseline_points": Double(count)]
      guard let cause = assessment.specialCause(within: range) else {
        return .pass("has a baseline without special causes").with(evidence: evidence)
      }
      let (first, last) = (
        assessment.points[cause.span.lowerBound], assessment.points[cause.span.upperBound]
      )
      let place =
        first.period == last.period
        ? "in \(first.period.spoken)" : "\(first.period.spoken) to \(last.period.spoken)"
      return .breach(
        .warn, "has a special cause in its baseline: \(cause.name), \(place)",
        action: "explain it or choose another window"
      ).with(
        value: first.period == last.period ? first.value : nil, period: last.period,
        since: first.period, evidence: evidence)
    })

  private static let fewestForCause = 6
  private static let fewestSeasonal = 36
}

extension Assessment {
  /// The first special cause among the values of a stretch, seen from its own line and limits.
  ///
  /// - Complexity: O(*n*), where *n* is the number of points.
  fileprivate func specialCause(within range: Range<Int>) -> (name: String, span: ClosedRange<Int>)?
  {
    guard let control else {
      let runs = RunsAnalysis(
        values: chart.values, range: range, excluded: chart.excluded, centre: centre)
      if runs.hasLongRun, let span = runs.longestSpan { return ("a long run", span) }
      return runs.hasFewCrossings
        ? ("few crossings", range.lowerBound...(range.upperBound - 1)) : nil
    }
    for signal in control.signals {
      let span = signal.span.clamped(to: range.lowerBound...(range.upperBound - 1))
      guard span.overlaps(signal.span) else { continue }
      let inside = span.count { control.values[$0] != nil && !control.excluded.contains($0) }
      let isWhole = span == signal.span
      switch signal.rule {
      case .outsideLimits where isWhole: return ("a value outside the limits", span)
      case .twoOfThree where isWhole: return ("two of three values far out", span)
      // What goes on beyond the window is judged by its part within.
      case .shift where inside >= 7: return ("a shift", span)
      case .trend where inside >= 7: return ("a trend", span)
      default: continue
      }
    }
    return nil
  }
}
