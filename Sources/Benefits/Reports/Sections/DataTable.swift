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
    let planned = Dictionary(
      entry.assessment.trajectory.map { ($0.period, $0.value) }
    ) { first, _ in first }
    let hasPlan = points.contains { planned[$0.period] != nil }
    return [
      "anchor": .text(entry.anchor),
      "dataAnchor": .text(entry.dataAnchor),
      "captionAnchor": .text("\(entry.dataAnchor)-caption"),
      "id": .text(measure.id.text),
      "title": .text(measure.title),
      "caption": .text(caption),
      "numeratorName": .text(measure.kind.isRatio ? "Numerator" : nil),
      "denominatorName": .text(denominatorName),
      "hasPlan": .flag(hasPlan),
      "points": .list(points.indices.map { row($0, planned: planned) }),
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

  private func row(_ index: Int, planned: [Period: Double]) -> ReportFields {
    let point = points[index]
    let isShown = point.use != .suppressed
    let number = { (value: Double?) -> ReportField in
      .text(value.map { Numeral.fixed($0, decimals: measure.decimals) } ?? .none)
    }
    let plain = { (value: Double?) -> ReportField in
      .text(isShown ? value.map { Numeral.shortest($0) } ?? .none : .none)
    }
    let phase = entry.assessment.chart.phases.first { $0.range.contains(index) }
    return [
      "period": .text(point.period.description),
      "value": number(isShown ? point.value : nil),
      "numerator": plain(point.measurement?.number),
      "denominator": plain(point.measurement?.denominator),
      "median": number(phase?.centre),
      "planned": number(planned[point.period]),
      "state": .text(state(point)),
      "note": .text(point.measurement?.note),
    ]
  }

  private func state(_ point: SeriesPoint) -> String {
    switch point.use {
    case .missing: "no data"
    case .suppressed: "suppressed"
    case .excluded: "excluded"
    case .partial:
      point.parts.map { "partial, \($0.recorded) of \($0.expected)" } ?? "period not over"
    case .used:
      switch point.measurement?.state {
      case .provisional: "provisional"
      case .estimated: "estimated"
      default: "final"
      }
    }
  }
}
