import BenefitsModel
import BenefitsPlan
import Testing

@Suite struct PlanFileTests {
  let plan: Plan

  init() throws { plan = try PlanFile.read(Examples.design, file: "plan.yaml") }

  @Test func readsTheProgramme() {
    #expect(plan.programme.id.text == "home-first")
    #expect(plan.programme.title == "Home First")
    #expect(plan.programme.purpose == "Older people are helped quickly at home")
    #expect(plan.calendar == WorkingCalendar(holidays: .england, yearStarts: .april))
    #expect(plan.checks == CheckPolicy(profile: .standard))
    #expect(plan.waivers.isEmpty)
  }

  @Test func readsProjectsAndSites() throws {
    let goLive = try #require(Day("2024-07-01"))
    let project = try #require(plan.projects.first)
    #expect(plan.projects.count == 1)
    #expect(project.id.text == "P1")
    #expect(project.title == "Urgent Community Response")
    #expect(project.owner == "Community Nursing Lead")
    #expect(project.goLive == goLive)
    let site = try #require(plan.sites.first)
    #expect(plan.sites.count == 1)
    #expect(site.id.text == "alderwick")
    #expect(site.parent == Site.ID(plan.programme.id))
    #expect(site.goLive == goLive)
  }

  @Test func readsBenefits() throws {
    let benefit = try #require(plan.benefits.first)
    #expect(plan.benefits.count == 2)
    #expect(benefit.id.text == "HF-B01")
    #expect(benefit.aim == .patientExperience)
    #expect(benefit.project.text == "P1")
    #expect(benefit.lifecycle == .realising)
    #expect(benefit.valueClass == .nonCashReleasing)
    #expect(benefit.firstBenefit == Day("2024-10-01"))
    #expect(benefit.weight == 2)
    #expect(!benefit.isDisbenefit)
    let other = plan.benefits[1]
    #expect(other.lifecycle == .planned)
    #expect(other.weight == 1)
    #expect(other.owner == nil)
  }

  @Test func readsAMeasure() throws {
    let measure = plan.measures[0]
    #expect(measure.id.text == "HF-M01")
    #expect(measure.benefits.map(\.text) == ["HF-B01"])
    #expect(measure.role == .outcome)
    #expect(measure.kind == .proportion)
    #expect(measure.unit == "%")
    #expect(measure.multiply == 100)
    #expect(measure.decimals == 1)
    #expect(measure.direction == .higher)
    #expect(measure.aggregation == .ratio)
    #expect(
      measure.definition
        == "Referrals accepted for a 2-hour response and seen within 2 hours, of all such referrals"
    )
    #expect(measure.source == "Urgent community response system")
    #expect(measure.owner == "Data Intelligence Lead")
    let from = try #require(Period(label: "2023-04"))
    #expect(measure.frequency == Frequency(from: from, lagWorkingDays: 15))
    #expect(measure.suppressBelow == 5)
    #expect(
      measure.phases == [
        Phase(
          from: try #require(Period(label: "2025-04")),
          reason: "New steady state after roll-out")
      ])
  }

  @Test func readsWhatWasPromised() throws {
    let series = plan.wholeSeries(of: plan.measures[0])
    let commitment = try #require(plan.commitments[series])
    #expect(
      commitment.baseline
        == Baseline(
          basis: .window(
            from: try #require(Period(label: "2023-04")), to: try #require(Period(label: "2024-03"))
          ), state: .validated, validatedBy: "Head of Performance",
          validatedOn: Day("2024-05-10")))
    #expect(
      commitment.targets == [
        Target(
          value: 85, reachBy: try #require(Period(label: "2025-03")),
          from: Period(label: "2024-06"), holdUntil: Period(label: "2027-03"),
          trajectory: .linear(from: nil), committedBy: "Chief Operating Officer",
          committedOn: Day("2024-02-01"))
      ])
    #expect(commitment.guardrail == nil)
  }

  @Test func readsAGuardedMeasure() throws {
    let measure = plan.measures[1]
    #expect(measure.role == .balancing)
    #expect(measure.multiply == 100)
    #expect(measure.guards.map(\.text) == ["HF-B03"])
    let commitment = try #require(plan.commitments[plan.wholeSeries(of: measure)])
    #expect(
      commitment.baseline == Baseline(basis: .stated(value: 13.1, source: "2022/23 audit")))
    #expect(commitment.guardrail == Guardrail(limit: 14.5, amber: 14))
    #expect(commitment.targets.isEmpty)
  }

  @Test func makesAnIdentifierForAnAnnotation() throws {
    let annotation = try #require(plan.annotations.first)
    #expect(plan.annotations.count == 1)
    #expect(annotation.id.text == "2024-07-01-go-live")
    #expect(annotation.kind == .goLive)
    #expect(annotation.projects.map(\.text) == ["P1"])
    #expect(annotation.text == "Crisis team live in Alderwick and Brackenmere")
  }

  @Test func saysThatTheExampleNamesABenefitItLeavesOut() throws {
    let error = #expect(throws: PlanFaults.self) {
      try PlanFile.read(Examples.designAsPrinted, file: "plan.yaml")
    }
    #expect(
      error?.faults.map(\.line) == [
        "plan.yaml:28:65: there is no benefit 'HF-B03' in this plan; did you mean 'HF-B01'?",
        "plan.yaml:28:83: there is no benefit 'HF-B03' in this plan; did you mean 'HF-B01'?",
      ])
  }
}
