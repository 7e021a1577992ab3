import BenefitsModel

/// A plan's definitions as bodies, without places yet, with the texts that they refer to.
struct PlanEncoding {
  /// A definition without a place.
  struct Item {
    var noun: DefinitionNoun
    var id: String
    var body: String
  }

  private(set) var items = [Item]()
  private(set) var texts = TextShelf()
  private let json = CanonicalJSON()

  init(_ plan: Plan) throws {
    try add(.programme, plan.programme.id.text, ProgrammeBody(plan.programme))
    try add(.calendar, DefinitionNoun.calendar.onlyID, CalendarBody(plan.calendar))
    try add(.policy, DefinitionNoun.policy.onlyID, PolicyBody(plan.checks))
    for project in plan.projects { try add(.project, project.id.text, ProjectBody(project)) }
    for site in plan.sites { try add(.site, site.id.text, SiteBody(site)) }
    for stratum in plan.strata { try add(.stratum, stratum.id.text, StratumBody(stratum)) }
    for benefit in plan.benefits {
      try add(.benefit, benefit.id.text, BenefitBody(benefit, texts: &texts))
    }
    for measure in plan.measures {
      try add(.measure, measure.id.text, MeasureBody(measure, texts: &texts))
    }
    for annotation in plan.annotations {
      try add(.annotation, annotation.id.text, AnnotationBody(annotation, texts: &texts))
    }
    for waiver in plan.waivers {
      try add(.waiver, waiver.id.text, WaiverBody(waiver, texts: &texts))
    }
  }

  private mutating func add(_ noun: DefinitionNoun, _ id: String, _ body: some Encodable) throws {
    items.append(Item(noun: noun, id: id, body: try json.text(body)))
  }
}
