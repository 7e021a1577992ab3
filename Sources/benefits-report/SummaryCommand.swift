import ArgumentParser
import BenefitsChecks
import BenefitsReports
import BenefitsTerminal

/// Writes the state of the programme as Markdown.
struct SummaryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Writes the state of the programme as Markdown, for a mail or a pull request.",
    discussion: """
      EXAMPLES:
        benefits-report summary
        benefits-report summary -o summary.md --force
        benefits-report summary --as-of 2026-04-24 --stamp "Board, 30 April"
      """)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var output: String?

  @Flag(help: "Replace the file where it exists.")
  var force = false

  @Option(help: ArgumentHelp("The organisation that it is made for.", valueName: "name"))
  var organisation: String?

  @Option(help: ArgumentHelp("A text beside the day.", valueName: "text"))
  var stamp: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("name a file behind -o, as in summary.md") }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, withHistory: true, withRevisions: true, in: session)
    let markdown = MarkdownSummary(
      reading.assessor, records: try reading.records(),
      options: ReportOptions(organisation: organisation, stamp: stamp),
      tool: "benefits-report \(Program.version)"
    ).markdown
    guard let output, output != "-" else { return try session.write(markdown) }
    try OutputFile.write(markdown, to: output, replaces: force)
    try session.note("\(output): written")
  }
}
