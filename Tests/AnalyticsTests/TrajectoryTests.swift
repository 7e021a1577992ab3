import BenefitsAnalytics
import BenefitsModel
import Testing

/// Baseline 60, target 80 by March 2025, go-live July 2024.
@Suite struct TrajectoryTests {
  typealias Fixture = ProgrammeFixture

  private func assessment(
    _ trajectory: Trajectory?, months: Int = 3, change: (inout Fixture) throws -> Void = { _ in }
  ) throws -> Assessment {
    var fixture = try Fixture()
    fixture.commitment.targets[0].trajectory = trajectory
    fixture.record(Fixture.before + Array(repeating: 65, count: months))
    try change(&fixture)
    return try fixture.assessmentAfterLast()
  }

  @Test func theLineHasTheBaselineBeforeItsFirstPeriodAndTheTargetAtReachBy() throws {
    let planned = try assessment(.linear(from: try Fixture.period("2024-10"))).trajectory
    #expect(try planned.first == PlannedValue(period: Fixture.period("2024-09"), value: 60))
    #expect(try planned.last == PlannedValue(period: Fixture.period("2025-03"), value: 80))
    #expect(planned.count == 7)
    #expect(abs(planned[3].value - 70) < 1e-12)
  }

  @Test func anAssumedLineBeginsAtGoLive() throws {
    let assessment = try assessment(nil)
    #expect(assessment.isTrajectoryAssumed)
    #expect(try assessment.trajectory.first?.period == Fixture.period("2024-06"))
    // Three of nine months: a third of the way.
    #expect(abs(try #require(assessment.planned) - (60 + 20.0 / 3)) < 1e-12)
    #expect(abs(try #require(assessment.plannedRealised) - 100.0 / 3) < 1e-12)
  }

  @Test func withoutGoLiveTheLineBeginsWithTheTargetOrAfterTheBaseline() throws {
    let after = try assessment(nil) { $0.goLive = nil }
    #expect(try after.trajectory.first?.period == Fixture.period("2024-03"))
    let withTarget = try assessment(nil) { fixture in
      fixture.goLive = nil
      fixture.commitment.targets[0].from = try Fixture.period("2024-06")
    }
    #expect(try withTarget.trajectory.first?.period == Fixture.period("2024-05"))
  }

  @Test func aStepKeepsTheBaselineUntilReachBy() throws {
    let planned = try assessment(.step).trajectory
    #expect(planned.dropLast().allSatisfy { $0.value == 60 })
    #expect(planned.last?.value == 80)
  }

  @Test(arguments: [(0, 60.0), (1, 61.48148148148148), (2, 65.18518518518519), (3, 70), (6, 80)])
  func anSCurveIsThreeSquaresLessTwoCubes(months: Int, expected: Double) throws {
    // Six months from October to March: u = months / 6.
    let planned = try assessment(.sCurve(from: try Fixture.period("2024-10"))).trajectory
    #expect(abs(planned[months].value - expected) < 1e-12)
  }

  @Test func aTableIsTakenAsGivenAndHoldsUntilTheNextValue() throws {
    let table = Trajectory.table([
      PlannedValue(period: try Fixture.period("2024-08"), value: 64),
      PlannedValue(period: try Fixture.period("2024-11"), value: 72),
    ])
    #expect(try assessment(table, months: 1).planned == 60)
    #expect(try assessment(table, months: 2).planned == 64)
    #expect(try assessment(table, months: 4).planned == 64)
    #expect(try assessment(table, months: 5).planned == 72)
    #expect(try assessment(table, months: 9).planned == 80)
  }

  @Test func lengthOfStayAsInTheDefinition() throws {
    // Baseline 11.8, target 9.5, level 10.16, planned 9.90: R 71.3, P 82.6, pace 0.86.
    var fixture = try Fixture(direction: .lower)
    fixture.commitment.baseline = Baseline(basis: .stated(value: 11.8, source: "audit"))
    fixture.commitment.targets = [
      Target(
        value: 9.5, reachBy: try Fixture.period("2025-03"),
        trajectory: .table([PlannedValue(period: try Fixture.period("2024-07"), value: 9.9)]))
    ]
    fixture.record(Array(repeating: 11.8, count: 15) + Array(repeating: 10.16, count: 8))
    let assessment = try fixture.assessmentAfterLast()
    #expect(Numeral.fixed(try #require(assessment.realised), decimals: 1) == "71.3")
    #expect(Numeral.fixed(try #require(assessment.plannedRealised), decimals: 1) == "82.6")
    #expect(Numeral.fixed(try #require(assessment.pace), decimals: 2) == "0.86")
    #expect(Numeral.fixed(try #require(assessment.variance), decimals: 2) == "-0.26")
    #expect(assessment.status == .watch)
  }

  @Test func aRunningSumIsComparedWithItsPlannedRunningSum() throws {
    var fixture = try Fixture(unit: "£k")
    fixture.commitment.baseline = Baseline(basis: .stated(value: 0, source: "ledger"))
    fixture.commitment.targets = [
      Target(
        value: 90, reachBy: try Fixture.period("2024-12"), basis: .toDate,
        trajectory: .table(
          try ["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"].enumerated().map {
            PlannedValue(period: try Fixture.period($1), value: [5.0, 10, 15, 20, 20, 20][$0])
          }))
    ]
    // The 99 before go-live does not count.
    fixture.record(Array(repeating: 0, count: 14) + [99, 4, 8, 12])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.level == 24)
    #expect(assessment.planned == 30)
    #expect(assessment.realised == 100 * 24 / 90.0)
    #expect(assessment.pace == 24 / 30.0)
    #expect(assessment.variance == -6)
    #expect(assessment.levelPoints == 3)
    #expect(assessment.trajectory.map(\.value) == [0, 5, 10, 15, 20, 20, 20])
  }

  @Test func aRunningSumWithoutATableFollowsALine() throws {
    var fixture = try Fixture(unit: "£k")
    fixture.commitment.baseline = Baseline(basis: .stated(value: 0, source: "ledger"))
    fixture.commitment.targets[0].value = 90
    fixture.commitment.targets[0].basis = .toDate
    fixture.record(Array(repeating: 0, count: 15) + [10, 10, 10, 10])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.planned == 40)
    #expect(assessment.pace == 1)
    #expect(assessment.trajectory.dropFirst().allSatisfy { abs($0.value - 10) < 1e-12 })
  }
}

@Suite struct TargetInForceTests {
  typealias Fixture = ProgrammeFixture

  private func target(
    of targets: [(value: Double, from: String?, reachBy: String)], months: Int
  ) throws -> Double? {
    var fixture = try Fixture()
    fixture.commitment.targets = try targets.map {
      Target(
        value: $0.value, reachBy: try Fixture.period($0.reachBy),
        from: try $0.from.map(Fixture.period))
    }
    fixture.record(Array(repeating: 65, count: months))
    return try fixture.assessmentAfterLast().target?.value
  }

  @Test(arguments: [(12, 70.0), (24, 70), (25, 80), (36, 80), (40, 80)])
  func milestonesFollowEachOther(months: Int, expected: Double) throws {
    // 24 months from April 2023 end with March 2025.
    let value = try target(of: [(70, nil, "2025-03"), (80, nil, "2026-03")], months: months)
    #expect(value == expected)
  }

  @Test(arguments: [(12, 85.0), (27, 85), (28, 90), (40, 90)])
  func aTargetReplacesTheOneBeforeFromItsFirstPeriod(months: Int, expected: Double) throws {
    let value = try target(
      of: [(85, "2024-06", "2025-03"), (90, "2025-07", "2026-03")], months: months)
    #expect(value == expected)
  }
}
