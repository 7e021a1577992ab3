import BenefitsAnalytics
import BenefitsModel
import Testing

/// A promise that was missed in March 2025, accepted from 15 April to 30 June 2025.
@Suite struct WaivedStatusTests {
  typealias Fixture = ProgrammeFixture

  private func assessor(
    asOf: String, check: String = "target.met-by-date", subject: String = "M1",
    decision: String? = "D-017"
  ) throws -> Assessor {
    var fixture = try Fixture()
    fixture.record(Fixture.before + Array(repeating: 70, count: 13))
    var plan = try fixture.plan
    plan.waivers = [
      Waiver(
        id: try #require(Waiver.ID("W-1")), check: check, subject: subject, reason: "Late building",
        approvedBy: "Senior Responsible Owner", decision: decision,
        created: try Fixture.day("2025-04-15"), expires: try Fixture.day("2025-06-30"))
    ]
    return Assessor(
      snapshot: Snapshot(
        plan: plan, measurements: [plan.wholeSeries(of: fixture.measure): fixture.measurements],
        entry: 1, recordedAt: try #require(Instant("2026-04-24T09:00:00Z"))),
      asOf: try Fixture.day(asOf))
  }

  @Test(arguments: [
    ("2025-04-14", false), ("2025-04-15", true), ("2025-06-30", true), ("2025-07-01", false),
  ])
  func countsFromItsFirstToItsLastDay(asOf: String, isWaived: Bool) throws {
    let assessor = try assessor(asOf: asOf)
    let assessment = try #require(assessor.assessments().first)
    #expect(assessment.status == .missedPartial)
    #expect((assessment.waiver != nil) == isWaived)
    #expect((assessor.benefitAssessments().first?.waiver != nil) == isWaived)
  }

  @Test(arguments: [
    ("target.met-by-date", "m1", true), ("target.met-by-date", "B1", true),
    ("target.met-by-date", "B2", false), ("traj.on-track", "M1", false),
  ])
  func isForACheckAndASubject(check: String, subject: String, isWaived: Bool) throws {
    let assessor = try assessor(asOf: "2025-05-01", check: check, subject: subject)
    #expect((assessor.assessments().first?.waiver != nil) == isWaived)
  }

  @Test(arguments: ["D-017", nil] as [String?])
  func theSentenceSaysWhoAcceptedUntilWhen(decision: String?) throws {
    let assessor = try assessor(asOf: "2025-05-01", decision: decision)
    #expect(
      assessor.assessments().first?.sentence
        == "Visits within 2 hours stood at 70.0% over the three months to Apr 2025, 50% of the way from"
        + " 60.0% to the target of 80.0% that was due by Mar 2025; accepted by the Senior Responsible"
        + " Owner until 30 Jun 2025\(decision.map { " (\($0))" } ?? "").")
  }
}
