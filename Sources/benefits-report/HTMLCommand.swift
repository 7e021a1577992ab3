import ArgumentParser
import BenefitsChecks
import BenefitsModel
import BenefitsReports
import BenefitsTerminal

/// Writes the report for a board.
struct HTMLCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Writes the report as one HTML file.",
    discussion: """
      The file holds everything it needs: charts, tables and styles; no script runs and nothing \
      is fetched. A path without .html is a folder, and the report is its index.html; - writes to \
      standard output.

      EXAMPLES:
        benefits-report html report.html
        benefits-report html public --force
        benefits-report html board.html --as-of 2026-04-24 --known-at 2026-04-20
      """)

  @Argument(
    help: ArgumentHelp("The file, or the folder for index.html.", valueName: "path"),
    completion: .file(extensions: ["html"]))
  var path: String

  @Flag(help: "Replace the file where it exists.")
  var force = false

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if path.isEmpty { throw ValidationError("name a file or a folder, as in report.html") }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, withHistory: true, in: session)
    let report = HTMLReport(
      reading.assessor, checks: CheckRun(reading.assessor, history: reading.history),
      tool: "benefits-report \(Program.version)")
    let html = try report.html()
    if path == "-" { return try session.write(html) }
    let file = try target()
    try OutputFile.write(html, to: file, replaces: force)
    try session.note("\(file): written")
  }

  /// The file to write; its folder is made where there is none yet.
  private func target() throws(CommandFailure) -> String {
    let name = path.asciiLowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return path }
    try OutputFile.createFolder(path)
    return path.hasSuffix("/") ? "\(path)index.html" : "\(path)/index.html"
  }
}
