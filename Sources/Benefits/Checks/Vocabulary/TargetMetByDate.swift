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
        lost after reach-by is another matter. A target that was to be reached before the next came into \
        force is judged too, until it is reached or the next is due; one that a decision replaced is not.
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
        if let missed = missedEarlier(subject) { return missed }
        return .notDue("is to reach \(promise)").with(
          value: assessment.level, expected: target.value, period: target.reachBy)
      }
      guard let level = assessment.reachByLevel, let isMet = assessment.isMetAtReachBy else {
        return .unknown(
          "no usable value up to \(target.reachBy.spoken)", action: "see data.overdue")
      }
      if let awaited = awaited(subject, through: target.reachBy) { return awaited }
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

  /// An earlier stage of the promise that was not reached in time, nor since.
  private static func missedEarlier(_ subject: MeasureUnderCheck) -> CheckFinding? {
    let assessment = subject.assessment
    guard let earlier = assessment.earlierTarget, let present = assessment.target,
      present.decision == nil, earlier.isMet != true, !earlier.isMetNow
    else { return nil }
    let promise = "\(subject.text(earlier.target.value)) by \(earlier.target.reachBy.spoken)"
    guard let level = earlier.level else {
      return .unknown(
        "no usable value up to \(earlier.target.reachBy.spoken)", action: "see data.overdue")
    }
    if let awaited = awaited(subject, through: earlier.target.reachBy) { return awaited }
    var evidence = subject.evidence
    evidence["level"] = level
    evidence["target"] = earlier.target.value
    return .breach(
      .error,
      "reached \(subject.number(level)) v \(promise), the stage before"
        + " \(subject.number(present.value)) by \(present.reachBy.spoken)",
      action: "say what is now expected by when, or ask for a waiver"
    ).with(
      value: level, expected: earlier.target.value, period: earlier.target.reachBy,
      since: earlier.target.reachBy, evidence: evidence)
  }

  /// Why a period up to reach-by cannot be judged yet: its value is still to come.
  private static func awaited(
    _ subject: MeasureUnderCheck, through reachBy: Period
  ) -> CheckFinding? {
    let assessment = subject.assessment
    guard let latest = assessment.latest else { return nil }
    let next = assessment.points[latest].period.advanced(by: 1)
    guard let awaited = subject.measure.frequency.periods(from: next, through: reachBy).first else {
      return nil
    }
    if let parts = assessment.points.first(where: { $0.period == awaited })?.parts {
      return .unknown(
        "\(awaited.spoken) has values of \(parts.recorded) of \(parts.expected) sites or strata",
        action: "record the others")
    }
    return .unknown("\(awaited.spoken) has no usable value yet", action: "record it")
  }
}
