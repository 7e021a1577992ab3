import BenefitsAnalytics
import BenefitsModel
import Testing

/// Invented winters: each month of a year has its factor, and the level falls by 8 % at go-live.
@Suite struct SeasonalityTests {
  typealias Fixture = ProgrammeFixture

  /// From April to March; the mean is 1.
  private static let factors = [
    1.012, 0.973, 0.942, 0.926, 0.930, 0.953, 0.988, 1.027, 1.058, 1.074, 1.070, 1.047,
  ]

  private func fixture(months: Int, after: Double = 0.92, noise: Double = 0) throws -> Fixture {
    var fixture = try Fixture(unit: "per 1,000", direction: .lower)
    fixture.measure.isSeasonal = true
    fixture.commitment.targets = [
      Target(value: 19, reachBy: try Fixture.period("2026-09"))
    ]
    var generator = SeededGenerator(state: 20_230_401)
    fixture.record(
      (0..<months).map { month in
        let spread = noise * Double.random(in: -1...1, using: &generator)
        return 22 * Self.factors[month % 12] * (month < 15 ? 1 : after) * (1 + spread)
      })
    return fixture
  }

  @Test func factorsAreFoundWhateverChangesAtGoLive() throws {
    let assessment = try fixture(months: 36).assessment
    guard case .adjusted(let factors) = assessment.seasonality else {
      Issue.record("expected factors")
      return
    }
    for (month, factor) in Self.factors.enumerated() {
      let season = (month + 3) % 12 + 1
      #expect(abs(try #require(factors[season]) - factor) < 1e-9)
    }
  }

  @Test func levelAndBaselineAreThoseWithoutTheSeason() throws {
    let assessment = try fixture(months: 36).assessment
    #expect(abs(try #require(assessment.baseline) - 22) < 1e-6)
    #expect(abs(try #require(assessment.level) - 22 * 0.92) < 1e-6)
    #expect(assessment.evidence?.rule == .shift)
    #expect(assessment.sentence.contains("(seasonally adjusted)"))
  }

  @Test func winterIsNoDeteriorationAndSummerNoBenefit() throws {
    var concerns = 0
    var rawConcerns = 0
    for months in 24...36 {
      var fixture = try fixture(months: months, after: 1, noise: 0.01)
      let assessment = try fixture.assessmentAfterLast()
      #expect(abs(try #require(assessment.realised)) < 10)
      if assessment.concern != nil { concerns += 1 }
      fixture.measure.isSeasonal = false
      if try fixture.assessmentAfterLast().concern != nil { rawConcerns += 1 }
    }
    // One month in thirteen by chance; unadjusted, the winters are alarms.
    #expect(concerns <= 1)
    #expect(rawConcerns >= 3)
  }

  @Test func withoutTwoYearsTheSameSeasonOfTheBaselineIsCompared() throws {
    let assessment = try fixture(months: 20).assessmentAfterLast()
    #expect(assessment.seasonality == .sameSeason)
    #expect(assessment.isRunChart)
    // September, October and November.
    let same = [22 * 0.953, 22 * 0.988, 22 * 1.027]
    #expect(abs(try #require(assessment.baseline) - same[1]) < 1e-9)
    #expect(abs(try #require(assessment.level) - 0.92 * same.reduce(0, +) / 3) < 1e-9)
    #expect(assessment.sentence.contains("(not seasonally adjusted)"))
  }

  @Test func theRunOfSameMonthDifferencesIsTheEvidence() throws {
    #expect(try fixture(months: 21).assessmentAfterLast().evidence == nil)
    let assessment = try fixture(months: 22).assessmentAfterLast()
    #expect(assessment.evidence?.rule == .shift)
    #expect(assessment.evidence?.length == 7)
  }
}
