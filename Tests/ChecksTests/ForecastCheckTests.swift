import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct ForecastCheckTests {
  /// A baseline of 10 from January to April, then the values from May 2025 on; 20 by December.
  private func fixture(_ values: [Double?]) -> Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-12")),
      values: [10, 10.2, 9.8, 10] + values)
  }

  @Test func whatStandsStillIsOutOfReach() throws {
    let result = try fixture([10.1, 9.9, 10, 10.2, 9.8]).result(
      "target.forecast-miss", asOf: "2025-10-01")
    #expect(result.outcome == .fail)
    #expect(result.severity == .error)
    #expect(result.message.contains("for Dec 2025, target 20.0"))
    #expect(result.expected == 20)
  }

  @Test func whatRisesFastEnoughPasses() throws {
    let fixture = fixture([12, 14, 16, 18, 19.8])
    #expect(try fixture.outcome("target.forecast-miss", asOf: "2025-10-01") != .fail)
    #expect(try fixture.outcome("target.run-rate", asOf: "2025-10-01") == .pass)
  }

  @Test func fewValuesAreNotDue() throws {
    #expect(try fixture([12]).outcome("target.forecast-miss", asOf: "2025-06-01") == .notDue)
    #expect(try fixture([12]).outcome("target.run-rate", asOf: "2025-06-01") == .notDue)
  }

  @Test func afterReachByNothingIsForecast() throws {
    let fixture = fixture([12, 13, 14, 15, 16, 17, 18, 18])
    for check in ["target.forecast-miss", "target.at-risk-date"] {
      #expect(try fixture.outcome(check, asOf: "2026-01-01") == .notApplicable)
    }
  }

  @Test func anotherPaceTakesAnotherPlan() throws {
    let result = try fixture([10.5, 11, 11.5, 12, 12.5]).result(
      "target.run-rate", asOf: "2025-10-01")
    #expect(result.severity == .info)
    #expect(result.value == 0.5)
  }

  // Reach-by ends with 31 December: 90 days before 1 January 2026 is 3 October.
  @Test(arguments: [("2025-10-02", CheckOutcome.notDue), ("2025-10-03", .warn)])
  func aQuarterBeforeItsDateMostIsToBeRealised(asOf: String, expected: CheckOutcome) throws {
    let values: [Double?] = [11, 12, 13, 14, 15]
    #expect(try fixture(values).outcome("target.at-risk-date", asOf: asOf) == expected)
    #expect(
      try fixture([12, 14, 18, 18, 18]).outcome("target.at-risk-date", asOf: "2025-10-03") == .pass)
  }
}
