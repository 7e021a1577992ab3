import BenefitsAnalytics
import BenefitsModel

/// One series now and at the ends of its earlier periods, each assessed once and only when it is asked for.
final class SeriesPast {
  let measure: Measure
  let commitment: Commitment
  /// The benefits that the measure shows or guards.
  let benefits: [Benefit]
  /// Why nothing at all is checked, where every benefit of the measure has ended or is only an idea.
  let outOfForce: String?
  private let assessor: Assessor
  private let series: CombinedSeries
  private let ends: PeriodEnds
  private var made: [Assessment?] = []

  init(_ series: Series, of measure: Measure, assessor: Assessor) {
    self.series = assessor.combined(series)
    self.assessor = assessor
    self.measure = measure
    commitment = self.series.commitment
    benefits = self.series.benefits
    outOfForce = Self.outOfForce(benefits)
    ends = PeriodEnds(measure, before: assessor.asOf)
  }

  private static func outOfForce(_ benefits: [Benefit]) -> String? {
    guard !benefits.isEmpty else { return nil }
    if benefits.allSatisfy({ $0.lifecycle == .closed || $0.lifecycle == .superseded }) {
      return "belongs to a benefit that is \(benefits[0].lifecycle.rawValue)"
    }
    return benefits.allSatisfy { $0.lifecycle == .draft } ? "belongs to a draft benefit" : nil
  }

  /// The day of an evaluation: 0 is now.
  func day(_ periods: Int) -> Day? { periods == 0 ? assessor.asOf : ends.day(periods) }

  /// The assessment of as many periods ago; 0 is now.
  func assessment(_ periods: Int) -> Assessment? {
    if periods < made.count, let known = made[periods] { return known }
    guard let day = day(periods) else { return nil }
    let assessment =
      periods == 0
      ? assessor.assess(series)
      : assessor.assess(series, asOf: day, later: assessment(0))
    while made.count <= periods { made.append(nil) }
    made[periods] = assessment
    return assessment
  }

  /// The assessment on the day that a waiver was given.
  func assessment(on day: Day) -> Assessment {
    assessor.assess(series, asOf: day, later: assessment(0))
  }
}
