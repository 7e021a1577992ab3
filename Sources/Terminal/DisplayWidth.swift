/// Measures text in the columns of a terminal.
///
/// Wide and fullwidth characters of Unicode Standard Annex #11 and emoji take two columns, combining
/// marks and controls none, all others one.
package enum DisplayWidth {
  /// Returns the columns that a text takes.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Returns the columns that a character takes, however many scalars it is made of.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: isShownAsEmoji) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func isShownAsEmoji(_ scalar: Unicode.Scalar) -> Bool {
    // U+FE0F asks for the coloured form of the character before it.
    scalar.properties.isEmojiPresentation || scalar == "\u{FE0F}"
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    // Vowels and finals of Hangul join the wide initial before them.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks of wide characters beside emoji: UAX #11, `EastAsianWidth.txt` of Unicode 16.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
