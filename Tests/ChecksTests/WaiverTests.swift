import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct WaiverTests {
  /// A target of 20 by August 2025 that was missed with 17.
  private func fixture(_ waivers: Waiver...) -> Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      waivers: waivers, values: [10, 10, 10, 10, 15, 16, 17, 18, 18, 18, 18, 18])
  }

  private func waiver(
    _ name: String = "W-1", check: String = "target.met-by-date", subject: String = "M1",
    created: String = "2025-09-10", expires: String = "2025-12-31"
  ) -> Waiver {
    Waiver(
      id: id(name), check: check, subject: subject, reason: "Ward moved",
      approvedBy: "Senior Responsible Owner", decision: "D-1", created: day(created),
      expires: day(expires))
  }

  @Test(arguments: [
    ("2025-09-09", CheckOutcome.fail), ("2025-09-10", .waived), ("2025-12-31", .waived),
    ("2026-01-01", .fail),
  ])
  func countsFromItsFirstThroughItsLastDay(asOf: String, expected: CheckOutcome) throws {
    #expect(try fixture(waiver()).outcome("target.met-by-date", asOf: asOf) == expected)
  }

  @Test func saysWhoAcceptedWhatUntilWhen() throws {
    let result = try fixture(waiver()).result("target.met-by-date", asOf: "2025-12-31")
    #expect(
      result.message
        == "Wait reached 17.0 v 20.0 days by Aug 2025; waived until 31 Dec 2025 "
        + "(Senior Responsible Owner, D-1): Ward moved")
    #expect(result.waiver?.id == id("W-1"))
  }

  @Test func expiredWaiverIsAFailureOfItsOwn() throws {
    let fixture = fixture(waiver())
    let before = fixture.run(asOf: "2025-12-31").results.first { $0.check == "waiver.expired" }
    #expect(before?.outcome == .pass)
    let after = try #require(
      fixture.run(asOf: "2026-01-01").results.first { $0.check == "waiver.expired" })
    #expect(after.outcome == .fail)
    #expect(after.identity == "waiver.expired:W-1")
    #expect(after.subject.benefit == id("B1"))
    #expect(after.owner == "Senior Responsible Owner")
  }

  @Test func expiredWaiverOfWhatIsKeptAgainIsForgotten() throws {
    var fixture = fixture(waiver(check: "data.gap"))
    fixture.values += [18]
    let run = fixture.run(asOf: "2026-01-31")
    #expect(run.results.first { $0.check == "waiver.expired" }?.outcome == .pass)
  }

  @Test(arguments: ["m1", "M1", "b1", "B1"])
  func namesAMeasureOrItsBenefitWhateverTheCase(subject: String) throws {
    let fixture = fixture(waiver(subject: subject))
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-31") == .waived)
  }

  @Test func ofAnotherCheckOrSubjectDoesNothing() throws {
    let fixture = fixture(
      waiver("W-1", check: "data.overdue"), waiver("W-2", subject: "M2"))
    #expect(try fixture.outcome("target.met-by-date", asOf: "2025-12-31") == .fail)
  }

  @Test func theLastToExpireDecides() throws {
    let fixture = fixture(waiver("W-1"), waiver("W-2", expires: "2026-02-28"))
    #expect(try fixture.result("target.met-by-date", asOf: "2026-02-28").waiver?.id == id("W-2"))
  }

  @Test func neverTurnsUnknownIntoAnythingElse() throws {
    var fixture = fixture(waiver(check: "traj.on-track"))
    fixture.baseline = nil
    fixture.target?.reachBy = month("2026-12")
    #expect(try fixture.outcome("traj.on-track", asOf: "2025-12-31") == .unknown)
  }
}
