extension String {
  /// The text without the characters that no output may carry.
  ///
  /// Left out are control characters (line breaks and tabs become a space), the marks that reorder what
  /// follows them (Unicode Standard Annex 9) and what XML 1.0 does not allow.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package var printable: String {
    if isPlainlyPrintable { return self }
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

  /// Whether a quick look at the bytes finds nothing that no output may carry; `false` where it cannot tell.
  ///
  /// It knows ASCII, the letters up to Hebrew, and the punctuation, currencies and signs of one block: nearly every
  /// text there is.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package var isPlainlyPrintable: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case 0x20...0x7E: place += 1
        // U+0080 to U+009F are control characters.
        case 0xC2:
          guard bytes[place + 1] >= 0xA0 else { return false }
          place += 2
        case 0xC3...0xD6: place += 2
        // U+2010 to U+2027, U+2030 to U+203F and U+2080 to U+2FFF.
        case 0xE2:
          let (second, third) = (bytes[place + 1], bytes[place + 2])
          guard second > 0x81 || second == 0x80 && (0x90...0xA7).contains(third) || third >= 0xB0
          else { return false }
          place += 3
        default: return false
        }
      }
      return true
    } ?? false
  }

  /// The text for a message: whole when it is short, else its beginning.
  ///
  /// - Complexity: O(1).
  package var excerpt: String {
    let start = prefix(50)
    return start.endIndex == endIndex ? self : start.prefix(45) + "…"
  }
}
