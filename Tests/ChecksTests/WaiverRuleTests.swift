import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct WaiverRuleTests {
  /// A target of 20 by August 2025 that was missed with 17 (70% realised), and what was recorded since.
  private func fixture(_ waiver: Waiver, since: [Double?] = [17, 17, 17, 17]) -> Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      waivers: [waiver], values: [10, 10, 10, 10, 17, 17, 17, 17] + since)
  }

  private var waiver: Waiver {
    Waiver(
      id: id("W-1"), check: "target.met-by-date", subject: "M1", reason: "Ward moved",
      approvedBy: "Board", created: day("2025-09-10"), expires: day("2025-12-31"))
  }

  private func outcome(_ waiver: Waiver, since: [Double?] = [17, 17, 17, 17]) throws -> CheckResult
  {
    try fixture(waiver, since: since).result("target.met-by-date", asOf: "2025-12-31")
  }

  @Test func isVoidOnceLessIsRealised() throws {
    var waiver = waiver
    waiver.voidIf.realisedBelow = 70
    #expect(try outcome(waiver).outcome == .waived)
    let result = try outcome(waiver, since: [15, 15, 15])
    #expect(result.outcome == .fail)
    #expect(result.waiverState == .void)
    #expect(result.message.contains("; waiver W-1 is void: realised 50% is below 70%"))
  }

  @Test func isVoidInAStatus() throws {
    var waiver = waiver
    waiver.voidIf.statuses = [.missed]
    #expect(try outcome(waiver).outcome == .waived)
    let result = try outcome(waiver, since: [14, 14, 14])
    #expect(result.outcome == .fail)
    #expect(result.message.contains("waiver W-1 is void: the status is missed"))
  }

  @Test func isVoidOnceTheBreachIsMoreSevere() throws {
    let late = Waiver(
      id: id("W-1"), check: "data.overdue", subject: "M1", reason: "Late", approvedBy: "Board",
      created: day("2025-09-05"), expires: day("2025-12-01"))
    let fixture = Fixture(waivers: [late], values: [10, 10, 10, 10, 10, 10, 10])
    #expect(try fixture.outcome("data.overdue", asOf: "2025-09-20") == .waived)
    let result = try fixture.result("data.overdue", asOf: "2025-10-20")
    #expect(result.outcome == .fail)
    #expect(result.message.contains("it was warn when it was waived"))
  }

  @Test func ofTheKindDeferIsNotDueUntilThen() throws {
    var waiver = waiver
    waiver.kind = .defer
    let before = try fixture(waiver).result("target.met-by-date", asOf: "2025-12-31")
    #expect(before.outcome == .notDue)
    #expect(before.waiverState == .deferred)
    #expect(before.message.contains("; deferred until 31 Dec 2025 (Board): Ward moved"))
    let run = fixture(waiver).run(asOf: "2026-01-01")
    #expect(run.results.first { $0.check == "target.met-by-date" }?.outcome == .fail)
    #expect(run.results.first { $0.check == "waiver.expired" }?.outcome == .pass)
  }

  @Test func acceptsUnknownOnlyWhereItSaysSo() throws {
    var waiver = waiver
    var fixture = fixture(waiver, since: [])
    fixture.values[7] = nil
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-31") == .unknown)
    waiver.acceptsUnknown = true
    fixture.waivers = [waiver]
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-31") == .waived)
  }

  @Test(arguments: ["P1", "prog", "B1", "M1"])
  func coversWhatStandsBelowItsSubject(subject: String) throws {
    var waiver = waiver
    waiver.subject = subject
    #expect(try outcome(waiver).outcome == .waived)
  }

  private func about(
    _ check: String, _ waiver: Waiver, asOf: String, since: [Double?] = [17, 17, 17, 17]
  )
    throws -> CheckResult
  {
    try #require(
      fixture(waiver, since: since).run(asOf: asOf).results.first {
        $0.check == check && $0.subject.id == "W-1"
      })
  }

  @Test(arguments: [
    ("2025-12-16", CheckOutcome.pass), ("2025-12-17", .warn), ("2025-12-31", .warn),
    ("2026-01-01", .notApplicable),
  ])
  func expiringIsSaidForTheLastFourteenDays(asOf: String, expected: CheckOutcome) throws {
    let result = try about("waiver.expiring", waiver, asOf: asOf)
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .info : nil))
  }

  @Test func unusedIsSaidWhileThereIsNothingToAccept() throws {
    #expect(try about("waiver.unused", waiver, asOf: "2025-12-01").outcome == .pass)
    var other = waiver
    other.check = "data.gap"
    let result = try about("waiver.unused", other, asOf: "2025-12-01")
    #expect(result.outcome == .warn)
    #expect(result.severity == .info)
    #expect(result.waiver?.id == id("W-1"))
    #expect(result.waiverState == nil)
  }

  @Test func expiredHasBeenSoSinceTheDayAfter() throws {
    let result = try about("waiver.expired", waiver, asOf: "2026-03-05")
    #expect(result.state == .ongoing)
    #expect(result.firstSeen == day("2026-01-01"))
    #expect(result.consecutive == 3)
    #expect(try about("waiver.expired", waiver, asOf: "2026-01-20").state == .new)
  }
}
