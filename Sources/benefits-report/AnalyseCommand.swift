import ArgumentParser
import BenefitsAnalytics
import BenefitsCharts
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// Analyses the series of a spreadsheet, without a database.
struct AnalyseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Analyses the series of a CSV file, without a database.",
    discussion: """
      The file has the columns period and value, and may have denominator and series. An empty \
      value is a missing period: it keeps its place. With a denominator, value over denominator is \
      analysed.

      EXAMPLES:
        benefits-report analyse waits.csv --freeze 12 --direction lower --target 14
        benefits-report analyse waits.csv --chart i --rules nhsr --direction lower
        benefits-report analyse waits.csv --phase 2025-04 --exclude 2025-01
        benefits-report analyse waits.csv --forecast 6 --format json > waits.jsonl
        benefits-report analyse wards.csv --format svg -o charts
        benefits-report analyse - --kind value --format json < waits.csv

      The JSON form has one object a series on one line; docs/json.md describes its keys.
      """)

  /// The forms of the result.
  enum Format: String, ChoiceArgument {
    /// For reading.
    case table
    /// One object a series, one a line.
    case json
    /// A picture of one series, or a folder with one of each.
    case svg
  }

  @Argument(
    help: ArgumentHelp("The CSV file; - reads standard input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String

  @OptionGroup var control: ControlOptions

  @Option(help: ArgumentHelp("Which direction is better.", valueName: "direction"))
  var direction: Direction?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("A value to be reached.", valueName: "value"),
    transform: { text in
      do { return try Numeral.read(text) } catch { throw ValidationError("\(error)") }
    })
  var target: Double?

  @Option(
    help: ArgumentHelp(
      "Take line and limits (of the first phase) from the first so many periods.",
      valueName: "count"))
  var freeze: Int?

  @Option(
    name: .customLong("phase"),
    help: ArgumentHelp(
      "Start a phase with a line and limits of its own here; repeatable.", valueName: "period"))
  var phases: [String] = []

  @Option(
    help: ArgumentHelp("Draw this period and do not use it; repeatable.", valueName: "period"))
  var exclude: [String] = []

  @Flag(help: "Compare each season of the year with itself when looking for a trend.")
  var seasonal = false

  @Option(
    help: ArgumentHelp(
      "Forecast so many periods, if things go on as they are.", valueName: "periods"))
  var forecast: Int?

  @Option(help: ArgumentHelp("Only this series.", valueName: "name"))
  var series: String?

  @Option(help: ArgumentHelp("The form of the result.", valueName: "format"))
  var format = Format.table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "With --format svg, the folder that gets a chart of each series, or a file for one.",
      valueName: "path"),
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if output != nil, format != .svg {
      throw ValidationError("--output is for pictures; write --format svg with it")
    }
    if let output, output.isEmpty || output == "-" {
      throw ValidationError(
        "--output names a folder or a file; without it one picture goes to standard output")
    }
    if let freeze, freeze < 1 {
      throw ValidationError("--freeze takes the number of periods of the baseline, at least 1")
    }
    if let forecast, !(1...AnalysisChoices.mostForecast).contains(forecast) {
      throw ValidationError(
        "--forecast takes the number of periods to come, 1 to \(AnalysisChoices.mostForecast)")
    }
  }

  func run(in session: inout Session) throws {
    var survey = AnalysisSurvey(
      only: series, asksForPeriods: !phases.isEmpty || !exclude.isEmpty, isSeasonal: seasonal,
      control: control)
    var input = try AnalysisInput(file, survey: &survey, in: &session)
    let choices = AnalysisChoices(
      frozen: freeze,
      phases: try AnalysisChoices.periods(phases, option: "--phase", in: survey),
      excluded: try AnalysisChoices.periods(exclude, option: "--exclude", in: survey),
      isSeasonal: seasonal, forecastSteps: forecast, chart: control.chart, kind: control.kind,
      rules: control.ruleSet, multiply: control.multiply ?? 1, rebasing: control.rebasing,
      direction: direction, target: target)
    try survey.check()
    for warning in survey.warnings { try session.warn(warning) }
    for warning in choices.warnings(for: survey) { try session.warn(warning) }
    switch format {
    case .json: try writeJSON(&input, survey, choices, in: &session)
    case .table: try writeTable(&input, survey, choices, in: &session)
    case .svg:
      if let output, !output.asciiLowercased().hasSuffix(".svg") {
        try AnalysisFolder(of: file, choices: choices)
          .write(to: output, replacing: force, &input, survey, in: &session)
      } else {
        try writePicture(&input, survey, choices, in: &session)
      }
    }
  }

  private func writeJSON(
    _ input: inout AnalysisInput, _ survey: AnalysisSurvey, _ choices: AnalysisChoices,
    in session: inout Session
  ) throws(CommandFailure) {
    try input.forEach { one throws(CommandFailure) in
      guard survey.isChosen(one) else { return }
      let analysis = SeriesAnalysis(one, choices: choices)
      try session.print(analysis.json(direction: direction, target: target).text)
    }
  }

  private func writeTable(
    _ input: inout AnalysisInput, _ survey: AnalysisSurvey, _ choices: AnalysisChoices,
    in session: inout Session
  ) throws(CommandFailure) {
    let isNamed = survey.count > 1 || !(survey.first ?? "").isEmpty
    let width = session.surroundings.tableWidth
    var runs = AnalysisListing(
      isNamed: isNamed, width: width, direction: direction, target: target)
    var controls = ControlListing(isNamed: isNamed)
    var isAllRuns = true
    try input.forEach { one throws(CommandFailure) in
      guard survey.isChosen(one) else { return }
      let result = SeriesAnalysis(one, choices: choices)
      isAllRuns = isAllRuns && result.analysis.chart == .run
      if isAllRuns { runs.append(result) }
      // Without a choice of chart, kind or rules there is nothing but run charts.
      if !choices.isRunChartOnly { controls.append(result) }
    }
    let table = isAllRuns ? runs.table : controls.table
    try session.write(table.text(width: width, style: session.outputStyle))
  }

  private func writePicture(
    _ input: inout AnalysisInput, _ survey: AnalysisSurvey, _ choices: AnalysisChoices,
    in session: inout Session
  ) throws(CommandFailure) {
    guard survey.count == 1 else {
      throw CommandFailure(
        .wrongUsage, "the file holds \(survey.count) series, and a picture shows one",
        hints: [
          "name one with --series, as in --series '\(survey.first ?? "")', "
            + "or a folder for all, as in -o charts"
        ])
    }
    try input.forEach { only throws(CommandFailure) in
      guard survey.isChosen(only) else { return }
      let svg = AnalysisFigure(only, of: file, choices: choices).figure.svg()
      guard let output else { return try session.write(svg) }
      try OutputFile.write(svg, to: output, replaces: force)
      try session.note("\(output): written")
    }
  }
}
