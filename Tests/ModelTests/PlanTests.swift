import BenefitsModel
import Testing

@Suite struct PlanTests {
  private func id<Noun>(_ text: String, of _: Noun.Type) throws -> Identifier<Noun> {
    try #require(Identifier<Noun>(text))
  }

  private func plan(_ kind: MeasureKind, _ commitment: Commitment) throws -> Plan {
    let period = try #require(Period(label: "2023-04"))
    let measure = Measure(
      id: try id("m", of: Measure.self), title: "M", kind: kind, unit: "", direction: .higher,
      frequency: Frequency(from: period), benefits: [try id("b", of: Benefit.self)])
    return Plan(
      programme: Programme(id: try id("p", of: Programme.self), title: "P"),
      projects: [
        Project(id: try id("late", of: Project.self), title: "L", goLive: Day("2024-09-01")),
        Project(id: try id("early", of: Project.self), title: "E", goLive: Day("2024-07-01")),
      ],
      sites: [
        Site(id: try id("s", of: Site.self), title: "S", goLive: Day("2024-11-01")),
        Site(id: try id("t", of: Site.self), title: "T"),
      ],
      benefits: [
        Benefit(
          id: try id("b", of: Benefit.self), title: "B", aim: .costEfficiency,
          project: try id("early", of: Project.self)),
        Benefit(
          id: try id("c", of: Benefit.self), title: "C", aim: .costEfficiency,
          project: try id("late", of: Project.self)),
      ],
      measures: [measure],
      commitments: [measure.wholeSeries(in: try id("p", of: Programme.self)): commitment])
  }

  private func series(_ site: String) throws -> Series {
    Series(measure: try id("m", of: Measure.self), site: try id(site, of: Site.self))
  }

  private func promise(_ basis: Target.Basis = .level) throws -> Commitment {
    let (from, to) = (
      try #require(Period(label: "2023-04")), try #require(Period(label: "2024-03"))
    )
    return Commitment(
      baseline: Baseline(basis: .window(from: from, to: to)),
      targets: [Target(value: 85, reachBy: to.advanced(by: 12), basis: basis)],
      guardrail: Guardrail(limit: 90))
  }

  @Test(arguments: [MeasureKind.proportion, .rate, .value])
  func partTakesThePromiseOfTheWholeOver(kind: MeasureKind) throws {
    let promise = try promise()
    #expect(try plan(kind, promise).commitment(of: series("s")) == promise)
  }

  @Test(arguments: [MeasureKind.count, .event])
  func partOfASumTakesNothingOver(kind: MeasureKind) throws {
    #expect(try plan(kind, promise()).commitment(of: series("s")).isEmpty)
  }

  @Test func statedBaselineAndRunningSumsSayNothingOfAPart() throws {
    var promise = try promise(.toDate)
    promise.baseline = Baseline(basis: .stated(value: 13.1, source: "audit"))
    let part = try plan(.proportion, promise).commitment(of: series("s"))
    #expect(part == Commitment(guardrail: Guardrail(limit: 90)))
  }

  @Test func ownPromiseWins() throws {
    var plan = try plan(.proportion, promise())
    let own = Commitment(guardrail: Guardrail(limit: 1))
    plan.commitments[try series("s")] = own
    #expect(try plan.commitment(of: series("s")) == own)
  }

  @Test func seriesOfTheWholeHasItsPromise() throws {
    let promise = try promise()
    #expect(try plan(.count, promise).commitment(of: series("p")) == promise)
  }

  @Test func goLiveIsThatOfTheSiteElseOfTheProject() throws {
    var plan = try plan(.value, promise())
    #expect(try plan.goLive(of: series("s"))?.description == "2024-11-01")
    #expect(try plan.goLive(of: series("t"))?.description == "2024-07-01")
    plan.measures[0].benefits = [try id("c", of: Benefit.self)]
    #expect(try plan.goLive(of: series("p"))?.description == "2024-09-01")
    plan.measures[0].guards = [try id("b", of: Benefit.self)]
    #expect(try plan.goLive(of: series("p"))?.description == "2024-07-01")
  }

  @Test func measuresOfABenefitShowItBeforeTheyGuardIt() throws {
    var plan = try plan(.value, promise())
    var guarding = plan.measures[0]
    guarding.id = try id("g", of: Measure.self)
    guarding.benefits = []
    guarding.guards = [try id("b", of: Benefit.self)]
    plan.measures.insert(guarding, at: 0)
    #expect(plan.measures(of: try id("b", of: Benefit.self)).map(\.id.text) == ["m", "g"])
  }
}

@Suite struct MeasureTests {
  private func measure(_ kind: MeasureKind, unit: String = "") throws -> Measure {
    Measure(
      id: try #require(Measure.ID("m")), title: "M", kind: kind, unit: unit, direction: .higher,
      frequency: Frequency(from: try #require(Period(label: "2023-04"))))
  }

  @Test(arguments: [
    (MeasureKind.value, "days", 1.0, 1, Aggregation.mean), (.proportion, "%", 100, 1, .ratio),
    (.proportion, "", 1, 1, .ratio), (.rate, "/1,000", 1, 1, .ratio), (.count, "", 1, 0, .sum),
    (.event, "", 1, 0, .sum),
  ])
  func usualChoicesOfAKind(
    kind: MeasureKind, unit: String, multiply: Double, decimals: Int, aggregation: Aggregation
  ) throws {
    let measure = try measure(kind, unit: unit)
    #expect(measure.multiply == multiply)
    #expect(measure.decimals == decimals)
    #expect(measure.aggregation == aggregation)
  }

  @Test(arguments: [
    ("£", Aggregation.sum, 0), ("£", .mean, 1), ("£k", .sum, 1), ("hours", .sum, 1),
  ])
  func sumsOfMoneyAreShownWhole(unit: String, aggregation: Aggregation, decimals: Int) throws {
    let measure = Measure(
      id: try #require(Measure.ID("m")), title: "M", kind: .value, unit: unit, direction: .higher,
      frequency: Frequency(from: try #require(Period(label: "2023-04"))), aggregation: aggregation)
    #expect(measure.decimals == decimals)
  }

  @Test(
    arguments: [
      (MeasureKind.value, 7.4, 42, 7.4), (.count, 3, nil, 3), (.proportion, 3, 4, 75),
      (.proportion, 3, 0, nil),
      (.proportion, 3, nil, nil), (.rate, nil, 4, nil),
    ] as [(MeasureKind, Double?, Double?, Double?)])
  func valueOfAMeasurement(
    kind: MeasureKind, number: Double?, denominator: Double?, expected: Double?
  ) throws {
    let measure = try measure(kind, unit: "%")
    #expect(measure.value(number: number, denominator: denominator) == expected)
  }

  @Test(arguments: [
    ("cost-efficiency", Aim.costEfficiency), ("cost-improvement", .costEfficiency),
    ("staff-well-being", .staffWellbeing), ("patient-experience", .patientExperience),
  ])
  func namesOfAims(name: String, expected: Aim) { #expect(Aim(name: name) == expected) }

  @Test func seriesAreOrderedByMeasureThenSite() throws {
    let make = { (measure: String, site: String) in
      Series(measure: try #require(Measure.ID(measure)), site: try #require(Site.ID(site)))
    }
    let series = [try make("b", "a"), try make("A", "b"), try make("a", "a")]
    #expect(series.sorted().map(\.description) == ["a at a", "A at b", "b at a"])
  }
}
