import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// The results of `analyse` as a table for reading: a row a phase and a sentence where there is one.
struct AnalysisListing {
  /// The table so far.
  private(set) var table: TextTable
  private let isNamed: Bool
  private let isRoomy: Bool
  private let direction: Direction?
  private let target: Double?

  /// The width from which the name of the series and the finding have columns of their own.
  private static let roomy = 110

  init(isNamed: Bool, width: Int?, direction: Direction?, target: Double?) {
    self.isNamed = isNamed
    isRoomy = width.map { $0 >= Self.roomy } ?? true
    self.direction = direction
    self.target = target
    var columns: [TextTable.Column] = [
      .init("Periods", narrowest: 10), .init("Course"), .init("Latest", .trailing),
      .init("Level", .trailing), .init("Median", .trailing), .init("Useful", .trailing),
      .init("Longest run", .trailing, narrowest: 7), .init("Crossings", .trailing),
    ]
    if isRoomy { columns.append(.init("Finding")) }
    if isRoomy, isNamed { columns.insert(.init("Series", narrowest: 8), at: 0) }
    table = TextTable(columns)
  }

  /// Adds a series: one line a phase, and its sentences.
  mutating func append(_ result: SeriesAnalysis) {
    if isNamed, !isRoomy {
      table.append(note: "", indent: 0)
      table.append(note: .init(result.name.printable, .strong), indent: 0)
    }
    for (index, phase) in result.chart.phases.enumerated() {
      let isLast = index == result.chart.phases.count - 1
      var cells = cells(of: phase, in: result, isLast: isLast)
      if isRoomy { cells.append(finding(of: phase.runs)) }
      if isRoomy, isNamed { cells.insert(.init(index == 0 ? result.name.printable : ""), at: 0) }
      table.append(cells)
    }
    let sentence = AnalysisSentence(result, direction: direction, target: target).text
    table.append(note: .init(sentence))
    if let outlook = result.outlook { table.append(note: .init(outlook)) }
  }

  private func finding(of runs: RunsAnalysis) -> TextTable.Cell {
    if runs.signal { return .init("signal", .caution) }
    return .init(runs.useful == 0 ? "–" : "none")
  }

  private func cells(
    of phase: RunChartPhase, in result: SeriesAnalysis, isLast: Bool
  ) -> [TextTable.Cell] {
    let runs = phase.runs
    let first = result.periods[phase.range.lowerBound]
    let last = result.periods[phase.range.upperBound - 1]
    let values = phase.range.map {
      result.chart.excluded.contains($0) ? nil : result.chart.values[$0]
    }
    return [
      .init(first == last ? "\(first)" : "\(first) to \(last)"),
      .init(Sparkline(values: values, limit: StatusTable.periods).text),
      .init(isLast ? result.latest.flatMap { result.chart.values[$0] }.rounded : ""),
      .init(isLast ? result.analysis.level.rounded : ""),
      .init(phase.centre.rounded),
      .init("\(runs.useful) of \(runs.observations)"),
      .init(
        Self.pair(runs.longestRun, "≤", runs.longestRunLimit), runs.hasLongRun ? .caution : .plain),
      .init(
        Self.pair(runs.crossings, "≥", runs.crossingsLimit),
        runs.hasFewCrossings ? .caution : .plain),
    ]
  }

  private static func pair(_ value: Int?, _ sign: String, _ limit: Int?) -> String {
    guard let value, let limit else { return "–" }
    return "\(value) (\(sign) \(limit))"
  }
}

extension Double? {
  /// The number to at most four significant digits beside whole ones, for reading; `–` for none.
  var rounded: String {
    guard let self else { return "–" }
    return self.forReading
  }
}

extension Double {
  /// The number as people read it: whole numbers and large ones without decimals, small ones with four digits.
  var forReading: String {
    guard isFinite else { return "–" }
    let magnitude = self.magnitude
    if magnitude >= 1e15 || (magnitude < 1e-4 && magnitude > 0) { return Numeral.shortest(self) }
    let decimals =
      switch magnitude {
      case 1000...: 0
      case 100..<1000: 1
      case 1..<100: 2
      case 0.1..<1: 3
      default: 6
      }
    var text = Numeral.fixed(self, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }
}
