import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetWrongSide = Check(
    "target.wrong-side", family: .target, severities: [.error],
    breach: "the target is no better than the baseline",
    explanation: CheckExplanation(
      what: """
        In the direction that is better the target lies beyond the baseline; a target on a running sum lies \
        beyond zero. A target that equals a stated baseline is refused before any check.
        """,
      why: "A target that is no improvement is met by doing nothing, or by becoming worse.",
      fix: "Correct the direction, the baseline or the target; after go-live by a decision.",
      source: "docs/statistics.md, realised %, which has no meaning then"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      let sign = subject.measure.direction.sign
      guard sign != 0 else { return .notApplicable("has no better direction") }
      let start: Double
      if target.basis == .toDate {
        start = 0
      } else if let baseline = subject.assessment.baseline {
        start = baseline
      } else {
        let isLive = subject.assessment.goLive.map { $0 <= subject.asOf } ?? true
        return isLive
          ? .unknown("no baseline", action: "see baseline.missing")
          : .notDue("has no baseline yet and is not live")
      }
      let fact =
        "has a target of \(subject.number(target.value)) v "
        + (target.basis == .toDate ? "a sum of " : "a baseline of ") + subject.text(start)
      // Rounding in the last digits makes no target better than its baseline.
      let isBetter = sign * (target.value - start) > 1e-12 * max(start.magnitude, 1)
      let finding: CheckFinding =
        isBetter
        ? .pass(fact)
        : .breach(
          .error, "\(fact), though \(subject.measure.direction.phrase)",
          action: "correct one of them")
      return finding.with(value: target.value, expected: start, period: target.reachBy)
    })
}
