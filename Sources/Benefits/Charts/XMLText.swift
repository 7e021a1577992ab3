/// Makes any text safe to stand between tags or within a quoted attribute.
package enum XMLText {
  /// Returns a text with markup characters escaped and unwanted characters taken out.
  ///
  /// Line breaks and tabs become spaces. Control characters, characters that XML 1.0 does not allow and the
  /// marks that override the direction of writing (Unicode Standard Annex 9, §2) are left out: they could
  /// make a name look like another one.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text for an XML or HTML document.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func escaped(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var out = ""
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in cleaned(text).unicodeScalars {
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
  package static func cleaned(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: out.append(" ")
      case 0x00..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    guard (0x20..<0x7F).contains(byte) else { return false }
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return false
    default: return true
    }
  }
}
