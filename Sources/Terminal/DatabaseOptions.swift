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

  /// Creates the options as the parser needs them.
  package init() {}

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
