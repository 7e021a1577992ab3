/// The environment variables that the programs read; there are no others and no configuration file.
package enum EnvironmentVariable: String, CaseIterable, Hashable, Sendable {
  /// The database to use.
  case database = "BENEFITS_DATABASE"
  /// The role that records.
  case recordedBy = "BENEFITS_BY"
  /// The width of the terminal.
  case columns = "COLUMNS"
  /// Whether colours are unwanted.
  case noColor = "NO_COLOR"
  /// The kind of terminal.
  case terminal = "TERM"
  /// The summary of a job of GitHub Actions.
  case gitHubStepSummary = "GITHUB_STEP_SUMMARY"

  /// What the variable does, for `help environment`.
  package var meaning: String {
    switch self {
    case .database: "the database to use where --database is not given; else ./benefits.db"
    case .recordedBy: "the role that records where --by is not given; else your user name"
    case .columns: "the width that tables and help are laid out in"
    case .noColor: "set to anything, it turns colours off (no-color.org)"
    case .terminal: "'dumb' turns colours off"
    case .gitHubStepSummary: "set by GitHub Actions: where check --format github adds its table"
    }
  }
}
