import BenefitsAnalytics
import BenefitsModel
import Testing

/// A whole that is the sum of three sites, some of which stop recording.
@Suite struct IncompleteWholeTests {
  typealias Fixture = ProgrammeFixture

  /// Sites that record as many months of counts as told, from April 2023 on, with nothing due after July 2024.
  private func assessment(
    months: [String: Int], asOf: String = "2024-08-05", lag: Int = 2,
    change: (inout [Series: [Measurement]], Measure) throws -> Void = { _, _ in }
  ) throws -> Assessment {
    var fixture = try Fixture(kind: .count, unit: "visits", lag: lag)
    fixture.goLive = try Fixture.day("2024-04-01")
    fixture.commitment.targets = [
      Target(value: 60, reachBy: try Fixture.period("2025-03"))
    ]
    fixture.sites = try ["a", "b", "c"].map {
      Site(id: try #require(Site.ID($0)), title: $0.uppercased())
    }
    let plan = try fixture.plan
    var measurements: [Series: [Measurement]] = [:]
    for site in fixture.sites {
      fixture.record(Array(repeating: 10.0 as Double?, count: months[site.id.text] ?? 0))
      measurements[Series(measure: fixture.measure.id, site: site.id)] = fixture.measurements
    }
    try change(&measurements, fixture.measure)
    let snapshot = Snapshot(
      plan: plan, measurements: measurements, entry: 1,
      recordedAt: try #require(Instant("2026-04-24T09:00:00Z")))
    return try #require(
      Assessor(snapshot: snapshot, asOf: try Fixture.day(asOf)).assessments().first)
  }

  @Test func oneIncompleteMonthIsOverdueAndNotYetStale() throws {
    let assessment = try assessment(months: ["a": 16, "b": 15, "c": 16])
    #expect(try assessment.overdue == [Fixture.period("2024-07")])
    #expect(assessment.status != .stale)
    #expect(assessment.points.last?.use == .partial)
  }

  @Test func twoIncompleteMonthsMakeTheWholeStale() throws {
    let assessment = try assessment(months: ["a": 16, "b": 14, "c": 16])
    #expect(try assessment.overdue == [Fixture.period("2024-06"), Fixture.period("2024-07")])
    #expect(assessment.status == .stale)
    #expect(assessment.statusBeforeStale == .tooEarly)
    #expect(assessment.level == 30)
    #expect(assessment.incomplete?.value == 20)
    #expect(assessment.incomplete?.parts == PartCoverage(recorded: 2, expected: 3))
    #expect(
      assessment.sentence
        == "Visits within 2 hours: no value is complete since May 2024; that of Jul 2024, 20 visits,"
        + " lacks 1 of 3 sites (last known status: too early); the Data Lead is asked to record what"
        + " is missing.")
  }

  @Test func monthsWithoutAnyValueAreToldBesideTheIncompleteOnes() throws {
    let assessment = try assessment(months: ["a": 14, "b": 13, "c": 12])
    #expect(assessment.overdue.count == 4)
    #expect(
      assessment.reason
        == "Visits within 2 hours: no value is complete since Mar 2024; that of May 2024, 10 visits,"
        + " lacks 2 of 3 sites, and Jun 2024 and Jul 2024 are overdue (last known status: on track)"
    )
  }

  @Test func whatIsNotYetDueIsNotWaitedFor() throws {
    // July 2024 is due on Friday 2 August.
    let assessment = try assessment(months: ["a": 16, "b": 14, "c": 16], asOf: "2024-08-02")
    #expect(try assessment.overdue == [Fixture.period("2024-06")])
    #expect(assessment.status != .stale)
  }

  @Test func aSuppressedPartIsNotMissing() throws {
    let assessment = try assessment(months: ["a": 16, "b": 16, "c": 16]) { recorded, measure in
      let series = try #require(recorded.keys.first { $0.site.text == "b" })
      for index in 14..<16 { recorded[series]?[index].state = .suppressed }
    }
    #expect(assessment.overdue.isEmpty)
    #expect(assessment.status != .stale)
    #expect(assessment.points.last?.parts?.missing == 0)
    #expect(assessment.points.last?.use == .partial)
  }

  @Test func aCompleteMonthAfterIncompleteOnesEndsTheWait() throws {
    let assessment = try assessment(months: ["a": 16, "b": 16, "c": 16]) { recorded, measure in
      let series = try #require(recorded.keys.first { $0.site.text == "b" })
      recorded[series]?.removeSubrange(12..<15)
    }
    #expect(assessment.overdue.isEmpty)
    #expect(assessment.status != .stale)
    #expect(assessment.points.count { $0.use == .partial } == 3)
  }

  @Test func withoutAnyCompleteMonthThereIsNoData() throws {
    let assessment = try assessment(months: ["a": 16, "b": 16, "c": 16]) { recorded, measure in
      let series = try #require(recorded.keys.first { $0.site.text == "b" })
      for index in 0..<16 { recorded[series]?[index].isExcluded = index < 14 }
      recorded[series]?.removeSubrange(14..<16)
    }
    #expect(assessment.status == .noBaseline || assessment.status == .noData)
  }
}
