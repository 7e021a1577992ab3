import BenefitsAnalytics
import BenefitsModel
import Testing

/// The ordered rules: baseline 60, target 80 by March 2025, go-live July 2024.
@Suite struct StatusTests {
  typealias Fixture = ProgrammeFixture

  /// Values that follow the assumed straight line from go-live: 62.2, 64.4 … 80 in March 2025.
  private func planned(_ months: Int) -> [Double] {
    (1...months).map { 60 + 20 * Double(min($0, 9)) / 9 }
  }

  @Test func withoutTargetAndGuardrailNothingIsDefined() throws {
    var fixture = try Fixture()
    fixture.commitment = Commitment()
    fixture.record(Fixture.before)
    #expect(try fixture.assessment.status == .notDefined)
  }

  @Test(arguments: [Lifecycle.closed, .superseded])
  func endedBenefitIsClosed(lifecycle: Lifecycle) throws {
    var fixture = try Fixture()
    fixture.benefit.lifecycle = lifecycle
    #expect(try fixture.assessment.status == .closed)
    #expect(try fixture.assessment.overdue.isEmpty)
  }

  @Test func goLiveWithoutABaselineIsNoBaseline() throws {
    var fixture = try Fixture()
    fixture.commitment.baseline = nil
    fixture.record(Fixture.before + planned(3))
    #expect(try fixture.assessmentAfterLast().status == .noBaseline)
    fixture.asOf = try Fixture.day("2024-06-30")
    #expect(try fixture.assessment.status == .notDue)
    fixture.asOf = try Fixture.day("2024-07-01")
    #expect(try fixture.assessment.status == .noBaseline)
  }

  @Test func aWindowWithoutAUsableValueIsNoBaseline() throws {
    var fixture = try Fixture()
    fixture.commitment.baseline = Baseline(
      basis: .window(
        from: try Fixture.period("2022-01"), to: try Fixture.period("2022-12")))
    fixture.record(Fixture.before + planned(3))
    #expect(try fixture.assessmentAfterLast().status == .noBaseline)
  }

  @Test func beforeTheFirstBenefitDateNothingIsDue() throws {
    var fixture = try Fixture()
    fixture.benefit.firstBenefit = try Fixture.day("2024-10-01")
    fixture.record(Fixture.before + planned(2))
    fixture.asOf = try Fixture.day("2024-09-30")
    #expect(try fixture.assessment.status == .notDue)
    fixture.asOf = try Fixture.day("2024-10-01")
    #expect(try fixture.assessment.status != .notDue)
  }

  @Test func nothingRecordedAfterTheFirstValueIsOverdueIsNoData() throws {
    var fixture = try Fixture(lag: 1)
    fixture.benefit.lifecycle = .committed
    fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    // July 2024 is due on Thursday 1 August, one working day after its end.
    fixture.asOf = try Fixture.day("2024-08-01")
    #expect(try fixture.assessment.status == .notDue)
    fixture.asOf = try Fixture.day("2024-08-02")
    #expect(try fixture.assessment.status == .noData)
    #expect(try fixture.assessment.overdue == [Fixture.period("2024-07")])
  }

  @Test func twoOverduePeriodsMakeItStale() throws {
    var fixture = try Fixture(lag: 1, grace: 5)
    fixture.record(Fixture.before + planned(3))
    // October is due on 1 November and overdue after 6 November; November after Monday 2 and 7 December.
    fixture.asOf = try Fixture.day("2024-12-07")
    #expect(try fixture.assessment.overdue == [Fixture.period("2024-10")])
    #expect(try fixture.assessment.status == .tooEarly)
    fixture.asOf = try Fixture.day("2024-12-08")
    let stale = try fixture.assessment
    #expect(try stale.overdue == [Fixture.period("2024-10"), Fixture.period("2024-11")])
    #expect(stale.status == .stale)
    #expect(stale.statusBeforeStale == .tooEarly)
  }

  @Test func aSuppressedValueIsRecordedAndNotUsed() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + planned(4))
    fixture.measurements[17].state = .suppressed
    fixture.measurements[17].number = nil
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.points[17].use == .suppressed)
    #expect(assessment.gaps.isEmpty)
    #expect(assessment.overdue.isEmpty)
    #expect(assessment.pointsSinceGoLive == 3)
  }

  @Test func worseThanTheBaselineBeyondChanceIsDeteriorated() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + [59, 58, 57, 56, 57, 55, 54])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.concern != nil)
    #expect(assessment.status == .deteriorated)
  }

  @Test func metInFiveOfSixWithEvidenceIsSustained() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + planned(8) + [81, 82, 79, 83, 84, 82])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.metOfLast == 5)
    #expect(assessment.status == .sustained)
    fixture.record(Fixture.before + planned(8) + [81, 79, 79, 83, 84, 82])
    #expect(try fixture.assessmentAfterLast().metOfLast == 4)
    #expect(try fixture.assessmentAfterLast().status == .realised)
  }

  @Test func metWithoutEvidenceIsUnproven() throws {
    var fixture = try Fixture()
    fixture.commitment.targets[0].value = 60.5
    fixture.record(Fixture.before + [59, 60, 59, 61, 60.5, 60])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.evidence == nil)
    #expect(assessment.level == 60.5)
    #expect(assessment.status == .metUnproven)
  }

  @Test func metOnceAndLostIsNotSustained() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + planned(9) + [82, 83, 84, 76, 75, 74, 73])
    let assessment = try fixture.assessmentAfterLast()
    #expect(try assessment.realisedSince == Fixture.period("2025-05"))
    #expect(assessment.status == .notSustained)
  }

  @Test(arguments: [(69.9, Status.missed), (70, .missedPartial), (75, .missedPartial)])
  func aMissIsPartialFromHalfOfThePromise(level: Double, expected: Status) throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + Array(repeating: level, count: 9))
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.isReachByPassed)
    #expect(assessment.isMetAtReachBy == false)
    #expect(assessment.status == expected)
  }

  @Test func reachByHasPassedWhenItsValueIsDue() throws {
    var fixture = try Fixture(lag: 3)
    fixture.record(Fixture.before + Array(repeating: 65, count: 9))
    // March 2025 ends on a Monday; three working days later is Thursday 3 April.
    fixture.asOf = try Fixture.day("2025-04-02")
    #expect(try fixture.assessment.status == .offTrack)
    fixture.asOf = try Fixture.day("2025-04-03")
    #expect(try fixture.assessment.status == .missed)
  }

  @Test(arguments: [(6, Status.tooEarly), (7, .offTrack), (8, .offTrack)])
  func fewerThanSevenPointsAfterGoLiveAreTooEarly(points: Int, expected: Status) throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + Array(repeating: 61, count: points))
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.pointsSinceGoLive == points)
    #expect(assessment.status == expected)
  }

  /// A table that plans 70 for every month gives a level of 60 + 10 · pace that pace.
  ///
  /// The target is so near that the forecast of what is on plan does not miss it.
  @Test(arguments: [
    (0.749, Status.offTrack), (0.75, .watch), (0.949, .watch), (0.95, .onTrack), (1.099, .onTrack),
    (1.10, .ahead),
  ])
  func paceAtItsThresholds(pace: Double, expected: Status) throws {
    var fixture = try Fixture()
    fixture.commitment.targets[0].trajectory = .table([
      PlannedValue(period: try Fixture.period("2024-07"), value: 70)
    ])
    fixture.commitment.targets[0].value = 72
    fixture.record(Fixture.before + Array(repeating: 60 + 10 * pace, count: 8))
    let assessment = try fixture.assessmentAfterLast()
    #expect(try #require(assessment.pace) - pace < 1e-12)
    #expect(assessment.outlook?.isMiss == (pace < 0.9))
    #expect(assessment.status == expected)
  }

  @Test func aPlanOfLessThanFivePercentHasNoPace() throws {
    var fixture = try Fixture()
    fixture.commitment.targets[0].trajectory = .step
    fixture.record(Fixture.before + [60, 61, 59])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.plannedRealised == 0)
    #expect(assessment.pace == nil)
    #expect(assessment.status == .onTrack)
  }

  @Test(arguments: [Direction.higher, .lower])
  func equalityAtTheTargetIsMet(direction: Direction) throws {
    var fixture = try Fixture(direction: direction)
    fixture.commitment.baseline = Baseline(
      basis: .stated(value: direction == .higher ? 50 : 64, source: "audit"))
    fixture.commitment.targets[0].value = 57
    fixture.record(Array(repeating: 57, count: 20))
    #expect(try fixture.assessmentAfterLast().isMet)
    fixture.record(Array(repeating: direction == .higher ? 56.99 : 57.01, count: 20))
    #expect(try !fixture.assessmentAfterLast().isMet)
  }

  @Test func wholePercentagesMeetTheTargetThatTheyEqual() throws {
    // 57 / 100 · 100 is 56.99999999999999 when the division comes first.
    var fixture = try Fixture(kind: .proportion)
    fixture.commitment.targets[0].value = 57
    fixture.commitment.baseline = Baseline(basis: .stated(value: 50, source: "audit"))
    fixture.record(Array(repeating: (57, 100), count: 20))
    #expect(try fixture.assessmentAfterLast().level == 57)
    #expect(try fixture.assessmentAfterLast().isMet)
  }

  @Test func aTargetThatIsNotBetterThanTheBaselineHasNoRealisedPercentage() throws {
    var fixture = try Fixture()
    fixture.commitment.targets[0].value = 60
    fixture.record(Array(repeating: 60, count: 12) + [59, 58, 57])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.realised == nil)
    #expect(assessment.pace == nil)
    #expect(assessment.status == .offTrack || assessment.status == .deteriorated)
  }
}
