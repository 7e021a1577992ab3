import BenefitsAnalytics
import BenefitsModel
import Testing

/// The last value on one side of a rule and the first on the other.
@Suite struct BoundaryTests {
  typealias Fixture = ProgrammeFixture

  /// Twelve months around 60, then as many a little better as told: enough points for a control chart, too small
  /// a change for any rule but the run.
  @Test(arguments: [6, 7, 8], [Direction.higher, .lower])
  func sevenValuesInARowAreEvidence(count: Int, direction: Direction) throws {
    var fixture = try Fixture(direction: direction)
    let sign = direction == .higher ? 1.0 : -1
    let before = (0..<12).map { 60 + ($0.isMultiple(of: 2) ? 1.0 : -1) }
    // The last value before the run lies on the worse side, so that the run has exactly its own length.
    let values = before + [60 - sign] + Array(repeating: 60 + 0.5 * sign, count: count)
    fixture.record(values)
    #expect((try fixture.assessmentAfterLast().evidence != nil) == (count >= 7))
  }

  /// The same for the worse, at the latest point of a control chart.
  @Test(arguments: [6, 7, 8], [Direction.higher, .lower])
  func sevenValuesInARowAreAConcern(count: Int, direction: Direction) throws {
    var fixture = try Fixture(direction: direction)
    let sign = direction == .higher ? 1.0 : -1
    let before = (0..<12).map { 60 + ($0.isMultiple(of: 2) ? 1.0 : -1) }
    let values = before + [60 + sign] + Array(repeating: 60 - 0.5 * sign, count: count)
    fixture.record(values)
    let assessment = try fixture.assessmentAfterLast()
    #expect((assessment.concern != nil) == (count >= 7))
    #expect((assessment.status == .deteriorated) == (count >= 7))
  }

  /// The first-benefit date of a benefit to come is its go-live where it names none.
  @Test(arguments: [("2024-06-30", true), ("2024-07-01", false)])
  func goLiveIsTheFirstBenefitDateWhereNoneIsGiven(asOf: String, isNotDue: Bool) throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before)
    fixture.asOf = try Fixture.day(asOf)
    #expect((try fixture.assessment.status == .notDue) == isNotDue)
  }

  /// The last month of the level is used from the day after its end on.
  @Test(arguments: [("2024-09-30", 2), ("2024-10-01", 3)])
  func aMonthIsUsedFromTheDayAfterItsEnd(asOf: String, points: Int) throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + [61, 62, 63])
    fixture.asOf = try Fixture.day(asOf)
    #expect(try fixture.assessment.pointsSinceGoLive == points)
  }

  /// Each of the last six is compared with the target in force in its own month: 64 until June, then 66.
  @Test func aTargetThatIsRaisedMidWayCountsFromItsFirstPeriod() throws {
    var fixture = try Fixture()
    fixture.commitment.targets = [
      Target(value: 64, reachBy: try Fixture.period("2024-12")),
      Target(
        value: 66, reachBy: try Fixture.period("2025-12"), from: try Fixture.period("2025-07")),
    ]
    // July 2024 to June 2025 at 65 meets 64.
    fixture.record(Fixture.before + Array(repeating: 65, count: 12))
    let before = try fixture.assessmentAfterLast()
    #expect(before.target?.value == 64)
    #expect(before.status == .sustained)
    // One month later 66 is in force: five of the last six met the target of their time.
    fixture.record(Fixture.before + Array(repeating: 65, count: 13))
    let one = try fixture.assessmentAfterLast()
    #expect(one.target?.value == 66)
    #expect(one.metOfLast == 5)
    #expect(!one.isMet)
    #expect(one.status == .sustained)
    fixture.record(Fixture.before + Array(repeating: 65, count: 14))
    let two = try fixture.assessmentAfterLast()
    #expect(two.metOfLast == 4)
    #expect(two.status == .notSustained)
  }

  /// Nothing more is asked of anybody once the time is over that it was to be held for.
  @Test(arguments: [("2025-09-30", true), ("2025-10-01", false)])
  func holdingIsAskedForUntilItsEnd(asOf: String, isAsked: Bool) throws {
    var fixture = try Fixture()
    fixture.commitment.targets[0].holdUntil = try Fixture.period("2025-09")
    fixture.record(Fixture.before + Array(repeating: 82, count: 14))
    fixture.asOf = try Fixture.day(asOf)
    let assessment = try fixture.assessment
    #expect(assessment.status == .sustained)
    #expect((assessment.expectation != nil) == isAsked)
  }

  @Test func aBaselineOfOnePointHasNoLimitsAndStillHasRuns() throws {
    var fixture = try Fixture()
    let only = fixture.measure.frequency.from
    fixture.commitment.baseline = Baseline(basis: .window(from: only, to: only))
    fixture.record([60] + (0..<7).map { 61 + Double($0 % 2) } + Array(repeating: 81, count: 10))
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.baseline == 60)
    #expect(assessment.baselinePoints == 1)
    #expect(assessment.evidence?.rule == .shift)
    #expect(assessment.status == .sustained)
  }
}
