/// A moment in Coordinated Universal Time, to the second.
public struct Instant: Hashable, Sendable {
  /// The number of seconds since 1970-01-01T00:00:00Z.
  public let secondsSince1970: Int

  /// Creates a moment.
  ///
  /// - Parameter secondsSince1970: The number of seconds since 1970-01-01T00:00:00Z.
  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// Creates the first moment of a day.
  ///
  /// - Parameter day: The day, in UTC.
  public init(startOf day: Day) { secondsSince1970 = day.epochDay * 86_400 }

  /// The day of the moment in UTC.
  public var day: Day { Day(epochDay: secondsSince1970.flooredQuotient(by: 86_400)) }
}

extension Instant: Comparable {
  /// Orders two moments in time.
  ///
  /// - Parameters:
  ///   - lhs: A moment.
  ///   - rhs: Another moment.
  /// - Returns: Whether the first is earlier.
  public static func < (lhs: Instant, rhs: Instant) -> Bool {
    lhs.secondsSince1970 < rhs.secondsSince1970
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads a moment written as `2026-04-24T09:30:00Z` (RFC 3339 in UTC, to the second).
  ///
  /// Fails when the text is not exactly such a moment.
  ///
  /// - Parameter text: The moment.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Int(exactDigits: bytes[11..<13]), hour < 24,
      let minute = Int(exactDigits: bytes[14..<16]), minute < 60,
      let second = Int(exactDigits: bytes[17..<19]), second < 60
    else { return nil }
    secondsSince1970 = day.epochDay * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// The moment as `2026-04-24T09:30:00Z`, of fixed width, so that texts sort as moments do.
  public var description: String {
    let seconds = secondsSince1970 - day.epochDay * 86_400
    return "\(day)T\((seconds / 3600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2)):"
      + "\((seconds % 60).padded(to: 2))Z"
  }
}

extension Instant: Codable {
  /// Reads a moment from its text.
  ///
  /// - Parameter decoder: The decoder to read from.
  /// - Throws: A decoding error when the text is not a moment.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a moment")
    }
    self = instant
  }

  /// Writes the moment as its text.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
