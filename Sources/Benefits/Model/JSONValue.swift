/// A value for machine output as JSON (RFC 8259), whose objects keep the order of their keys.
///
/// Numbers are written as the shortest text that reads back the same, without a locale; a number that is
/// not finite has no place in JSON and is written as `null`.
package enum JSONValue: Hashable, Sendable {
  /// Nothing known, or none.
  case null
  /// A yes or no.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object([Member])

  /// One named value of an object.
  package struct Member: Hashable, Sendable {
    /// The name.
    package var key: String
    /// The value.
    package var value: JSONValue

    /// Creates a named value.
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// Wraps a text, or `null` where there is none.
  package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// Wraps a number, or `null` where there is none.
  package init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }

  /// Wraps a whole number, or `null` where there is none.
  package init(_ integer: Int?) { self = integer.map(JSONValue.integer) ?? .null }

  /// Wraps a yes or no, or `null` where it is not known.
  package init(_ bool: Bool?) { self = bool.map(JSONValue.bool) ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(stringLiteral value: String) { self = .string(value) }

  package init(integerLiteral value: Int) { self = .integer(value) }

  package init(floatLiteral value: Double) { self = .number(value) }

  package init(booleanLiteral value: Bool) { self = .bool(value) }

  package init(nilLiteral: ()) { self = .null }
}

extension JSONValue {
  /// Returns the value as text on one line, without a line end.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package var text: String {
    var out = ""
    write(into: &out)
    return out
  }

  /// Returns the value as text with one member a line, ended by a line end; arrays of plain values
  /// stay on one line.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package var indentedText: String {
    var out = ""
    write(into: &out, indentation: "")
    return out + "\n"
  }

  /// Appends the value as text on one line.
  package func write(into out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let bool): out += bool ? "true" : "false"
    case .integer(let integer): out += String(integer)
    case .number(let number): out += number.isFinite ? Numeral.shortest(number) : "null"
    case .string(let text): JSONValue.write(text, into: &out)
    case .array(let values):
      out += "["
      for (index, value) in values.enumerated() {
        if index > 0 { out += "," }
        value.write(into: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { out += "," }
        JSONValue.write(member.key, into: &out)
        out += ":"
        member.value.write(into: &out)
      }
      out += "}"
    }
  }

  private func write(into out: inout String, indentation: String) {
    let inner = indentation + "  "
    switch self {
    case .array(let values) where values.contains(where: \.hasMembers):
      for (index, value) in values.enumerated() {
        out += index == 0 ? "[\n" : ",\n"
        out += inner
        value.write(into: &out, indentation: inner)
      }
      out += "\n\(indentation)]"
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        out += index == 0 ? "{\n" : ",\n"
        out += inner
        JSONValue.write(member.key, into: &out)
        out += ": "
        member.value.write(into: &out, indentation: inner)
      }
      out += "\n\(indentation)}"
    default: write(into: &out)
    }
  }

  private var hasMembers: Bool {
    switch self {
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }

  private static func write(_ text: String, into out: inout String) {
    out += "\""
    // Parts are added to the text itself: to add to its scalars would copy all of it each time.
    var plain = text.startIndex
    for index in text.unicodeScalars.indices {
      guard let escape = escape(text.unicodeScalars[index]) else { continue }
      out += text[plain..<index]
      out += escape
      plain = text.unicodeScalars.index(after: index)
    }
    out += text[plain...]
    out += "\""
  }

  /// The escape of a character that may not stand in a JSON text as it is, or that some readers stumble over.
  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    // JavaScript before 2019 ends a line at U+2028 and U+2029; terminals obey U+007F to U+009F, and the marks
    // that reorder what follows them (Unicode Standard Annex 9).
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{61c}", "\u{200e}", "\u{200f}",
      "\u{2028}"..."\u{202e}", "\u{2066}"..."\u{2069}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return nil
    }
  }
}
