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
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    // Charts are full of texts, so that eight characters are looked at in one go.
    while place + 8 <= raw.count {
      let part = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard isPlain(part) else { return false }
      place += 8
    }
    return bytes[place...].allSatisfy { (0x20...0x7E).contains($0) && !isMarkup($0) }
  }

  /// The same of eight bytes.
  ///
  /// Taking 1 from each byte shows in its highest bit whether it, or one below it, was zero (Warren, Hacker's
  /// Delight, 2nd edition, 6-1).
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    func differences(from byte: UInt64, mask: UInt64 = 0xFF) -> UInt64 {
      (bytes & (each &* mask)) ^ (each &* byte)
    }
    func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- each) & ~bytes }
    // 0x20 to 0x7F have one of two bits, and not the highest. Of & and ' one bit differs, and of < and >.
    let found =
      bytes | ~(bytes << 1 | bytes << 2) | zeros(differences(from: 0x7F))
      | zeros(differences(from: 0x22)) | zeros(differences(from: 0x26, mask: 0xFE))
      | zeros(differences(from: 0x3C, mask: 0xFD))
    return found & (each << 7) == 0
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
