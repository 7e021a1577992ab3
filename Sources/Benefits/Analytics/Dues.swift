import BenefitsModel

/// Up to which period values are due, and overdue, on the day that the question is asked for.
struct Dues {
  /// The last period whose value is due, whether or not it is measured.
  let due: Period
  /// The last period whose value is overdue, whether or not it is measured.
  let overdue: Period

  /// Finds the last due periods by walking back from the one that holds the day.
  ///
  /// - Complexity: O(*d* · *l*) for *d* periods within the lag of *l* working days.
  init(_ frequency: Frequency, asOf: Day, calendar: WorkingCalendar) {
    var period = Period(frequency.kind, containing: asOf, yearStart: frequency.from.yearStart)
    while !frequency.isDue(period, asOf: asOf, in: calendar) { period = period.advanced(by: -1) }
    due = period
    while !frequency.isOverdue(period, asOf: asOf, in: calendar) {
      period = period.advanced(by: -1)
    }
    overdue = period
  }

  /// Returns the frequency that values of a measure are waited for: event measures are to be complete
  /// month by month, all others in their own periods.
  static func cadence(of measure: Measure) -> Frequency {
    guard measure.kind == .event else { return measure.frequency }
    var cadence = measure.frequency
    cadence.from = Period(.month, containing: measure.frequency.from.first)
    cadence.interval = 1
    return cadence
  }
}
