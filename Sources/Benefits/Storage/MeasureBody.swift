import BenefitsModel

/// The JSON body of a measure.
struct MeasureBody: Codable {
  /// How often the measure is taken.
  struct FrequencyBody: Codable {
    var every: PeriodKind
    var interval: Int?
    var from: Period
    var lagWorkingDays: Int?
    var graceDays: Int?
    var finalDays: Int?
  }

  /// A later phase of the series.
  struct PhaseBody: Codable {
    var from: Period
    var reasonSha256: String?
  }

  var title: String
  var benefits: [Benefit.ID]?
  var guards: [Benefit.ID]?
  var role: MeasureRole
  var kind: MeasureKind
  var unit: String
  var multiply: Double
  var decimals: Int
  var direction: Direction
  var aggregation: Aggregation
  var definition: String?
  var definitionVersion: String?
  var definitionFrom: Period?
  var source: String?
  var owner: String?
  var frequency: FrequencyBody
  var suppressBelow: Double?
  var possible: Bounds?
  var expected: Bounds?
  var tolerance: Double?
  var equityGap: Double?
  var seasonal: Bool?
  var comparisonSite: Site.ID?
  var comparisonStratum: Stratum.ID?
  var phases: [PhaseBody]?
  var tags: [String]?

  init(_ measure: Measure, texts: inout TextShelf) {
    title = measure.title
    benefits = measure.benefits.isEmpty ? nil : measure.benefits
    guards = measure.guards.isEmpty ? nil : measure.guards
    role = measure.role
    kind = measure.kind
    unit = measure.unit
    multiply = measure.multiply
    decimals = measure.decimals
    direction = measure.direction
    aggregation = measure.aggregation
    definition = measure.definition
    definitionVersion = measure.definitionVersion
    definitionFrom = measure.definitionFrom
    source = measure.source
    owner = measure.owner
    let taken = measure.frequency
    frequency = FrequencyBody(
      every: taken.kind, interval: taken.interval == 1 ? nil : taken.interval, from: taken.from,
      lagWorkingDays: taken.lagWorkingDays == 0 ? nil : taken.lagWorkingDays,
      graceDays: taken.graceDays == 0 ? nil : taken.graceDays, finalDays: taken.finalDays)
    suppressBelow = measure.suppressBelow
    possible = measure.possible
    expected = measure.expected
    tolerance = measure.tolerance
    equityGap = measure.equityGap
    seasonal = measure.isSeasonal ? true : nil
    comparisonSite = measure.comparison?.site
    comparisonStratum = measure.comparison?.stratum
    var bodies = [PhaseBody]()
    for phase in measure.phases {
      bodies.append(PhaseBody(from: phase.from, reasonSha256: texts.add(phase.reason)))
    }
    phases = bodies.isEmpty ? nil : bodies
    tags = measure.tags.isEmpty ? nil : measure.tags
  }

  /// Returns the measure, or `nil` where a number is out of its range.
  func measure(_ id: Measure.ID, texts: TextShelf) -> Measure? {
    let interval = frequency.interval ?? 1
    let lag = frequency.lagWorkingDays ?? 0
    let grace = frequency.graceDays ?? 0
    guard interval >= 1, lag >= 0, grace >= 0, frequency.finalDays ?? 0 >= 0,
      frequency.from.kind == frequency.every
    else {
      return nil
    }
    return Measure(
      id: id, title: title, kind: kind, unit: unit, direction: direction,
      frequency: Frequency(
        from: frequency.from, interval: interval, lagWorkingDays: lag, graceDays: grace,
        finalDays: frequency.finalDays),
      role: role, benefits: benefits ?? [], guards: guards ?? [], multiply: multiply,
      decimals: decimals, aggregation: aggregation, definition: definition, source: source,
      owner: owner, suppressBelow: suppressBelow, isSeasonal: seasonal ?? false,
      phases: (phases ?? []).map { Phase(from: $0.from, reason: texts.text($0.reasonSha256)) },
      definitionVersion: definitionVersion, definitionFrom: definitionFrom, possible: possible,
      expected: expected, tolerance: tolerance, equityGap: equityGap, tags: tags ?? [],
      comparison: MeasureComparison(site: comparisonSite, stratum: comparisonStratum))
  }

  var texts: [String?] { (phases ?? []).map(\.reasonSha256) }
}
