/// Makes any text safe to stand between tags or within a quoted attribute.
package enum XMLText {
  /// Returns a text with markup characters escaped and unwanted characters taken out.
  ///
  /// What `printable` leaves out is left out: some could make a name look like another one.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text for an XML or HTML document.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isMarkup) else { return text.printable }
    var out = ""
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.printable.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Returns a text without the characters that `escaped` leaves out, and not escaped.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text as it is seen.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func cleaned(_ text: String) -> String { text.printable }

  /// Whether bytes are nothing but ASCII characters that `escaped` leaves as they are.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { (0x20...0x7E).contains($0) && !isMarkup($0) }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
