import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let sustainSlipping = Check(
    "sustain.slipping", family: .sustain, severities: [.warn],
    breach: "the target is met, and the latest values are getting worse by more than chance",
    consecutive: 1,
    explanation: CheckExplanation(
      what: """
        While a realised target is met, the values since it was realised (or since the last declared phase, \
        where that is later) are read as an XmR chart of their own: the latest value is no part of a special \
        cause for the worse (outside the limits, a shift or a trend of seven, two of three far out). It takes \
        twelve values.
        """,
      why: """
        Against the old baseline a measure that slips still looks like a success. Seen from where it stood \
        once realised, the loss shows months before the target is missed.
        """,
      fix: "Look at the chart with those who do the work and find what changed at that time.",
      source: "NHS England, Making Data Count; NHS Institute, Sustainability Model and Guide (2010)"
    ),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      if target.basis == .toDate { return .notApplicable("has a target on a running sum") }
      if subject.measure.kind == .event { return .notApplicable("counts rare events") }
      if subject.measure.aggregation == .last { return .notApplicable("is a running total") }
      guard let since = assessment.realisedSince else {
        return .notDue("has not been realised yet")
      }
      guard assessment.isMet, assessment.sign != 0 else {
        return .notApplicable("is not met any more; see sustain.held")
      }
      let start = max(
        since, subject.measure.phases.last { $0.from <= subject.latestPeriod }?.from ?? since)
      let indices = assessment.points.indices.filter {
        assessment.points[$0].period >= start && assessment.chart.values[$0] != nil
          && !assessment.chart.excluded.contains($0)
      }
      guard indices.count >= fewestForSlipping else {
        return .notDue("has fewer than twelve values since it was realised")
      }
      let chart = ControlChart(.i, numbers: indices.map { assessment.chart.values[$0] })
      let period = subject.latestPeriod
      let evidence: [String: Double?] = ["points": Double(indices.count), "target": target.value]
      let worse = chart.latestSignals.first { $0.isUpward == (assessment.sign < 0) }
      guard let worse else {
        return .pass("holds its level since \(start.spoken)").with(
          value: assessment.level, expected: target.value, period: period, evidence: evidence)
      }
      let first = assessment.points[indices[worse.span.lowerBound]].period
      let level = assessment.level.map { subject.number($0) } ?? "its level"
      return .breach(
        .warn,
        "meets \(subject.text(target.value)) with \(level), but is getting worse since "
          + first.spoken, action: "find what changed before it is lost"
      ).with(
        value: assessment.level, expected: target.value, period: period, since: first,
        evidence: evidence)
    })

  private static let fewestForSlipping = 12
}

extension MeasureUnderCheck {
  /// The period of the latest usable value, or the first measured one.
  fileprivate var latestPeriod: Period {
    assessment.latest.map { assessment.points[$0].period } ?? measure.frequency.from
  }
}
