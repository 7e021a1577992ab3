import BenefitsAnalytics
import BenefitsModel

/// Where everything in a matrix of variation and assurance lies.
package struct MatrixLayout: Sendable {
  /// The width of the drawing.
  package let width: Double
  /// The height of the drawing.
  package private(set) var height = 0.0
  /// The grounds of the cells.
  package private(set) var cells: [Box] = []
  /// The signs of rows and columns.
  package private(set) var glyphs: [PlacedGlyph] = []
  /// Every line of text.
  package private(set) var texts: [PlacedText] = []

  /// The most measures that a cell names; the others are counted.
  package static let mostNamed = 8
  /// The width below which the cells stand below each other.
  static let leastWidth = 560.0

  private static let edge = 12.0

  /// Lays out a matrix.
  package init(_ matrix: VariationAssuranceMatrix) {
    width = matrix.width
    var cursor = 4.0
    for line in TextMetrics.balancedLines(
      matrix.title(glue: "\u{A0}"), within: width - 2 * MatrixLayout.edge, size: 16, isBold: true)
    {
      cursor += 20
      texts.append(PlacedText(line, x: MatrixLayout.edge, y: cursor, size: 16, isBold: true))
    }
    cursor += 16
    cursor =
      width < MatrixLayout.leastWidth
      ? placeList(matrix, from: cursor) : placeTable(matrix, from: cursor)
    height = (cursor + 10).rounded(.up)
  }

  private func sign(_ row: VariationAssuranceMatrix.Row) -> VariationGlyph {
    switch row {
    case .improving: VariationGlyph(.improvementHigh)
    case .steady: VariationGlyph(.commonCause)
    case .concerning: VariationGlyph(.concernHigh)
    case .changing: VariationGlyph(.neutralHigh)
    case .notJudged: VariationGlyph(nil)
    }
  }

  private func names(
    _ matrix: VariationAssuranceMatrix, _ row: VariationAssuranceMatrix.Row,
    _ column: VariationAssuranceMatrix.Column, within room: Double
  ) -> [[String]] {
    let entries = matrix.entries(row, column)
    var names = entries.prefix(MatrixLayout.mostNamed).map { XMLText.cleaned($0.title) }
    if entries.count > names.count { names.append("and \(entries.count - names.count) more") }
    return names.map { TextMetrics.lines($0, within: room, size: 12) }
  }

  private mutating func placeTable(
    _ matrix: VariationAssuranceMatrix, from start: Double
  ) -> Double {
    let (rows, columns) = (matrix.rows, matrix.columns)
    let side = 150.0
    let left = MatrixLayout.edge + side
    let wide = (width - left - MatrixLayout.edge) / Double(columns.count)
    let indent = 28.0
    var headEnd = start
    for (place, column) in columns.enumerated() {
      let x = left + Double(place) * wide + 8
      glyphs.append(
        PlacedGlyph(
          sign: .assurance(AssuranceGlyph(column.word, direction: .higher)), x: x, y: start))
      var y = start + 14
      for line in TextMetrics.lines(
        column.words, within: wide - indent - 14, size: 12, isBold: true)
      {
        texts.append(PlacedText(line, x: x + indent, y: y, size: 12, isBold: true))
        y += 15
      }
      headEnd = max(headEnd, y)
    }
    var top = max(headEnd - 4, start + 26)
    for row in rows {
      let cells = columns.map { names(matrix, row, $0, within: wide - 20) }
      let lines = cells.map { cell in cell.reduce(0) { $0 + $1.count } }
      let height = max(44, 15 * Double(lines.max() ?? 0) + 3 * Double(MatrixLayout.mostNamed) + 4)
      glyphs.append(
        PlacedGlyph(sign: .variation(sign(row)), x: MatrixLayout.edge, y: top + 10))
      var y = top + 24
      for line in TextMetrics.lines(row.words, within: side - indent - 8, size: 12, isBold: true) {
        texts.append(
          PlacedText(line, x: MatrixLayout.edge + indent, y: y, size: 12, isBold: true))
        y += 15
      }
      for (place, cell) in cells.enumerated() {
        let x = left + Double(place) * wide
        self.cells.append(
          Box(left: x + 2, top: top + 2, right: x + wide - 2, bottom: top + height - 2))
        var y = top + 19
        for name in cell {
          for line in name {
            texts.append(PlacedText(line, x: x + 10, y: y, size: 12))
            y += 15
          }
          y += 2
        }
      }
      top += height
    }
    return top
  }

  private mutating func placeList(
    _ matrix: VariationAssuranceMatrix, from start: Double
  ) -> Double {
    var cursor = start
    let indent = 56.0
    let room = width - 2 * MatrixLayout.edge - indent
    for row in matrix.rows {
      for column in matrix.columns {
        let names = names(matrix, row, column, within: room)
        guard !names.isEmpty else { continue }
        glyphs.append(
          PlacedGlyph(sign: .variation(sign(row)), x: MatrixLayout.edge, y: cursor - 2))
        glyphs.append(
          PlacedGlyph(
            sign: .assurance(AssuranceGlyph(column.word, direction: .higher)),
            x: MatrixLayout.edge + 26, y: cursor - 2))
        for line in TextMetrics.lines(
          "\(row.words), \(column.words.lowercasedFirst)", within: room, size: 12, isBold: true)
        {
          cursor += 15
          texts.append(
            PlacedText(line, x: MatrixLayout.edge + indent, y: cursor - 2, size: 12, isBold: true))
        }
        for line in names.flatMap(\.self) {
          cursor += 15
          texts.append(PlacedText(line, x: MatrixLayout.edge + indent, y: cursor, size: 12))
        }
        cursor += 18
      }
    }
    return cursor
  }
}
