import BenefitsAnalytics
import BenefitsModel
import Testing

/// Days between rare events: a longer gap is better, the mean gap is to be 40 by the end of 2025.
@Suite struct EventTests {
  typealias Fixture = ProgrammeFixture

  /// Invented gaps: 22 before the change and 12 after it.
  private static let gaps = [
    12, 25, 9, 31, 17, 22, 6, 28, 19, 14, 35, 11, 20, 16, 27, 8, 24, 18, 21, 13, 30, 26,
    34, 52, 29, 61, 38, 47, 70, 44, 57, 41, 63, 49,
  ]

  private func fixture() throws -> Fixture {
    var fixture = try Fixture(kind: .event, unit: "days", every: "2023-04-09")
    fixture.measure.title = "Days between falls"
    fixture.commitment = Commitment(
      baseline: Baseline(
        basis: .window(
          from: try Fixture.period("2023-04-09"), to: try Fixture.period("2024-03-31"))),
      targets: [
        Target(value: 40, reachBy: try Fixture.period("2025-12-31"), trajectory: .step)
      ])
    var period = try Fixture.period("2023-04-09")
    fixture.measurements = [Measurement(period: period, number: 1)]
    for gap in Self.gaps {
      period = period.advanced(by: gap)
      fixture.measurements.append(Measurement(period: period, number: 1))
    }
    fixture.measurements.append(
      Measurement(period: try Fixture.period("2026-03-31"), number: 0))
    return fixture
  }

  @Test func pointsAreTheGapsBetweenEvents() throws {
    let assessment = try fixture().assessment
    #expect(assessment.points.compactMap(\.value) == Self.gaps.map(Double.init))
    #expect(assessment.level == (41 + 63 + 49) / 3.0)
  }

  @Test func theOpenGapIsToldAndNotUsed() throws {
    let assessment = try fixture().assessment
    #expect(try assessment.lastEvent == Fixture.day("2026-01-20"))
    #expect(try assessment.completeTo == Fixture.day("2026-03-31"))
    #expect(assessment.points.last?.value == 49)
  }

  @Test func sixGapsAtTheTargetAreSustained() throws {
    let assessment = try fixture().assessment
    #expect(assessment.metOfLast == 6)
    #expect(assessment.evidence?.rule == .shift)
    #expect(assessment.status == .sustained)
    #expect(
      assessment.sentence.contains("stood at 51 days over the last three values to 20 Jan 2026"))
  }

  @Test func severalEventsOnOneDayHaveGapsOfZero() throws {
    var fixture = try fixture()
    fixture.measurements[1].number = 3
    #expect(try fixture.assessment.points.prefix(4).compactMap(\.value) == [12, 0, 0, 25])
  }

  @Test func monthsThatTheRecordIsNotCompleteForAreOverdue() throws {
    var fixture = try fixture()
    fixture.measurements.removeLast()
    let assessment = try fixture.assessment
    #expect(try assessment.overdue == ["2026-01", "2026-02", "2026-03"].map(Fixture.period))
    #expect(assessment.status == .stale)
    #expect(assessment.statusBeforeStale == .sustained)
  }

  @Test(arguments: [0, 1])
  func withoutTwoEventsThereIsNothingToJudge(count: Int) throws {
    var fixture = try fixture()
    fixture.measurements = Array(fixture.measurements.prefix(count))
    fixture.commitment.baseline = Baseline(basis: .stated(value: 20, source: "audit"))
    #expect(try fixture.assessment.level == nil)
    #expect(try fixture.assessment.status == .noData)
  }
}
