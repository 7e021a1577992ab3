import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let benefitMetUnproven = Check(
    "benefit.met-unproven", family: .progress, severities: [.info],
    breach: "the target is met and chance could explain it",
    explanation: CheckExplanation(
      what: """
        A measure that meets its target also shows evidence of change against its baseline: a run of seven or \
        more up to the latest value, or one that is longer than chance lets expect.
        """,
      why: """
        A target near the baseline is met by luck now and then. What luck brought, luck takes away, after the \
        celebration.
        """,
      fix: "Wait for more values before claiming it, or measure more often.",
      source: "docs/statistics.md, evidence and concern"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let target = assessment.target else { return .notApplicable("has no target") }
      if assessment.unjudged == .notDue { return .notDue("is not due to bring any benefit yet") }
      guard let level = assessment.level, let latest = assessment.latest else {
        return assessment.overdue.isEmpty
          ? .notDue("has no value yet") : .unknown("no usable value", action: "see data.overdue")
      }
      guard assessment.isMet else { return .notApplicable("does not meet its target") }
      guard assessment.baseline != nil else {
        return assessment.unjudged == .noBaseline
          ? .unknown("no baseline", action: "see baseline.missing")
          : .notDue("has no baseline yet and is not live")
      }
      let fact =
        "meets its target of \(subject.text(target.value)) with \(subject.number(level))"
      let finding: CheckFinding =
        assessment.evidence == nil
        ? .breach(.info, "\(fact), which chance could explain", action: "wait for more values")
        : .pass("\(fact), more than chance explains")
      return finding.with(
        value: level, expected: target.value, period: assessment.points[latest].period,
        evidence: subject.evidence)
    })
}
