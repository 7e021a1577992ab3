import ArgumentParser
import BenefitsModel
import BenefitsTerminal

/// Writes everything behind the report for other programs.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes everything behind the report as JSON or CSV.",
    discussion: """
      JSON is one file with an array for each table. CSV is a folder with a file for each table; with \
      --table it is the one file of that table. - writes to standard output.

      EXAMPLES:
        benefits-report export report.json
        benefits-report export numbers --format csv
        benefits-report export points.csv --table points
        benefits-report export - --table series --as-of 2026-04-24

      docs/export.md describes the tables; docs/export.schema.json is the JSON Schema.
      """)

  /// The forms of the result.
  enum Format: String, ChoiceArgument {
    /// One object with an array for each table.
    case json
    /// A file for each table.
    case csv
  }

  @Argument(
    help: ArgumentHelp("The file, or for CSV the folder.", valueName: "path"),
    completion: .file())
  var path: String

  @Option(
    help: ArgumentHelp(
      "The form of the result (default: json, with --table csv).", valueName: "format"))
  var format: Format?

  @Option(help: ArgumentHelp("Only this table, as CSV.", valueName: "table"))
  var table: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  @OptionGroup var source: SourceOptions
  @OptionGroup(title: "DISPLAY") var display: DisplayOptions

  func validate() throws {
    if path.isEmpty { throw ValidationError("name a file or a folder, as in report.json") }
    if table != nil, format == .json {
      throw ValidationError("--table writes CSV; leave --format json out")
    }
    if path == "-", format == .csv, table == nil {
      throw ValidationError("CSV has a file for each table; name a folder, or one --table")
    }
  }

  func run(in session: inout Session) throws {
    let reading = try Reading(source, withHistory: true, withRevisions: true, in: session)
    let tables = try ExportTables(reading)
    if let table {
      let all = tables.all
      let names = all.map(\.name)
      guard let chosen = all.first(where: { $0.name == table }) else {
        throw CommandFailure(
          .wrongUsage,
          "there is no table '\(table)'" + Suggestion.clause(for: table, in: names),
          hints: ["the tables are \(names.joined(separator: ", "))"])
      }
      try write(in: &session) { try chosen.writeCSV(to: $0) }
    } else if format == .csv {
      let count = try ExportFolder.write(tables, to: path, replaces: force)
      try session.note("\(path): \(count) files written")
    } else {
      try write(in: &session) { try ExportDocument(tables).write(to: $0) }
    }
  }

  private func write(
    in session: inout Session, _ body: ((String) throws -> Void) throws -> Void
  ) throws {
    if path == "-" { return try body { try session.write($0) } }
    try OutputFile.write(parts: body, to: path, replaces: force)
    try session.note("\(path): written")
  }
}

/// The JSON form of the export.
struct ExportDocument {
  private let tables: ExportTables

  init(_ tables: ExportTables) { self.tables = tables }

  /// Writes the object, one line a row of each table.
  func write(to sink: (String) throws -> Void) throws {
    let snapshot = tables.reading.snapshot
    let head: [(String, JSONValue)] = [
      ("schema", "benefits.export/1"),
      ("tool", .string("benefits-report \(Program.version)")),
      ("as_of", .string(tables.reading.asOf.description)),
      ("entry", .integer(snapshot.entry)),
      ("recorded_at", .string(snapshot.recordedAt.description)),
      ("data_hash", JSONValue(snapshot.headHash)),
      (
        "programme",
        [
          "id": .string(snapshot.plan.programme.id.text),
          "title": .string(snapshot.plan.programme.title),
          "purpose": JSONValue(snapshot.plan.programme.purpose),
        ]
      ),
    ]
    try sink("{\n")
    for (key, value) in head { try sink("\"\(key)\":\(value.text),\n") }
    for (place, table) in tables.all.enumerated() {
      try sink((place == 0 ? "" : ",\n") + "\"\(table.name)\":")
      try table.writeJSON(to: sink)
    }
    try sink("\n}\n")
  }
}

/// The CSV form of the export: a folder with a file for each table.
enum ExportFolder {
  /// Writes the files, and returns how many there are.
  @discardableResult
  static func write(
    _ tables: ExportTables, to folder: String, replaces: Bool
  ) throws -> Int {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let all = tables.all
    for table in all {
      try OutputFile.checkAbsence(of: "\(folder)/\(table.name).csv", replaces: replaces)
    }
    try OutputFile.createFolder(folder)
    for table in all {
      try OutputFile.write(
        parts: table.writeCSV(to:), to: "\(folder)/\(table.name).csv", replaces: replaces)
    }
    return all.count
  }
}

extension OutputFile {
  /// Writes a file part by part from what may fail in any way.
  static func write(
    parts body: ((String) throws -> Void) throws -> Void, to path: String, replaces: Bool
  ) throws(CommandFailure) {
    try write(to: path, replaces: replaces) { file throws(CommandFailure) in
      do {
        try body { try file.write($0) }
      } catch let error as CommandFailure {
        throw error
      } catch {
        throw CommandFailure(.programFault, "unexpected: \(error)")
      }
    }
  }
}
