import BenefitsAnalytics
import BenefitsModel
import Testing

@Suite struct SeriesPointsTests {
  typealias Fixture = ProgrammeFixture

  @Test func pointsRunFromTheBaselineToTheLastThatIsDue() throws {
    var fixture = try Fixture()
    fixture.record([nil, nil, 60, 61])
    fixture.asOf = try Fixture.day("2023-10-15")
    let points = try fixture.assessment.points
    #expect(try points.first?.period == Fixture.period("2023-04"))
    #expect(try points.last?.period == Fixture.period("2023-09"))
    #expect(points.map(\.use) == [.missing, .missing, .used, .used, .missing, .missing])
  }

  @Test func missingPeriodsAreGapsBeforeAndOverdueAfterTheLatestValue() throws {
    var fixture = try Fixture()
    fixture.record([60, nil, 61])
    fixture.asOf = try Fixture.day("2023-08-02")
    let assessment = try fixture.assessment
    #expect(try assessment.gaps == [Fixture.period("2023-05")])
    #expect(try assessment.overdue == [Fixture.period("2023-07")])
  }

  @Test func aMeasureTakenEverySecondMonthMissesNothingBetween() throws {
    var fixture = try Fixture(interval: 2)
    fixture.record([60, 61, 62])
    fixture.asOf = try Fixture.day("2023-09-15")
    let assessment = try fixture.assessment
    #expect(
      try assessment.points.map(\.period)
        == ["2023-04", "2023-06", "2023-08"].map(Fixture.period))
    #expect(assessment.gaps.isEmpty)
    #expect(assessment.overdue.isEmpty)
  }

  @Test func aPeriodThatIsNotOverYetIsShownAndNotUsed() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + [64, 90])
    fixture.asOf = try Fixture.day("2024-08-31")
    let assessment = try fixture.assessment
    #expect(assessment.points.last?.use == .partial)
    #expect(assessment.latest == 15)
    fixture.asOf = try Fixture.day("2024-09-01")
    #expect(try fixture.assessment.points.last?.use == .used)
  }

  @Test func excludedPointsAreShownAndNotUsed() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + [64, 900])
    fixture.measurements[16].isExcluded = true
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.points[16].use == .excluded)
    #expect(assessment.points[16].value == 900)
    #expect(assessment.chart.excluded == [16])
    #expect(assessment.latest == 15)
  }

  @Test func smallDenominatorsAreSuppressed() throws {
    var fixture = try Fixture(kind: .proportion)
    fixture.measure.suppressBelow = 5
    fixture.record(Array(repeating: (6, 10), count: 16) + [(2, 4), (3, 5)])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.points[16].use == .suppressed)
    #expect(assessment.points[16].value == nil)
    #expect(assessment.points[17].use == .used)
  }

  @Test func workingDaysOverEasterDecideWhatIsDue() throws {
    // Good Friday is 3 April 2026 and Easter Monday 6 April: the 15th working day is 23 April.
    var fixture = try Fixture(lag: 15)
    fixture.record((0..<35).map { _ in 60 })
    var plan = try fixture.plan
    plan.calendar.holidays = .england
    let snapshot = Snapshot(
      plan: plan, measurements: [plan.wholeSeries(of: fixture.measure): fixture.measurements],
      entry: 1, recordedAt: try #require(Instant("2026-04-24T09:00:00Z")))
    for (day, overdue) in [("2026-04-22", 0), ("2026-04-23", 0), ("2026-04-24", 1)] {
      let assessor = Assessor(snapshot: snapshot, asOf: try Fixture.day(day))
      #expect(assessor.assessments()[0].overdue.count == overdue)
    }
  }

  @Test func valuesAreNotWaitedForBeforeThePlannedBenefitBegins() throws {
    var fixture = try Fixture(every: "2025/26-Q1")
    fixture.goLive = try Fixture.day("2026-10-01")
    fixture.benefit.lifecycle = .committed
    fixture.commitment.baseline = Baseline(
      basis: .window(
        from: try Fixture.period("2025/26-Q1"), to: try Fixture.period("2025/26-Q4")))
    fixture.record([3.1, 3.0, 3.2, 3.1])
    fixture.asOf = try Fixture.day("2026-09-30")
    #expect(try fixture.assessment.overdue.isEmpty)
    #expect(try fixture.assessment.status == .notDue)
    fixture.asOf = try Fixture.day("2027-01-15")
    #expect(try fixture.assessment.overdue == [Fixture.period("2026/27-Q3")])
  }
}

@Suite struct BaselineNumberTests {
  typealias Fixture = ProgrammeFixture

  @Test func aRunChartHasTheMedianAndAControlChartTheMean() throws {
    var fixture = try Fixture()
    fixture.record([50, 60, 61, 62, 63, 64, 60, 61, 62, 63, 64, 65, 70, 70])
    let median = try fixture.assessmentAfterLast()
    #expect(median.isRunChart)
    #expect(median.baseline == 62)
    #expect(median.centre == 62)
    fixture.record([50, 60, 61, 62, 63, 64, 60, 61, 62, 63, 64, 65, 70, 70, 70])
    let mean = try fixture.assessmentAfterLast()
    #expect(!mean.isRunChart)
    #expect(mean.baseline == 735 / 12.0)
  }

  @Test func proportionsHaveTheRatioOfSums() throws {
    var fixture = try Fixture(kind: .proportion)
    fixture.record([(1, 10), (90, 100)] + Array(repeating: (91, 110), count: 10))
    let assessment = try fixture.assessmentAfterLast()
    #expect(abs(try #require(assessment.baseline) - 100 * 1001 / 1210.0) < 1e-12)
    #expect(assessment.centre == 100 * 91 / 110.0)
  }

  @Test func levelsOfMeansAreWeightedByN() throws {
    var fixture = try Fixture()
    fixture.record(Array(repeating: (60, 10), count: 15) + [(60, 10), (70, 10), (80, 20)])
    #expect(try fixture.assessmentAfterLast().level == 72.5)
  }

  @Test func levelsRestOnTheLastThreeUsablePoints() throws {
    var fixture = try Fixture()
    fixture.record(Fixture.before + [90, 60, nil, 61, 62])
    #expect(try fixture.assessmentAfterLast().level == 61)
    #expect(try fixture.assessmentAfterLast().levelPoints == 3)
  }

  @Test(arguments: [1, 2, 3])
  func oneTwoOrThreePointsHaveALevel(count: Int) throws {
    var fixture = try Fixture()
    fixture.record(Array(repeating: 60, count: count))
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.level == 60)
    #expect(assessment.levelPoints == count)
    #expect(assessment.baseline == 60)
  }

  @Test func aBaselineOfOnePointIsEnoughForANumber() throws {
    var fixture = try Fixture()
    let first = try Fixture.period("2023-04")
    fixture.commitment.baseline = Baseline(basis: .window(from: first, to: first))
    fixture.record(Fixture.before + [64, 65, 66])
    let assessment = try fixture.assessmentAfterLast()
    #expect(assessment.baseline == 59)
    #expect(assessment.baselinePoints == 1)
    #expect(assessment.concern == nil)
  }
}
