import BenefitsModel

extension Check {
  static let definitionOrphan = Check(
    "def.orphan", family: .definition, severities: [.warn],
    breach: "a project has no benefit, or a measure neither shows nor guards one",
    explanation: CheckExplanation(
      what: """
        Each project is to bring at least one benefit, and each measure shows or guards at least one; a measure \
        whose role is context need not. A benefit without a project is refused before any check.
        """,
      why: """
        Work that serves no benefit, and numbers that serve no promise, cost as much as others and answer no \
        question.
        """,
      fix: """
        Link the project or the measure to the benefit that it serves, or retire it.
        """,
      source: "Ward & Daniel, Benefits Management, 2nd edition (2012), the benefits network"),
    rule: .plan { plan in
      let projects = plan.plan.projects.map { project in
        let benefits = plan.benefits(of: project.id)
        let count = benefits.count
        var finding: CheckFinding =
          hasEnded(benefits)
          ? .notApplicable("has ended")
          : count > 0
            ? .pass("has \(count) \(count == 1 ? "benefit" : "benefits")")
            : .breach(.warn, "is to bring no benefit", action: "name its benefits, or retire it")
        finding.owner = project.owner
        finding.evidence = ["benefits": Double(count)]
        return PlanFinding(
          plan.subject(project.id.text, title: project.title, project: project.id), finding)
      }
      let measures = plan.plan.measures.map { measure in
        let served = measure.benefits + measure.guards
        let count = served.count
        var finding: CheckFinding =
          hasEnded(served.compactMap { plan.benefit($0) })
          ? .notApplicable("has ended")
          : count > 0
            ? .pass("serves \(count) \(count == 1 ? "benefit" : "benefits")")
            : measure.role == .context
              ? .notApplicable("is context")
              : .breach(
                .warn, "shows no benefit and guards none", action: "name the benefit, or retire it")
        finding.owner = measure.owner
        finding.evidence = ["benefits": Double(count)]
        return PlanFinding(
          plan.subject(measure.id.text, title: measure.title, measure: measure), finding)
      }
      return projects + measures
    })

  /// Whether there were benefits, and nothing more is expected of any.
  private static func hasEnded(_ benefits: [Benefit]) -> Bool {
    !benefits.isEmpty
      && benefits.allSatisfy { $0.lifecycle == .closed || $0.lifecycle == .superseded }
  }
}
