/// A calendar day of the Gregorian calendar, without a time and without a zone.
///
/// Days run from 1 January 1900 to 31 December 2199. Conversions follow the algorithms
/// `days_from_civil` and `civil_from_days` of Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms" (2013), which are exact for the proleptic Gregorian calendar.
public struct Day: Hashable, Sendable {
  /// The number of days since 1 January 1970.
  public let epochDay: Int

  /// The years that a day may lie in.
  public static let years = 1900...2199

  /// Creates a day from the number of days since 1 January 1970.
  ///
  /// - Parameter epochDay: The number of days, negative before 1970.
  public init(epochDay: Int) { self.epochDay = epochDay }

  /// Creates a day from a year, a month and a day of the month.
  ///
  /// Fails when there is no such day.
  ///
  /// - Parameters:
  ///   - year: A year from 1900 through 2199.
  ///   - month: A month from 1 through 12.
  ///   - day: A day that the month has.
  public init?(year: Int, month: Int, day: Int) {
    guard Day.years.contains(year), (1...12).contains(month),
      (1...Day.daysInMonth(year: year, month: month)).contains(day)
    else { return nil }
    epochDay = Day.epochDay(year: year, month: month, day: day)
  }

  /// The year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = epochDay + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The year.
  public var year: Int { civil.year }

  /// The month, from 1 through 12.
  public var month: Int { civil.month }

  /// The day of the month, from 1 through 31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int { ((epochDay + 3) % 7 + 7) % 7 + 1 }

  /// Returns the day that many days later, or earlier when the number is negative.
  ///
  /// - Parameter days: The number of days to move.
  /// - Returns: The day moved to.
  public func advanced(by days: Int) -> Day { Day(epochDay: epochDay + days) }

  /// Returns the number of days from this day to another.
  ///
  /// - Parameter other: The day to count to.
  /// - Returns: The number of days, negative when `other` is earlier.
  public func distance(to other: Day) -> Int { other.epochDay - epochDay }

  /// Returns the number of days in a month.
  ///
  /// - Parameters:
  ///   - year: A year of the Gregorian calendar.
  ///   - month: A month from 1 through 12.
  /// - Returns: 28, 29, 30 or 31.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func epochDay(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Day: Comparable {
  /// Orders two days in time.
  ///
  /// - Parameters:
  ///   - lhs: A day.
  ///   - rhs: Another day.
  /// - Returns: Whether the first is earlier.
  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.epochDay < rhs.epochDay }
}

extension Day: LosslessStringConvertible {
  /// Reads a day written as `2026-04-24` (ISO 8601).
  ///
  /// Fails when the text is not exactly such a day.
  ///
  /// - Parameter text: Four digits of the year, two of the month and two of the day.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(exactDigits: bytes[0..<4]), let month = Int(exactDigits: bytes[5..<7]),
      let day = Int(exactDigits: bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `2026-04-24` (ISO 8601).
  public var description: String {
    let (year, month, day) = civil
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The day for a sentence, as `24 Apr 2026`.
  public var spoken: String {
    let (year, month, day) = civil
    return "\(day) \(MonthName.short[month - 1]) \(year)"
  }
}

extension Day: Codable {
  /// Reads a day from its text.
  ///
  /// - Parameter decoder: The decoder to read from.
  /// - Throws: A decoding error when the text is not a day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a day")
    }
    self = day
  }

  /// Writes the day as its text.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The English names of the months.
package enum MonthName {
  /// `Jan` to `Dec`.
  package static let short = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Returns a month of a year, as `Jan 2025`.
  ///
  /// Each point of a chart names its month, so that it is put together at its place.
  ///
  /// - Parameters:
  ///   - month: The month, from 1.
  ///   - year: The year.
  /// - Returns: The text.
  package static func short(_ month: Int, of year: Int) -> String {
    var text = short[month - 1]
    guard (1000...9999).contains(year) else { return "\(text) \(year)" }
    return String(unsafeUninitializedCapacity: 8) { bytes in
      text.withUTF8 { letters in for place in 0..<3 { bytes[place] = letters[place] } }
      bytes[3] = UInt8(ascii: " ")
      for (place, unit) in [(4, 1000), (5, 100), (6, 10), (7, 1)] {
        bytes[place] = UInt8(ascii: "0") + UInt8(year / unit % 10)
      }
      return 8
    }
  }

  /// `January` to `December`.
  package static let long = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Returns the number of the month with a name, 1 through 12, whatever its case.
  package static func number(_ name: some StringProtocol) -> Int? {
    let folded = String(name).asciiLowercased()
    let isName = { (candidate: String) in candidate.asciiLowercased() == folded }
    if folded == "sept" { return 9 }
    return (short.firstIndex(where: isName) ?? long.firstIndex(where: isName)).map { $0 + 1 }
  }
}

extension Int {
  /// Reads a number made of ASCII digits only, with no sign.
  package init?(exactDigits bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy(\.isASCIIDigit) else { return nil }
    self = bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Returns the number with leading zeros to a width.
  package func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }

  /// Divides and rounds towards minus infinity.
  package func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
