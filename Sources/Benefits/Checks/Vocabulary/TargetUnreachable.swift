import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetUnreachable = Check(
    "target.unreachable", family: .target, severities: [.error],
    breach: "the target lies outside the values that there can be",
    explanation: CheckExplanation(
      what: """
        The target lies within the measure's possible range: the one that the plan states, else 0 to 100 for a \
        percentage, and from 0 for other proportions, rates, counts and days between events. A running sum is \
        not held against the range of one value.
        """,
      why: "Nobody can keep a promise of 110 %. Mostly it is a slip of the unit.",
      fix: "Correct the target or its unit, or the range in the measure's possible.",
      source: "A rule of this project: a target is a value that could be recorded"),
    rule: .measure { subject in
      guard let target = subject.promisedTarget else { return .notApplicable("has no target") }
      if target.basis == .toDate { return .notApplicable("has a target on a running sum") }
      guard let range = subject.measure.range else {
        return .notApplicable("states no possible range")
      }
      let bounds = [
        range.from.map { "from \(subject.number($0))" }, range.to.map { "to \(subject.text($0))" },
      ].compactMap { $0 }.joined(separator: " ")
      let fact = "has a target of \(subject.number(target.value)) v a possible range \(bounds)"
      let finding: CheckFinding =
        range.contains(target.value)
        ? .pass(fact) : .breach(.error, fact, action: "correct the target, its unit or the range")
      return finding.with(
        value: target.value, period: target.reachBy,
        evidence: ["possible_from": range.from, "possible_to": range.to])
    })
}
