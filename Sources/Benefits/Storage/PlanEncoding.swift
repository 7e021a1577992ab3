import BenefitsModel

/// A plan's definitions as bodies, without places yet.
struct PlanEncoding {
  /// A definition without a place, with the texts that its body refers to.
  struct Item {
    var noun: DefinitionNoun
    var id: String
    var body: String
    var texts: TextShelf
  }

  private(set) var items = [Item]()
  private let json = CanonicalJSON()

  init(_ plan: Plan) throws {
    try add(.programme, plan.programme.id.text) { _ in ProgrammeBody(plan.programme) }
    try add(.calendar, DefinitionNoun.calendar.onlyID) { _ in CalendarBody(plan.calendar) }
    try add(.policy, DefinitionNoun.policy.onlyID) { _ in PolicyBody(plan.checks) }
    for project in plan.projects {
      try add(.project, project.id.text) { _ in ProjectBody(project) }
    }
    for site in plan.sites { try add(.site, site.id.text) { _ in SiteBody(site) } }
    for stratum in plan.strata { try add(.stratum, stratum.id.text) { _ in StratumBody(stratum) } }
    for benefit in plan.benefits {
      try add(.benefit, benefit.id.text) { BenefitBody(benefit, texts: &$0) }
    }
    for measure in plan.measures {
      try add(.measure, measure.id.text) { MeasureBody(measure, texts: &$0) }
    }
    for annotation in plan.annotations {
      try add(.annotation, annotation.id.text) { AnnotationBody(annotation, texts: &$0) }
    }
    for assumption in plan.assumptions {
      try add(.assumption, assumption.id.text) { AssumptionBody(assumption, texts: &$0) }
    }
    for decision in plan.decisions {
      try add(.decision, decision.id.text) { DecisionBody(decision, texts: &$0) }
    }
    for review in plan.reviews {
      try add(.review, review.id.text) { ReviewBody(review, texts: &$0) }
    }
    for action in plan.actions {
      try add(.action, action.id.text) { ActionBody(action, texts: &$0) }
    }
    for waiver in plan.waivers {
      try add(.waiver, waiver.id.text) { WaiverBody(waiver, texts: &$0) }
    }
  }

  private mutating func add<Body: Encodable>(
    _ noun: DefinitionNoun, _ id: String, _ body: (inout TextShelf) -> Body
  ) throws {
    var texts = TextShelf()
    let body = try json.text(body(&texts))
    items.append(Item(noun: noun, id: id, body: body, texts: texts))
  }
}
