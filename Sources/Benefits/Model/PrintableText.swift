extension String {
  /// The text without the characters that no output may carry.
  ///
  /// Left out are control characters (line breaks and tabs become a space), the marks that reorder what
  /// follows them (Unicode Standard Annex 9) and what XML 1.0 does not allow.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package var printable: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: continue
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: continue
      case let value where value & 0xFFFE == 0xFFFE: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text for a message: whole when it is short, else its beginning.
  ///
  /// - Complexity: O(1).
  package var excerpt: String {
    let start = prefix(50)
    return start.endIndex == endIndex ? self : start.prefix(45) + "…"
  }
}
