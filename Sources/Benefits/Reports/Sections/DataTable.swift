import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The numbers behind a chart.
struct DataTable {
  let entry: ReportContent.MeasureEntry
  let content: ReportContent

  init(_ entry: ReportContent.MeasureEntry, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  private var measure: Measure { entry.measure }

  var fields: ReportFields {
    [
      "link": .text(content.layout.link(to: .measure(measure.id))),
      "dataAnchor": .text(entry.dataAnchor),
      "captionAnchor": .text("\(entry.dataAnchor)-caption"),
      "id": .text(measure.id.text),
      "title": .text(measure.title),
      "caption": .text(caption),
      "table": .markup(table),
    ]
  }

  private var caption: String {
    let unit = measure.unit.isEmpty ? "" : " (\(measure.unit))"
    return "\(measure.title)\(unit), \(entry.assessment.points.count.of("period"))."
  }

  /// The columns that have anything to tell, from left to right; the rows are those that the chart draws.
  private var table: String {
    let input = ChartInput(entry.assessment, plan: content.plan)
    let rows = input.rows
    let trajectory = Dictionary(
      entry.assessment.trajectory.map { ($0.period, $0.value) }
    ) { first, _ in first }
    let fixed = { (value: Double?) in
      value.map { Numeral.fixed($0, decimals: measure.decimals) } ?? .none
    }
    let plain = { (value: Double?) in value.map { Numeral.shortest($0) } ?? .none }
    var cells: [(column: TableMarkup.Column, cell: (ChartRow) -> String)] = [
      (.text("Period"), { $0.period.description }), (.number("Value"), { fixed($0.value) }),
    ]
    func add(
      _ column: TableMarkup.Column, where isTold: (ChartRow) -> Bool,
      _ cell: @escaping (ChartRow) -> String
    ) {
      if rows.contains(where: isTold) { cells.append((column, cell)) }
    }
    add(.number("Without season"), where: { $0.adjusted != nil }) { fixed($0.adjusted) }
    add(.number("Numerator"), where: { $0.numerator != nil }) { plain($0.numerator) }
    add(.number(denominatorName), where: { $0.denominator != nil }) { plain($0.denominator) }
    cells.append((.number(input.centreWord.capitalisedFirst), { fixed($0.centre) }))
    add(.number("Lower limit"), where: { $0.lower != nil }) { fixed($0.lower) }
    add(.number("Upper limit"), where: { $0.upper != nil }) { fixed($0.upper) }
    add(.number("Planned"), where: { trajectory[$0.period] != nil }) {
      fixed(trajectory[$0.period])
    }
    cells.append((.text("State"), { $0.state }))
    add(.text("Tells"), where: { $0.signal != nil }) { $0.signal ?? "" }
    add(.text("Note"), where: { $0.note != nil }) { $0.note ?? "" }
    var table = TableMarkup(cells.map(\.column))
    for row in rows { table.append(cells.map { $0.cell(row) }) }
    return table.finished
  }

  private var denominatorName: String {
    switch measure.kind {
    case .proportion: "Denominator"
    case .rate: "Exposure"
    default: "n"
    }
  }
}
