import BenefitsAnalytics
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
  private var points: [SeriesPoint] { entry.assessment.points }

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
    return "\(measure.title)\(unit), \(points.count.of("period"))."
  }

  private var denominatorName: String? {
    switch measure.kind {
    case .proportion: "Denominator"
    case .rate: "Exposure"
    default: points.contains { $0.measurement?.denominator != nil } ? "n" : nil
    }
  }

  /// The columns that have anything to tell, from left to right.
  private var table: String {
    let trajectory = Dictionary(
      entry.assessment.trajectory.map { ($0.period, $0.value) }
    ) { first, _ in first }
    let control = entry.assessment.isRunChart ? nil : entry.assessment.control
    let isSuppressed = { (index: Int) in points[index].use == .suppressed }
    let fixed = { (value: Double?) in
      value.map { Numeral.fixed($0, decimals: measure.decimals) } ?? .none
    }
    let plain = { (value: Double?) in value.map { Numeral.shortest($0) } ?? .none }
    let phases = entry.assessment.chart.phases
    var cells: [(column: TableMarkup.Column, cell: (Int) -> String)] = [
      (.text("Period"), { points[$0].period.description }),
      (.number("Value"), { fixed(isSuppressed($0) ? nil : points[$0].value) }),
    ]
    if measure.kind.isRatio {
      cells.append(
        (.number("Numerator"), { plain(isSuppressed($0) ? nil : points[$0].measurement?.number) }))
    }
    if let denominatorName {
      cells.append(
        (
          .number(denominatorName),
          { plain(isSuppressed($0) ? nil : points[$0].measurement?.denominator) }
        ))
    }
    if let lines = control?.lines {
      let place = { (values: [Double?], index: Int) in
        fixed(values.indices.contains(index) ? values[index] : nil)
      }
      cells.append((.number("Mean"), { place(lines.centre, $0) }))
      cells.append((.number("Lower limit"), { place(lines.lower, $0) }))
      cells.append((.number("Upper limit"), { place(lines.upper, $0) }))
    } else {
      cells.append(
        (
          .number("Median"),
          { index in fixed(phases.first { $0.range.contains(index) }?.centre) }
        ))
    }
    if points.contains(where: { trajectory[$0.period] != nil }) {
      cells.append((.number("Planned"), { fixed(trajectory[points[$0].period]) }))
    }
    cells.append((.text("State"), { points[$0].stateText }))
    if points.contains(where: { $0.measurement?.note != nil }) {
      cells.append((.text("Note"), { points[$0].measurement?.note ?? "" }))
    }
    var table = TableMarkup(cells.map(\.column))
    for index in points.indices { table.append(cells.map { $0.cell(index) }) }
    return table.finished
  }
}

extension SeriesPoint {
  /// What the point is, in words.
  var stateText: String {
    switch use {
    case .missing: "no data"
    case .suppressed: "suppressed"
    case .excluded: "excluded"
    case .partial: parts.map { "partial, \($0.recorded) of \($0.expected)" } ?? "period not over"
    case .used: measurement?.state.rawValue ?? "final"
    }
  }
}
