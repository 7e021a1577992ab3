import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel

/// The numbers behind the charts of a measure's sites and groups: a row for each period, a column for each part.
struct PlacesData {
  /// How many parts stand side by side on a sheet of paper.
  static let widest = 8

  let entry: ReportContent.AssessedMeasure
  let content: ReportContent

  init(_ entry: ReportContent.AssessedMeasure, content: ReportContent) {
    self.entry = entry
    self.content = content
  }

  /// One set of tables for the sites, and one for the groups, where there are several.
  var sections: [ReportFields] {
    PlacesTable(entry, content: content).parts.filter { $0.members.count > 1 }.map { part in
      let anchor = "\(entry.dataAnchor)-by-\(part.noun)"
      let sheets = stride(from: 0, to: part.members.count, by: PlacesData.widest).map {
        Array(part.members[$0..<min($0 + PlacesData.widest, part.members.count)])
      }
      return [
        "anchor": .text(anchor),
        "heading": .text("By \(part.noun)"),
        "sheets": .list(
          sheets.enumerated().map { number, members in
            [
              "captionAnchor": .text("\(anchor)-\(number + 1)"),
              "caption": .text(
                "\(entry.measure.title), \(members.first?.title ?? "") to \(members.last?.title ?? "")"
              ),
              "table": .markup(table(of: members)),
            ]
          }),
      ]
    }
  }

  private func table(of members: [PlacesTable.Member]) -> String {
    let rows = members.map { member in
      Dictionary(
        ChartInput(content.assessor.assess(member.series), plan: content.plan).rows
          .map { ($0.period, $0) }
      ) { first, _ in first }
    }
    var table = TableMarkup([.text("Period")] + members.map { .number($0.title) })
    for period in Set(rows.flatMap(\.keys)).sorted() {
      table.append([.text(period.description)] + rows.map { .markup(cell($0[period])) })
    }
    return table.finished
  }

  /// The value with what it tells, and with its state where that is not final.
  private func cell(_ row: ChartRow?) -> String {
    guard let row else { return .none }
    let value = row.value.map { Numeral.fixed($0, decimals: entry.measure.decimals) }
    let words = [value == nil || row.state != "final" ? row.state : nil, row.signal]
      .compactMap(\.self)
    guard let value else { return TableMarkup.escaped(words.joined(separator: ", ")) }
    return words.isEmpty
      ? value : "\(value) <small>\(TableMarkup.escaped(words.joined(separator: ", ")))</small>"
  }
}
