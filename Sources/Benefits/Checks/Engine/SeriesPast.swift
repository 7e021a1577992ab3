import BenefitsAnalytics
import BenefitsModel

/// The assessments of one series at the ends of its earlier periods, each made once and only when it is asked for.
final class SeriesPast {
  private let assessor: Assessor
  private let series: CombinedSeries
  private let ends: PeriodEnds
  private var made: [Int: Assessment] = [:]

  init(_ series: Series, of measure: Measure, assessor: Assessor) {
    self.series = assessor.combined(series)
    self.assessor = assessor
    ends = PeriodEnds(measure, before: assessor.asOf)
  }

  /// The day of an evaluation: 0 is now.
  func day(_ periods: Int) -> Day? { periods == 0 ? assessor.asOf : ends.day(periods) }

  /// The assessment of as many periods ago; 0 is now.
  func assessment(_ periods: Int) -> Assessment? {
    if let known = made[periods] { return known }
    guard let day = day(periods) else { return nil }
    let assessment = assessor.assess(series, asOf: periods == 0 ? nil : day)
    made[periods] = assessment
    return assessment
  }

  /// The assessment on the day that a waiver was given.
  func assessment(on day: Day) -> Assessment { assessor.assess(series, asOf: day) }
}
