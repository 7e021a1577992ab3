import BenefitsAnalytics
import BenefitsCharts
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// Draws one analysed series, as `chart` draws the series of a database.
struct AnalysisFigure {
  private let result: SeriesAnalysis
  private let name: String
  private let direction: Direction?
  private let target: Double?

  /// Analyses a series of a file for its picture.
  init(_ series: AnalysisSeries, of file: String, choices: AnalysisChoices) {
    result = SeriesAnalysis(series, choices: choices)
    name = series.name.isEmpty ? InputFile.name(of: file) : series.name
    direction = choices.direction
    target = choices.target
  }

  /// The picture.
  var figure: ChartFigure {
    let analysis = result.analysis
    var input = ChartInput(
      name: name, points: points, chart: result.chart, direction: direction, target: target)
    input.level = analysis.level
    if analysis.chart == .run {
      input.sentence = AnalysisSentence(result, direction: direction, target: target).text
    } else {
      input.show(analysis.control)
      input.variation = analysis.variation
      input.assurance = analysis.assurance
      input.sentence = ControlSentence(result).text
    }
    if let forecast = result.forecast, let last = forecast.steps.last, analysis.chart != .mr {
      input.forecast = ChartForecast(
        last, of: result.periods[forecast.origin].advanced(by: forecast.steps.count))
    }
    return ChartFigure(input)
  }

  private var points: [SeriesPoint] {
    result.periods.indices.map { index in
      let value = result.chart.values[index]
      let use: SeriesPoint.Use =
        value == nil ? .missing : result.chart.excluded.contains(index) ? .excluded : .used
      return SeriesPoint(period: result.periods[index], value: value, use: use)
    }
  }
}
