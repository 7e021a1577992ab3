import BenefitsTerminal

/// The lines of a check run, coloured and broken for a terminal; in a pipe each result keeps to one line.
struct CheckListing {
  private let lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The columns of the outcome and the gap behind it, under which a broken line goes on.
  private static let indent = 7

  private static let tones: [Substring: Tone] = [
    "FAIL": .bad, "WARN": .caution, "INFO": .caution, "UNKN": .caution, "WAIVE": .faint,
    "PASS": .good,
    "LATER": .faint, "N/A": .faint,
  ]

  /// Returns the lines for a terminal of a width.
  func text(width: Int, style: Style) -> String {
    lines.map { Self.broken($0, width: max(width, 40)) }
      .map { Self.painted($0, style: style) }
      .joined(separator: "\n")
  }

  /// Breaks a result at spaces; the columns in its first line stay where they are.
  private static func broken(_ line: Substring, width: Int) -> String {
    let isResult = tones[line.prefix { $0 != " " }] != nil
    guard isResult, DisplayWidth.of(line) > width else { return String(line) }
    var used = 0
    var end = line.startIndex
    for index in line.indices {
      used += DisplayWidth.of(line[index])
      if used > width { break }
      if line[index] == " ", used > indent { end = index }
    }
    let rest = String(line[end...]).wrapped(to: width - indent)
    let margin = "\n" + String(repeating: " ", count: indent)
    return line[..<end] + rest.map { margin + $0 }.joined()
  }

  private static func painted(_ line: String, style: Style) -> String {
    let word = Substring(line).prefix { $0 != " " }
    guard let tone = tones[word] else { return line }
    return style.paint(String(word), tone) + line.dropFirst(word.count)
  }
}
