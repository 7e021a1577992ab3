import BenefitsModel

extension Check {
  static let definitionBalancingMissing = Check(
    "def.balancing-missing", family: .definition, severities: [.warn],
    breach: "a project has outcome measures and no balancing measure",
    explanation: CheckExplanation(
      what: """
        A project whose benefits (drafts and ended ones apart) are shown by outcome measures has at least one \
        balancing measure that shows or guards one of them.
        """,
      why: """
        Improving one thing can harm another: shorter stays, more readmissions. Only a measure that looks \
        elsewhere would tell.
        """,
      fix: """
        Ask what could become worse because of the change, for whom, and add it as a balancing measure with a \
        guardrail.
        """,
      source: "Balancing measures: Langley et al., The Improvement Guide, 2nd edition (2009)"),
    rule: .project { subject in
      let benefits = subject.benefits.filter {
        ![.draft, .closed, .superseded].contains($0.lifecycle)
      }
      let shown = benefits.flatMap { subject.whole.measures(showing: $0.id) }
      let outcomes = Set(shown.filter { $0.role == .outcome }.map(\.id)).count
      guard outcomes > 0 else { return .notApplicable("has no outcome measure") }
      let guarding = benefits.flatMap { subject.whole.measures(guarding: $0.id) }
      let balancing = Set((shown + guarding).filter { $0.role == .balancing }.map(\.id)).count
      let finding: CheckFinding =
        balancing > 0
        ? .pass("has \(balancing) balancing \(balancing == 1 ? "measure" : "measures")")
        : .breach(
          .warn,
          "has \(outcomes) outcome \(outcomes == 1 ? "measure" : "measures") and no balancing one",
          action: "ask what could become worse, and measure it")
      return finding.with(
        evidence: ["outcomes": Double(outcomes), "balancing": Double(balancing)])
    })
}
