/// The name by which a plan, a file and a command refer to one thing.
///
/// An identifier is `[A-Za-z0-9][A-Za-z0-9.-]*` and at most 64 characters long. Two identifiers that
/// differ only in ASCII case are the same; the spelling that was given first is the one shown.
public struct Identifier<Noun> {
  /// The identifier as it was written.
  public let text: String

  /// The identifier in lower case, which decides equality and order.
  public let folded: String

  /// Creates an identifier.
  ///
  /// Fails when the spelling is not an identifier.
  ///
  /// - Parameter text: The spelling to check.
  /// - Complexity: O(*n*), where *n* is the length of `text`.
  public init?(_ text: String) {
    guard let first = text.utf8.first, first.isASCIIAlphanumeric, text.utf8.count <= 64 else {
      return nil
    }
    guard
      text.utf8.allSatisfy({
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    self.text = text
    folded = text.asciiLowercased()
  }

  /// Creates the identifier of one noun from that of another, as when a programme is its own site.
  ///
  /// - Parameter other: The identifier to take over.
  public init<Other>(_ other: Identifier<Other>) {
    text = other.text
    folded = other.folded
  }
}

extension Identifier: Sendable {}

extension Identifier: Hashable {
  /// Compares two identifiers, ignoring ASCII case.
  ///
  /// - Parameters:
  ///   - lhs: An identifier.
  ///   - rhs: Another identifier.
  /// - Returns: Whether they name the same thing.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.folded == rhs.folded }

  /// Feeds the folded spelling to a hasher.
  ///
  /// - Parameter hasher: The hasher to feed.
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension Identifier: Comparable {
  /// Orders two identifiers by their folded spelling.
  ///
  /// - Parameters:
  ///   - lhs: An identifier.
  ///   - rhs: Another identifier.
  /// - Returns: Whether the first comes before the second.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.folded < rhs.folded }
}

extension Identifier: CustomStringConvertible {
  /// The identifier as it was written.
  public var description: String { text }
}

extension Identifier: Codable {
  /// Reads an identifier from its text.
  ///
  /// - Parameter decoder: The decoder to read from.
  /// - Throws: A decoding error when the text is not an identifier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identifier = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not an identifier")
    }
    self = identifier
  }

  /// Writes the identifier as its text.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether the byte is an ASCII letter or digit.
  package var isASCIIAlphanumeric: Bool {
    isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}

extension String {
  /// Returns the text with the letters A to Z in lower case and all else as it was.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package func asciiLowercased() -> String {
    String(
      decoding: utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }

  /// Returns the text without white space at either end.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package func trimmed() -> String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...last])
  }
}
