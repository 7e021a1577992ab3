import ArgumentParser
import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import BenefitsTerminal

/// Draws the chart of one series, or of many, as SVG.
struct ChartCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws charts of measures as SVG: one to a file, or many to a folder.",
    discussion: """
      Several measures, a pattern, --all and --each-site write a folder with a file for each chart: \
      HF-M01.svg, and HF-M01_alderwick.svg for a site.

      EXAMPLES:
        benefits-report chart HF-M01 -o HF-M01.svg
        benefits-report chart HF-M01 --site alderwick -o alderwick.svg --force
        benefits-report chart HF-M01 --chart run -o HF-M01-run.svg
        benefits-report chart HF-M01 --width 960 --height 540 -o slide.svg
        benefits-report chart --all -o charts
        benefits-report chart "HF-M0*" --each-site -o sites
      """)

  @Argument(
    help: ArgumentHelp(
      "The measures: identifiers, or patterns as \"HF-M0*\".", valueName: "measure"))
  var measures: [String] = []

  @Flag(help: "Draw every measure.")
  var all = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file, or for several charts the folder, to write; - writes one chart to standard output.",
      valueName: "path"),
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Flag(help: "Replace files that exist.")
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

  @Flag(
    name: .customLong("each-site"),
    help: "Draw each site and group that anything is recorded or promised of, too.")
  var eachSite = false

  @OptionGroup(title: "SERIES") var series: SeriesOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    guard all != !measures.isEmpty else {
      throw ValidationError(
        all
          ? "--all draws every measure; leave \(measures.joined(separator: " ")) out"
          : "name a measure, as in benefits-report chart HF-M01 -o HF-M01.svg, or write --all")
    }
    guard let output, !output.isEmpty else {
      throw ValidationError(
        isMany
          ? "no folder is named for the charts; write -o charts"
          : "no file is named for the chart; write -o \(measures[0]).svg, or -o - for standard output"
      )
    }
    if isMany, output == "-" || output.asciiLowercased().hasSuffix(".svg") {
      throw ValidationError("several charts need a folder; write -o charts instead of -o \(output)")
    }
    if eachSite, series.site != nil || series.stratum != nil {
      throw ValidationError(
        "--each-site draws every site and group; leave --site and --stratum out")
    }
    for (name, size) in [("--width", width), ("--height", height)] {
      if let size, !ChartCommand.sizes.contains(size) {
        throw ValidationError("\(name) takes a number of pixels, 280 to 4000")
      }
    }
  }

  private static let sizes = 280...4000

  /// How the charts are to look.
  var look: ChartLook { ChartLook(chart: chart, palette: palette, width: width, height: height) }

  /// Whether the charts go into a folder.
  private var isMany: Bool {
    all || eachSite || measures.count > 1 || measures.contains { !Glob($0).isPlain }
      || output?.hasSuffix("/") == true
  }

  func run(in session: inout Session) throws {
    guard let output else { return }
    if isMany { return try ChartFolder(self, path: output).write(in: &session) }
    let reading = try Reading(source, in: session)
    let measure = try reading.plan.measure(named: measures[0])
    let series = try series.series(of: measure, in: reading.plan)
    let figure = look.figure(
      try look.charted(try reading.assess(series)), plan: reading.plan,
      revised: try reading.revisedPeriods(of: series))
    if let height, figure.height > Double(height) + 1 {
      try session.warn(
        "--height \(height): title, axis and notes need more; the drawing is "
          + "\(Int(figure.height)) high")
    }
    let svg = figure.svg(colours: palette)
    if output == "-" {
      try session.write(svg)
    } else {
      try OutputFile.write(svg, to: output, replaces: force)
      try session.note("\(output): written")
    }
  }
}
