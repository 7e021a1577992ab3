import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetMovedAfterGoLive = Check(
    "target.moved-after-golive", family: .target, severities: [.error],
    breach: "a target was made easier after go-live without a decision",
    explanation: CheckExplanation(
      what: """
        After the go-live that is known now, no entry made a target easier (a value that is less of an \
        improvement, a later period to reach it by, an earlier one to hold it until) or took it out without \
        naming a new decision with it. Plan files and commands refuse such a change; it remains possible when \
        the go-live is moved afterwards, and for other programs that write to the database.
        """,
      why: "A target that moves quietly is always met.",
      fix: """
        Take the change to the body that agreed the target, and record its decision with the target; or put \
        the former target back.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      let versions = subject.versions
      guard let promised = versions.first(where: { !$0.commitment.targets.isEmpty }) else {
        return .notApplicable("has no target")
      }
      guard let goLive = subject.assessment.goLive, goLive <= subject.asOf else {
        return .notDue("is not live yet")
      }
      let sign = subject.measure.direction.sign
      for (before, after) in zip(versions, versions.dropFirst())
      where after.recordedAt.day >= goLive {
        guard
          let moved = easier(from: before.commitment.targets, to: after.commitment.targets, sign)
        else { continue }
        let day = after.recordedAt.day
        let old = "\(subject.number(moved.old.value)) by \(moved.old.reachBy.spoken)"
        let new = moved.new.map { "\(subject.number($0.value)) by \($0.reachBy.spoken)" }
        return .breach(
          .error,
          "had its target \(new.map { "moved from \(old) to \($0)" } ?? "of \(old) taken out") on "
            + "\(day.spoken) without a decision", action: "record the decision"
        ).with(
          value: moved.new?.value, expected: moved.old.value, period: moved.old.reachBy,
          evidence: ["entry": Double(after.entry)])
      }
      let last = promised.commitment.targets.last
      return .pass("has no target that was made easier without a decision").with(
        value: last?.value, period: last?.reachBy,
        evidence: ["versions": Double(versions.count)])
    })

  /// The first target that became easier, or went, where no new decision came with it.
  private static func easier(
    from old: [Target], to new: [Target], _ sign: Double
  ) -> (old: Target, new: Target?)? {
    let known = Set(old.compactMap(\.decision))
    if new.contains(where: { $0.decision.map { !known.contains($0) } ?? false }) { return nil }
    var left = new
    for target in old {
      let partner =
        left.firstIndex { $0.reachBy == target.reachBy && $0.from == target.from }
        ?? left.firstIndex { $0.reachBy == target.reachBy } ?? left.indices.first
      guard let partner else { return (target, nil) }
      let next = left.remove(at: partner)
      let isShorter = target.holdUntil.map { until in next.holdUntil.map { $0 < until } ?? true }
      if sign * (next.value - target.value) < 0 || next.reachBy > target.reachBy
        || isShorter ?? false
      {
        return (target, next)
      }
    }
    return nil
  }
}
