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
    let svg = RunChartFigure(try reading.assess(series), plan: reading.plan).svg()
    guard let output else { return }
    if output == "-" {
      try session.write(svg)
    } else {
      try OutputFile.write(svg, to: output, replaces: force)
      try session.note("\(output): written")
    }
  }
}
