import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct TargetUncommittedTests {
  private func fixture(_ role: String?, _ lifecycle: Lifecycle = .realising) -> Fixture {
    Fixture(
      lifecycle: lifecycle,
      target: Target(
        value: 5, reachBy: month("2025-12"), committedBy: role,
        committedOn: role.map { _ in day("2025-02-01") }))
  }

  @Test(arguments: [
    (String?.some("Chief Nurse"), Lifecycle.realising, CheckOutcome.pass),
    (nil, .realising, .warn), (nil, .committed, .warn), (nil, .planned, .notDue),
  ])
  func aRoleCommits(role: String?, lifecycle: Lifecycle, expected: CheckOutcome) throws {
    #expect(try fixture(role, lifecycle).probe("target.uncommitted").outcome == expected)
  }

  @Test func nothingIsPromisedWithoutATarget() throws {
    #expect(try Fixture().probe("target.uncommitted").outcome == .notApplicable)
  }
}

@Suite struct TargetWrongSideTests {
  private func result(
    _ target: Double, direction: Direction, basis: Target.Basis = .level,
    values: [Double?] = [10, 10, 10, 10], asOf: String = "2025-09-01"
  ) throws -> CheckResult {
    try Fixture(
      direction: direction, baseline: Fixture.baselineWindow,
      target: Target(value: target, reachBy: month("2025-12"), basis: basis), values: values
    ).probe("target.wrong-side", asOf: asOf)
  }

  @Test(arguments: [
    (12.0, Direction.higher, CheckOutcome.pass), (10, .higher, .fail), (8, .higher, .fail),
    (8, .lower, .pass), (10, .lower, .fail), (12, .lower, .fail), (12, .stable, .notApplicable),
  ])
  func liesBeyondTheBaseline(
    target: Double, direction: Direction, expected: CheckOutcome
  ) throws {
    let result = try result(target, direction: direction)
    #expect(result.outcome == expected)
    if expected != .notApplicable { #expect(result.expected == 10) }
  }

  @Test func aRunningSumLiesBeyondZero() throws {
    #expect(try result(5, direction: .higher, basis: .toDate).outcome == .pass)
    #expect(try result(-5, direction: .higher, basis: .toDate).outcome == .fail)
  }

  @Test func withoutABaselineIsUnknownOnceLive() throws {
    #expect(try result(12, direction: .higher, values: []).outcome == .unknown)
    #expect(
      try result(12, direction: .higher, values: [], asOf: "2025-04-30").outcome == .notDue)
  }
}

@Suite struct TargetUnreachableTests {
  @Test(arguments: [
    (MeasureKind.proportion, Bounds?.none, 100.0, CheckOutcome.pass),
    (.proportion, nil, 100.1, .fail), (.proportion, nil, -0.1, .fail), (.count, nil, 0, .pass),
    (.count, nil, -1, .fail), (.value, nil, -1e9, .notApplicable),
    (.value, Bounds(from: 0, to: 10), 10, .pass), (.value, Bounds(from: 0, to: 10), 10.5, .fail),
    (.value, Bounds(from: 0), 1e9, .pass),
  ])
  func liesWithinWhatThereCanBe(
    kind: MeasureKind, possible: Bounds?, target: Double, expected: CheckOutcome
  ) throws {
    let result = try Fixture(
      kind: kind, unit: kind == .proportion ? "%" : "points",
      target: Target(value: target, reachBy: month("2025-12"))
    ).probe("target.unreachable") { $0.measures[0].possible = possible }
    #expect(result.outcome == expected)
  }

  @Test func aRunningSumIsNoSingleValue() throws {
    let result = try Fixture(
      kind: .count, target: Target(value: -5, reachBy: month("2025-12"), basis: .toDate)
    ).probe("target.unreachable")
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct TargetWithinNoiseTests {
  /// Mean 10 and mean moving range 2 over June to December 2024: limits 10 ± 2.66 · 2 (Montgomery 2009, 6.4).
  private func result(
    _ target: Double, basis: Target.Basis = .level, window: String = "2025-07"
  ) throws -> CheckResult {
    try Fixture(
      goLive: "2025-08-01",
      baseline: Baseline(basis: .window(from: month("2025-01"), to: month(window))),
      target: Target(value: target, reachBy: month("2025-12"), basis: basis),
      values: [9, 11, 9, 11, 9, 11, 10]
    ).probe("target.within-noise")
  }

  // Moving ranges 2, 2, 2, 2, 2, 1: mean 11/6; limits 10 ± 2.66 · 11/6 = 5.12 to 14.88.
  @Test(arguments: [(14.8, CheckOutcome.warn), (14.9, .pass), (5.2, .warn), (5.1, .pass)])
  func limitsDecide(target: Double, expected: CheckOutcome) throws {
    let result = try result(target)
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .info : nil))
    #expect(abs((result.evidence["upper"] ?? 0) - 14.876667) < 1e-5)
  }

  @Test func needsSixValues() throws {
    #expect(try result(12, window: "2025-05").outcome == .notApplicable)
    #expect(try result(12, window: "2025-06").outcome == .warn)
  }

  @Test func aRunningSumHasNoLimits() throws {
    #expect(try result(12, basis: .toDate).outcome == .notApplicable)
  }

  @Test func aStatedBaselineHasNoLimits() throws {
    let result = try Fixture(
      baseline: Baseline(basis: .stated(value: 10, source: "Audit")),
      target: Target(value: 12, reachBy: month("2025-12"))
    ).probe("target.within-noise")
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct TargetMovedAfterGoLiveTests {
  private static let promised = Target(
    value: 20, reachBy: month("2025-12"), holdUntil: month("2026-12"))

  private func result(
    _ changed: Target?, on moment: String = "2025-06-01T09:00:00Z", asOf: String = "2025-09-01"
  ) throws -> CheckResult {
    let series = Series(measure: id("M1"), site: id("prog"))
    let history = History(
      commitments: [
        series: [
          CommitmentVersion(
            commitment: Commitment(targets: [Self.promised]), entry: 2,
            recordedAt: try #require(Instant("2025-02-01T09:00:00Z"))),
          CommitmentVersion(
            commitment: Commitment(targets: changed.map { [$0] } ?? []), entry: 7,
            recordedAt: try #require(Instant(moment))),
        ]
      ])
    return try Fixture(target: changed).probe(
      "target.moved-after-golive", asOf: asOf, history: history)
  }

  @Test(arguments: [
    (Target(value: 19, reachBy: month("2025-12"), holdUntil: month("2026-12")), CheckOutcome.fail),
    (Target(value: 20, reachBy: month("2026-01"), holdUntil: month("2026-12")), .fail),
    (Target(value: 20, reachBy: month("2025-12")), .fail),
    (Target(value: 21, reachBy: month("2025-11"), holdUntil: month("2027-12")), .pass),
    (
      Target(
        value: 10, reachBy: month("2025-12"), holdUntil: month("2026-12"), decision: "D-1"), .pass
    ),
  ])
  func easierNeedsADecision(changed: Target, expected: CheckOutcome) throws {
    #expect(try result(changed).outcome == expected)
  }

  @Test func takingItOutNeedsOneToo() throws {
    let result = try result(nil)
    #expect(result.outcome == .fail)
    #expect(result.message.contains("target of 20.0 by Dec 2025 taken out on 1 Jun 2025"))
    #expect(result.evidence["entry"] == 7)
  }

  @Test func beforeGoLiveItMayMove() throws {
    let easier = Target(value: 5, reachBy: month("2025-12"), holdUntil: month("2026-12"))
    #expect(try result(easier, on: "2025-04-30T09:00:00Z").outcome == .pass)
    #expect(try result(easier, asOf: "2025-04-30").outcome == .notDue)
  }

  @Test func withoutATargetThereIsNothingToMove() throws {
    #expect(try Fixture().probe("target.moved-after-golive").outcome == .notApplicable)
  }
}

@Suite struct TrajectoryDefinitionTests {
  @Test func isMissingWhereAStraightLineIsAssumed() throws {
    let missing = try Fixture(target: Target(value: 5, reachBy: month("2025-12")))
      .probe("trajectory.missing")
    #expect(missing.outcome == .warn)
    let given = try Fixture(
      target: Target(value: 5, reachBy: month("2025-12"), trajectory: .linear(from: nil))
    ).probe("trajectory.missing")
    #expect(given.outcome == .pass)
    #expect(try Fixture().probe("trajectory.missing").outcome == .notApplicable)
  }

  private func result(
    _ trajectory: Trajectory?, basis: Target.Basis = .level
  ) throws -> CheckResult {
    try Fixture(
      baseline: Fixture.baselineWindow,
      target: Target(
        value: 20, reachBy: month("2025-12"), basis: basis, trajectory: trajectory),
      values: [10, 10, 10, 10]
    ).probe("trajectory.inconsistent")
  }

  private static func table(_ first: Double, _ last: Double) -> Trajectory {
    .table([
      PlannedValue(period: month("2025-06"), value: first),
      PlannedValue(period: month("2025-12"), value: last),
      PlannedValue(period: month("2026-06"), value: 99),
    ])
  }

  @Test(arguments: [
    (table(10, 20), CheckOutcome.pass), (table(12, 20.05), .pass), (table(12, 20.06), .warn),
    (table(12, 18), .warn), (table(9, 20), .warn), (table(21, 20), .warn),
    (.table([PlannedValue(period: month("2026-01"), value: 20)]), .warn), (.step, .pass),
    (.linear(from: month("2025-06")), .pass), (.sCurve(from: month("2026-01")), .warn),
    (.linear(from: month("2025-12")), .pass),
  ])
  func leadsFromBaselineToTarget(trajectory: Trajectory, expected: CheckOutcome) throws {
    #expect(try result(trajectory).outcome == expected)
  }

  // The contributions up to December are 8 and 12.
  @Test(arguments: [(8.0, 12.0, CheckOutcome.pass), (8.1, 12, .pass), (8.2, 12, .warn)])
  func contributionsAddUp(first: Double, last: Double, expected: CheckOutcome) throws {
    let result = try result(Self.table(first, last), basis: .toDate)
    #expect(result.outcome == expected, "\(result.message)")
  }

  @Test func withoutOneThereIsNothingToCompare() throws {
    #expect(try result(nil).outcome == .notApplicable)
  }
}
