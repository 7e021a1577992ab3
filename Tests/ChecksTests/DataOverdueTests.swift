import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct DataOverdueTests {
  // March 2025 ends on a Monday. Five working days later is 7 April; 8 April is the first day that is late.
  @Test(arguments: [
    ("2025-04-07", 0, CheckOutcome.pass), ("2025-04-08", 0, .warn),
    ("2025-04-10", 3, .pass), ("2025-04-11", 3, .warn),
  ])
  func isOverdueTheDayAfterLagAndGrace(asOf: String, grace: Int, expected: CheckOutcome) throws {
    let fixture = Fixture(lag: 5, grace: grace, values: [1, 2])
    #expect(try fixture.outcome("data.overdue", asOf: asOf) == expected)
  }

  // Good Friday 3 April and Easter Monday 6 April 2026 are no working days in England: 15 working days after
  // 31 March 2026 is 23 April with the holidays, and 21 April without.
  @Test(arguments: [
    (Holidays.england, "2026-04-23", CheckOutcome.pass), (.england, "2026-04-24", .warn),
    (.none, "2026-04-21", .pass), (.none, "2026-04-22", .warn),
  ])
  func countsWorkingDaysOverEaster(
    holidays: Holidays, asOf: String, expected: CheckOutcome
  ) throws {
    let fixture = Fixture(
      lag: 15, calendar: WorkingCalendar(holidays: holidays),
      values: Array(repeating: 1, count: 14))
    #expect(try fixture.outcome("data.overdue", asOf: asOf) == expected)
  }

  /// Two sites, of which the second stops in February.
  private func incomplete(_ change: (inout Fixture) -> Void = { _ in }) -> Snapshot {
    var fixture = Fixture(values: [1, 2, 3, 4])
    change(&fixture)
    var snapshot = fixture.snapshot()
    let sites = ["north", "south"].map { Site(id: id($0), title: $0) }
    snapshot.plan.sites = sites
    let whole = snapshot.measurements.values.first ?? []
    snapshot.measurements = [
      Series(measure: id("M1"), site: sites[0].id, stratum: .all): whole,
      Series(measure: id("M1"), site: sites[1].id, stratum: .all): Array(whole.prefix(2)),
    ]
    return snapshot
  }

  @Test func aSumThatLacksASiteIsWaitedFor() throws {
    let snapshot = incomplete { $0.kind = .count }
    let run = CheckRun(Assessor(snapshot: snapshot, asOf: day("2025-06-01")))
    let result = try #require(run.results.first { $0.check == "data.overdue" })
    #expect(result.message.contains("no complete value since Feb 2025"), "\(result.message)")
  }

  @Test func aTargetWaitsForTheSitesThatLack() throws {
    let snapshot = incomplete { fixture in
      fixture.kind = .count
      fixture.goLive = "2025-02-01"
      fixture.baseline = Baseline(basis: .stated(value: 0, source: "audit"))
      fixture.target = Target(value: 9, reachBy: month("2025-03"))
    }
    let run = CheckRun(Assessor(snapshot: snapshot, asOf: day("2025-05-01")))
    let result = try #require(run.results.first { $0.check == "target.met-by-date" })
    #expect(result.outcome == .unknown)
    #expect(
      result.message.contains("Mar 2025 has values of 1 of 2 sites or strata"), "\(result.message)")
  }

  @Test func secondOverduePeriodIsAnError() throws {
    let fixture = Fixture(values: [1, 2])
    let one = try fixture.result("data.overdue", asOf: "2025-04-30")
    #expect(one.severity == .warn)
    #expect(one.message.contains("no value since Feb 2025; Mar 2025 was due 31 Mar 2025"))
    let two = try fixture.result("data.overdue", asOf: "2025-05-01")
    #expect(two.severity == .error)
    #expect(two.outcome == .fail)
    #expect(two.since == month("2025-03"))
    #expect(two.period == month("2025-04"))
    #expect(two.evidence == ["overdue": 2])
    #expect(two.owner == "Data Lead")
  }

  @Test func nothingIsDueBeforeTheFirstPeriodHasEnded() throws {
    let fixture = Fixture()
    #expect(try fixture.outcome("data.overdue", asOf: "2025-01-31") == .notDue)
    #expect(try fixture.outcome("data.overdue", asOf: "2025-02-01") == .warn)
  }

  @Test(arguments: [Lifecycle.closed, .superseded, .draft])
  func measuresOfBenefitsOutOfForceAreNotChecked(lifecycle: Lifecycle) throws {
    let fixture = Fixture(lifecycle: lifecycle)
    #expect(try fixture.outcome("data.overdue", asOf: "2026-01-01") == .notApplicable)
  }
}

@Suite struct DataGapTests {
  @Test func missingPeriodBeforeTheLatestIsAGap() throws {
    let result = try Fixture(values: [1, nil, 3]).result("data.gap", asOf: "2025-04-01")
    #expect(result.outcome == .warn)
    #expect(result.period == month("2025-02"))
    #expect(result.message.contains("no value for Feb 2025"))
  }

  @Test func missingPeriodAfterTheLatestIsNoGap() throws {
    #expect(try Fixture(values: [1, 2, nil]).outcome("data.gap", asOf: "2025-04-01") == .pass)
  }

  @Test func severalGapsAreCounted() throws {
    let result = try Fixture(values: [1, nil, nil, 4]).result("data.gap", asOf: "2025-05-01")
    #expect(result.evidence == ["gaps": 2])
    #expect(result.message.contains("no value for 2 periods from Feb 2025 to Mar 2025"))
  }

  @Test func nothingRecordedHasNoGap() throws {
    #expect(try Fixture().outcome("data.gap", asOf: "2025-04-01") == .notApplicable)
  }
}
