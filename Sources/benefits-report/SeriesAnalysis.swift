import BenefitsAnalytics
import BenefitsExchange
import BenefitsModel

/// What `analyse` finds in one series of a table, with its periods.
struct SeriesAnalysis {
  /// All periods from first to last, whether the table has a row for them or not.
  let periods: [Period]
  /// The run chart and the level.
  let analysis: Analysis
  /// Whether each season is compared with itself.
  let isSeasonal: Bool
  /// How many periods were asked to be forecast.
  let forecastSteps: Int?
  /// The forecast, where one was asked for and there are enough values.
  let forecast: Forecast?

  /// The name of the series; empty where the table names none.
  var name: String { analysis.series }
  /// The run chart.
  var chart: RunChart { analysis.runChart }

  /// Analyses a series.
  init(_ series: AnalysisSeries, choices: AnalysisChoices) {
    periods = series.periods
    let indices = { (chosen: [Period]) in
      chosen.compactMap { Self.index(of: $0, in: series.periods) }
    }
    analysis = Analysis(
      series: series.name, values: series.values, denominators: series.denominators,
      options: Analysis.Options(
        chart: choices.chart, kind: choices.kind, rules: choices.rules,
        direction: choices.direction, target: choices.target, freeze: choices.frozen,
        phaseStarts: indices(choices.phases), excluded: Set(indices(choices.excluded)),
        multiply: choices.multiply,
        cycle: choices.isSeasonal ? series.periods.first?.kind.cycle : nil,
        rebasing: choices.rebasing))
    isSeasonal = choices.isSeasonal
    forecastSteps = choices.forecastSteps
    forecast = choices.forecastSteps.flatMap { [analysis, periods] steps in
      analysis.forecast(steps: steps, cycle: periods.first?.kind.cycle ?? 1)
    }
  }

  /// The index of the last usable value.
  var latest: Int? {
    chart.values.indices.last { chart.values[$0] != nil && !chart.excluded.contains($0) }
  }

  /// Returns the result as one JSON object, which `docs/json.md` describes.
  func json(direction: Direction?, target: Double?) -> JSONValue {
    let labels = periods.map(\.description)
    let members = analysis.jsonMembers(periods: labels)
    return .object(
      members + [
        .init("direction", JSONValue(direction?.rawValue)), .init("target", JSONValue(target)),
      ] + analysis.controlMembers(periods: labels) + outlookMembers)
  }

  /// Returns the index of a period by halving; `nil` when the series has no such period.
  private static func index(of period: Period, in periods: [Period]) -> Int? {
    guard periods.first?.kind == period.kind else { return nil }
    var range = periods.startIndex..<periods.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if periods[middle] == period { return middle }
      range = periods[middle] < period ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
