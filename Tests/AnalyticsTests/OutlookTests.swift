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
    let comparison = try #require(try fixture.assessor.goLiveComparison(of: assessment))
    let result = comparison.result
    #expect(result.before == 15)
    #expect(result.after == 8)
    #expect(result.levelChange.value > 3)
    #expect(comparison.comparison == nil)
    #expect(comparison.cautions == [.fewPoints, .uncontrolled])
    #expect(assessment.text(of: comparison).contains("At go-live the level changed by +"))
    #expect(
      assessment.assumptions(of: comparison).hasPrefix(
        "Taken for granted: The line before would have gone on unchanged."))
    // Against itself nothing changed.
    let controlled = try #require(assessment.interruption(comparedWith: assessment))
    #expect(controlled.effect.value == 0)
    #expect(controlled.isControlled)
  }

  /// Both sites rise by 5 in July 2024, so that nothing is left of the change at the one that it reached.
  @Test func theComparisonThatThePlanNamesIsTakenOff() throws {
    let reached = try #require(Site.ID("alderwick"))
    let spared = try #require(Site.ID("redmoor"))
    var fixture = try ProgrammeFixture()
    fixture.sites = [Site(id: reached, title: "Alderwick"), Site(id: spared, title: "Redmoor")]
    fixture.measure.comparison = MeasureComparison(site: spared)
    let before = ProgrammeFixture.before
    let noise = [0.2, -0.1, 0.3, -0.4, 0.1, 0, -0.2, 0.1]
    fixture.record(before + noise.map { 65 + $0 })
    let same = fixture.measurements
    let shifted = same.enumerated().map { index, value in
      var other = value
      other.number = value.number.map { $0 - 10 + (index.isMultiple(of: 3) ? 0.3 : 0) }
      return other
    }
    let plan = try fixture.plan
    let assessor = Assessor(
      snapshot: Snapshot(
        plan: plan,
        measurements: [
          Series(measure: fixture.measure.id, site: reached): same,
          Series(measure: fixture.measure.id, site: spared): shifted,
        ], entry: 1, recordedAt: try #require(Instant("2026-04-24T09:00:00Z"))),
      asOf: try #require(fixture.measurements.last?.period.end))
    let here = assessor.assess(Series(measure: fixture.measure.id, site: reached))
    let comparison = try #require(assessor.goLiveComparison(of: here))
    #expect(comparison.comparison?.site == spared)
    #expect(comparison.result.isControlled)
    #expect(comparison.result.levelChange.value.magnitude < 0.3)
    #expect(comparison.cautions == [.fewPoints])
    #expect(here.text(of: comparison).contains("At go-live the difference from Redmoor changed by"))
    #expect(here.assumptions(of: comparison).contains("the change did not reach the comparison"))
    // By itself the site would have been told to have gained 5.
    #expect(here.interruption()?.levelChange.value ?? 0 > 4)
    // The place that is compared with is looked at by itself.
    let other = assessor.assess(Series(measure: fixture.measure.id, site: spared))
    #expect(assessor.goLiveComparison(of: other)?.comparison == nil)
    // The whole holds the comparison, which makes its effect too small.
    let whole = assessor.assess(plan.wholeSeries(of: fixture.measure))
    #expect(assessor.goLiveComparison(of: whole)?.cautions.contains(.overlapping) ?? true)
  }
}
