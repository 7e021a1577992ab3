import BenefitsModel

/// Which later entries need what undoing an entry takes away.
struct UndoDependence {
  let session: Session
  /// The plan before undoing.
  let before: Plan?
  /// The plan after undoing.
  let after: Plan?
  /// The entry that is undone.
  let entry: EntryID
  /// The last entry before the one that undoes it.
  let last: EntryID

  /// Returns the later entries whose numbers, promises or definitions refer to something that is gone.
  func entries() throws(StoreError) -> Set<EntryID> {
    var entries = Set<EntryID>()
    let was = PlanNames(before)
    let names = PlanNames(after)
    for series in try session.allSeries() {
      let one = series.series
      guard was.contains(one), !names.contains(one) else { continue }
      for statement in [Self.measurements, Self.baselines, Self.targets] {
        entries.formUnion(try numbers(statement, series.id))
      }
    }
    guard let after else { return entries }
    let broken = Set(names.broken(in: after)).subtracting(before.map { was.broken(in: $0) } ?? [])
    for key in broken.compactMap(DefinitionRow.Key.init) {
      let statement = try session.prepare(
        "SELECT max(entry_id) FROM definition_row WHERE noun = ?1 AND id = ?2")
      try statement.bind(key.noun.rawValue, at: 1)
      try statement.bind(key.folded, at: 2)
      guard try statement.step() else { continue }
      let newest = statement.int(0)
      if newest > entry, newest <= last { entries.insert(newest) }
    }
    return entries
  }

  private static let measurements: StaticString = """
    SELECT entry_id FROM measurement_row AS r
    WHERE series_id = ?1 AND entry_id > ?2 AND flags & 7 <> 4 AND entry_id =
      (SELECT max(entry_id) FROM measurement_row AS n WHERE n.series_id = ?1 AND n.period = r.period)
    """

  private static let baselines: StaticString = """
    SELECT entry_id FROM baseline_row AS r
    WHERE series_id = ?1 AND entry_id > ?2 AND retired = 0 AND entry_id =
      (SELECT max(entry_id) FROM baseline_row AS n WHERE n.series_id = ?1 AND n.ordinal = r.ordinal)
    """

  private static let targets: StaticString = """
    SELECT entry_id FROM target_row AS r
    WHERE series_id = ?1 AND entry_id > ?2 AND retired = 0 AND entry_id =
      (SELECT max(entry_id) FROM target_row AS n WHERE n.series_id = ?1 AND n.ordinal = r.ordinal)
    """

  private func numbers(_ sql: StaticString, _ series: Int) throws(StoreError) -> Set<EntryID> {
    let statement = try session.prepare(sql)
    try statement.bind(series, at: 1)
    try statement.bind(entry, at: 2)
    var entries = Set<EntryID>()
    while try statement.step() { entries.insert(statement.int(0)) }
    // The undoing itself is the newest entry, and does not stand in its own way.
    return entries.filter { $0 <= last }
  }
}

/// The names that a plan knows, to see whether references lead somewhere.
private struct PlanNames {
  private var projects = Set<Project.ID>()
  private var sites = Set<Site.ID>()
  private var strata: Set<Stratum.ID> = [.all]
  private var benefits = Set<Benefit.ID>()
  private var measures = Set<Measure.ID>()

  init(_ plan: Plan?) {
    guard let plan else { return }
    projects = Set(plan.projects.map(\.id))
    sites = Set(plan.sites.map(\.id)).union([Site.ID(plan.programme.id)])
    strata.formUnion(plan.strata.map(\.id))
    benefits = Set(plan.benefits.map(\.id))
    measures = Set(plan.measures.map(\.id))
  }

  func contains(_ series: Series) -> Bool {
    measures.contains(series.measure) && sites.contains(series.site)
      && strata.contains(series.stratum)
  }

  /// The items that refer to something that is not there.
  func broken(in plan: Plan) -> [PlanItem] {
    var items = [PlanItem]()
    for site in plan.sites where site.parent.map({ !sites.contains($0) }) ?? false {
      items.append(PlanItem(.site, site.id))
    }
    for benefit in plan.benefits where !projects.contains(benefit.project) {
      items.append(PlanItem(.benefit, benefit.id))
    }
    for measure in plan.measures
    where !benefits.isSuperset(of: measure.benefits + measure.guards) {
      items.append(PlanItem(.measure, measure.id))
    }
    for annotation in plan.annotations
    where !projects.isSuperset(of: annotation.projects)
      || !measures.isSuperset(of: annotation.measures) || !sites.isSuperset(of: annotation.sites)
    {
      items.append(PlanItem(.annotation, annotation.id))
    }
    for assumption in plan.assumptions where !benefits.isSuperset(of: assumption.benefits) {
      items.append(PlanItem(.assumption, assumption.id))
    }
    for decision in plan.decisions
    where !benefits.isSuperset(of: decision.benefits)
      || !measures.isSuperset(of: decision.measures)
    {
      items.append(PlanItem(.decision, decision.id))
    }
    for review in plan.reviews where !benefits.isSuperset(of: review.benefits) {
      items.append(PlanItem(.review, review.id))
    }
    for action in plan.actions
    where !benefits.isSuperset(of: action.benefits) || !measures.isSuperset(of: action.measures) {
      items.append(PlanItem(.action, action.id))
    }
    return items
  }
}
