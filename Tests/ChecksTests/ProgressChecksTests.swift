import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct BenefitNoChangeTests {
  /// A baseline around 10 up to April 2025, go-live in May, a target of 20 (or of 5 where lower is better).
  private func fixture(_ after: [Double?], direction: Direction = .higher) -> Fixture {
    Fixture(
      direction: direction, baseline: Fixture.baselineWindow,
      target: Target(value: direction == .higher ? 20 : 5, reachBy: month("2028-12")),
      values: [10, 11, 9, 10] + after)
  }

  private func result(_ fixture: Fixture, asOf: String = "2026-05-01") throws -> CheckResult {
    try fixture.result("benefit.no-change", asOf: asOf)
  }

  private let noise: [Double?] = [10, 11, 9, 11, 10, 9, 11, 10, 9, 11, 9, 11]

  @Test(arguments: [Direction.higher, .lower])
  func aYearOfNoiseIsNoChange(direction: Direction) throws {
    let result = try result(fixture(noise, direction: direction))
    #expect(result.outcome == .warn)
    #expect(result.severity == .warn)
    #expect(result.evidence["points_since_go_live"] == 12)
    #expect(
      result.message
        == "Wait is at 10.3 v a baseline of 10.0 days after 12 values since go-live, which chance could"
        + " explain (Benefit Owner): ask if the change reaches it")
  }

  @Test func elevenValuesAreTooFew() throws {
    #expect(try result(fixture(Array(noise.dropLast()))).outcome == .notDue)
  }

  @Test(arguments: [(Direction.higher, 13.0), (.lower, 7)])
  func aRunForTheBetterIsAChange(direction: Direction, value: Double) throws {
    let values = Array(noise.prefix(5)) + Array(repeating: value, count: 7)
    #expect(try result(fixture(values, direction: direction)).outcome == .pass)
  }

  @Test func aChangeForTheWorseBelongsElsewhere() throws {
    let values = Array(noise.prefix(5)) + Array(repeating: 7, count: 7)
    #expect(try result(fixture(values)).outcome == .notApplicable)
    #expect(try fixture(values).outcome("signal.deterioration", asOf: "2026-05-01") == .warn)
  }

  @Test func withoutABaselineIsUnknown() throws {
    var fixture = fixture(noise)
    fixture.baseline = nil
    #expect(try result(fixture).outcome == .unknown)
    #expect(try result(fixture, asOf: "2025-04-01").outcome == .notDue)
  }

  @Test func withoutATargetNothingWasPromised() throws {
    var fixture = fixture(noise)
    fixture.target = nil
    #expect(try result(fixture).outcome == .notApplicable)
  }
}

@Suite struct BenefitMetUnprovenTests {
  private func result(
    _ after: [Double?], direction: Direction = .higher, baseline: Baseline? = Fixture.baselineWindow
  ) throws -> CheckResult {
    try Fixture(
      direction: direction, baseline: baseline,
      target: Target(value: direction == .higher ? 11 : 9, reachBy: month("2025-12")),
      values: [10, 11, 9, 10] + after
    ).result("benefit.met-unproven", asOf: "2026-01-01")
  }

  @Test(arguments: [(Direction.higher, 11.0), (.lower, 9)])
  func whatIsMetByChanceIsTold(direction: Direction, value: Double) throws {
    let result = try result([10, 10, 10, value, value, value], direction: direction)
    #expect(result.outcome == .warn)
    #expect(result.severity == .info)
    #expect(result.value == value)
    #expect(result.expected == value)
  }

  @Test func sevenInARowProveIt() throws {
    #expect(try result(Array(repeating: 12, count: 7)).outcome == .pass)
    #expect(try result(Array(repeating: 12, count: 6)).outcome == .warn)
  }

  @Test func whatIsNotMetIsNoMatterOfProof() throws {
    #expect(try result([10, 10, 10]).outcome == .notApplicable)
  }

  @Test func withoutAValueOrABaselineItIsNeverGreen() throws {
    let stated = Baseline(basis: .stated(value: 10, source: "Audit"))
    var fixture = Fixture(
      baseline: stated, target: Target(value: 11, reachBy: month("2025-12")), values: [])
    #expect(try fixture.outcome("benefit.met-unproven", asOf: "2026-01-01") == .unknown)
    fixture.baseline = nil
    fixture.values = [12, 12, 12, 12, 12, 12]
    #expect(try fixture.outcome("benefit.met-unproven", asOf: "2026-01-01") == .unknown)
    #expect(try fixture.outcome("benefit.met-unproven", asOf: "2025-04-15") == .notDue)
  }
}

@Suite struct StagedTargetTests {
  /// 15 by June 2025, then 20 by March 2026.
  private func result(
    _ values: [Double?], asOf: String, decision: String? = nil, from: String? = nil
  ) throws -> CheckResult {
    try Fixture(
      baseline: Fixture.baselineWindow, values: [10, 10, 10, 10] + values
    ).result("target.met-by-date", asOf: asOf) { snapshot in
      let series = Series(measure: id("M1"), site: id("prog"))
      snapshot.plan.commitments[series]?.targets = [
        Target(value: 15, reachBy: month("2025-06")),
        Target(
          value: 20, reachBy: month("2026-03"), from: from.map(month), decision: decision),
      ]
    }
  }

  @Test func theFirstStageIsDueWithItsValue() throws {
    #expect(try result([15, 16], asOf: "2025-06-30").outcome == .notDue)
    #expect(try result([11], asOf: "2025-07-01").outcome == .unknown)
  }

  @Test func aStageThatWasMissedFailsUntilItIsReached() throws {
    let result = try result([11, 12, 13], asOf: "2025-08-01")
    #expect(result.severity == .error)
    #expect(result.value == 11)
    #expect(result.expected == 15)
    #expect(result.period == month("2025-06"))
    #expect(
      result.message
        == "Wait reached 11.0 v 15.0 days by Jun 2025, the stage before 20.0 by Mar 2026 (Benefit Owner):"
        + " say what is now expected by when, or ask for a waiver")
    #expect(try self.result([11, 12, 16, 16, 16], asOf: "2025-10-01").outcome == .notDue)
  }

  @Test func aStageThatWasReachedIsDone() throws {
    #expect(try result([20, 20, 5], asOf: "2025-08-01").outcome == .notDue)
  }

  @Test func theLastStageDecidesOnceItIsDue() throws {
    let late: [Double?] = [11, 12, 13, 14, 15, 16, 17, 18, 20, 20, 20]
    #expect(try result(late, asOf: "2026-04-01").outcome == .pass)
  }

  @Test func aTargetThatADecisionReplacedIsForgotten() throws {
    #expect(
      try result([11, 12, 13], asOf: "2025-08-01", decision: "D-1", from: "2025-07").outcome
        == .notDue)
    #expect(try result([11, 12, 13], asOf: "2025-08-01", from: "2025-07").outcome == .fail)
  }

  @Test func aTargetThatWasReplacedBeforeItsDateIsNotJudged() throws {
    #expect(try result([11, 12, 13], asOf: "2025-08-01", from: "2025-05").outcome == .notDue)
  }
}

@Suite struct TrajectoryToleranceTests {
  /// By December 2025 a level of 80 of 120 is planned, two thirds of the way; see `TrajectoryOnTrackTests`.
  private func result(
    _ check: String = "traj.tolerance", level: Double,
    tolerance: Tolerance? = Tolerance(amber: 5, red: 15),
    reachBy: String = "2026-04"
  ) throws -> CheckResult {
    try Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 120, reachBy: month(reachBy)),
      values: [0, 0, 0, 0, 5, 10, 20, 30, 40, level, level, level]
    ).result(check, asOf: "2026-01-01") { $0.plan.benefits[0].tolerance = tolerance }
  }

  // 66.67 % planned: 61.67 % is 74 of 120, 51.67 % is 62.
  @Test(arguments: [
    (74.0, CheckSeverity?.none), (73.9, .some(.warn)), (62, .some(.warn)), (61.9, .some(.error)),
    (120, nil),
  ])
  func asMuchAsTheBandIsInside(level: Double, severity: CheckSeverity?) throws {
    #expect(try result(level: level).severity == severity)
    #expect(try result("traj.on-track", level: level).outcome == .notApplicable)
  }

  @Test func saysHowFarBehind() throws {
    let result = try result(level: 60)
    #expect(
      result.message
        == "Wait has realised 50% v 67% planned by Dec 2025, 17 points behind where 5 (amber) or 15 (red)"
        + " are tolerated (Benefit Owner): report to the board")
  }

  @Test func withoutOneThePaceDecides() throws {
    #expect(try result(level: 60, tolerance: nil).outcome == .notApplicable)
    #expect(try result("traj.on-track", level: 60, tolerance: nil).outcome == .warn)
  }

  @Test func doesNotApplyOnceReachByHasPassed() throws {
    #expect(try result(level: 60, reachBy: "2025-12").outcome == .notApplicable)
  }
}
