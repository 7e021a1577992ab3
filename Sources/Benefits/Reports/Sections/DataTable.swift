import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The numbers behind a chart.
struct DataTable {
  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.AssessedMeasure, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  private var measure: Measure { entry.measure }

  var fields: ReportFields {
    var input = ChartInput(entry.assessment, plan: content.plan)
    input.revised = content.revisedPeriods(of: entry.entry)
    let spans = input.causeSpans
    return [
      "link": .text(content.layout.link(to: .measure(measure.id))),
      "dataAnchor": .text(entry.dataAnchor),
      "captionAnchor": .text("\(entry.dataAnchor)-caption"),
      "id": .text(measure.id.text),
      "title": .text(measure.title),
      "caption": .text(caption),
      "table": .markup(table(of: input)),
      "parts": .list(PlacesData(entry, content: content).sections),
      "spans": .text(spans.isEmpty ? nil : spans.joined(separator: "; ") + "."),
    ]
  }

  private var caption: String {
    let unit = measure.unit.isEmpty ? "" : " (\(measure.unit))"
    return "\(measure.title)\(unit), \(entry.assessment.points.count.of("period"))."
  }

  /// The columns that have anything to tell, from left to right; the rows are those that the charts draw.
  private func table(of input: ChartInput) -> String {
    let rows = input.rows
    let trajectory = planned(entry.assessment.trajectory)
    let toDate = ToDateFigure(entry.assessment, plan: content.plan)?.figure
    let sums = Dictionary(
      (toDate?.rows ?? []).map { ($0.period, $0.value) }
    ) { first, _ in first }
    let plannedSums = planned(toDate?.input.trajectory ?? [])
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
    add(.number("To date"), where: { sums[$0.period] != nil }) { fixed(sums[$0.period] ?? nil) }
    add(.number("Planned to date"), where: { plannedSums[$0.period] != nil }) {
      fixed(plannedSums[$0.period])
    }
    add(.text("Phase"), where: { $0.phase > 1 }) { String($0.phase) }
    cells.append((.text("State"), { $0.state }))
    add(.text("Tells"), where: { $0.signal != nil }) { $0.signal ?? "" }
    add(.words("By which rule"), where: { !$0.rules.isEmpty }) {
      $0.rules.joined(separator: ", ")
    }
    add(.prose("Note"), where: { $0.note != nil }) { $0.note ?? "" }
    var table = TableMarkup(cells.map(\.column))
    for row in rows { table.append(cells.map { $0.cell(row) }) }
    return table.finished
  }

  private func planned(_ trajectory: [PlannedValue]) -> [Period: Double] {
    Dictionary(trajectory.map { ($0.period, $0.value) }) { first, _ in first }
  }

  private var denominatorName: String {
    switch measure.kind {
    case .proportion: "Denominator"
    case .rate: "Exposure"
    default: "n"
    }
  }
}
