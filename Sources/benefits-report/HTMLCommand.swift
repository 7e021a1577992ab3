import ArgumentParser
import BenefitsModel
import BenefitsReports
import BenefitsTerminal

/// Writes the report for a board.
struct HTMLCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: "Writes the report as one HTML file, or as a folder of pages.",
    discussion: """
      A path that ends in .html is one file that holds everything; another path is a folder with an \
      index and a page for each benefit; - writes one file to standard output. Each page holds its \
      charts, tables and styles; no script runs and nothing is fetched.

      EXAMPLES:
        benefits-report html report.html
        benefits-report html public --force --data-dir public/data
        benefits-report html board.html --as-of 2026-04-24 --known-at 2026-04-20
        benefits-report html trust.html --organisation "Aldermere Partnership" --accent "#7C2855"
        benefits-report html --write-templates templates
        benefits-report html own.html --templates templates
      """)

  @Argument(
    help: ArgumentHelp("The file, or the folder for the pages.", valueName: "path"),
    completion: .file(extensions: ["html"]))
  var path: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @OptionGroup(title: "LOOK") var look: ReportLookOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if path?.isEmpty ?? (look.writeTemplates == nil) {
      throw ValidationError("name a file or a folder, as in report.html")
    }
    if path == "-", look.dataDirectory != nil {
      throw ValidationError("--data-dir goes beside a file; name one instead of -")
    }
  }

  func run(in session: inout Session) throws {
    if let folder = look.writeTemplates {
      let count = try ReportTemplateFiles.write(to: folder, replaces: force)
      try session.note("\(folder): \(count) templates written")
    }
    guard let path else { return }
    // Faults in templates are cheaper to find than anything else.
    let templates = try look.templates.map(ReportTemplateFiles.read) ?? .embedded
    let reading = try Reading(source, withHistory: true, withRevisions: true, in: session)
    let isFile = path == "-" || Self.isPage(path)
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    let report = HTMLReport(
      reading.assessor, records: try reading.records(),
      options: look.options(forReportIn: isFile ? Self.folder(of: path) : folder),
      templates: templates, tool: "benefits-report \(Program.version)")
    if !isFile { try OutputFile.createFolder(folder) }
    if let folder = look.dataDirectory {
      try ExportFolder.write(try ExportTables(reading), to: folder, replaces: force)
    }
    if path == "-" {
      try report.page.write { try session.write($0) }
    } else if isFile {
      try write(report.page, to: path)
      try session.note("\(path): written")
    } else {
      try write(report, toFolder: folder, in: &session)
    }
  }

  private func write(
    _ report: HTMLReport, toFolder folder: String, in session: inout Session
  ) throws {
    let pages = report.pages
    for page in pages {
      try OutputFile.checkAbsence(of: "\(folder)/\(page.path)", replaces: force)
    }
    if pages.contains(where: { $0.path.hasPrefix("benefits/") }) {
      try OutputFile.createFolder("\(folder)/benefits")
    }
    // The index comes last: what it leads to is there already.
    for page in pages.reversed() { try write(page, to: "\(folder)/\(page.path)") }
    try session.note(
      "\(folder)/index.html: written"
        + (pages.count > 1
          ? ", with \(pages.count - 1) \(pages.count == 2 ? "page" : "pages")" : ""))
    guard force else { return }
    // Nothing leads to them any more.
    let stale = try StalePages.remove(from: folder, keeping: pages)
    for path in stale.removed {
      try session.note("\(folder)/\(path): removed, since it is not in the plan any more")
    }
    for path in stale.left {
      try session.note("\(folder)/\(path): left as it is, since no report of a folder wrote it")
    }
  }

  private func write(_ page: ReportPage, to path: String) throws {
    try OutputFile.write(parts: page.write(to:), to: path, replaces: force)
  }

  private static func isPage(_ path: String) -> Bool {
    let name = path.asciiLowercased()
    return name.hasSuffix(".html") || name.hasSuffix(".htm")
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
