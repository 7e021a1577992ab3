import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct GuardrailStrainedTests {
  private func fixture(
    _ level: Double, amber: Double? = 15, limit: Double = 20, direction: Direction = .lower
  ) -> Fixture {
    Fixture(
      direction: direction, role: .balancing, baseline: Fixture.baselineWindow,
      guardrail: Guardrail(limit: limit, amber: amber),
      values: [10, 10, 10, 10, level, level, level])
  }

  private func result(_ fixture: Fixture) throws -> CheckResult {
    try fixture.result("guardrail.strained", asOf: "2025-08-01")
  }

  @Test(arguments: [
    (14.9, CheckOutcome.pass), (15, .warn), (20, .warn), (20.1, .notApplicable),
  ])
  func amberIsStrainedAndTheLimitTooUntilItIsPassed(level: Double, expected: CheckOutcome) throws {
    #expect(try result(fixture(level)).outcome == expected)
  }

  @Test(arguments: [(5.1, CheckOutcome.pass), (5, .warn), (1.9, .notApplicable)])
  func lowIsWorseWhereHigherIsBetter(level: Double, expected: CheckOutcome) throws {
    let fixture = fixture(level, amber: 5, limit: 2, direction: .higher)
    #expect(try result(fixture).outcome == expected)
  }

  @Test func saysBetweenWhat() throws {
    #expect(
      try result(fixture(16)).message
        == "Wait is at 16.0 by Jul 2025, amber from 15.0, limit 20.0 days (Benefit Owner): agree relief before the"
        + " limit is passed")
  }

  @Test func aDisbenefitIsStrainedToo() throws {
    var fixture = fixture(16)
    fixture.role = .outcome
    fixture.isDisbenefit = true
    #expect(try result(fixture).outcome == .warn)
  }

  @Test func withoutAmberNothingWarns() throws {
    #expect(try result(fixture(19, amber: nil)).outcome == .notApplicable)
  }

  @Test func withoutAValueIsNeverGreen() throws {
    var fixture = fixture(16)
    fixture.values = []
    #expect(try result(fixture).outcome == .unknown)
    #expect(try fixture.outcome("guardrail.strained", asOf: "2025-01-15") == .notDue)
  }

  @Test func aBandWithoutABaselineIsUnknown() throws {
    var fixture = fixture(16, direction: .stable)
    fixture.baseline = nil
    #expect(try result(fixture).outcome == .unknown)
  }
}

@Suite struct EquityGapTests {
  private func result(
    _ groups: [[Double?]], limit: Double? = 3, whole: [Double?] = [50, 50, 50]
  ) throws -> CheckResult {
    try Fixture(unit: "%", goLive: "2025-01-01", values: whole).result(
      "equity.gap", asOf: "2025-04-01"
    ) { snapshot in
      snapshot.plan.measures[0].equityGap = limit
      snapshot.plan.strata = groups.indices.map {
        Stratum(id: id("fifth-\($0 + 1)"), title: ["Most", "Middle", "Least"][$0] + " deprived")
      }
      for (index, values) in groups.enumerated() {
        let series = Series(
          measure: id("M1"), site: id("prog"), stratum: id("fifth-\(index + 1)"))
        snapshot.measurements[series] = values.enumerated().compactMap { place, value in
          value.map { Measurement(period: month("2025-01").advanced(by: place), number: $0) }
        }
      }
    }
  }

  @Test(arguments: [(53.0, CheckOutcome.pass), (53.1, .warn), (47, .pass), (46.9, .warn)])
  func asMuchAsTheLimitIsAllowed(other: Double, expected: CheckOutcome) throws {
    #expect(
      try result([[50, 50, 50], [50, 50, 50], [other, other, other]]).outcome == expected)
  }

  @Test func saysWhoIsBehind() throws {
    let result = try result([[50, 50, 50], [56, 56, 56]])
    #expect(result.value == 6)
    #expect(result.expected == 3)
    #expect(
      result.message
        == "Wait is 50.0% for most deprived and 56.0% for middle deprived, where 3.0% apart is the most"
        + " (Benefit Owner): agree what helps those behind")
  }

  @Test func aGroupWhoseValuesAreOldIsLeftOut() throws {
    let result = try result([[50, 50, 50], [51, 51, 51], [90, 90]])
    #expect(result.outcome == .pass)
    #expect(result.evidence["groups"] == 2)
  }

  @Test func withoutGroupsIsNeverGreen() throws {
    #expect(try result([]).outcome == .unknown)
    #expect(try result([[50, 50, 50], []]).outcome == .unknown)
  }

  @Test func withoutALimitThereIsNothingToHold() throws {
    #expect(try result([[50, 50, 50], [90, 90, 90]], limit: nil).outcome == .notApplicable)
  }
}
