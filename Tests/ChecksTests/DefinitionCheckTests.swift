import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct MeasureMissingTests {
  @Test(arguments: [
    (Lifecycle.realising, CheckOutcome.fail, CheckSeverity?.some(.error)),
    (.draft, .warn, .info), (.closed, .notApplicable, nil), (.superseded, .notApplicable, nil),
  ])
  func ofABenefitWithoutAny(
    lifecycle: Lifecycle, outcome: CheckOutcome, severity: CheckSeverity?
  ) throws {
    let result = try Fixture(lifecycle: lifecycle).probe("def.measure-missing", of: "B1") {
      $0.measures[0].benefits = []
      $0.measures[0].guards = [id("B1")]
    }
    #expect(result.outcome == outcome)
    #expect(result.severity == severity)
  }

  @Test func oneIsEnough() throws {
    let result = try Fixture().probe("def.measure-missing", of: "B1")
    #expect(result.outcome == .pass)
    #expect(result.evidence["measures"] == 1)
  }

  @Test func saysWhoIsToDoWhat() throws {
    let result = try Fixture().probe("def.measure-missing", of: "B1") { $0.measures = [] }
    #expect(
      result.message
        == "Benefit has no measure, so nobody can say whether it comes (Benefit Owner): say how it "
        + "would be seen, or close it")
  }
}

@Suite struct OwnerMissingTests {
  @Test(arguments: [
    (String?.some("Chief Nurse"), CheckOutcome.pass), (nil, .fail), ("Vacant", .fail),
    ("Chief Nurse (vacant)", .fail), ("TBC", .fail), ("To be confirmed", .fail),
    ("Head of Vacancies", .pass),
  ])
  func aRoleAnswersForIt(owner: String?, expected: CheckOutcome) throws {
    let result = try Fixture().probe("def.owner-missing", of: "B1") { $0.benefits[0].owner = owner }
    #expect(result.outcome == expected)
  }

  @Test(arguments: [Lifecycle.draft, .closed, .superseded])
  func nobodyHasToAnswerFor(lifecycle: Lifecycle) throws {
    let result = try Fixture(lifecycle: lifecycle).probe("def.owner-missing", of: "B1") {
      $0.benefits[0].owner = nil
    }
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct DefinitionIncompleteTests {
  @Test(arguments: [
    (String?.some("Days from referral to visit"), String?.some("System"), CheckOutcome.pass, 0.0),
    (nil, "System", .warn, 1), ("Days", nil, .warn, 1), (nil, nil, .warn, 2),
  ])
  func needsDefinitionAndSource(
    definition: String?, source: String?, expected: CheckOutcome, missing: Double
  ) throws {
    let result = try Fixture().probe("def.definition-incomplete") {
      $0.measures[0].definition = definition
      $0.measures[0].source = source
    }
    #expect(result.outcome == expected)
    #expect(result.evidence["missing"] == missing)
    #expect(result.owner == (expected == .pass ? "Benefit Owner" : "Data Lead"))
  }

  @Test(arguments: [
    ("People seen, of all who called", CheckOutcome.pass), ("Seen ÷ called", .pass),
    ("Seen divided by called", .pass), ("People seen within 2 hours", .warn),
    ("Often seen", .warn),
  ])
  func aPercentageSaysOfWhat(definition: String, expected: CheckOutcome) throws {
    let result = try Fixture(kind: .proportion, unit: "%").probe("def.definition-incomplete") {
      $0.measures[0].definition = definition
      $0.measures[0].source = "System"
    }
    #expect(result.outcome == expected)
  }

  @Test func aPartIsNotLookedAtTwice() throws {
    let result = try Fixture().probe("def.definition-incomplete", of: "M1@north") {
      $0.sites = [Site(id: id("north"), title: "North")]
      $0.commitments[Series(measure: id("M1"), site: id("north"))] = Commitment(
        guardrail: Guardrail(limit: 3))
    }
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct AimEmptyTests {
  @Test func eachAimIsASubject() throws {
    let fixture = Fixture()
    let result = try fixture.probe("def.aim-empty", of: "patient-experience")
    #expect(result.outcome == .pass)
    #expect(result.subject.aim == .patientExperience)
    let empty = try fixture.probe("def.aim-empty", of: "staff-wellbeing")
    #expect(empty.outcome == .warn)
    #expect(empty.severity == .info)
    #expect(empty.evidence["benefits"] == 0)
  }

  @Test func whatHasEndedDoesNotCount() throws {
    let result = try Fixture(lifecycle: .superseded)
      .probe("def.aim-empty", of: "patient-experience") { plan in
        var other = plan.benefits[0]
        other.id = id("B2")
        other.aim = .costEfficiency
        other.lifecycle = .realising
        plan.benefits.append(other)
      }
    #expect(result.severity == .info)
  }
}

@Suite struct TitleFormTests {
  @Test(arguments: [
    ("Fewer falls with harm", CheckOutcome.pass), ("Reduced length of stay", .pass),
    ("Improved and faster discharge", .pass), ("More clinical hours released", .pass),
    ("A new falls clinic", .warn), ("Improved experience", .warn), ("Falls", .warn),
    ("Risk management", .warn),
  ])
  func namesAChange(title: String, expected: CheckOutcome) throws {
    let result = try Fixture().probe("def.title-form", of: "B1") { $0.benefits[0].title = title }
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .info : nil))
  }

  @Test func whatHasEndedKeepsItsTitle() throws {
    let result = try Fixture(lifecycle: .closed).probe("def.title-form", of: "B1")
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct BalancingMissingTests {
  @Test func outcomesNeedOne() throws {
    let result = try Fixture().probe("def.balancing-missing", of: "P1")
    #expect(result.outcome == .warn)
    #expect(result.evidence == ["outcomes": 1, "balancing": 0])
    #expect(
      result.message == "Project has 1 outcome measure and no balancing one (no owner): ask "
        + "what could become worse, and measure it")
  }

  @Test func oneThatGuardsWillDo() throws {
    let result = try Fixture().probe("def.balancing-missing", of: "P1") { plan in
      plan.measures.append(
        Measure(
          id: id("M2"), title: "Readmissions", kind: .count, unit: "people", direction: .lower,
          frequency: Frequency(from: month("2025-01")), role: .balancing, guards: [id("B1")]))
    }
    #expect(result.outcome == .pass)
  }

  @Test(arguments: [Lifecycle.draft, .closed])
  func doesNotApplyWithoutOutcomes(lifecycle: Lifecycle) throws {
    let result = try Fixture(lifecycle: lifecycle).probe("def.balancing-missing", of: "P1")
    #expect(result.outcome == .notApplicable)
  }
}

@Suite struct OrphanTests {
  @Test func projectWithoutABenefit() throws {
    let fixture = Fixture()
    #expect(try fixture.probe("def.orphan", of: "P1").outcome == .pass)
    let result = try fixture.probe("def.orphan", of: "P2") {
      $0.projects.append(Project(id: id("P2"), title: "Second", owner: "Manager"))
    }
    #expect(result.outcome == .warn)
    #expect(result.owner == "Manager")
  }

  @Test(arguments: [(MeasureRole.outcome, CheckOutcome.warn), (.context, .notApplicable)])
  func measureThatServesNoBenefit(role: MeasureRole, expected: CheckOutcome) throws {
    let fixture = Fixture(role: role)
    #expect(try fixture.probe("def.orphan").outcome == .pass)
    let result = try fixture.probe("def.orphan") { $0.measures[0].benefits = [] }
    #expect(result.outcome == expected)
  }
}

@Suite struct AssumptionUntestedTests {
  private func result(
    _ state: Assumption.State, asOf: String = "2025-09-01", fixture: Fixture = Fixture()
  ) throws -> CheckResult {
    try fixture.probe("def.assumption-untested", of: "A1", asOf: asOf) {
      $0.assumptions = [
        Assumption(id: id("A1"), text: "Staff stay", benefits: [id("B1")], state: state)
      ]
    }
  }

  // Go-live is on 1 May 2025.
  @Test(arguments: [
    (Assumption.State.untested, "2025-04-30", CheckOutcome.notDue),
    (.untested, "2025-05-01", .warn), (.supported, "2025-09-01", .pass),
    (.refuted, "2025-04-30", .warn),
  ])
  func isToBeTestedBeforeGoLive(
    state: Assumption.State, asOf: String, expected: CheckOutcome
  ) throws {
    #expect(try result(state, asOf: asOf).outcome == expected)
  }

  @Test func cannotBeJudgedWithoutAGoLive() throws {
    #expect(try result(.untested, fixture: Fixture(goLive: nil)).outcome == .unknown)
  }

  @Test func doesNotMatterOnceItsBenefitsHaveEnded() throws {
    #expect(try result(.refuted, fixture: Fixture(lifecycle: .closed)).outcome == .notApplicable)
  }

  @Test func saysWhatWasAssumed() throws {
    let untested = try result(.untested)
    #expect(
      untested.message
        == "Assumption A1 'Staff stay' is untested, and live since 1 May 2025 (Benefit Owner): "
        + "test it")
    #expect(untested.evidence["days"] == 123)
  }
}

@Suite struct NoMeasurementPlanTests {
  @Test(arguments: [
    (String?.some("Analyst"), 10, 0, CheckOutcome.pass), ("Analyst", 0, 5, .pass),
    (nil, 10, 0, .warn), ("Analyst", 0, 0, .warn), (nil, 0, 0, .warn),
  ])
  func namesWhoAndWhen(owner: String?, lag: Int, grace: Int, expected: CheckOutcome) throws {
    let result = try Fixture(lag: lag, grace: grace).probe("def.no-measurement-plan") {
      $0.measures[0].owner = owner
    }
    #expect(result.outcome == expected)
    #expect(result.evidence["lag_working_days"] == Double(lag))
  }
}
