import ArgumentParser
import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// Draws the chart of one series as SVG.
struct ChartCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws the chart of a measure as SVG.",
    discussion: """
      EXAMPLES:
        benefits-report chart HF-M01 -o HF-M01.svg
        benefits-report chart HF-M01 --site alderwick -o alderwick.svg --force
        benefits-report chart HF-M01 --chart run -o HF-M01-run.svg
        benefits-report chart HF-M01 -o - > HF-M01.svg
      """)

  @Argument(help: ArgumentHelp("The measure.", valueName: "measure"))
  var measure: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - writes to standard output.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Flag(help: "Replace the file where it exists.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "The kind of chart (default: a run chart below 15 points, then the control chart of the measure's kind).",
      valueName: "chart"))
  var chart: ChartKind?

  @OptionGroup(title: "SERIES") var series: SeriesOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if output?.isEmpty != false {
      throw ValidationError(
        "no file is named for the chart; write -o \(measure).svg, or -o - for standard output")
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, in: session)
    let measure = try reading.plan.measure(named: self.measure)
    let series = try series.series(of: measure, in: reading.plan)
    let assessment = try charted(try reading.assess(series))
    let svg = ChartFigure(assessment, plan: reading.plan).svg()
    guard let output else { return }
    if output == "-" {
      try session.write(svg)
    } else {
      try OutputFile.write(svg, to: output, replaces: force)
      try session.note("\(output): written")
    }
  }

  /// The assessment with the chart that was asked for.
  private func charted(_ assessment: Assessment) throws(CommandFailure) -> Assessment {
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
