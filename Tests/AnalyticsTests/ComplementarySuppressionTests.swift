import BenefitsAnalytics
import BenefitsModel
import Testing

@Suite struct ComplementarySuppressionTests {
  private func id<Noun>(_ text: String) throws -> Identifier<Noun> {
    try #require(Identifier<Noun>(text))
  }

  /// A proportion at sites of one programme, with the denominators of one month; below 10 is small.
  private func uses(
    _ denominators: [String: Double], whole: Double? = nil, suppressed: Set<String> = []
  ) throws -> [String: SeriesPoint.Use] {
    let period = try #require(Period(label: "2025-01"))
    let sites = denominators.keys.sorted()
    var plan = Plan(programme: Programme(id: try id("p"), title: "P"))
    plan.sites = try sites.map { Site(id: try id($0), title: $0) }
    let measure = Measure(
      id: try id("m"), title: "M", kind: .proportion, unit: "%", direction: .higher,
      frequency: Frequency(from: period), suppressBelow: 10)
    plan.measures = [measure]
    var measurements: [Series: [Measurement]] = [:]
    for site in sites {
      measurements[Series(measure: measure.id, site: try id(site))] = [
        suppressed.contains(site)
          ? Measurement(period: period, number: nil, state: .suppressed)
          : Measurement(period: period, number: 1, denominator: denominators[site])
      ]
    }
    if let whole {
      measurements[Series(measure: measure.id, site: Site.ID(plan.programme.id))] = [
        Measurement(period: period, number: 1, denominator: whole)
      ]
    }
    let assessor = Assessor(
      snapshot: Snapshot(
        plan: plan, measurements: measurements, entry: 1,
        recordedAt: Instant(secondsSince1970: 0)),
      asOf: try #require(Day("2025-03-01")))
    var uses: [String: SeriesPoint.Use] = [:]
    for site in sites + ["p"] {
      uses[site] =
        assessor.assess(Series(measure: measure.id, site: try id(site))).points
        .first { $0.period == period }?.use
    }
    return uses
  }

  @Test func oneHiddenSiteHidesTheSmallestOther() throws {
    let uses = try uses(["a": 4, "b": 50, "c": 30, "d": 90])
    #expect(uses == ["a": .suppressed, "b": .used, "c": .suppressed, "d": .used, "p": .used])
  }

  @Test func twoHiddenSitesCannotBeToldApart() throws {
    let uses = try uses(["a": 4, "b": 5, "c": 30])
    #expect(uses == ["a": .suppressed, "b": .suppressed, "c": .used, "p": .used])
  }

  @Test func nothingIsHiddenWhereNothingIsSmall() throws {
    #expect(try uses(["a": 40, "b": 50])["a"] == .used)
  }

  @Test func aNumberThatIsRecordedAsSuppressedIsProtectedBesideARecordedWhole() throws {
    let uses = try uses(["a": 40, "b": 50, "c": 60], whole: 150, suppressed: ["b"])
    #expect(uses == ["a": .suppressed, "b": .suppressed, "c": .used, "p": .used])
  }

  @Test func aWholeThatIsHiddenTellsNothing() throws {
    #expect(try uses(["a": 4, "b": 50], whole: 9)["b"] == .used)
  }

  @Test func hiddenValuesAreNotInThePoints() throws {
    let uses = try uses(["a": 4, "b": 50])
    #expect(uses["b"] == .suppressed)
  }
}
