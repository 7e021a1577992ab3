import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The series of a table that was given to `analyse`.
struct AnalysisInput {
  /// The series in the order in which the table first names them.
  let series: [AnalysisSeries]

  /// Reads a file, or standard input for `-`; all faults at once.
  init(_ path: String, in session: inout Session) throws(CommandFailure) {
    let bytes = try InputFile.read(path, surroundings: session.surroundings)
    let table = AnalysisTable(bytes, file: path == "-" ? "standard input" : path)
    guard table.faults.isEmpty else {
      let count = table.faults.count
      throw CommandFailure(
        .wrongInput,
        "\(path == "-" ? "standard input" : path): \(count) \(count == 1 ? "problem" : "problems"); nothing was analysed",
        faults: table.faults)
    }
    for line in table.warnings.lines() { try session.warn(line) }
    series = table.series
  }

  /// Returns the series with a name, or all where none was named.
  func choose(_ name: String?) throws(CommandFailure) -> [AnalysisSeries] {
    guard let name else { return series }
    let chosen = series.filter { $0.name == name }
    guard chosen.isEmpty else { return chosen }
    throw CommandFailure(
      .notFound,
      "no series '\(name)' in the file" + Suggestion.clause(for: name, in: series.map(\.name)))
  }
}
