import BenefitsModel

extension Check {
  static let definitionAimEmpty = Check(
    "def.aim-empty", family: .definition, severities: [.info],
    breach: "no benefit that has not ended counts towards an aim",
    explanation: CheckExplanation(
      what: """
        For each of the four aims (patient experience, population health, cost efficiency, staff wellbeing), \
        whether a benefit that has not ended counts towards it. A benefit without an aim is refused before any \
        check; where every benefit has ended, there is nothing to compare.
        """,
      why: """
        What saves money may cost patients or staff. An aim that nothing is promised for is often one that \
        nobody asked about.
        """,
      fix:
        "Ask those concerned what the programme means for that aim; a disbenefit counts as well.",
      source: "Bodenheimer & Sinsky, Annals of Family Medicine 2014; 12: 573, the quadruple aim"),
    rule: .plan { plan in
      let benefits = plan.plan.benefits.filter {
        $0.lifecycle != .closed && $0.lifecycle != .superseded
      }
      // A plan in which nothing is promised, or nothing any more, is not lopsided.
      guard !benefits.isEmpty else { return [] }
      return Aim.allCases.map { aim in
        var subject = plan.subject(aim.rawValue, title: aim.title)
        subject.aim = aim
        let count = benefits.count { $0.aim == aim }
        let finding: CheckFinding =
          count > 0
          ? .pass("has \(count) \(count == 1 ? "benefit" : "benefits")")
          : .breach(
            .info, "has no benefit in this programme",
            action: "ask what the programme means for it")
        return PlanFinding(subject, finding.with(evidence: ["benefits": Double(count)]))
      }
    })
}
