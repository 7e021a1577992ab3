/// A table for reading in a terminal or a pipe.
///
/// Columns are as wide as their widest cell. Where that is more than there is room for, the columns that
/// may wrap become narrower and their cells take several lines; nothing is ever cut off.
package struct TextTable: Hashable, Sendable {
  /// How the cells of a column stand in it.
  package enum Alignment: Hashable, Sendable {
    /// From the left: text.
    case leading
    /// To the right: numbers.
    case trailing
  }

  /// A column with its heading.
  package struct Column: Hashable, Sendable {
    /// The heading.
    package var title: String
    /// How the cells stand.
    package var alignment: Alignment
    /// The columns of the terminal that the column may shrink to; `nil` when its cells never wrap.
    package var narrowest: Int?

    /// Creates a column.
    package init(_ title: String, _ alignment: Alignment = .leading, narrowest: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.narrowest = narrowest
    }
  }

  /// The text of a cell with its tone.
  package struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The text.
    package var text: String
    /// The tone, which colours the text where colours are shown.
    package var tone: Tone

    /// Creates a cell.
    package init(_ text: String, _ tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }

    /// Creates a plain cell.
    package init(stringLiteral text: String) { self.init(text) }
  }

  private enum Line: Hashable, Sendable {
    case cells([Cell])
    case note(Cell, indent: Int)
  }

  /// The columns from left to right.
  package let columns: [Column]
  private var lines: [Line] = []

  /// Creates an empty table.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Whether no row was added.
  package var isEmpty: Bool { lines.isEmpty }

  /// Adds a row of as many cells as there are columns.
  package mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count)
    lines.append(.cells(cells))
  }

  /// Adds a line below the last row that runs across all columns.
  package mutating func append(note: Cell, indent: Int = 2) {
    lines.append(.note(note, indent: indent))
  }

  /// Returns the table as lines that each end with a line feed.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; `nil` where there is no limit, as in a pipe.
  ///   - style: Whether the text is coloured.
  ///   - hasHeadings: Whether the first line holds the headings.
  /// - Returns: The lines, without white space at their ends.
  package func text(width: Int?, style: Style, hasHeadings: Bool = true) -> String {
    let widths = columnWidths(limit: width, hasHeadings: hasHeadings)
    let total = widths.reduce(0, +) + Self.gap * (columns.count - 1)
    var text = ""
    if hasHeadings {
      text += row(columns.map { Cell($0.title, .strong) }, widths: widths, style: style)
    }
    for line in lines {
      switch line {
      case .cells(let cells): text += row(cells, widths: widths, style: style)
      case .note(let note, let indent):
        let room = width.map { max(20, $0 - indent) } ?? max(total, Int(Int16.max))
        for part in note.text.wrapped(to: room) {
          text += String(repeating: " ", count: indent) + style.paint(part, note.tone) + "\n"
        }
      }
    }
    return text
  }

  private static let gap = 2

  private func columnWidths(limit: Int?, hasHeadings: Bool) -> [Int] {
    var widths = columns.map { hasHeadings ? DisplayWidth.of($0.title) : 0 }
    for case .cells(let cells) in lines {
      for (index, cell) in cells.enumerated() {
        let natural =
          cell.text.split(separator: "\n").map { DisplayWidth.of($0) }.max() ?? 0
        widths[index] = max(widths[index], natural)
      }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - limit
    while excess > 0 {
      // Take from the widest, so that no column is squeezed while another has room.
      let candidates = columns.indices.filter { index in
        columns[index].narrowest.map { widths[index] > max($0, 1) } ?? false
      }
      guard let widest = candidates.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func row(_ cells: [Cell], widths: [Int], style: Style) -> String {
    let parts = cells.enumerated().map { index, cell in
      cell.text.wrapped(to: max(widths[index], 1))
    }
    var text = ""
    for lineIndex in 0..<(parts.map(\.count).max() ?? 0) {
      var line = ""
      var pending = 0
      for (index, cell) in cells.enumerated() {
        let part = lineIndex < parts[index].count ? parts[index][lineIndex] : ""
        let spare = max(0, widths[index] - DisplayWidth.of(part))
        let isTrailing = columns[index].alignment == .trailing
        if !part.isEmpty {
          line += String(repeating: " ", count: pending + (isTrailing ? spare : 0))
          line += style.paint(part, cell.tone)
          pending = isTrailing ? 0 : spare
        } else {
          pending += spare
        }
        pending += Self.gap
      }
      text += line + "\n"
    }
    return text
  }
}
