import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// Which measures improve or concern, against which can be relied on to meet their targets.
struct MatrixSection {
  let content: ReportContent

  init(_ content: ReportContent) { self.content = content }

  /// A table whose cells link to the measures, since a picture cannot be read at any size.
  var fields: ReportFields {
    let matrix = VariationAssuranceMatrix(content.measures.map(\.variation))
    let judged = matrix.entries.filter { $0.row != .notJudged || $0.column != .notAssessed }
    let rows = matrix.rows.filter { $0 != .notJudged }
    var table = TableMarkup(
      [.text("Variation")] + matrix.columns.map { .text($0.words) })
    for row in rows {
      table.append(
        [.text(row.words)]
          + matrix.columns.map { column in
            .markup(cell(matrix.entries(row, column), in: column.words))
          })
    }
    let left = matrix.entries.count { $0.row == .notJudged }
    return [
      "isKnown": .flag(!judged.isEmpty),
      "caption": .text(matrix.title),
      "table": .markup(table.finished),
      "rest": .text(
        left == 0
          ? nil
          : "\(left.of("measure")) \(left == 1 ? "has" : "have") too few values for a control chart, and \(left == 1 ? "is" : "are") not judged here."
      ),
    ]
  }

  /// The measures of a cell; on a telephone cells stand below each other, each with the name of its column.
  private func cell(_ entries: [VariationAssuranceMatrix.Entry], in column: String) -> String {
    guard !entries.isEmpty else { return "<span class=\"nobody\">\(String.none)</span>" }
    let items = entries.map { entry in
      "<li><a href=\"\(content.layout.link(to: .measure(entry.measure)))\">"
        + "\(TableMarkup.escaped(entry.title))</a></li>"
    }
    return "<span class=\"column\" hidden=\"\">\(column)</span><ul>" + items.joined() + "</ul>"
  }
}
