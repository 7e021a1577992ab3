/// The public holidays that working days leave out.
public enum Holidays: String, Hashable, Sendable, Codable, CaseIterable {
  /// No public holidays: every Monday to Friday is a working day.
  case none
  /// The bank holidays of England and Wales.
  case england

  /// Returns whether a day is a public holiday.
  ///
  /// - Parameter day: The day to look up.
  /// - Returns: Whether it is a holiday, or its substitute weekday.
  public func contains(_ day: Day) -> Bool {
    switch self {
    case .none: false
    case .england: EnglandBankHolidays.contains(day)
    }
  }
}

/// The bank holidays of England and Wales since 1978.
///
/// Source: Banking and Financial Dealings Act 1971, Schedule 1, and the royal proclamations that moved
/// or added days, as listed on gov.uk/bank-holidays. Easter Sunday by the anonymous Gregorian algorithm
/// (Nature, 20 April 1876).
enum EnglandBankHolidays {
  static func contains(_ day: Day) -> Bool {
    let (year, month, dayOfMonth) = day.civil
    guard day.weekday <= 5 else { return false }
    if oneOff.contains(year * 10_000 + month * 100 + dayOfMonth) { return true }
    switch (month, dayOfMonth) {
    case (1, 1...3):
      // 1 January, or the Monday after it when it falls on a weekend.
      return dayOfMonth == 1 || day.weekday == 1
    case (5, 1...7): return day.weekday == 1 && year != 1995 && year != 2020
    case (5, 25...31): return day.weekday == 1 && ![2002, 2012, 2022].contains(year)
    case (8, 25...31): return day.weekday == 1
    case (12, 25...28):
      // Each weekend day of the two moves to the next weekday that is free.
      return dayOfMonth <= 26 || (dayOfMonth == 27 && day.weekday <= 2)
        || (dayOfMonth == 28 && (day.weekday == 1 || day.weekday == 2))
    default:
      let fromEaster = easterSunday(year).distance(to: day)
      return fromEaster == -2 || fromEaster == 1
    }
  }

  /// Days that were moved or given once: VE Day, jubilees, weddings, a coronation, a funeral.
  private static let oneOff: Set<Int> = [
    1981_07_29, 1995_05_08, 1999_12_31, 2002_06_03, 2002_06_04, 2011_04_29, 2012_06_04,
    2012_06_05, 2020_05_08, 2022_06_02, 2022_06_03, 2022_09_19, 2023_05_08,
  ]

  static func easterSunday(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let (month, remainder) = (h + l - 7 * m + 114).quotientAndRemainder(dividingBy: 31)
    return Day(epochDay: Day.epochDay(year: year, month: month, day: remainder + 1))
  }
}
