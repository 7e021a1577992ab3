import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let signalDeterioration = Check(
    "signal.deterioration", family: .harm, severities: [.warn, .error],
    breach:
      "the latest values are worse than the baseline by more than chance explains (warn), and by more than the tolerance (error)",
    consecutive: 2,
    explanation: CheckExplanation(
      what: """
        The latest usable value shows a special cause for the worse against the frozen baseline (outside the \
        process limits, a shift or a trend of seven, two of three far out; on a run chart a run longer than \
        chance lets expect), and the level is worse than the baseline. It is an error where the measure \
        states a tolerance and the level is worse by more than that.
        """,
      why: """
        A measure that was only meant to hold can slip for months before anybody notices. Chance alone gives \
        such a signal now and then, so it fails a job only where a tolerance says how much is too much.
        """,
      fix: """
        Look at the chart with those who do the work and find what changed at that time. When the cause is \
        known and lies elsewhere, say so by an annotation; when the measure is to stay there, declare a phase.
        """,
      source: "NHS England, Making Data Count; docs/statistics.md, evidence and concern"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard subject.measure.role != .context else {
        return .notApplicable("is context, for which nothing is promised")
      }
      guard let baseline = assessment.baseline else {
        guard subject.needsBaseline else {
          return .notApplicable("has no baseline that it could be worse than")
        }
        return assessment.unjudged == .noBaseline
          ? .unknown("no baseline", action: "see baseline.missing")
          : .notDue("has no baseline yet and is not live")
      }
      if assessment.unjudged == .notDue { return .notDue("is not due to bring any benefit yet") }
      guard let latest = assessment.latest, let level = assessment.recentLevel,
        let improvement = assessment.improvement
      else {
        return assessment.overdue.isEmpty
          ? .notDue("has no value yet") : .unknown("no usable value", action: "see data.overdue")
      }
      if let last = assessment.baselineRange?.last, latest <= last {
        return .notDue("has no value after its baseline yet")
      }
      let period = assessment.points[latest].period
      let comparison = "is at \(subject.number(level)) v a baseline of \(subject.number(baseline))"
      var evidence: [String: Double?] = ["level": level, "baseline": baseline]
      guard let concern = assessment.concern, improvement < 0 else {
        return .pass("\(comparison), no worse than chance explains").with(
          value: level, expected: baseline, period: period, evidence: evidence)
      }
      evidence["signal_length"] = Double(concern.length)
      evidence["tolerance"] = subject.measure.tolerance
      let isBeyond = subject.measure.tolerance.map { -improvement > $0 + 1e-9 * $0 } ?? false
      let first = min(concern.span.lowerBound, assessment.worseSince ?? latest)
      let since = assessment.points[first].period
      return .breach(
        isBeyond ? .error : .warn, "\(comparison), worse since \(since.spoken) (\(concern.proof))",
        action: "find what changed"
      ).with(
        value: level, expected: baseline, period: period, since: since, evidence: evidence)
    })
}

extension Assessment {
  /// The index of the first point of the unbroken run of values, up to the latest, on the worse side of the line
  /// that changes are judged against.
  fileprivate var worseSince: Int? {
    guard let centre, let latest, seasonality != .sameSeason, let value = chart.values[latest]
    else {
      return nil
    }
    let side = sign == 0 ? value - centre : -sign
    let run = (0...latest).reversed().prefix { index in
      points[index].use != .used
        || (chart.values[index].map { ($0 - centre) * side > 0 } ?? true)
    }
    return run.last { points[$0].use == .used }
  }
}

extension ChangeSignal {
  /// What a signal for the worse rests on, in a few words.
  fileprivate var proof: String {
    switch rule {
    case .shift, .longestRun: "\(length) values in a row"
    case .trend: "\(length) values, each worse than the last"
    case .twoOfThree: "two of three far out"
    case .outsideLimits: "outside its limits"
    }
  }
}
