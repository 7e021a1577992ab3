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
      guard let current = subject.assessment.target ?? subject.commitment.targets.last else {
        return .notApplicable("has no target")
      }
      let target = judged(subject, current: current)
      let reachBy = target.reachBy
      let promise = "\(subject.text(target.value)) by \(reachBy.spoken)"
      guard subject.isDue(reachBy) else {
        return .notDue("is to reach \(promise)").with(
          value: subject.assessment.level, expected: target.value, period: reachBy)
      }
      guard let index = subject.assessment.index(through: reachBy),
        let level = reached(target, in: subject.assessment, through: index)
      else {
        return .unknown("no usable value up to \(reachBy.spoken)", action: "see data.overdue")
      }
      let point = subject.assessment.points[index]
      let isAwaited =
        (point.period < reachBy || point.use == .missing)
        && (subject.assessment.latest ?? -1) < index
      guard !isAwaited else {
        return .unknown("no value for \(reachBy.spoken), the reach-by period", action: "record it")
      }
      let evidence: [String: Double?] = [
        "level": level, "target": target.value, "baseline": subject.assessment.baseline,
        "realised": realised(level, target: target, in: subject.assessment),
      ]
      let isMet = subject.measure.direction.sign * (level - target.value) >= 0
      let finding: CheckFinding =
        isMet
        ? .pass("met its target of \(promise) with \(subject.text(level))")
        : .breach(
          .error, "reached \(subject.text(level)) v \(promise)",
          action: "say what is now expected by when, or ask for a waiver")
      return finding.with(
        value: level, expected: target.value, period: reachBy, since: isMet ? nil : reachBy,
        evidence: evidence)
    })

  /// The target to judge: the last one whose reach-by has passed, as long as no later decision replaced it.
  private static func judged(_ subject: MeasureUnderCheck, current: Target) -> Target {
    if subject.isDue(current.reachBy) || current.decision != nil { return current }
    let earlier = subject.commitment.targets.last {
      $0.reachBy < current.reachBy && subject.isDue($0.reachBy)
    }
    return earlier ?? current
  }

  /// The number that is held against a target at a point.
  private static func reached(
    _ target: Target, in assessment: Assessment, through index: Int
  ) -> Double? {
    guard target.basis == .toDate else { return assessment.level(through: index) }
    let values = assessment.points[...index].filter { point in
      point.use == .used && target.from.map { $0 <= point.period } ?? true
    }.compactMap(\.value)
    return values.isEmpty ? nil : values.reduce(0, +)
  }

  private static func realised(
    _ level: Double, target: Target, in assessment: Assessment
  ) -> Double? {
    let baseline = target.basis == .toDate ? 0 : assessment.baseline
    guard let baseline, target.value != baseline else { return nil }
    return 100 * (level - baseline) / (target.value - baseline)
  }
}
