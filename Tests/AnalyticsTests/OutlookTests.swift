import BenefitsModel
import Testing

@testable import BenefitsAnalytics

@Suite struct OutlookTests {
  /// The pace is that of the plan, but the values have stopped moving far below the target.
  @Test func whatIsOnPlanAndWillNotArriveIsToBeWatched() throws {
    var fixture = try ProgrammeFixture()
    fixture.commitment.targets[0].reachBy = try ProgrammeFixture.period("2025-12")
    fixture.commitment.targets[0].trajectory = .table([
      PlannedValue(period: try ProgrammeFixture.period("2024-07"), value: 62)
    ])
    fixture.record(ProgrammeFixture.before + Array(repeating: 62, count: 12))
    let assessment = try fixture.assessmentAfterLast()
    let outlook = try #require(assessment.outlook)
    #expect(outlook.isMiss)
    #expect(outlook.chance < 0.1)
    #expect(outlook.forecast.high80 < 80)
    #expect(outlook.expected == nil)
    #expect(assessment.status == .watch)
    #expect(assessment.sentence.contains("in line with"))
    #expect(assessment.sentence.contains("but on its present course"))
    #expect(
      try #require(assessment.outlookText).contains("It does not meet it on its current course."))
  }

  @Test func aSteadyRiseArrivesWhenItIsDrawnOut() throws {
    var fixture = try ProgrammeFixture()
    fixture.commitment.targets[0].reachBy = try ProgrammeFixture.period("2025-12")
    fixture.record(ProgrammeFixture.before + [62, 64, 66, 68, 70, 72, 74, 76])
    let assessment = try fixture.assessmentAfterLast()
    let outlook = try #require(assessment.outlook)
    #expect(!assessment.isMet)
    #expect(try #require(outlook.observed).isClose(to: 2))
    let expected = try #require(outlook.expected)
    #expect(expected > assessment.points[try #require(assessment.latest)].period)
    #expect(
      outlook.required.isClose(
        to: (fixture.commitment.targets[0].value - (try #require(assessment.level)))
          / Double(outlook.steps)))
  }

  @Test func fewValuesGiveNoOutlook() throws {
    var fixture = try ProgrammeFixture()
    fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    fixture.record([60, 61, 62, 60, 61, 62, 63])
    #expect(try fixture.assessmentAfterLast().outlook == nil)
    #expect(try fixture.assessmentAfterLast().outlookText == nil)
  }

  @Test func theTimeBeforeAndAfterGoLiveIsCompared() throws {
    var fixture = try ProgrammeFixture()
    fixture.record(ProgrammeFixture.before + [66, 67, 68, 66, 67, 68, 66, 67])
    let assessment = try fixture.assessmentAfterLast()
    let result = try #require(assessment.interruption())
    #expect(result.before == 15)
    #expect(result.after == 8)
    #expect(result.levelChange.value > 3)
    #expect(assessment.text(of: result).contains("At go-live the level changed by +"))
    // Against itself nothing changed.
    let controlled = try #require(assessment.interruption(comparedWith: assessment))
    #expect(controlled.effect.value == 0)
    #expect(controlled.isControlled)
  }
}
