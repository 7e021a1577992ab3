import BenefitsModel

/// What rules look up in a plan, found once instead of searched for each subject.
///
/// It is a class since every rule looks at it.
final class CheckIndex: Sendable {
  let plan: Plan
  let benefits: [Benefit.ID: Benefit]
  let projects: [Project.ID: Project]
  let measures: [Measure.ID: Measure]
  let benefitsOfProject: [Project.ID: [Benefit]]
  let showing: [Benefit.ID: [Measure]]
  let guarding: [Benefit.ID: [Measure]]
  let sites: [Site.ID: Site]
  let strata: [Stratum.ID: Stratum]

  /// - Complexity: O(*m*), where *m* is the size of the plan.
  init(_ plan: Plan) {
    self.plan = plan
    func byID<Thing: Identifiable>(_ things: [Thing]) -> [Thing.ID: Thing] {
      Dictionary(things.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    benefits = byID(plan.benefits)
    projects = byID(plan.projects)
    measures = byID(plan.measures)
    sites = byID(plan.sites)
    strata = byID(plan.strata)
    benefitsOfProject = Dictionary(grouping: plan.benefits, by: \.project)
    var showing: [Benefit.ID: [Measure]] = [:]
    var guarding: [Benefit.ID: [Measure]] = [:]
    for measure in plan.measures {
      for benefit in measure.benefits { showing[benefit, default: []].append(measure) }
      for benefit in measure.guards where !measure.benefits.contains(benefit) {
        guarding[benefit, default: []].append(measure)
      }
    }
    self.showing = showing
    self.guarding = guarding
  }
}
