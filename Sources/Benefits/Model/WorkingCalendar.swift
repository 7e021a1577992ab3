/// What a plan says about the calendar: the public holidays and the month that years begin in.
public struct WorkingCalendar: Hashable, Sendable, Codable {
  /// The public holidays that working days leave out.
  public var holidays: Holidays
  /// The month that years begin in.
  public var yearStarts: YearStart

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - holidays: The public holidays that working days leave out.
  ///   - yearStarts: The month that years begin in.
  public init(holidays: Holidays = .none, yearStarts: YearStart = .april) {
    self.holidays = holidays
    self.yearStarts = yearStarts
  }

  /// Returns whether a day is a working day.
  ///
  /// - Parameter day: The day to look up.
  /// - Returns: Whether it is a Monday to Friday and no public holiday.
  public func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 && !holidays.contains(day) }

  /// Returns the n-th working day after a day.
  ///
  /// - Parameters:
  ///   - count: How many working days to count, 0 or more.
  ///   - day: The day to count from, which is not counted itself.
  /// - Returns: The working day; `day` itself for a count of 0.
  /// - Complexity: O(*count*).
  public func workingDay(_ count: Int, after day: Day) -> Day {
    var day = day
    var left = count
    while left > 0 {
      day = day.advanced(by: 1)
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }
}
