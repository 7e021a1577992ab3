import BenefitsModel

/// The days at which a run looks back at a series: the last days of its earlier reporting periods.
///
/// A period is not over on its last day, so that each of these days sees one period less than the next.
struct PeriodEnds {
  private let current: Period
  private let interval: Int
  private let first: Period

  /// - Parameters:
  ///   - measure: The measure; the record of rare events is looked at month by month.
  ///   - asOf: The day that the question is asked for.
  init(_ measure: Measure, before asOf: Day) {
    var cadence = measure.frequency
    if measure.kind == .event {
      cadence.from = Period(.month, containing: cadence.from.first)
      cadence.interval = 1
    }
    first = cadence.from
    interval = cadence.interval
    let running = Period(cadence.kind, containing: asOf, yearStart: cadence.from.yearStart)
    // The latest measured period that is over on the day.
    let complete = running.advanced(by: -1)
    let beyond = max(0, first.distance(to: complete)) % interval
    current = complete.advanced(by: -beyond)
  }

  /// Returns the day that lies as many reporting periods back, at least 1.
  ///
  /// - Returns: `nil` where that is before the first measured period.
  func day(_ periods: Int) -> Day? {
    let period = current.advanced(by: -(periods - 1) * interval)
    return period >= first ? period.last : nil
  }
}
