import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let guardrailStrained = Check(
    "guardrail.strained", family: .harm, severities: [.warn],
    breach: "the level has come to the amber value of a guardrail and has not passed its limit",
    explanation: CheckExplanation(
      what: """
        The level of a measure with an amber value stays short of it; at it is strained. Disbenefits are held \
        against theirs in the same way. A special cause inside the limit is told by signal.deterioration.
        """,
      why: "Harm that is seen coming can be averted; a limit that is passed can only be explained.",
      fix: "Find out what pushes the measure and agree relief before the limit is passed.",
      source: "Balancing measures: Langley et al., The Improvement Guide, 2nd edition (2009)"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let guardrail = subject.commitment.guardrail, let amber = guardrail.amber else {
        return .notApplicable("has no amber value before a limit")
      }
      guard let latest = assessment.latest, let level = assessment.recentLevel else {
        return assessment.unjudged == .notDue || assessment.overdue.isEmpty
          ? .notDue("has no value yet to hold against its amber value")
          : .unknown("no usable value", action: "see data.overdue")
      }
      guard let status = assessment.guardrailStatus else {
        return .unknown("the limit has no worse side", action: "give the measure a direction")
      }
      guard status != .breached else { return .notApplicable("is past its limit already") }
      let period = assessment.points[latest].period
      let finding: CheckFinding =
        assessment.isLevelStrained
        ? .breach(
          .warn,
          "is at \(subject.number(level)) by \(period.spoken), amber from \(subject.number(amber)), limit"
            + " \(subject.text(guardrail.limit))",
          action: "agree relief before the limit is passed")
        : .pass("is at \(subject.number(level)), short of amber at \(subject.text(amber))")
      return finding.with(
        value: level, expected: amber, period: period,
        evidence: [
          "level": level, "amber": amber, "limit": guardrail.limit, "baseline": assessment.baseline,
        ])
    })
}
