import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetWithinNoise = Check(
    "target.within-noise", family: .target, severities: [.info],
    breach: "the target lies inside the process limits of the baseline",
    explanation: CheckExplanation(
      what: """
        The process limits of the baseline's own values (of the measure's control chart, or of an XmR chart \
        where there is none yet) and the target. It takes six values in the baseline's window. Rare events, \
        running sums and stated baselines are left out.
        """,
      why: """
        A value inside the limits turns up by chance, with nothing changed. Such a target can be met without \
        an improvement; only a run or a shift would prove one.
        """,
      fix: """
        Nothing has to be done when a small change is what is wanted: judge it by evidence of change, never by \
        single values. Otherwise agree on a target beyond the limits.
        """,
      source: "NHS England, Making Data Count, on targets within the process limits"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      let assessment = subject.assessment
      if target.basis == .toDate { return .notApplicable("has a target on a running sum") }
      if subject.measure.kind == .event { return .notApplicable("counts rare events") }
      guard let range = assessment.baselineRange, let baseline = assessment.baseline else {
        return .notApplicable("has no baseline of recorded values")
      }
      guard let count = assessment.baselinePoints, count >= fewestForLimits else {
        return .notApplicable("has fewer than six values in its baseline")
      }
      guard let (lower, upper) = limits(of: assessment, in: range) else {
        return .notApplicable("has a baseline without limits")
      }
      let fact = {
        "has a target of \(subject.number(target.value)) v baseline limits of "
          + "\(subject.number(lower)) to \(subject.text(upper))"
      }
      let finding: CheckFinding =
        lower < target.value && target.value < upper
        ? .breach(
          .info, "\(fact()), so chance alone can meet it", action: "judge it by evidence of change")
        : .pass(fact())
      return finding.with(
        value: target.value, period: target.reachBy,
        evidence: ["lower": lower, "upper": upper, "baseline": baseline])
    })

  private static let fewestForLimits = 6

  /// The limits of a window's last value that has some.
  private static func limits(
    of assessment: Assessment, in range: Range<Int>
  ) -> (lower: Double, upper: Double)? {
    let limits: ControlChart.Limits
    var indices = range
    if let drawn = assessment.controlLimits {
      limits = drawn
    } else {
      let chart = assessment.chart
      let values = range.map { chart.excluded.contains($0) ? nil : chart.values[$0] }
      limits = ControlChart.limits(.i, numbers: values)
      indices = values.indices
    }
    guard
      let index = indices.last(where: { limits.lower[$0] != nil || limits.upper[$0] != nil })
    else { return nil }
    return (limits.lower[index] ?? -.infinity, limits.upper[index] ?? .infinity)
  }
}
