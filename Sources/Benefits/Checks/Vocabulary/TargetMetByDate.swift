import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetMetByDate = Check(
    "target.met-by-date", family: .progress, severities: [.error],
    breach: "reach-by has passed and the level at that period had not met the target",
    explanation: CheckExplanation(
      what: """
        Once the value of the reach-by period is due, the level at that period (the last three usable points \
        up to it; the running sum for a target on a running sum) has met the target. Equal is met. What is \
        lost after reach-by is another matter.
        """,
      why: "This is the promise itself.",
      fix: """
        Tell the board how much was realised and what is now expected by when. Either accept the miss for a \
        stated time by a waiver with its decision, or change the target by a decision.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let target = assessment.target ?? subject.commitment.targets.first else {
        return .notApplicable("has no target")
      }
      let promise = "\(subject.text(target.value)) by \(target.reachBy.spoken)"
      guard assessment.isReachByPassed else {
        return .notDue("is to reach \(promise)").with(
          value: assessment.level, expected: target.value, period: target.reachBy)
      }
      guard let level = assessment.reachByLevel, let isMet = assessment.isMetAtReachBy else {
        return .unknown(
          "no usable value up to \(target.reachBy.spoken)", action: "see data.overdue")
      }
      if let awaited = firstAwaited(subject, through: target.reachBy) {
        if let parts = assessment.points.first(where: { $0.period == awaited })?.parts {
          return .unknown(
            "\(awaited.spoken) has values of \(parts.recorded) of \(parts.expected) sites or strata",
            action: "record the others")
        }
        return .unknown("\(awaited.spoken) has no usable value yet", action: "record it")
      }
      var evidence = subject.evidence
      evidence["level"] = level
      let finding: CheckFinding =
        isMet
        ? .pass("met its target of \(promise) with \(subject.number(level))")
        : .breach(
          .error, "reached \(subject.number(level)) v \(promise)",
          action: "say what is now expected by when, or ask for a waiver")
      return finding.with(
        value: level, expected: target.value, period: target.reachBy,
        since: isMet ? nil : target.reachBy, evidence: evidence)
    })

  /// The first measured period after the latest usable value, up to reach-by.
  private static func firstAwaited(_ subject: MeasureUnderCheck, through reachBy: Period) -> Period?
  {
    let assessment = subject.assessment
    guard let latest = assessment.latest else { return nil }
    let next = assessment.points[latest].period.advanced(by: 1)
    return subject.measure.frequency.periods(from: next, through: reachBy).first
  }
}
