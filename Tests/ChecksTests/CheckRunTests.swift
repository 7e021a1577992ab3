import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct CheckRunTests {
  /// Everything is kept: a target of 20 by August 2025 was met.
  private var kept: Fixture {
    Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 20, 20, 20, 20])
  }

  private func run(_ fixture: Fixture, profile: CheckPolicy.Profile? = nil) -> CheckRun {
    fixture.run(asOf: "2025-09-01", profile: profile, checks: Fixture.fewChecks)
  }

  @Test func exitsZeroWhenNothingFails() {
    let exit = run(kept).exit
    #expect(exit.status == 0)
    #expect(exit.reason == "nothing fails and every check could be evaluated")
  }

  @Test func exitsOneWhenSomethingFails() {
    var fixture = kept
    fixture.values[7] = 10
    let exit = run(fixture).exit
    #expect(exit.status == 1)
    #expect(exit.reason == "1 check fails")
  }

  @Test func exitsTwoWhenSomethingIsUnknown() {
    var fixture = kept
    fixture.values[7] = nil
    let exit = run(fixture).exit
    #expect(exit.status == 2)
    #expect(exit.reason == "nothing fails, but 1 check could not be evaluated")
  }

  @Test func exitsOneWhenBothHold() {
    var fixture = kept
    fixture.baseline = nil
    fixture.target?.reachBy = month("2026-08")
    let exit = run(fixture).exit
    #expect(exit.status == 1)
    #expect(exit.reason == "1 check fails; besides, 2 checks could not be evaluated")
  }

  @Test func exitsTwoWhenNothingWasChecked() {
    let plan = Plan(programme: Programme(id: id("prog"), title: "Programme"))
    let run = CheckRun(
      Assessor(
        snapshot: Snapshot(
          plan: plan, measurements: [:], entry: 1, recordedAt: Instant(secondsSince1970: 0)),
        asOf: day("2025-09-01")))
    #expect(run.exit.status == 2)
    #expect(run.exit.reason == "nothing was checked")
  }

  @Test func exitsTwoWhenEverythingIsOutOfForce() {
    var fixture = kept
    fixture.lifecycle = .closed
    #expect(run(fixture).exit.reason == "nothing was checked")
  }

  @Test func warningFailsOnlyTheStrictProfile() {
    var fixture = kept
    fixture.values[5] = nil
    #expect(run(fixture).exit.status == 0)
    #expect(run(fixture, profile: .strict).exit.status == 1)
  }

  @Test func waivedBreachDoesNotFailTheRun() {
    var fixture = kept
    fixture.values[7] = 10
    fixture.waivers = [
      Waiver(
        id: id("W-1"), check: "target.met-by-date", subject: "M1", reason: "Accepted",
        approvedBy: "Board", created: day("2025-09-01"), expires: day("2025-10-01"))
    ]
    let run = self.run(fixture)
    #expect(run.exit.status == 0)
    #expect(run.counts[.waived] == 1)
  }

  @Test(arguments: [
    (CheckPolicy.Profile.plan, ["baseline.missing", "target.missing"]),
    (
      .board,
      [
        "traj.on-track", "target.met-by-date", "target.forecast-miss", "target.run-rate",
        "target.at-risk-date", "guardrail.breached", "disbenefit.exceeded",
      ]
    ),
  ])
  func profileChoosesChecks(profile: CheckPolicy.Profile, expected: [String]) {
    let run = self.run(kept, profile: profile)
    #expect(run.results.map(\.check) == expected)
  }

  @Test func runsThePlansOwnProfileUnlessTold() {
    var snapshot = kept.snapshot()
    snapshot.plan.checks.profile = .plan
    let run = CheckRun(Assessor(snapshot: snapshot, asOf: day("2025-09-01")))
    #expect(run.profile == .plan)
    #expect(Set(run.results.map(\.check)).isSuperset(of: ["baseline.missing", "target.missing"]))
    #expect(!run.results.contains { $0.check == "data.gap" })
  }

  @Test func checksPartsThatHaveAPromiseOfTheirOwn() throws {
    var snapshot = kept.snapshot()
    snapshot.plan.sites = [Site(id: id("north"), title: "North")]
    let part = Series(measure: id("M1"), site: id("north"))
    snapshot.plan.commitments[part] = Commitment(guardrail: Guardrail(limit: 5))
    let run = CheckRun(
      Assessor(snapshot: snapshot, asOf: day("2025-09-01")), checks: Fixture.fewChecks)
    let results = run.results.filter { $0.subject.site == id("north") }
    #expect(results.count == 11)
    #expect(results.first?.identity == "baseline.missing:M1@north")
    #expect(results.first?.subject.title == "Wait at North")
  }

  @Test func worstComesFirst() {
    var fixture = kept
    fixture.values = [10, nil, 10, 10, 20, 20, 20, 10]
    let outcomes = run(fixture).worstFirst.map(\.outcome)
    let order: [CheckOutcome] = [.fail, .unknown, .warn, .waived, .pass, .notDue, .notApplicable]
    #expect(
      outcomes == outcomes.sorted { order.firstIndex(of: $0) ?? 9 < order.firstIndex(of: $1) ?? 9 })
    #expect(outcomes.first == .fail)
  }

  @Test func sameInputGivesTheSameBytes() {
    let run = self.run(kept)
    let again = self.run(kept)
    #expect(run.text(verbose: true) == again.text(verbose: true))
    #expect(run.json(tool: "t") == again.json(tool: "t"))
    #expect(run.junit() == again.junit())
  }
}

@Suite struct CheckMessageTests {
  @Test(arguments: [10, 60, 120, 400])
  func isAtMost160CharactersWhateverTheTitle(length: Int) throws {
    var fixture = Fixture(
      title: String(repeating: "Waiting ", count: length / 8 + 1), baseline: Fixture.baselineWindow,
      target: Target(value: 20, reachBy: month("2025-08")),
      values: [10, 10, 10, 10, 11, 12, 13, 14])
    fixture.waivers = [
      Waiver(
        id: id("W-1"), check: "data.overdue", subject: "M1",
        reason: String(repeating: "because ", count: 40), approvedBy: "Board",
        created: day("2025-09-01"), expires: day("2026-10-01"))
    ]
    for asOf in ["2025-09-01", "2026-09-01"] {
      for result in fixture.run(asOf: asOf).results {
        #expect(result.message.count <= 160, "\(result.message)")
        #expect(!result.message.contains("  "))
      }
    }
  }
}
