import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct GuardrailTests {
  private func fixture(
    _ values: [Double?], limit: Double = 20, direction: Direction = .lower
  ) -> Fixture {
    Fixture(
      direction: direction, role: .balancing, baseline: Fixture.baselineWindow,
      guardrail: Guardrail(limit: limit), values: [10, 10, 10, 10] + values)
  }

  @Test(arguments: [
    ([20.0, 20, 20], CheckOutcome.pass), ([20, 20, 20.1], .fail), ([10, 10, 35], .pass),
    ([10, 10, 41], .fail), ([5, 21, 21], .fail), ([21, 5, 21], .fail), ([21, 5, 5], .pass),
  ])
  func isPassedByTheLevelOrTwoOfTheLastThree(values: [Double], expected: CheckOutcome) throws {
    #expect(try fixture(values).outcome("guardrail.breached", asOf: "2025-08-01") == expected)
  }

  @Test(arguments: [([5.0, 5, 5], CheckOutcome.pass), ([5, 5, 4.9], .fail)])
  func lowIsWorseWhereHigherIsBetter(values: [Double], expected: CheckOutcome) throws {
    let fixture = fixture(values, limit: 5, direction: .higher)
    #expect(try fixture.outcome("guardrail.breached", asOf: "2025-08-01") == expected)
  }

  @Test func limitEqualToTheBaselineNeverDividesByZero() throws {
    let result = try fixture([10, 10, 10], limit: 10).result(
      "guardrail.breached", asOf: "2025-08-01")
    #expect(result.outcome == .pass)
    for number in result.evidence.values { #expect(number.isFinite) }
    #expect(result.value == 10)
  }

  @Test func saysSinceWhen() throws {
    let result = try fixture([10, 25, 25, 25]).result("guardrail.breached", asOf: "2025-09-01")
    #expect(result.since == month("2025-07"))
    #expect(
      result.message
        == "Wait is at 25.0 v a guardrail of 20.0 days, past it since Jul 2025 (Benefit Owner): "
        + "find the cause and agree relief")
  }

  @Test func whatReadsLikeTheLimitIsToldWithMoreDecimals() throws {
    let result = try fixture([20.02, 20.02, 20.02]).result("guardrail.breached", asOf: "2025-08-01")
    #expect(result.message.contains("is at 20.02 v a guardrail of 20.0 days"))
  }

  @Test func twoOfThreePastTheLimitAreSaidToBe() throws {
    let result = try fixture([5, 21, 21]).result("guardrail.breached", asOf: "2025-08-01")
    #expect(
      result.message.contains("had two of its last three values past a guardrail of 20.0 days"))
  }

  @Test func withoutAValueIsNeverGreen() throws {
    var fixture = fixture([])
    fixture.values = []
    fixture.baseline = Baseline(basis: .stated(value: 10, source: "Audit"))
    #expect(try fixture.outcome("guardrail.breached", asOf: "2025-08-01") == .unknown)
    #expect(try fixture.outcome("guardrail.breached", asOf: "2025-01-15") == .notDue)
  }

  @Test func disbenefitIsHeldAgainstItsTolerance() throws {
    var fixture = fixture([25, 25, 25])
    fixture.role = .outcome
    fixture.isDisbenefit = true
    #expect(try fixture.outcome("guardrail.breached", asOf: "2025-08-01") == .notApplicable)
    #expect(try fixture.outcome("disbenefit.exceeded", asOf: "2025-08-01") == .fail)
  }

  @Test func benefitHasNoTolerance() throws {
    #expect(
      try fixture([25, 25, 25]).outcome("disbenefit.exceeded", asOf: "2025-08-01")
        == .notApplicable)
  }
}
