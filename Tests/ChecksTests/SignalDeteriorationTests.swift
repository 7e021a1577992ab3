import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct SignalDeteriorationTests {
  /// Ten months around 10 (their mean, with limits 2.66 · 0.178 = 0.47 away) and what follows from November 2025.
  private func fixture(
    _ after: [Double?], direction: Direction = .higher, role: MeasureRole = .outcome
  ) -> Fixture {
    let before: [Double?] = [10, 10.2, 10, 9.8, 10, 10.2, 10, 9.8, 10, 10]
    return Fixture(
      direction: direction, role: role, goLive: "2025-11-01",
      baseline: Baseline(basis: .window(from: month("2025-01"), to: month("2025-10"))),
      target: role == .outcome
        ? Target(value: direction == .higher ? 20 : 5, reachBy: month("2027-12")) : nil,
      guardrail: role == .balancing ? Guardrail(limit: direction == .higher ? 1 : 30) : nil,
      policy: CheckPolicy(
        consecutive: [ConsecutivePeriods(checks: Glob("signal.*"), periods: 1)]),
      values: before + after)
  }

  private func result(_ fixture: Fixture, asOf: String = "2026-06-01") throws -> CheckResult {
    try fixture.result("signal.deterioration", asOf: asOf)
  }

  // Fifteen usable values make it a control chart. The last is far below the limit of 9.5 or far above 10.5.
  @Test(arguments: [
    (Direction.higher, 8.0, CheckOutcome.warn), (.higher, 12, .pass), (.lower, 12, .warn),
    (.lower, 8, .pass), (.stable, 12, .warn), (.stable, 8, .warn), (.stable, 10.1, .pass),
  ])
  func worseThanTheBaselineBeyondChance(
    direction: Direction, last: Double, expected: CheckOutcome
  ) throws {
    let result = try result(
      fixture(
        [10, 10, 10, 10, last], direction: direction,
        role: direction == .stable ? .balancing : .outcome), asOf: "2026-04-01")
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .warn : nil))
  }

  @Test func saysSinceWhenAndBesideWhat() throws {
    let result = try result(
      fixture([10, 9.9, 9.9, 9.8, 9.9, 9.8, 9.9, 9.8], role: .balancing), asOf: "2026-07-01")
    #expect(result.since == month("2025-12"))
    #expect(result.period == month("2026-06"))
    #expect(
      result.message
        == "Wait is at 9.8 v a baseline of 10.0, worse since Dec 2025 (7 values in a row)"
        + " (Benefit Owner): find what changed")
    #expect(result.evidence["signal_length"] == 7)
    #expect(result.expected == 10)
  }

  @Test func aValueFarOutIsToldFromTheBeginningOfItsRun() throws {
    let result = try result(fixture([10.2, 9.9, 9.8, 9.9, 8]), asOf: "2026-04-01")
    #expect(result.since == month("2025-12"))
    #expect(result.message.contains("worse since Dec 2025 (outside its limits)"))
  }

  @Test func aTrendThatIsStillBetterThanTheBaselineIsNoDeterioration() throws {
    let falling: [Double?] = [18, 17, 16, 15, 14, 13, 12]
    #expect(try result(fixture(falling), asOf: "2026-06-01").outcome == .pass)
  }

  @Test func noiseIsNoSignal() throws {
    let noise: [Double?] = [9.9, 10.1, 9.8, 10, 9.9, 10.2]
    #expect(try result(fixture(noise)).outcome == .pass)
  }

  /// Fewer than 15 usable values make it a run chart: of ten useful ones a run of six is to be expected, of eleven
  /// none of seven (Anhøj & Olesen: round(log2 n) + 3).
  @Test func onARunChartOnlyALongRunIsASignal() throws {
    var fixture = fixture([])
    fixture.goLive = "2025-05-01"
    fixture.baseline = Fixture.baselineWindow
    fixture.values = [10, 11, 10, 11, 9, 9, 9, 9, 9, 9]
    #expect(try result(fixture, asOf: "2025-11-01").outcome == .pass)
    fixture.values += [9]
    #expect(try result(fixture, asOf: "2025-12-01").outcome == .warn)
  }

  @Test func nothingIsSaidBeforeAValueAfterTheBaseline() throws {
    #expect(try result(fixture([]), asOf: "2025-11-01").outcome == .notDue)
    var empty = fixture([])
    empty.values = []
    #expect(try result(empty, asOf: "2025-01-15").outcome == .notDue)
  }

  @Test func withoutAValueIsNeverGreen() throws {
    var fixture = fixture([])
    fixture.baseline = Baseline(basis: .stated(value: 10, source: "Audit"))
    fixture.values = []
    #expect(try result(fixture).outcome == .unknown)
  }

  @Test func withoutABaselineIsUnknownOnceLive() throws {
    var fixture = fixture([10, 10, 10])
    fixture.baseline = nil
    #expect(try result(fixture, asOf: "2026-02-01").outcome == .unknown)
    #expect(try result(fixture, asOf: "2025-10-31").outcome == .notDue)
  }

  @Test func aLimitWithoutABaselineHasNothingToBeWorseThan() throws {
    var fixture = fixture([10, 10, 10], role: .balancing)
    fixture.baseline = nil
    #expect(try result(fixture).outcome == .notApplicable)
    #expect(try fixture.outcome("baseline.missing", asOf: "2026-02-01") == .notApplicable)
    #expect(try fixture.outcome("guardrail.breached", asOf: "2026-02-01") == .pass)
  }

  @Test func contextPromisesNothing() throws {
    #expect(try result(fixture([8, 8, 8], role: .context)).outcome == .notApplicable)
  }

  // The mean of 10, 10 and 7 is 1 below the baseline.
  @Test(arguments: [
    (Double?.none, CheckSeverity.warn), (1.1, .warn), (1, .warn), (0.9, .error), (0.1, .error),
  ])
  func moreThanTheToleranceIsAnError(tolerance: Double?, severity: CheckSeverity) throws {
    for (direction, last) in [(Direction.higher, 7.0), (.lower, 13)] {
      let result = try fixture([10, 10, 10, 10, last], direction: direction).result(
        "signal.deterioration", asOf: "2026-04-01"
      ) { $0.plan.measures[0].tolerance = tolerance }
      #expect(result.severity == severity)
    }
  }
}
