import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// The results of `analyse` for control charts as a table for reading: a row a phase and sentences.
struct ControlListing {
  /// The table so far.
  private(set) var table = TextTable([
    .init("Periods", narrowest: 10), .init("Course"), .init("Latest", .trailing),
    .init("Level", .trailing), .init("Centre", .trailing), .init("Lower", .trailing),
    .init("Upper", .trailing), .init("Signals", .trailing),
  ])
  private let isNamed: Bool

  init(isNamed: Bool) { self.isNamed = isNamed }

  /// Adds a series: one line a phase, and its sentences.
  mutating func append(_ result: SeriesAnalysis) {
    if isNamed {
      table.append(note: "", indent: 0)
      table.append(note: .init(result.name.printable, .strong), indent: 0)
    }
    let chart = result.analysis.control
    for phase in chart.phases {
      let isLast = phase == chart.phases.last
      let used = phase.range.map { chart.excluded.contains($0) ? nil : chart.values[$0] }
      let marked = phase.range.count { !chart.marks[$0].isEmpty }
      let end = phase.range.upperBound - 1
      let (first, last) = (result.periods[phase.range.lowerBound], result.periods[end])
      table.append([
        .init(first == last ? "\(first)" : "\(first) to \(last)"),
        .init(Sparkline(values: used, limit: StatusTable.periods).text),
        .init(isLast ? chart.latest.flatMap { chart.values[$0] }.rounded : ""),
        .init(isLast ? result.analysis.level.rounded : ""),
        .init(phase.centre.rounded),
        .init(chart.lines.lower[end].rounded),
        .init(chart.lines.upper[end].rounded),
        .init("\(marked)", marked > 0 ? .caution : .plain),
      ])
    }
    table.append(note: .init(ControlSentence.caption(of: result.analysis)))
    table.append(note: .init(ControlSentence(result).text))
    if let outlook = result.outlook { table.append(note: .init(outlook)) }
  }
}
