/// One reporting period: a day, ISO week, month, quarter or year.
///
/// Arithmetic is on whole periods and involves no clock, locale or time zone. Only periods of the
/// same kind are compared; mixing kinds is a programmer's mistake.
public struct Period: Hashable, Sendable {
  /// The kind of period.
  public let kind: PeriodKind

  /// The month that the years of the label begin in; always April for days, weeks and months.
  public let yearStart: YearStart

  /// The number of periods of this kind since the one that holds 1 January 1970.
  ///
  /// A quarter counts calendar quarters, whatever month the year of its label begins in.
  public let ordinal: Int

  /// Creates the period with a number among those of its kind.
  package init(kind: PeriodKind, yearStart: YearStart, ordinal: Int) {
    self.kind = kind
    self.yearStart = kind == .quarter || kind == .year ? yearStart : .april
    self.ordinal = ordinal
  }

  /// Creates the period of a kind that holds a day.
  ///
  /// - Parameters:
  ///   - kind: The kind of period.
  ///   - day: A day in the period.
  ///   - yearStart: The month that years begin in.
  public init(_ kind: PeriodKind, containing day: Day, yearStart: YearStart = .april) {
    let (year, month, _) = day.civil
    let ordinal =
      switch kind {
      case .day: day.epochDay
      // 1 January 1970 was a Thursday.
      case .week: (day.epochDay + 3).flooredQuotient(by: 7)
      case .month: (year - 1970) * 12 + month - 1
      case .quarter: (year - 1970) * 4 + (month - 1) / 3
      case .year: year - 1970 - (month < yearStart.firstMonth ? 1 : 0)
      }
    self.init(kind: kind, yearStart: yearStart, ordinal: ordinal)
  }

  /// The first day of the period.
  public var first: Day {
    switch kind {
    case .day: Day(epochDay: ordinal)
    case .week: Day(epochDay: ordinal * 7 - 3)
    case .month, .quarter, .year:
      Day(epochDay: Day.epochDay(year: firstMonth.year, month: firstMonth.month, day: 1))
    }
  }

  /// The month that the period begins in, from 1, and its year.
  package var firstMonth: (year: Int, month: Int) {
    let months =
      switch kind {
      case .day, .week: first.civil.year * 12 + first.civil.month - 1 - 1970 * 12
      case .month: ordinal
      case .quarter: ordinal * 3
      case .year: ordinal * 12 + yearStart.firstMonth - 1
      }
    let year = months.flooredQuotient(by: 12)
    return (1970 + year, months - year * 12 + 1)
  }

  /// The first day after the period.
  public var end: Day { advanced(by: 1).first }

  /// The last day of the period.
  public var last: Day { end.advanced(by: -1) }

  /// Returns whether a day lies in the period.
  ///
  /// - Parameter day: The day to look for.
  /// - Returns: Whether `first <= day < end`.
  public func contains(_ day: Day) -> Bool { first <= day && day < end }
}

extension Period {
  /// Compares two periods; those of different kinds are never equal.
  ///
  /// Written out, since `Strideable` would otherwise provide one that measures a distance first.
  ///
  /// - Parameters:
  ///   - lhs: A period.
  ///   - rhs: Another period.
  /// - Returns: Whether they are the same period under the same name.
  public static func == (lhs: Period, rhs: Period) -> Bool {
    lhs.kind == rhs.kind && lhs.ordinal == rhs.ordinal && lhs.yearStart == rhs.yearStart
  }
}

extension Period: Strideable {
  /// Returns the period that many periods later, or earlier when the number is negative.
  ///
  /// - Parameter count: The number of periods to move.
  /// - Returns: The period moved to.
  public func advanced(by count: Int) -> Period {
    Period(kind: kind, yearStart: yearStart, ordinal: ordinal + count)
  }

  /// Returns the number of periods from this one to another of the same kind.
  ///
  /// - Parameter other: The period to count to.
  /// - Returns: The number of periods, negative when `other` is earlier.
  public func distance(to other: Period) -> Int {
    precondition(kind == other.kind, "periods of different kinds have no distance")
    return other.ordinal - ordinal
  }

  /// Orders two periods of the same kind in time.
  ///
  /// - Parameters:
  ///   - lhs: A period.
  ///   - rhs: Another period.
  /// - Returns: Whether the first is earlier.
  public static func < (lhs: Period, rhs: Period) -> Bool {
    precondition(lhs.kind == rhs.kind, "periods of different kinds have no order")
    return lhs.ordinal < rhs.ordinal
  }
}

extension Period: CustomStringConvertible {
  /// The label of the period: `2025-01-31`, `2025-W05`, `2025-01`, `2025/26-Q3`, `2025-Q3`, `2025/26` or
  /// `2025`.
  public var description: String {
    let (year, month, _) = first.civil
    switch kind {
    case .day: return first.description
    case .week:
      // A week belongs to the year that holds its Thursday (ISO 8601).
      let thursday = first.advanced(by: 3)
      let weekYear = thursday.year
      let newYear = Day.epochDay(year: weekYear, month: 1, day: 1)
      return "\(weekYear)-W\(((thursday.epochDay - newYear) / 7 + 1).padded(to: 2))"
    case .month: return "\(year)-\(month.padded(to: 2))"
    case .quarter:
      guard yearStart == .april else { return "\(year)-Q\((month - 1) / 3 + 1)" }
      let startYear = month < 4 ? year - 1 : year
      return "\(Period.financialYear(startYear))-Q\(month < 4 ? 4 : (month - 1) / 3)"
    case .year: return yearStart == .april ? Period.financialYear(year) : String(year)
    }
  }

  /// The period for a sentence: `31 Jan 2025`, `week of 27 Jan 2025`, `Jan 2025`, `Q3 2025/26`, `2025/26`.
  public var spoken: String {
    switch kind {
    case .day: return first.spoken
    case .week: return "week of \(first.spoken)"
    case .month:
      return MonthName.short(firstMonth.month, of: firstMonth.year)
    case .quarter:
      let parts = description.split(separator: "-")
      return "\(parts[1]) \(parts[0])"
    case .year: return description
    }
  }

  private static func financialYear(_ start: Int) -> String {
    "\(start)/\(((start + 1) % 100).padded(to: 2))"
  }
}

extension Period: Codable {
  /// Reads a period from its label.
  ///
  /// - Parameter decoder: The decoder to read from.
  /// - Throws: A decoding error when the text is not a label.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Period(label: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a period")
    }
    self = period
  }

  /// Writes the period as its label.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
