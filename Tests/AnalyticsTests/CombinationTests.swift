import BenefitsAnalytics
import BenefitsModel
import Testing

@Suite struct CombinationTests {
  typealias Fixture = ProgrammeFixture

  /// Two sites below a third, and one directly below the programme.
  private func points(
    kind: MeasureKind, aggregation: Aggregation? = nil, _ recorded: [String: [(Double, Double?)?]]
  ) throws -> [SeriesPoint] {
    try assessment(kind: kind, aggregation: aggregation, recorded) { $0.commitment = Commitment() }
      .points
  }

  private func assessment(
    kind: MeasureKind, aggregation: Aggregation? = nil,
    _ recorded: [String: [(Double, Double?)?]], change: (inout Fixture) throws -> Void = { _ in }
  ) throws -> Assessment {
    var fixture = try Fixture(kind: kind, aggregation: aggregation)
    try change(&fixture)
    let id = { (text: String) in try #require(Site.ID(text)) }
    fixture.sites = [
      Site(id: try id("north"), title: "North"),
      Site(id: try id("a"), title: "A", parent: try id("north")),
      Site(id: try id("b"), title: "B", parent: try id("north")),
      Site(id: try id("c"), title: "C"),
    ]
    var plan = try fixture.plan
    plan.strata = [
      Stratum(id: try #require(Stratum.ID("one")), title: "One"),
      Stratum(id: try #require(Stratum.ID("two")), title: "Two"),
    ]
    var measurements: [Series: [Measurement]] = [:]
    for (key, values) in recorded {
      let parts = key.split(separator: "/").map(String.init)
      let stratum = parts.count > 1 ? try #require(Stratum.ID(parts[1])) : .all
      fixture.record(values)
      measurements[Series(measure: fixture.measure.id, site: try id(parts[0]), stratum: stratum)] =
        fixture.measurements
    }
    let snapshot = Snapshot(
      plan: plan, measurements: measurements, entry: 1,
      recordedAt: try #require(Instant("2026-04-24T09:00:00Z")))
    let asOf = try Fixture.day("2023-06-01")
    return Assessor(snapshot: snapshot, asOf: asOf).assessments()[0]
  }

  @Test func countsAreAdded() throws {
    let points = try points(
      kind: .count,
      ["a": [(1, nil), (2, nil)], "b": [(3, nil), (4, nil)], "c": [(5, nil), (6, nil)]])
    #expect(points.map(\.value) == [9, 12])
    #expect(points.map(\.use) == [.used, .used])
  }

  @Test func proportionsAreTheRatioOfSumsAndNoMeanOfRates() throws {
    let points = try points(kind: .proportion, ["a": [(1, 10)], "c": [(90, 100)]])
    #expect(points.first?.value == 100 * 91 / 110.0)
  }

  @Test func meansAreWeightedByN() throws {
    let points = try points(kind: .value, ["a": [(10, 30)], "c": [(20, 10)]])
    #expect(points.first?.value == 12.5)
  }

  @Test func meansWithoutNAreNotCombined() throws {
    let points = try points(kind: .value, ["a": [(10, nil)], "c": [(20, 10)]])
    #expect(points.first?.value == nil)
    #expect(points.first?.use == .missing)
  }

  @Test func aMissingSiteMakesTheSumPartialAndUnused() throws {
    let points = try points(
      kind: .count, ["a": [(1, nil), (2, nil)], "c": [(5, nil), nil]])
    #expect(points.map(\.value) == [6, 2])
    #expect(points.map(\.use) == [.used, .partial])
    #expect(points[1].parts == PartCoverage(recorded: 1, expected: 2))
  }

  @Test func theSentenceSaysWhatKeepsALaterSumFromBeingUsed() throws {
    let assessment = try assessment(
      kind: .count, ["a": [(61, nil), (2, nil)], "c": [(5, nil), nil]]
    ) { fixture in
      fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
      fixture.goLive = try Fixture.day("2023-04-01")
    }
    #expect(
      assessment.reason.hasSuffix(
        "; one later value is incomplete and not used (for May 2023 1 of 2 sites or strata have one)"
      ), "\(assessment.reason)")
  }

  @Test func theSentenceSaysThatNoSumIsComplete() throws {
    // Without n the two means cannot be weighed against each other.
    let assessment = try assessment(
      kind: .value, ["a": [(61, nil), (2, nil)], "c": [(5, nil), (3, nil)]])
    #expect(
      assessment.reason.hasSuffix(
        "; two values are incomplete and not used (for May 2023 2 of 2 sites or strata have one)"
      ), "\(assessment.reason)")
  }

  @Test func aSiteThatStartsLaterIsNotMissedBefore() throws {
    let points = try points(
      kind: .count, ["a": [(1, nil), (2, nil)], "c": [nil, (6, nil)]])
    #expect(points.map(\.value) == [1, 8])
    #expect(points.map(\.use) == [.used, .used])
  }

  @Test func aRecordedWholeBeatsTheSum() throws {
    let points = try points(
      kind: .count,
      ["demo": [(100, nil), nil], "a": [(1, nil), (2, nil)], "c": [(5, nil), (6, nil)]])
    #expect(points.map(\.value) == [100, 8])
  }

  @Test func aSiteInBetweenBeatsItsParts() throws {
    let points = try points(
      kind: .count, ["north": [(50, nil)], "a": [(1, nil)], "b": [(2, nil)], "c": [(5, nil)]])
    #expect(points.first?.value == 55)
  }

  @Test func strataOfEachSiteAddUpAndAreNeverMixedWithSites() throws {
    let points = try points(
      kind: .proportion,
      ["a/one": [(1, 10)], "a/two": [(9, 10)], "c/one": [(5, 10)], "c/two": [(5, 10)]])
    #expect(points.first?.value == 50)
  }
}
