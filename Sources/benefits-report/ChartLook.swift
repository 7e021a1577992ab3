import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// How charts of series are to look.
struct ChartLook: Sendable {
  /// The kind of chart; that of the measure when none is given.
  let chart: ChartKind?
  /// The set of colours.
  let palette: ChartColours
  /// The width of the drawing.
  let width: Int?
  /// The height of the drawing.
  let height: Int?

  /// The chart of a series in the size that was asked for.
  func figure(_ assessment: Assessment, plan: Plan, revised: Set<Period>) -> ChartFigure {
    var input = ChartInput(assessment, plan: plan)
    input.revised = revised
    let figure = ChartFigure(input, size: .init(width: width.map(Double.init) ?? 760))
    return height.map { figure.fitted(toHeight: Double($0)) } ?? figure
  }

  /// The assessment with the chart that was asked for.
  func charted(_ assessment: Assessment) throws(CommandFailure) -> Assessment {
    guard let chart else { return assessment }
    do throws(Assessment.ChartObstacle) { return try assessment.charted(as: chart) } catch {
      let measure = assessment.measure
      let kind = "\(measure.id) is measured as a \(measure.kind.rawValue)"
      let reason =
        switch error {
        case .noDenominators: "\(kind), and its values have no denominators"
        case .noProportions: "\(kind), and its values are not shares of a whole"
        case .ratios: "\(kind), which is neither a count nor a time between events"
        case .seasonallyAdjusted:
          "the seasons are taken out of \(measure.id), which leaves plain values"
        }
      throw CommandFailure(
        .wrongUsage, "--chart \(chart.rawValue): \(reason)",
        hints: ["take --chart run, i or mr, or leave it out for the chart of the measure's kind"])
    }
  }
}
