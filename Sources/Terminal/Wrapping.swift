extension String {
  /// Returns the text broken into lines of at most a number of terminal columns.
  ///
  /// Breaks at spaces; a word longer than a line is broken where the line ends. Line breaks of the text
  /// are kept.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package func wrapped(to width: Int) -> [String] {
    precondition(width > 0)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { Self.wrap($0, to: width) }
  }

  private static func wrap(_ paragraph: Substring, to width: Int) -> [String] {
    var lines = [String]()
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let wordWidth = DisplayWidth.of(word)
      if used > 0, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let characterWidth = DisplayWidth.of(character)
        if used + characterWidth > width, used > 0 {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += characterWidth
      }
    }
    lines.append(line)
    return lines
  }

  /// Returns the text with spaces behind it, or before it, up to a number of terminal columns.
  package func padded(to width: Int, leading: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    return leading ? spaces + self : self + spaces
  }
}
