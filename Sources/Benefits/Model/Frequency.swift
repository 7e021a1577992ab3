/// How often a measure is taken, and when each value is due.
public struct Frequency: Hashable, Sendable, Codable {
  /// How many periods lie between two values: 2 for every second month.
  public var interval: Int
  /// The first period that is measured; its kind is the kind of all periods of the measure.
  public var from: Period
  /// The working days after the end of a period until its value is due.
  public var lagWorkingDays: Int
  /// The calendar days after the due date until the value is overdue.
  public var graceDays: Int
  /// The calendar days after the due date by which a provisional value is to be final; `nil` for no limit.
  public var finalDays: Int?

  /// Creates a frequency.
  ///
  /// - Parameters:
  ///   - from: The first period that is measured.
  ///   - interval: How many periods lie between two values, at least 1.
  ///   - lagWorkingDays: The working days after the end of a period until its value is due.
  ///   - graceDays: The calendar days after the due date until the value is overdue.
  ///   - finalDays: The calendar days after the due date by which a provisional value is to be final.
  public init(
    from: Period, interval: Int = 1, lagWorkingDays: Int = 0, graceDays: Int = 0,
    finalDays: Int? = nil
  ) {
    precondition(interval >= 1 && lagWorkingDays >= 0 && graceDays >= 0 && finalDays ?? 0 >= 0)
    self.from = from
    self.interval = interval
    self.lagWorkingDays = lagWorkingDays
    self.graceDays = graceDays
    self.finalDays = finalDays
  }

  /// The kind of period of the measure.
  public var kind: PeriodKind { from.kind }

  /// Returns whether a value belongs to a period.
  ///
  /// - Parameter period: A period of the measure's kind.
  /// - Returns: Whether the period lies a whole number of intervals from the first, at or after it.
  public func isMeasured(_ period: Period) -> Bool {
    let distance = from.distance(to: period)
    return distance >= 0 && distance % interval == 0
  }

  /// Returns the day on which the value of a period is due.
  ///
  /// - Parameters:
  ///   - period: A period of the measure's kind.
  ///   - calendar: The working days to count by.
  /// - Returns: The lag's last working day after the last day of the period.
  /// - Complexity: O(`lagWorkingDays`).
  public func dueDay(of period: Period, in calendar: WorkingCalendar) -> Day {
    calendar.workingDay(lagWorkingDays, after: period.last)
  }

  /// Returns whether the value of a period is due by a day.
  ///
  /// - Parameters:
  ///   - period: A period of the measure's kind.
  ///   - asOf: The day that the question is asked for.
  ///   - calendar: The working days to count by.
  /// - Returns: Whether the period is complete and its due day has come.
  public func isDue(_ period: Period, asOf: Day, in calendar: WorkingCalendar) -> Bool {
    period.end <= asOf && dueDay(of: period, in: calendar) <= asOf
  }

  /// Returns whether the value of a period is overdue on a day.
  ///
  /// - Parameters:
  ///   - period: A period of the measure's kind.
  ///   - asOf: The day that the question is asked for.
  ///   - calendar: The working days to count by.
  /// - Returns: Whether the day is later than the due day and the grace together.
  public func isOverdue(_ period: Period, asOf: Day, in calendar: WorkingCalendar) -> Bool {
    period.end <= asOf && dueDay(of: period, in: calendar).advanced(by: graceDays) < asOf
  }

  /// Returns the measured periods between two days.
  ///
  /// - Parameters:
  ///   - first: The first period, or `nil` for the first that is measured.
  ///   - last: The last period.
  /// - Returns: The periods in calendar order, empty when `last` is before the first.
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public func periods(from first: Period? = nil, through last: Period) -> [Period] {
    let start = first.map { Swift.max($0, from) } ?? from
    let offset = from.distance(to: start) % interval
    let aligned = offset == 0 ? start : start.advanced(by: interval - offset)
    return aligned <= last ? Array(stride(from: aligned, through: last, by: interval)) : []
  }
}
