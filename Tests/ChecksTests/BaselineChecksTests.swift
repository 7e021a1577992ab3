import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct BaselineUnvalidatedTests {
  private func fixture(_ state: Baseline.State) -> Fixture {
    Fixture(
      baseline: Baseline(
        basis: Fixture.baselineWindow.basis, state: state,
        validatedBy: state == .validated ? "Head of Performance" : nil),
      values: [10, 10, 10, 10])
  }

  // Go-live is on 1 May 2025.
  @Test(arguments: [
    (Baseline.State.provisional, "2025-04-30", CheckOutcome.notDue),
    (.provisional, "2025-05-01", .warn), (.validated, "2025-04-30", .pass),
    (.validated, "2026-05-01", .pass),
  ])
  func isValidatedByGoLive(state: Baseline.State, asOf: String, expected: CheckOutcome) throws {
    #expect(try fixture(state).outcome("baseline.unvalidated", asOf: asOf) == expected)
  }

  @Test func saysSinceWhenItIsLive() throws {
    let result = try fixture(.provisional).result("baseline.unvalidated", asOf: "2025-05-31")
    #expect(
      result.message
        == "Wait has a baseline that is still provisional, and went live on 1 May 2025 (Benefit Owner): "
        + "have it validated")
    #expect(result.evidence == ["days_since_go_live": 30])
  }

  @Test func cannotBeJudgedWithoutAGoLive() throws {
    var fixture = fixture(.provisional)
    fixture.goLive = nil
    #expect(try fixture.outcome("baseline.unvalidated", asOf: "2025-06-01") == .unknown)
  }

  @Test func withoutABaselineThereIsNothingToValidate() throws {
    #expect(
      try Fixture(values: [1]).outcome("baseline.unvalidated", asOf: "2025-06-01")
        == .notApplicable)
  }
}

@Suite struct BaselineTooFewTests {
  private func fixture(months: Int) -> Fixture {
    Fixture(
      goLive: "2026-06-01",
      baseline: Baseline(
        basis: .window(from: month("2025-01"), to: month("2025-01").advanced(by: months - 1))),
      values: Array(repeating: 10, count: months))
  }

  @Test(arguments: [
    (5, CheckSeverity?.some(.warn)), (6, .info), (11, .info), (12, nil), (13, nil),
  ])
  func sixAndTwelveAreTheBounds(months: Int, severity: CheckSeverity?) throws {
    let result = try fixture(months: months).result("baseline.too-few", asOf: "2026-05-01")
    #expect(result.outcome == (severity == nil ? .pass : .warn))
    #expect(result.severity == severity)
    #expect(result.evidence["baseline_points"] == Double(months))
  }

  @Test func missingValuesAreNotCounted() throws {
    var fixture = fixture(months: 12)
    fixture.values[3] = nil
    let result = try fixture.result("baseline.too-few", asOf: "2026-05-01")
    #expect(result.severity == .info)
    #expect(result.message.contains("a baseline of 11 values, Jan 2025 to Dec 2025"))
  }

  @Test func isNotCountedBeforeItsLastValueIsDue() throws {
    #expect(try fixture(months: 5).outcome("baseline.too-few", asOf: "2025-05-31") == .notDue)
    #expect(try fixture(months: 5).outcome("baseline.too-few", asOf: "2025-06-01") == .warn)
  }

  @Test func aStatedBaselineAndAnEmptyOneAreNotCounted() throws {
    var fixture = fixture(months: 5)
    fixture.values = []
    #expect(try fixture.outcome("baseline.too-few", asOf: "2026-05-01") == .notApplicable)
    fixture.baseline = Baseline(basis: .stated(value: 10, source: "Audit"))
    #expect(try fixture.outcome("baseline.too-few", asOf: "2026-05-01") == .notApplicable)
  }
}

@Suite struct BaselineOverlapsGoLiveTests {
  private func outcome(to last: String, goLive: String?) throws -> CheckOutcome {
    try Fixture(
      goLive: goLive, baseline: Baseline(basis: .window(from: month("2025-01"), to: month(last))),
      values: [1, 1, 1, 1, 1, 1]
    ).outcome("baseline.overlaps-golive", asOf: "2025-07-01")
  }

  @Test(arguments: [
    ("2025-04", "2025-05-01", CheckOutcome.pass), ("2025-04", "2025-04-30", .fail),
    ("2025-05", "2025-05-01", .fail), ("2025-03", "2025-05-01", .pass),
  ])
  func everyPeriodIsOverBeforeGoLive(last: String, goLive: String, expected: CheckOutcome) throws {
    #expect(try outcome(to: last, goLive: goLive) == expected)
  }

  @Test func nothingOverlapsWithoutAGoLive() throws {
    #expect(try outcome(to: "2025-04", goLive: nil) == .notDue)
  }

  @Test func saysFromWhenOn() throws {
    let result = try Fixture(
      baseline: Baseline(basis: .window(from: month("2025-01"), to: month("2025-06"))),
      values: [1, 1, 1, 1, 1, 1]
    ).result("baseline.overlaps-golive", asOf: "2025-07-01")
    #expect(result.severity == .error)
    #expect(result.since == month("2025-05"))
    #expect(result.evidence == ["periods_after_go_live": 2])
    #expect(
      result.message
        == "Wait has a baseline, Jan 2025 to Jun 2025, that goes on after go-live on 1 May 2025"
        + " (Benefit Owner): let it end before go-live")
  }

  @Test func aStatedBaselineOverlapsNothing() throws {
    let fixture = Fixture(
      baseline: Baseline(basis: .stated(value: 10, source: "Audit")), values: [1])
    #expect(
      try fixture.outcome("baseline.overlaps-golive", asOf: "2025-07-01") == .notApplicable)
  }
}

@Suite struct BaselineSpecialCauseTests {
  /// Twelve months of baseline and six after.
  private func fixture(_ baseline: [Double?], after: [Double?] = [10, 11, 9, 10, 11, 9]) -> Fixture
  {
    Fixture(
      goLive: "2026-01-01",
      baseline: Baseline(basis: .window(from: month("2025-01"), to: month("2025-12"))),
      values: baseline + after)
  }

  private let noise: [Double?] = [10, 11, 9, 10, 12, 9, 8, 11, 10, 9, 11, 10]

  private func result(_ fixture: Fixture, asOf: String = "2026-07-01") throws -> CheckResult {
    try fixture.result("baseline.special-cause", asOf: asOf)
  }

  @Test func noiseHoldsNone() throws {
    #expect(try result(fixture(noise)).outcome == .pass)
  }

  // The mean is 10.67 and the average moving range 2.82 with 20 in August, whose limit is 18.2.
  @Test func aValueOutsideTheLimitsIsOne() throws {
    var values = noise
    values[7] = 20
    let result = try result(fixture(values))
    #expect(result.outcome == .warn)
    #expect(result.value == 20)
    #expect(result.since == month("2025-08"))
    #expect(
      result.message.contains(
        "a special cause in its baseline: a value outside the limits, in Aug 2025"))
  }

  @Test func aShiftAndATrendAre() throws {
    let shifted = fixture([10, 11, 10, 11, 10, 14, 15, 14, 15, 14, 15, 14])
    #expect(try result(shifted).outcome == .warn)
    let rising = fixture([12, 9, 13, 10, 9, 10, 11, 12, 13, 14, 15, 9])
    #expect(try result(rising).message.contains("a trend"))
  }

  @Test func aShiftThatBeginsAfterTheBaselineIsNone() throws {
    let values = Array(noise.dropLast(2)) + [12, 12]
    #expect(try result(fixture(values, after: [12, 12, 12, 12, 12, 12])).outcome == .pass)
  }

  /// Fewer than 15 values make it a run chart: of twelve useful ones a run of seven is to be expected.
  @Test func onARunChartTooLongARunIs() throws {
    let long: [Double?] = [1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9]
    #expect(try result(fixture(long, after: []), asOf: "2026-01-01").outcome == .warn)
    #expect(try result(fixture(noise, after: []), asOf: "2026-01-01").outcome == .pass)
  }

  @Test func itTakesSixValuesAndAWindowThatIsOver() throws {
    let few: [Double?] = [1, 1, 1, 1, 1] + Array(repeating: nil, count: 7)
    #expect(try result(fixture(few)).outcome == .notApplicable)
    #expect(try result(fixture(noise), asOf: "2025-12-31").outcome == .notDue)
  }
}
