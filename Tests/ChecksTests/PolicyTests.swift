import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct CheckPolicyTests {
  /// Realised 50% of a promise that is planned to be at 75% by now: a pace of 0.67.
  private func slow(_ rules: [CheckPolicyRule] = []) -> Fixture {
    var fixture = Fixture(
      baseline: Fixture.baselineWindow,
      target: Target(
        value: 20, reachBy: month("2026-04"),
        trajectory: .table([
          PlannedValue(period: month("2025-05"), value: 10),
          PlannedValue(period: month("2025-12"), value: 17.5),
          PlannedValue(period: month("2026-04"), value: 20),
        ])), values: [10, 10, 10, 10, 12, 13, 14, 15, 15, 15, 15, 15])
    fixture.policy.rules = rules
    return fixture
  }

  private func onTrack(_ rules: CheckPolicyRule...) throws -> CheckResult {
    try slow(rules).result("traj.on-track", asOf: "2026-01-01")
  }

  @Test func withoutARuleTheUsualLimitsHold() throws {
    #expect(try onTrack().severity == .error)
    #expect(try onTrack().message.contains("pace 0.67"))
  }

  @Test(arguments: [
    (0.9, 0.6, CheckOutcome.warn), (0.6, 0.5, .pass), (0.9, 0.7, .fail),
  ])
  func aRuleMovesTheLimits(warn: Double, error: Double, expected: CheckOutcome) throws {
    let rule = CheckPolicyRule(
      checks: Glob("traj.*"), thresholds: [.warnBelowPace: warn, .errorBelowPace: error])
    #expect(try onTrack(rule).outcome == expected)
  }

  @Test(arguments: [
    "measure:M1", "measure:m?", "benefit:B*", "aim:patient-experience", "role:outcome",
    "project:P1", "programme:prog", "owner:Data Lead", "owner:benefit*",
    "role:process,measure:M1", "measure:M1+!role:process",
  ])
  func aRuleHoldsForWhatItSelects(selection: String) throws {
    let rule = CheckPolicyRule(
      checks: Glob("traj.on-track"), select: try CheckSelection(selection), severity: .info)
    #expect(try onTrack(rule).severity == .info)
    #expect(try onTrack(rule).outcome == .warn)
  }

  @Test(arguments: [
    "measure:M2", "role:process", "!aim:patient-experience", "measure:M1+role:process",
  ])
  func aRuleLeavesOthersAlone(selection: String) throws {
    let rule = CheckPolicyRule(
      checks: Glob("traj.on-track"), select: try CheckSelection(selection), severity: .info)
    #expect(try onTrack(rule).severity == .error)
  }

  @Test func theLastRuleThatMatchesCounts() throws {
    let narrow = CheckPolicyRule(
      checks: Glob("traj.on-track"), select: try CheckSelection("measure:M1"), severity: .info)
    let wide = CheckPolicyRule(checks: Glob("*"), severity: .critical)
    #expect(try onTrack(wide, narrow).severity == .info)
    #expect(try onTrack(narrow, wide).severity == .critical)
  }

  @Test func graceIsAddedToADueDay() throws {
    var fixture = Fixture(values: [10, 10])
    #expect(try fixture.outcome("data.overdue", asOf: "2025-04-05") == .warn)
    fixture.policy.rules = [
      CheckPolicyRule(checks: Glob("data.overdue"), thresholds: [.graceDays: 10])
    ]
    #expect(try fixture.outcome("data.overdue", asOf: "2025-04-05") == .pass)
    #expect(try fixture.outcome("data.overdue", asOf: "2025-04-10") == .pass)
    #expect(try fixture.outcome("data.overdue", asOf: "2025-04-11") == .warn)
  }

  @Test func thePolicySaysFromWhichSeverityARunFails() {
    var fixture = slow()
    fixture.values[10] = nil
    fixture.policy.failOn = .critical
    #expect(fixture.run(asOf: "2026-01-01").exit.status == 0)
    #expect(fixture.run(asOf: "2026-01-01", CheckOptions(failOn: .error)).exit.status == 1)
    fixture.policy.failOn = .warn
    #expect(fixture.run(asOf: "2026-01-01").exit.reason.hasSuffix("fail"))
  }

  @Test func severalPeriodsInARowAreAskedByAPattern() throws {
    var fixture = slow()
    #expect(try fixture.result("traj.on-track", asOf: "2026-01-01").outcome == .fail)
    fixture.policy.consecutive = [ConsecutivePeriods(checks: Glob("traj.*"), periods: 60)]
    let result = try fixture.result("traj.on-track", asOf: "2026-01-01")
    #expect(result.outcome == .pass)
    #expect(result.state == .pending)
    #expect(result.severity == nil)
  }

  @Test func aSelectionLeavesTheOthersOut() throws {
    let selected = slow().run(
      asOf: "2026-01-01", CheckOptions(select: try CheckSelection("measure:M1")))
    #expect(Set(selected.results.compactMap(\.subject.measure)) == [id("M1")])
    #expect(selected.results.allSatisfy { $0.subject.measure != nil })
  }

  @Test func aPatternOfChecksLeavesTheOthersOut() {
    let run = slow().run(asOf: "2026-01-01", CheckOptions(checks: [Glob("data.*")]))
    #expect(!run.results.isEmpty)
    #expect(run.results.allSatisfy { $0.check.hasPrefix("data.") })
  }

  @Test func anEmptySelectionIsNoSuccess() throws {
    let options = CheckOptions(select: try CheckSelection("measure:M9"))
    let run = slow().run(asOf: "2026-01-01", options)
    #expect(run.exit.status == 2)
    #expect(run.exit.reason == "nothing was checked")
    #expect(run.results.map(\.check) == ["run.empty"])
    #expect(run.results.first?.outcome == .unknown)
  }

  @Test func anEmptySelectionIsAllowedOnRequest() throws {
    let options = CheckOptions(select: try CheckSelection("measure:M9"), allowsEmpty: true)
    let run = slow().run(asOf: "2026-01-01", options)
    #expect(run.exit.status == 0)
    #expect(run.results.isEmpty)
  }

  @Test func theRulesetHashChangesWithThePolicy() {
    let usual = slow().run(asOf: "2026-01-01").rulesetHash
    #expect(usual.count == 16)
    #expect(slow().run(asOf: "2026-02-01").rulesetHash == usual)
    let rule = CheckPolicyRule(checks: Glob("data.*"), severity: .info)
    #expect(slow([rule]).run(asOf: "2026-01-01").rulesetHash != usual)
  }
}

@Suite struct ExitStyleTests {
  /// What is missed and lacking, and the statuses of both styles.
  ///
  /// CRITICAL comes before WARNING, WARNING before UNKNOWN.
  @Test(arguments: [
    (nil, nil, Int32(0), Int32(0)), (20.0, nil, 1, 2), (nil, 5, 0, 1), (20, 5, 1, 2),
  ])
  func numbersMeanWhatTheStyleSays(
    miss: Double?, gap: Int?, ci: Int32, nagios: Int32
  ) {
    var fixture = Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 20, 20, 20, 20])
    if let miss { fixture.target?.value = miss + 20 }
    if let gap { fixture.values[gap] = nil }
    let checks = ["target.met-by-date", "data.gap"].map(Glob.init)
    #expect(fixture.run(asOf: "2025-09-01", CheckOptions(checks: checks)).exit.status == ci)
    let options = CheckOptions(checks: checks, exitStyle: .nagios)
    #expect(fixture.run(asOf: "2025-09-01", options).exit.status == nagios)
  }

  private var unknown: Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 20, 20, 20, nil])
  }

  @Test func unknownIsTwoOrThree() {
    let checks = [Glob("target.met-by-date")]
    #expect(unknown.run(asOf: "2025-09-01", CheckOptions(checks: checks)).exit.status == 2)
    #expect(
      unknown.run(asOf: "2025-09-01", CheckOptions(checks: checks, exitStyle: .nagios)).exit.status
        == 3)
  }

  @Test func zeroOnRequestSaysWhatItWouldHaveBeen() {
    let exit = unknown.run(asOf: "2025-09-01", CheckOptions(exitsZero: true)).exit
    #expect(exit.status == 0)
    #expect(
      exit.reason == "it was asked for, although nothing fails, but 1 check could not be evaluated")
  }
}

@Suite struct FormerRunTests {
  /// Five months on the good side of a limit of 15, and what follows from June 2025; it is passed by the mean of
  /// three months.
  private func fixture(_ last: Double?...) -> Fixture {
    Fixture(guardrail: Guardrail(limit: 15), values: [20, 20, 20, 20, 20] + last)
  }

  private var wasKept: Fixture { fixture(20, 20) }
  private var wasPassed: Fixture { fixture(10, 10) }
  private var isKept: Fixture { fixture(20, 20, 20) }
  private var isPassed: Fixture { fixture(10, 10, 10) }

  private let only = [Glob("guardrail.breached")]

  private func run(
    _ now: Fixture, after before: Fixture, _ change: (inout CheckOptions) -> Void = { _ in }
  ) -> CheckRun {
    var options = CheckOptions(checks: only)
    let former = CheckRecord(before.run(asOf: "2025-08-31", options))
    change(&options)
    return now.run(asOf: "2025-09-30", options, former: former)
  }

  @Test func aRevisedValueOpensAResolvedFailureAnew() throws {
    // What is known now says that the limit was passed in July already; what was known then did not.
    let result = try #require(run(isPassed, after: wasKept).results.first)
    #expect(result.outcome == .fail)
    #expect(result.state == .new)
    #expect(result.consecutive == 2)
    #expect(run(isPassed, after: wasPassed).results.first?.state == .ongoing)
  }

  @Test func whatIsKeptAgainIsResolved() throws {
    let run = run(isKept, after: wasPassed) { $0.changesOnly = true }
    #expect(run.listed.map(\.state) == [.resolved])
    #expect(run.text().hasPrefix("PASS   guardrail.breached  M1"))
    #expect(run.text().contains("  [resolved]\n"))
  }

  @Test func whatGoesOnIsNoChange() {
    let run = run(isPassed, after: wasPassed) { $0.changesOnly = true }
    #expect(run.exit.status == 1)
    #expect(run.listed.isEmpty)
  }

  @Test func onlyWhatIsNewFailsOnRequest() {
    let new = { (options: inout CheckOptions) in options.failsOnNewOnly = true }
    let ongoing = run(isPassed, after: wasPassed, new)
    #expect(ongoing.exit.status == 0)
    #expect(ongoing.exit.reason == "nothing fails that did not fail before")
    let fresh = run(isPassed, after: wasKept, new)
    #expect(fresh.exit.status == 1)
    #expect(fresh.exit.reason == "1 failure is new or worse")
  }
}
