import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct BaselineMissingTests {
  // Go-live is on 1 May 2025; 60 days before is 2 March.
  @Test(arguments: [
    ("2025-03-01", CheckOutcome.notDue), ("2025-03-02", .warn), ("2025-04-30", .warn),
    ("2025-05-01", .fail),
  ])
  func warnsSixtyDaysBeforeGoLiveAndFailsFromIt(asOf: String, expected: CheckOutcome) throws {
    #expect(try Fixture(values: [1]).outcome("baseline.missing", asOf: asOf) == expected)
  }

  @Test func windowWithoutAValueIsNoBaseline() throws {
    let fixture = Fixture(
      baseline: Fixture.baselineWindow, values: [nil, nil, nil, nil, 5])
    let result = try fixture.result("baseline.missing", asOf: "2025-06-01")
    #expect(result.outcome == .fail)
    #expect(result.message.contains("no usable value in its baseline window"))
  }

  @Test func oneValueInTheWindowIsABaseline() throws {
    let fixture = Fixture(baseline: Fixture.baselineWindow, values: [nil, 4])
    let result = try fixture.result("baseline.missing", asOf: "2025-06-01")
    #expect(result.outcome == .pass)
    #expect(result.value == 4)
  }

  @Test func cannotBeJudgedWithoutAGoLive() throws {
    #expect(try Fixture(goLive: nil).outcome("baseline.missing", asOf: "2025-06-01") == .unknown)
  }

  @Test func contextMeasureNeedsNone() throws {
    let fixture = Fixture(role: .context)
    #expect(try fixture.outcome("baseline.missing", asOf: "2025-06-01") == .notApplicable)
  }
}

@Suite struct TargetMissingTests {
  @Test(arguments: [
    (MeasureRole.outcome, CheckOutcome.fail), (.adoption, .fail), (.balancing, .fail),
    (.process, .notApplicable), (.context, .notApplicable),
  ])
  func whoNeedsAPromise(role: MeasureRole, expected: CheckOutcome) throws {
    #expect(try Fixture(role: role).outcome("target.missing", asOf: "2025-06-01") == expected)
  }

  @Test func targetOrGuardrailIsAPromise() throws {
    let target = Fixture(target: Target(value: 5, reachBy: month("2025-12")))
    #expect(try target.outcome("target.missing", asOf: "2025-06-01") == .pass)
    let guardrail = Fixture(role: .balancing, guardrail: Guardrail(limit: 5))
    #expect(try guardrail.outcome("target.missing", asOf: "2025-06-01") == .pass)
  }
}

@Suite struct TargetMetByDateTests {
  private func fixture(_ last: [Double?], direction: Direction) -> Fixture {
    let start: [Double?] = Array(repeating: direction == .higher ? 10 : 30, count: 4)
    return Fixture(
      direction: direction, baseline: Fixture.baselineWindow,
      target: Target(value: 20, reachBy: month("2025-08")), values: start + last)
  }

  // The level at August is the mean of June, July and August: equal to the target is met.
  @Test(arguments: [
    (Direction.higher, 20.0, CheckOutcome.pass), (.higher, 19.9, .fail), (.higher, 20.1, .pass),
    (.lower, 20.0, .pass), (.lower, 20.1, .fail), (.lower, 19.9, .pass),
  ])
  func equalIsMetInBothDirections(
    direction: Direction, level: Double, expected: CheckOutcome
  ) throws {
    let fixture = fixture([15, level, level, level], direction: direction)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-09-01") == expected)
  }

  @Test func isDueWithTheValueOfTheReachByPeriod() throws {
    let fixture = fixture([15, 16, 17, 18], direction: .higher)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-08-31") == .notDue)
    let result = try fixture.result("target.met-by-date", asOf: "2025-09-01")
    #expect(result.outcome == .fail)
    #expect(result.value == 17)
    #expect(result.expected == 20)
    #expect(result.owner == "Benefit Owner")
    #expect(result.evidence["realised"] == 70)
  }

  @Test func whatIsLostLaterBelongsElsewhere() throws {
    let fixture = fixture([15, 20, 20, 20, 5, 5, 5], direction: .higher)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-01") == .pass)
  }

  @Test func whatIsReachedLaterDoesNotKeepThePromise() throws {
    let fixture = fixture([15, 16, 17, 18, 25, 25, 25], direction: .higher)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-01") == .fail)
  }

  @Test func isUnknownWhileTheLastValueIsAwaited() throws {
    let fixture = fixture([15, 25, 25, nil], direction: .higher)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-09-01") == .unknown)
  }

  @Test func gapAtReachByIsJudgedOnceLaterValuesAreThere() throws {
    let fixture = fixture([25, 25, 25, nil, 1], direction: .higher)
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-10-01") == .pass)
  }
}

@Suite struct TrajectoryOnTrackTests {
  /// From 0 in April 2025 by a straight line to 120 in April 2026: 10 for each month.
  ///
  /// By December 2025 a level of 80 is planned. The last three values are equal, so that each is the level.
  private func fixture(level: Double) -> Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 120, reachBy: month("2026-04")),
      values: [0, 0, 0, 0, 5, 10, 20, 30, 40, level, level, level])
  }

  @Test(arguments: [
    (76.0, CheckOutcome.pass, CheckSeverity?.none), (75.9, .warn, .warn), (60, .warn, .warn),
    (59.9, .fail, .error), (100, .pass, nil),
  ])
  func paceDecides(level: Double, outcome: CheckOutcome, severity: CheckSeverity?) throws {
    let result = try fixture(level: level).result("traj.on-track", asOf: "2026-01-01")
    #expect(result.outcome == outcome)
    #expect(result.severity == severity)
  }

  @Test func saysRealisedAgainstPlannedAndThePromise() throws {
    let result = try fixture(level: 60).result("traj.on-track", asOf: "2026-01-01")
    #expect(
      result.message
        == "Wait has realised 50% v 67% planned by Dec 2025 (pace 0.75), 120.0 promised by "
        + "Apr 2026 (Benefit Owner): agree what would help")
    #expect(result.evidence["pace"] == 0.75)
  }

  @Test func fewPointsSinceGoLiveAreAWarningAtMost() throws {
    var fixture = fixture(level: 0)
    fixture.values = [0, 0, 0, 0, 1, 1, 1]
    #expect(try fixture.outcome("traj.on-track", asOf: "2025-08-01") == .warn)
  }

  @Test func nothingIsSaidWhileLittleIsPlanned() throws {
    var fixture = fixture(level: 0)
    fixture.target?.reachBy = month("2030-04")
    fixture.values = [0, 0, 0, 0, 0, 0]
    #expect(try fixture.outcome("traj.on-track", asOf: "2025-07-01") == .notDue)
  }

  @Test func doesNotApplyOnceReachByHasPassed() throws {
    var fixture = fixture(level: 60)
    fixture.target?.reachBy = month("2025-12")
    #expect(try fixture.outcome("traj.on-track", asOf: "2025-12-31") == .fail)
    #expect(try fixture.outcome("traj.on-track", asOf: "2026-01-01") == .notApplicable)
  }

  @Test func withoutABaselineIsUnknown() throws {
    var fixture = fixture(level: 60)
    fixture.baseline = nil
    #expect(try fixture.outcome("traj.on-track", asOf: "2026-01-01") == .unknown)
  }

  @Test func withoutAValueIsNeverGreen() throws {
    var fixture = fixture(level: 60)
    fixture.baseline = Baseline(basis: .stated(value: 0, source: "Audit"))
    fixture.values = []
    #expect(try fixture.outcome("traj.on-track", asOf: "2026-01-01") == .unknown)
  }
}
