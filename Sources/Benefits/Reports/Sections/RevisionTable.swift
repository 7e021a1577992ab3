import BenefitsAnalytics
import BenefitsModel

/// The numbers of a measure that were changed after they were first recorded.
struct RevisionTable {
  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.AssessedMeasure, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  private var measure: Measure { entry.measure }

  /// Nothing where no number was changed.
  var fields: ReportFields {
    let rows = self.rows
    var table = TableMarkup([
      .text("Period"), .number("First recorded as"), .number("Now"), .text("Changed"),
      .text("By"), .prose("Why"),
    ])
    for row in rows { table.append(row) }
    return [
      "isKnown": .flag(!rows.isEmpty),
      "anchor": .text("\(entry.anchor)-revisions"),
      "captionAnchor": .text("\(entry.anchor)-revisions-caption"),
      "caption": .text(
        "\(measure.title): \(rows.count.of("number")) changed after first being recorded"),
      "table": .markup(rows.isEmpty ? "" : table.finished),
    ]
  }

  private var rows: [[String]] {
    var rows: [[String]] = []
    var rest = (content.revisedVersions[measure.id] ?? [])[...]
    var suppressed: [Series: Set<Period>] = [:]
    while let first = rest.first {
      let versions = rest.prefix {
        $0.series == first.series && $0.measurement.period == first.measurement.period
      }
      rest = rest.dropFirst(versions.count)
      let hidden =
        suppressed[first.series] ?? suppressedPeriods(of: first.series)
      suppressed[first.series] = hidden
      if let row = row(
        Array(versions), isHidden: hidden.contains(first.measurement.period))
      {
        rows.append(row)
      }
    }
    return rows
  }

  /// The periods of a series whose numbers are shown nowhere.
  private func suppressedPeriods(of series: Series) -> Set<Period> {
    let assessment =
      series == entry.assessment.series ? entry.assessment : content.assessor.assess(series)
    return Set(assessment.points.filter { $0.use == .suppressed }.map(\.period))
  }

  private func row(_ versions: [MeasurementVersion], isHidden: Bool) -> [String]? {
    let values = versions.map { measure.value(of: $0.measurement) }
    guard let first = versions.first, let last = versions.last,
      let changed = values.indices.dropFirst().last(where: { values[$0] != values[$0 - 1] })
    else { return nil }
    let recorded = content.records.entries[versions[changed].entry]
    let place = content.place(of: first.series).map { ", \($0)" } ?? ""
    return [
      first.measurement.period.description + place,
      text(first.measurement, isHidden: isHidden), text(last.measurement, isHidden: isHidden),
      content.moment(of: versions[changed].entry), recorded?.recordedBy ?? .none,
      recorded?.reason ?? versions[changed].measurement.note ?? "",
    ]
  }

  private func text(_ measurement: Measurement, isHidden: Bool) -> String {
    if measurement.state == .withdrawn { return "withdrawn" }
    let isSmall = measure.suppressBelow.map { measurement.denominator ?? $0 < $0 } ?? false
    guard !isHidden, !isSmall, measurement.state != .suppressed else { return "suppressed" }
    return measure.value(of: measurement).map(measure.text) ?? "no value"
  }
}
