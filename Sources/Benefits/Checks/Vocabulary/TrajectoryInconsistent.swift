import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let trajectoryInconsistent = Check(
    "trajectory.inconsistent", family: .target, severities: [.warn],
    breach: "the trajectory does not lead from the baseline to the target",
    explanation: CheckExplanation(
      what: """
        A table of planned values begins between baseline and target, and its last value by the reach-by \
        period is the target, as exactly as the measure is displayed; the contributions to a running sum add \
        up to the target, to half a per cent. A line or an S-curve begins before its target is to be reached.
        """,
      why: """
        The pace is realised % over planned %. When the plan ends elsewhere than the promise, a measure can be \
        on plan and miss its target.
        """,
      fix: "Correct the planned values, or the target by a decision.",
      source: "A rule of this project: the plan ends where the promise is"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      guard let trajectory = target.trajectory else {
        return .notApplicable("has no trajectory; see trajectory.missing")
      }
      let found: (fact: String, value: Double?)?
      switch trajectory {
      case .step: found = nil
      case .linear(let from), .sCurve(let from):
        found =
          from.map { $0 > target.reachBy } ?? false
          ? ("is planned to move from \(from?.spoken ?? "") on, after its reach-by period", nil)
          : nil
      case .table(let values):
        found =
          target.basis == .toDate
          ? sumFault(values, target, subject) : tableFault(values, target, subject)
      }
      guard let found else {
        return .pass("is planned to get to \(subject.text(target.value))").with(
          value: target.value, expected: target.value, period: target.reachBy)
      }
      return .breach(
        .warn, "\(found.fact) v \(subject.text(target.value)) by \(target.reachBy.spoken)",
        action: "correct the planned values"
      ).with(
        value: found.value, expected: target.value, period: target.reachBy,
        evidence: ["baseline": subject.assessment.baseline, "target": target.value])
    })

  private static func sumFault(
    _ values: [PlannedValue], _ target: Target, _ subject: MeasureUnderCheck
  ) -> (String, Double?)? {
    let sum = values.filter { $0.period <= target.reachBy }.reduce(0) { $0 + $1.value }
    // Half a per cent is allowed, and what adding decimal fractions in binary is out by.
    let allowed = (0.005 + 1e-9) * target.value.magnitude
    guard (sum - target.value).magnitude > allowed else { return nil }
    return ("has planned contributions of \(subject.number(sum)) in all", sum)
  }

  private static func tableFault(
    _ values: [PlannedValue], _ target: Target, _ subject: MeasureUnderCheck
  ) -> (String, Double?)? {
    guard let last = values.last(where: { $0.period <= target.reachBy }), let first = values.first
    else { return ("has planned values only after its reach-by period", values.first?.value) }
    let half = 0.5 * (0..<subject.measure.decimals).reduce(1.0) { step, _ in step / 10 } + 1e-9
    if (last.value - target.value).magnitude > half {
      return ("has \(subject.number(last.value)) as its last planned value", last.value)
    }
    guard let baseline = subject.assessment.baseline else { return nil }
    let ends = [baseline, target.value].sorted()
    guard first.value < ends[0] - half || first.value > ends[1] + half else { return nil }
    return (
      "has \(subject.number(first.value)) as its first planned value from a baseline of "
        + subject.number(baseline), first.value
    )
  }
}
