import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct DataDuplicatePeriodTests {
  private func result(
    whole: [Double?], north: [Double?], south: [Double?], kind: MeasureKind = .count
  ) throws -> CheckResult {
    try Fixture(kind: kind, values: whole).result(
      "data.duplicate-period", asOf: "2025-05-01"
    ) { snapshot in
      snapshot.plan.sites = [
        Site(id: id("north"), title: "North"), Site(id: id("south"), title: "South"),
      ]
      for (site, values) in [("north", north), ("south", south)] {
        snapshot.measurements[Series(measure: id("M1"), site: id(site))] =
          values.enumerated().compactMap { index, value in
            value.map {
              Measurement(period: month("2025-01").advanced(by: index), number: $0, denominator: 10)
            }
          }
      }
    }
  }

  @Test func aWholeIsWhatItsSitesAddUpTo() throws {
    #expect(try result(whole: [5, 7], north: [2, 3], south: [3, 4]).outcome == .pass)
    let result = try result(whole: [5, 8, 9], north: [2, 3, 4], south: [3, 4, 4])
    #expect(result.severity == .error)
    #expect(result.since == month("2025-02"))
    #expect(result.period == month("2025-03"))
    #expect(
      result.message
        == "Wait is recorded as 9.0 for Mar 2025, where its sites come to 8.0, and differs in 1 more period"
        + " (Data Lead): correct one or withdraw the whole")
  }

  @Test func roundingIsNoDifference() throws {
    #expect(try result(whole: [2.55], north: [2], south: [3.1], kind: .value).outcome == .pass)
    #expect(try result(whole: [2.61], north: [2], south: [3.1], kind: .value).outcome == .fail)
  }

  @Test func aPeriodThatLacksASiteIsNotCompared() throws {
    #expect(try result(whole: [5, 8], north: [2, 3], south: [3, nil]).outcome == .pass)
  }

  @Test func withoutBothThereIsNothingToCompare() throws {
    #expect(try result(whole: [], north: [2], south: [3]).outcome == .notApplicable)
    #expect(
      try Fixture(values: [1]).outcome("data.duplicate-period", asOf: "2025-05-01")
        == .notApplicable)
  }
}

@Suite struct DataRevisedTests {
  private let series = Series(measure: id("M1"), site: id("prog"))

  /// A target of 20 by August 2025 that is met now with 20, 20 and 20; one of these was another number.
  private func result(
    before: Double?, state: MeasurementState = .final, since: String? = "2025-08-31",
    after: MeasurementState = .final
  ) throws -> CheckResult {
    let fixture = Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 20, 20, 20, after == .withdrawn ? nil : 20])
    let revision = Revision(
      before: Measurement(period: month("2025-08"), number: before, state: state),
      after: Measurement(
        period: month("2025-08"), number: after == .withdrawn ? nil : 20, state: after))
    let history = History(
      revisions: before == nil ? [:] : [series: [revision]], since: since.map(day))
    let run = CheckRun(
      Assessor(snapshot: fixture.snapshot(), asOf: day("2025-09-15")), history: history)
    return try #require(run.results.first { $0.check == "data.revised" })
  }

  @Test func aFinalValueThatChangedIsTold() throws {
    let result = try result(before: 21)
    #expect(result.severity == .info)
    #expect(result.value == 20)
    #expect(result.expected == 21)
    #expect(
      result.message
        == "Wait had 1 final value changed since 31 Aug 2025, Aug 2025 from 21.0 to 20.0 (Data Lead): tell"
        + " those who were told the old number")
  }

  @Test func aStatusThatChangedWithItIsAWarning() throws {
    let result = try result(before: 5)
    #expect(result.severity == .warn)
    #expect(result.message.contains("and is met, unproven instead of missed"))
  }

  @Test func whatWasProvisionalMayChange() throws {
    #expect(try result(before: 5, state: .provisional).outcome == .pass)
  }

  @Test func withdrawingIsAChange() throws {
    #expect(try result(before: 20, after: .withdrawn).message.contains("Aug 2025 withdrawn"))
  }

  @Test func nothingChanged() throws {
    #expect(try result(before: nil).outcome == .pass)
    #expect(try result(before: nil, since: nil).outcome == .notApplicable)
  }
}

@Suite struct BaselineChangedTests {
  private let series = Series(measure: id("M1"), site: id("prog"))

  private func stated(
    _ value: Double, validated role: String? = nil, on day: String? = nil
  ) -> Baseline {
    Baseline(
      basis: .stated(value: value, source: "Audit"), state: role == nil ? .provisional : .validated,
      validatedBy: role, validatedOn: day.map { ChecksTests.day($0) })
  }

  /// Go-live is on 1 May 2025.
  private func result(
    _ versions: [(String, Baseline)], reviewed: String? = nil, asOf: String = "2025-09-01"
  ) throws -> CheckResult {
    var snapshot = Fixture(baseline: versions.last?.1, values: [1, 2]).snapshot()
    if let reviewed {
      snapshot.plan.reviews = [
        Review(id: id("R-1"), date: day(reviewed), body: "Programme Board")
      ]
    }
    let history = History(commitments: [
      series: versions.enumerated().map { index, version in
        CommitmentVersion(
          commitment: Commitment(baseline: version.1), entry: index + 1,
          recordedAt: Instant(startOf: day(version.0)))
      }
    ])
    let run = CheckRun(Assessor(snapshot: snapshot, asOf: day(asOf)), history: history)
    return try #require(run.results.first { $0.check == "baseline.changed" })
  }

  @Test func aChangeAfterGoLiveWantsARole() throws {
    let result = try result([("2025-01-10", stated(10)), ("2025-06-10", stated(8))])
    #expect(result.severity == .error)
    #expect(result.value == 8)
    #expect(result.expected == 10)
    #expect(
      result.message
        == "Wait had its baseline changed on 10 Jun 2025 from 10.0 days to 8.0 days, and nobody has approved"
        + " it (Benefit Owner): have it validated")
  }

  @Test func aChangeBeforeGoLiveIsPlanning() throws {
    #expect(
      try result([("2025-01-10", stated(10)), ("2025-04-10", stated(8))]).outcome == .pass)
  }

  @Test func aValidatedBaselineWantsARoleEvenBeforeGoLive() throws {
    let validated = stated(10, validated: "Head of Performance", on: "2025-02-01")
    #expect(
      try result([("2025-02-01", validated), ("2025-04-10", stated(8))]).outcome == .fail)
  }

  @Test func validatingItAnewApproves() throws {
    let old = stated(10, validated: "Head of Performance", on: "2025-02-01")
    let carried = stated(8, validated: "Head of Performance", on: "2025-02-01")
    let anew = stated(8, validated: "Head of Performance", on: "2025-06-11")
    #expect(try result([("2025-02-01", old), ("2025-06-10", carried)]).outcome == .fail)
    #expect(try result([("2025-02-01", old), ("2025-06-10", anew)]).outcome == .pass)
    #expect(
      try result([("2025-02-01", old), ("2025-06-10", stated(8)), ("2025-06-11", anew)]).outcome
        == .pass)
  }

  @Test(arguments: [
    ("2025-06-09", CheckOutcome.fail), ("2025-06-10", .pass), ("2025-09-02", .fail),
  ])
  func aReviewThatCouldSeeItApproves(reviewed: String, expected: CheckOutcome) throws {
    let versions = [("2025-01-10", stated(10)), ("2025-06-10", stated(8))]
    #expect(try result(versions, reviewed: reviewed).outcome == expected)
  }

  @Test func theSameNumberIsNoChange() throws {
    let validated = stated(10, validated: "Head of Performance", on: "2025-06-10")
    #expect(
      try result([("2025-01-10", stated(10)), ("2025-06-10", validated)]).outcome == .pass)
  }

  @Test func withoutABaselineNothingChanged() throws {
    #expect(try result([]).outcome == .notApplicable)
  }
}
