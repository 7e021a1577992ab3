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
        benefits-report chart HF-M01 --width 960 --height 540 -o slide.svg
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

  @Option(help: ArgumentHelp("The set of colours.", valueName: "palette"))
  var palette = ChartColours.standard

  @Option(help: ArgumentHelp("The width of the drawing (default: 760).", valueName: "pixels"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "The height of the drawing (default: what its words and a plot of 250 take).",
      valueName: "pixels"))
  var height: Int?

  @OptionGroup(title: "SERIES") var series: SeriesOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if output?.isEmpty != false {
      throw ValidationError(
        "no file is named for the chart; write -o \(measure).svg, or -o - for standard output")
    }
    for (name, size) in [("--width", width), ("--height", height)] {
      if let size, !ChartCommand.sizes.contains(size) {
        throw ValidationError("\(name) takes a number of pixels, 280 to 4000")
      }
    }
  }

  private static let sizes = 280...4000

  func run(in session: inout Session) throws {
    let reading = try Reading(source, in: session)
    let measure = try reading.plan.measure(named: self.measure)
    let series = try series.series(of: measure, in: reading.plan)
    let assessment = try charted(try reading.assess(series))
    var input = ChartInput(assessment, plan: reading.plan)
    input.revised = try reading.revisedPeriods(of: series)
    var figure = ChartFigure(input, size: .init(width: width.map(Double.init) ?? 760))
    if let height {
      figure = figure.fitted(toHeight: Double(height))
      if figure.height > Double(height) + 1 {
        try session.warn(
          "--height \(height): title, axis and notes need more; the drawing is "
            + "\(Int(figure.height)) high")
      }
    }
    let svg = figure.svg(colours: palette)
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
