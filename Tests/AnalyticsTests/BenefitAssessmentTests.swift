import BenefitsAnalytics
import BenefitsModel
import Testing

@Suite struct BenefitAssessmentTests {
  typealias Fixture = ProgrammeFixture

  /// A benefit with a headline, a second outcome that did worse, and a measure that guards it.
  private func assessor(guardValue: Double, lifecycle: Lifecycle = .realising) throws -> Assessor {
    var fixture = try Fixture()
    fixture.benefit.lifecycle = lifecycle
    var plan = try fixture.plan
    var second = fixture.measure
    second.id = try #require(Measure.ID("M2"))
    var process = fixture.measure
    process.id = try #require(Measure.ID("M0"))
    process.role = .process
    var guarding = fixture.measure
    guarding.id = try #require(Measure.ID("M3"))
    guarding.direction = .lower
    guarding.role = .balancing
    guarding.guards = guarding.benefits
    guarding.benefits = []
    plan.measures = [process, fixture.measure, second, guarding]
    let programme = plan.programme.id
    let whole = { (measure: Measure) in measure.wholeSeries(in: programme) }
    plan.commitments[whole(second)] = fixture.commitment
    plan.commitments[whole(guarding)] = Commitment(
      baseline: Baseline(basis: .stated(value: 60, source: "audit")),
      guardrail: Guardrail(limit: 70))
    var measurements: [Series: [Measurement]] = [:]
    fixture.record(Fixture.before + Array(repeating: 76, count: 9))
    measurements[whole(fixture.measure)] = fixture.measurements
    fixture.record(Fixture.before + Array(repeating: 62, count: 9))
    measurements[whole(second)] = fixture.measurements
    fixture.record(Fixture.before + Array(repeating: guardValue, count: 9))
    measurements[whole(guarding)] = fixture.measurements
    let snapshot = Snapshot(
      plan: plan, measurements: measurements, entry: 1,
      recordedAt: try #require(Instant("2026-04-24T09:00:00Z")))
    return Assessor(snapshot: snapshot, asOf: try Fixture.day("2025-04-24"))
  }

  @Test func theFirstOutcomeIsTheHeadline() throws {
    let benefit = try #require(try assessor(guardValue: 60).benefitAssessments().first)
    #expect(benefit.headline?.measure.id.text == "M1")
    #expect(benefit.status == .missedPartial)
    #expect(benefit.realised == 80)
    #expect(benefit.worstOutcome?.measure.id.text == "M2")
    #expect(benefit.worstOutcome?.status == .missed)
  }

  @Test func aPassedGuardrailIsAFlagAndLeavesTheStatus() throws {
    let clean = try #require(try assessor(guardValue: 60).benefitAssessments().first)
    #expect(clean.isClean)
    let flagged = try #require(try assessor(guardValue: 75).benefitAssessments().first)
    #expect(!flagged.isClean)
    #expect(flagged.breachedGuardrails.map(\.measure.id.text) == ["M3"])
    #expect(flagged.status == clean.status)
  }

  @Test func oneBenefitAloneSaysTheSame() throws {
    let assessor = try assessor(guardValue: 75)
    let all = try #require(assessor.benefitAssessments().first)
    #expect(assessor.benefitAssessment(all.benefit.id) == all)
  }

  @Test func anEndedBenefitIsClosedWhateverItsMeasuresSay() throws {
    let benefit = try #require(
      try assessor(guardValue: 75, lifecycle: .superseded).benefitAssessments().first)
    #expect(benefit.status == .closed)
    #expect(benefit.sentence == "Faster help was superseded.")
  }

  @Test func aBenefitWithoutAMeasureIsNotDefined() throws {
    var plan = try Fixture().plan
    plan.measures = []
    let snapshot = Snapshot(
      plan: plan, measurements: [:], entry: 1,
      recordedAt: try #require(Instant("2026-04-24T09:00:00Z")))
    let benefit = Assessor(snapshot: snapshot, asOf: try Fixture.day("2025-04-24"))
      .benefitAssessments()[0]
    #expect(benefit.status == .notDefined)
    #expect(
      benefit.sentence == "No measure shows Faster help yet, so nobody can say whether it comes.")
  }
}

@Suite struct RollUpTests {
  typealias Fixture = ProgrammeFixture

  private func benefit(
    level: Double?, weight: Double = 1, lifecycle: Lifecycle = .realising, isFlagged: Bool = false
  ) throws -> BenefitAssessment {
    var fixture = try Fixture()
    fixture.benefit.weight = weight
    fixture.benefit.lifecycle = lifecycle
    if isFlagged { fixture.commitment.guardrail = Guardrail(limit: 1000) }
    fixture.record(level.map { Fixture.before + Array(repeating: $0, count: 9) } ?? [])
    fixture.asOf = try Fixture.day("2025-04-01")
    return try #require(try fixture.assessor.benefitAssessments().first)
  }

  @Test func theMeanIsWeightedAndClamped() throws {
    // 80 % with weight 3, 150 % counted as 100 %, and −50 % counted as 0.
    let rollUp = try RollUp([
      benefit(level: 76, weight: 3), benefit(level: 90), benefit(level: 50),
    ])
    #expect(rollUp.realised == 340.0 / 5)
  }

  @Test func countsComeWorstFirstWithCoverage() throws {
    let rollUp = try RollUp([
      benefit(level: 76), benefit(level: 90), benefit(level: nil, weight: 2),
      benefit(level: 76, lifecycle: .closed),
    ])
    #expect(rollUp.counts.map(\.status) == [.missedPartial, .noBaseline, .sustained, .closed])
    #expect(rollUp.counts.map(\.benefits) == [1, 1, 1, 1])
    #expect(rollUp.worst == .missedPartial)
    #expect(rollUp.coverage == "measured 2 of 3, 50% by weight")
  }

  @Test func benefitsWithAPassedGuardrailAreCounted() throws {
    let rollUp = try RollUp([benefit(level: 76, isFlagged: true), benefit(level: 76)])
    #expect(rollUp.flagged == 1)
  }

  @Test func nothingHasNoMeanAndSaysSo() {
    let rollUp = RollUp([])
    #expect(rollUp.realised == nil)
    #expect(rollUp.worst == nil)
    #expect(rollUp.coverage == "no benefit")
  }

  @Test func everyAimIsThereEvenWithoutABenefit() throws {
    let aims = RollUp.byAim([try benefit(level: 76)])
    #expect(aims.map(\.aim) == Aim.allCases)
    #expect(aims.map(\.rollUp.total) == [1, 0, 0, 0])
  }
}
