package import ArgumentParser

/// The option that names the database.
package struct DatabaseOptions: ParsableArguments {
  /// The path as given.
  @Option(
    name: [.short, .customLong("database")],
    help: ArgumentHelp(
      "The database file (default: $BENEFITS_DATABASE, else ./benefits.db).", valueName: "path"),
    completion: .file(extensions: ["db"]))
  package var database: String?

  /// How many seconds to wait for another program that is writing.
  @Option(
    help: ArgumentHelp(
      "How long to wait for another program that is writing, up to 3600 (default: 5).",
      valueName: "seconds"),
    transform: Self.seconds)
  package var timeout: Int?

  /// Creates the options as the parser needs them.
  package init() {}

  /// How many milliseconds to wait for another program that is writing.
  package var milliseconds: Int { (timeout ?? 5) * 1000 }

  private static func seconds(_ text: String) throws -> Int {
    guard let seconds = Int(text), (0...3600).contains(seconds) else {
      throw ValidationError("write whole seconds from 0 to 3600")
    }
    return seconds
  }

  /// Returns the path of the database: the option, else the environment, else `benefits.db` here.
  package func path(in surroundings: Surroundings) throws(CommandFailure) -> String {
    if let database {
      // SQLite would open a temporary file for an empty name, and lose the data with it.
      guard !database.isEmpty else {
        throw CommandFailure(
          .wrongUsage, "the path after --database is empty",
          hints: ["name a file, as in --database benefits.db, or leave the option out"])
      }
      return database
    }
    return surroundings.variable(.database) ?? Self.usualPath
  }

  /// The database where none is named.
  package static let usualPath = "benefits.db"
}
