import BenefitsAnalytics
import BenefitsModel
import Testing

/// A guardrail at 70 with amber at 65 where lower is better, and a baseline of 60.
@Suite struct GuardrailTests {
  typealias Fixture = ProgrammeFixture

  private func fixture(_ values: [Double], direction: Direction = .lower) throws -> Fixture {
    var fixture = try Fixture(direction: direction)
    fixture.commitment.targets = []
    fixture.commitment.guardrail = Guardrail(limit: 70, amber: 65)
    fixture.record(Fixture.before + values)
    return fixture
  }

  @Test(
    arguments: [
      ([60.0, 61, 60], Status.holding), ([64, 65, 64], .holding), ([65, 65, 65], .strained),
      ([70, 70, 70], .strained), ([70, 70, 70.1], .breached), ([71, 60, 71], .breached),
      ([60, 60, 71], .holding),
    ] as [([Double], Status)])
  func stateOfTheGuardrail(values: [Double], expected: Status) throws {
    // Control limits of the baseline are 60 ± 5.3, so that 71 alone is a concern; state a baseline without.
    var fixture = try fixture(values)
    fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.status == expected)
    #expect(assessment.guardrailStatus == expected)
    #expect(assessment.realised == nil)
  }

  @Test func aSignalForTheWorseInsideTheLimitStrainsIt() throws {
    let assessment = try fixture([60, 61, 64, 60, 64.9, 69.9]).assessmentAfterLast()
    #expect(assessment.concern?.rule == .outsideLimits)
    #expect(assessment.status == .strained)
  }

  @Test func sinceWhenTheLimitHasBeenPassed() throws {
    let assessment = try fixture([71, 60, 60, 60, 75, 75, 75]).assessmentAfterLast()
    #expect(assessment.status == .breached)
    // November is the first month at whose end the level, (60 + 75 + 75) / 3, is past 70 no more, but two of
    // three values are past the limit in December.
    #expect(try assessment.breachedSince == Fixture.period("2024-12"))
  }

  @Test(arguments: [(75.0, Status.breached), (66, .strained), (60, .holding)])
  func aLimitWithAWorseSideNeedsNoBaseline(value: Double, expected: Status) throws {
    var fixture = try fixture([value, value, value])
    fixture.commitment.baseline = nil
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.status == expected)
    #expect(assessment.guardrailStatus == expected)
  }

  @Test func aBandWithoutABaselineCannotBeJudged() throws {
    var fixture = try fixture([75, 75, 75], direction: .stable)
    fixture.commitment.baseline = nil
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.status == .noBaseline)
    #expect(assessment.guardrailStatus == nil)
    #expect(assessment.breachedSince == nil)
  }

  @Test(
    arguments: [
      ([70.0, 70, 70], Status.strained), ([71, 71, 71], .breached), ([49, 49, 49], .breached),
    ] as [([Double], Status)])
  func aMeasureWithoutADirectionHasABandAroundItsBaseline(
    values: [Double], expected: Status
  ) throws {
    var fixture = try fixture(values, direction: .stable)
    fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    #expect(try fixture.assessmentAfterLast().status == expected)
  }

  @Test func aPassedGuardrailBeatsAMetTarget() throws {
    var fixture = try fixture(Array(repeating: 75, count: 9), direction: .higher)
    fixture.commitment.targets = [Target(value: 70, reachBy: try Fixture.period("2025-03"))]
    fixture.commitment.guardrail = Guardrail(limit: 76)
    #expect(try fixture.assessmentAfterLast().status == .breached)
  }
}
