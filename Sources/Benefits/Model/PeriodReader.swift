/// How the day and the month stand in a date such as `01/02/2025`.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// Day, month, year.
  case dmy
  /// Month, day, year.
  case mdy
  /// Year, month, day.
  case ymd
}

/// Why a text is not a period of the wanted kind.
public enum PeriodFault: Error, Hashable, Sendable {
  /// The text is no period that we know.
  case notAPeriod(String, example: String)
  /// The text can be read in two ways.
  case ambiguous(String, readings: [String], remedy: String)
  /// The text is a period of another kind.
  case otherKind(String, found: PeriodKind, wanted: PeriodKind, example: String)
  /// The text is a date inside a longer period, neither its first nor its last day.
  case dayInsidePeriod(String, period: Period)
}

extension PeriodFault: CustomStringConvertible {
  /// What was found, what was expected, and what to write instead.
  public var description: String {
    switch self {
    case .notAPeriod(let text, let example):
      text.isEmpty
        ? "the period is missing; write \(example)"
        : "'\(text.excerpt)' is not a period; write \(example)"
    case .ambiguous(let text, let readings, let remedy):
      "'\(text.excerpt)' is ambiguous: \(readings.joined(separator: " or ")); \(remedy)"
    case .otherKind(let text, let found, let wanted, let example):
      "'\(text.excerpt)' is a \(found), but a \(wanted) is expected; write \(example)"
    case .dayInsidePeriod(let text, let period):
      "'\(text.excerpt)' is a day inside \(period), not its first or last; write \(period)"
    }
  }
}

/// Reads periods of one kind as people and spreadsheets write them.
///
/// Beside the labels of `Period` it accepts `Jan-25`, `Jan 2025`, `January 2025` and `01/2025` for
/// months, `31/01/2025`, `31-Jan-25` and `2025-01-31 00:00:00` for days, and a full date for a longer
/// period when it is the period's first or last day. What can be read in two ways is refused with both
/// readings.
public struct PeriodReader: Hashable, Sendable {
  /// The kind of period that is wanted.
  public var kind: PeriodKind
  /// The month that years begin in.
  public var yearStart: YearStart
  /// How dates with slashes are ordered; `nil` refuses the ambiguous ones.
  public var dateOrder: DateOrder?
  /// Whether any day stands for the period that holds it.
  public var acceptsDateInPeriod: Bool

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - kind: The kind of period that is wanted.
  ///   - yearStart: The month that years begin in.
  ///   - dateOrder: How dates with slashes are ordered; `nil` refuses the ambiguous ones.
  ///   - acceptsDateInPeriod: Whether any day stands for the period that holds it.
  public init(
    kind: PeriodKind, yearStart: YearStart = .april, dateOrder: DateOrder? = nil,
    acceptsDateInPeriod: Bool = false
  ) {
    self.kind = kind
    self.yearStart = yearStart
    self.dateOrder = dateOrder
    self.acceptsDateInPeriod = acceptsDateInPeriod
  }

  /// Reads one period.
  ///
  /// - Parameter text: The text of the period; white space around it is ignored.
  /// - Returns: A period of the wanted kind.
  /// - Throws: `PeriodFault` when the text is no such period.
  public func read(_ text: String) throws(PeriodFault) -> Period {
    let text = Self.withoutMidnight(text.trimmed())
    if let period = Period(label: text) { return try accept(period, text) }
    if let day = try slashedDay(text) ?? namedDay(text) {
      return try accept(Period(.day, containing: day), text)
    }
    if let month = namedMonth(text) { return try accept(month, text) }
    throw .notAPeriod(text, example: kind.example(yearStart: yearStart))
  }

  /// Reads the period that a plan means by a period of any kind, or a date: the one that holds its last day.
  ///
  /// - Parameter text: A label of any kind, or a date.
  /// - Returns: The period of the wanted kind that holds the last day of what was written.
  /// - Throws: `PeriodFault` when the text is no period, or ambiguous.
  public func readEnclosing(_ text: String) throws(PeriodFault) -> Period {
    Period(kind, containing: try anyPeriod(text).last, yearStart: yearStart)
  }

  /// Reads the period that a plan means by a period of any kind, or a date: the one that holds its first day.
  ///
  /// - Parameter text: A label of any kind, or a date.
  /// - Returns: The period of the wanted kind that holds the first day of what was written.
  /// - Throws: `PeriodFault` when the text is no period, or ambiguous.
  public func readOpening(_ text: String) throws(PeriodFault) -> Period {
    Period(kind, containing: try anyPeriod(text).first, yearStart: yearStart)
  }

  private func anyPeriod(_ text: String) throws(PeriodFault) -> Period {
    let text = text.trimmed()
    guard let period = Period(label: text) ?? namedMonth(text) else {
      throw .notAPeriod(text, example: kind.example(yearStart: yearStart))
    }
    try refuseOtherYear(period, text)
    return period
  }

  /// Reads a period of whatever kind it is written as, where no plan says which kind is wanted.
  ///
  /// - Parameters:
  ///   - text: A label of any kind, a month as spreadsheets write it, or a date.
  ///   - dateOrder: How dates with slashes are ordered; `nil` refuses the ambiguous ones.
  /// - Returns: The period, where `2025` is a calendar year and `2025-Q1` a calendar quarter.
  /// - Throws: `PeriodFault` when the text is no period, or ambiguous.
  public static func readAny(
    _ text: String, dateOrder: DateOrder? = nil
  ) throws(PeriodFault) -> Period {
    let text = withoutMidnight(text.trimmed())
    if let period = Period(label: text) { return period }
    let reader = PeriodReader(kind: .day, dateOrder: dateOrder)
    if let day = try reader.slashedDay(text) ?? reader.namedDay(text) {
      return Period(.day, containing: day)
    }
    if let month = reader.namedMonth(text) { return month }
    throw .notAPeriod(text, example: "2025-01, 2025-W05, 2025/26-Q3, 2025/26 or 2025-01-31")
  }

  private func accept(_ period: Period, _ text: String) throws(PeriodFault) -> Period {
    if period.kind == kind {
      try refuseOtherYear(period, text)
      // A financial quarter is the same three months under either name.
      return Period(kind, containing: period.first, yearStart: yearStart)
    }
    if period.kind == .day {
      let longer = Period(kind, containing: period.first, yearStart: yearStart)
      guard
        acceptsDateInPeriod || period.first == longer.first || period.first == longer.last
      else { throw .dayInsidePeriod(text, period: longer) }
      return longer
    }
    throw .otherKind(
      text, found: period.kind, wanted: kind, example: kind.example(yearStart: yearStart))
  }

  private func refuseOtherYear(_ period: Period, _ text: String) throws(PeriodFault) {
    guard period.kind == .quarter || period.kind == .year, period.yearStart != yearStart else {
      return
    }
    guard yearStart == .april else {
      if period.kind == .quarter { return }
      throw .notAPeriod(text, example: kind.example(yearStart: yearStart))
    }
    let start = period.first
    if period.kind == .quarter {
      let financial = Period(.quarter, containing: start)
      let sameName = Period(.quarter, containing: start).advanced(by: 1)
      throw .ambiguous(
        text,
        readings: [
          "\(financial) (\(Self.months(financial)))", "\(sameName) (\(Self.months(sameName)))",
        ],
        remedy: "write one of these, or set 'year_starts: january' in the plan")
    }
    let later = Period(.year, containing: start.advanced(by: 180))
    throw .ambiguous(
      text, readings: ["\(later.advanced(by: -1))", "\(later)"],
      remedy: "write one of these, or set 'year_starts: january' in the plan")
  }

  private static func months(_ quarter: Period) -> String {
    "\(MonthName.short[quarter.first.month - 1]) to \(MonthName.short[quarter.last.month - 1]) "
      + "\(quarter.last.year)"
  }

  /// Reads `Jan-25`, `Jan 2025`, `January 2025`, `Jan25` and `01/2025`.
  private func namedMonth(_ text: String) -> Period? {
    let name = text.prefix(while: \.isLetter)
    let rest = text.dropFirst(name.count).drop { $0 == "-" || $0 == " " || $0 == "." }
    if let month = MonthName.number(name), let year = Self.year(rest) {
      return Self.month(year: year, month: month)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 4,
      let month = Int(exactDigits: Array(parts[0].utf8)),
      let year = Int(exactDigits: Array(parts[1].utf8))
    else { return nil }
    return Self.month(year: year, month: month)
  }

  /// Reads `31-Jan-25`, `31 Jan 2025` and `31 January 2025`.
  private func namedDay(_ text: String) -> Day? {
    let digits = text.prefix(while: { $0.isASCII && $0.isNumber })
    guard (1...2).contains(digits.count), let day = Int(exactDigits: Array(digits.utf8)) else {
      return nil
    }
    let rest = text.dropFirst(digits.count).drop { $0 == "-" || $0 == " " }
    let name = rest.prefix(while: \.isLetter)
    guard let month = MonthName.number(name),
      let year = Self.year(rest.dropFirst(name.count).drop { $0 == "-" || $0 == " " || $0 == "." })
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Leaves the midnight out that databases and spreadsheets put behind a date.
  private static func withoutMidnight(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      Day(String(decoding: bytes[..<10], as: UTF8.self)) != nil
    else { return text }
    let isMidnight = bytes[11...].allSatisfy {
      $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "Z")
    }
    return isMidnight ? String(decoding: bytes[..<10], as: UTF8.self) : text
  }

  private static func month(year: Int, month: Int) -> Period? {
    Day(year: year, month: month, day: 1).map { Period(.month, containing: $0) }
  }

  /// Two digits are a year of this century up to 69 and of the last from 70, as spreadsheets have it.
  private static func year(_ text: Substring) -> Int? {
    guard let number = Int(exactDigits: Array(text.utf8)) else { return nil }
    return switch text.utf8.count {
    case 4: number
    case 2: number < 70 ? 2000 + number : 1900 + number
    default: nil
    }
  }

  private func slashedDay(_ text: String) throws(PeriodFault) -> Day? {
    let separators: [Character] = ["/", ".", "-"]
    guard let separator = separators.first(where: { text.contains($0) }) else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { Int(exactDigits: Array($0.utf8)) }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 {
      return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard parts[2].utf8.count == 4 else { return nil }
    let dayFirst = Day(year: numbers[2], month: numbers[1], day: numbers[0])
    let monthFirst = Day(year: numbers[2], month: numbers[0], day: numbers[1])
    switch dateOrder {
    case .dmy: return dayFirst
    case .mdy: return monthFirst
    case .ymd: return nil
    case nil:
      guard let dayFirst, let monthFirst, dayFirst != monthFirst else {
        return dayFirst ?? monthFirst
      }
      throw .ambiguous(
        text, readings: [dayFirst.spoken, monthFirst.spoken],
        remedy: "write \(dayFirst) or \(monthFirst), or say --date-order dmy")
    }
  }
}
