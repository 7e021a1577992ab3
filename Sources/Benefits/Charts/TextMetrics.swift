import BenefitsModel

/// Estimates how wide a text is drawn, without a font at hand.
///
/// The widths are the advance widths of Helvetica in thousandths of an em (Adobe Core 14 AFM, 1997), plus a
/// fifth: where Arial is not installed, the face that stands in for it may be that much wider.
package enum TextMetrics {
  /// The room that is kept beyond Helvetica's own widths.
  package static let allowance = 1.2
  /// What bold text is wider than regular text.
  package static let boldAllowance = 1.08

  /// Returns the estimated width of a line of text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - size: The size of the face in the units of the drawing.
  ///   - isBold: Whether the face is bold.
  /// - Returns: The width in the units of the drawing.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    width(thousandths(text[...]), size: size, isBold: isBold)
  }

  private static func width(_ thousandths: Int, size: Double, isBold: Bool) -> Double {
    let width = Double(thousandths) / 1000 * size * allowance
    return isBold ? width * boldAllowance : width
  }

  private static func thousandths(_ text: Substring) -> Int {
    let quick = text.utf8.withContiguousStorageIfAvailable { quickThousandths($0) }
    if let quick = quick ?? nil { return quick }
    return text.unicodeScalars.reduce(0) { $0 + advance($1) }
  }

  /// The width of ASCII characters, spaces that do not break and points in the middle; `nil` where there are others.
  private static func quickThousandths(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let widths = ascii
    var sum = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if (32..<127).contains(byte) {
        sum += widths[Int(byte) - 32]
        place += 1
      } else if byte == 0xC2, bytes[place + 1] == 0xA0 || bytes[place + 1] == 0xB7 {
        sum += 278
        place += 2
      } else {
        return nil
      }
    }
    return sum
  }

  /// Breaks a text into lines that are no wider than a width; a word that is wider is broken itself.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The widest that a line may be.
  ///   - size: The size of the face.
  ///   - isBold: Whether the face is bold.
  /// - Returns: The lines, at least one.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func lines(
    _ text: String, within width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    if isLine(text, within: width, size: size, isBold: isBold) { return [text] }
    let words = Words(text, size: size, isBold: isBold)
    guard let starts = words.lineStarts(within: width) else {
      return brokenLines(words, within: width, size: size, isBold: isBold)
    }
    return words.lines(starts)
  }

  /// Whether a text is one line by a glance: it clearly fits, and its spaces are single ones between words.
  private static func isLine(
    _ text: String, within width: Double, size: Double, isBold: Bool
  ) -> Bool {
    let space = UInt8(ascii: " ")
    let sum = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      var previous = space
      for byte in bytes {
        if byte == space, previous == space { return nil }
        previous = byte
      }
      return previous == space ? nil : quickThousandths(bytes)
    }
    // What fits by less than this may be measured word by word.
    guard let sum = sum ?? nil else { return false }
    return TextMetrics.width(sum, size: size, isBold: isBold) < width - 0.001
  }

  /// Breaks a text into as few lines as `lines` does, of about the same length.
  ///
  /// - Returns: The lines, at least one.
  package static func balancedLines(
    _ text: String, within width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    if isLine(text, within: width, size: size, isBold: isBold) { return [text] }
    let words = Words(text, size: size, isBold: isBold)
    guard var best = words.lineStarts(within: width) else {
      return brokenLines(words, within: width, size: size, isBold: isBold)
    }
    guard best.count > 1 else { return words.lines(best) }
    var narrower = width
    while narrower > width / 2 {
      narrower -= width / 40
      // No word is broken only to make lines alike.
      guard let next = words.lineStarts(within: narrower), next.count <= best.count else { break }
      best = next
    }
    return words.lines(best)
  }

  /// The words of a text with their widths, which are measured once for any number of line breaks.
  private struct Words {
    let words: [Substring]
    let widths: [Double]
    let space: Double

    init(_ text: String, size: Double, isBold: Bool) {
      words = Words.split(text)
      widths = words.map {
        TextMetrics.width(thousandths($0), size: size, isBold: isBold)
      }
      space = TextMetrics.width(thousandths(" "), size: size, isBold: isBold)
    }

    /// Splits at spaces; a space that a mark is set on is no space.
    private static func split(_ text: String) -> [Substring] {
      // These bytes begin, or are part of, the marks that are set on what stands before them.
      let mayHaveMarks = text.utf8.contains { byte in
        switch byte {
        case 0x83, 0xCC, 0xCD, 0xD2, 0xD6: true
        default: false
        }
      }
      guard text.isPlainlyPrintable, !mayHaveMarks else { return text.split(separator: " ") }
      return text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    }

    /// The number of the first word of each line; `nil` where a word is wider than a line.
    func lineStarts(within width: Double) -> [Int]? {
      var starts = [0]
      var used = 0.0
      for (place, wide) in widths.enumerated() {
        guard wide <= width else { return nil }
        if place == 0 {
          used = wide
        } else if used + space + wide <= width {
          used += space + wide
        } else {
          starts.append(place)
          used = wide
        }
      }
      return starts
    }

    /// The words of each line with single spaces between them.
    func lines(_ starts: [Int]) -> [String] {
      starts.indices.map { line in
        let end = line + 1 < starts.count ? starts[line + 1] : words.count
        return words[starts[line]..<end].joined(separator: " ")
      }
    }
  }

  /// The lines of a text with a word that is wider than a line and is broken itself.
  private static func brokenLines(
    _ words: Words, within width: Double, size: Double, isBold: Bool
  ) -> [String] {
    let measure = { (text: String) in TextMetrics.width(text, size: size, isBold: isBold) }
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for word in words.words {
      for piece in pieces(of: String(word), within: width, measure: measure) {
        let wide = measure(piece)
        if line.isEmpty {
          (line, used) = (piece, wide)
        } else if used + words.space + wide <= width {
          line += " " + piece
          used += words.space + wide
        } else {
          lines.append(line)
          (line, used) = (piece, wide)
        }
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private static func pieces(
    of word: String, within width: Double, measure: (String) -> Double
  ) -> [String] {
    guard measure(word) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, measure(piece + String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if (32..<127).contains(value) { return ascii[value - 32] }
    switch scalar {
    case "·", "\u{A0}": return 278
    case "‘", "’": return 222
    case "“", "”": return 333
    case "–", "£", "€": return 556
    case "×", "±", "−": return 584
    default: break
    }
    switch value {
    // Combining marks and joiners take no room of their own.
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    // Latin, Greek, Cyrillic, Hebrew and Arabic letters: as wide as a wide small letter.
    case 0xA0...0x17F: return scalar.properties.isUppercase ? 722 : 556
    case 0x180...0x10FF: return 722
    // Everything else, such as Chinese characters and pictures: a full em.
    default: return 1000
    }
  }

  /// The characters from space to tilde.
  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
