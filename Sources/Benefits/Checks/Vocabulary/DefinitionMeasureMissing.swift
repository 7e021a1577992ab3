import BenefitsModel

extension Check {
  static let definitionMeasureMissing = Check(
    "def.measure-missing", family: .definition, severities: [.info, .error],
    breach: "a benefit has no measure (info while it is a draft)",
    explanation: CheckExplanation(
      what: """
        Each benefit that has not ended is shown by at least one measure. A measure that only guards it does \
        not show it.
        """,
      why: "What is not measured cannot be told from what never came.",
      fix: """
        Agree with the owner what would be seen if the benefit came, and add that as a measure; or close the \
        benefit with a reason.
        """,
      source: "Ward & Daniel, Benefits Management, 2nd edition (2012), on measurable benefits"),
    rule: .benefit { subject in
      if subject.isEnded { return .notApplicable("has ended") }
      let measures = subject.measures
      guard measures.isEmpty else {
        return .pass(
          "is shown by \(measures.count) \(measures.count == 1 ? "measure" : "measures")"
        ).with(evidence: ["measures": Double(measures.count)])
      }
      let finding: CheckFinding =
        subject.isDraft
        ? .breach(.info, "is a draft without a measure", action: "say how it would be seen")
        : .breach(
          .error, "has no measure, so nobody can say whether it comes",
          action: "say how it would be seen, or close it")
      return finding.with(evidence: ["measures": 0, "guards": Double(subject.guards.count)])
    })
}
