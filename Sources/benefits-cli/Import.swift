import ArgumentParser
import BenefitsExchange
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `import`: records the measurements of a file.
struct Import: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Records the numbers of a CSV file: all, or none if anything is wrong.",
    discussion: """
      The row of headings says what the columns hold: period, measure, site, stratum, value, \
      numerator, denominator, state, note; or the measures themselves, one a column. A number that \
      differs from the one recorded stops the import until --revise says why.

      EXAMPLES:
        benefits-cli import numbers.csv
        benefits-cli import numbers.csv --dry-run
        benefits-cli import corrected.csv --revise "Late returns from March"
        benefits-cli import export.csv --measure M2 --column period=Month
      """)

  @Argument(
    help: "The CSV file; - reads standard input.", completion: .file(extensions: ["csv", "tsv"]))
  var file: String
  @OptionGroup(title: "Numbers") var revision: RevisionOptions
  @OptionGroup(title: "Content") var content: ImportContentOptions
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    try revision.check(beside: writing)
  }

  mutating func run(in session: inout Session) throws {
    let name = file == "-" ? "standard input" : file
    let measurements = MeasurementRecording(
      recording: Recording(database: database, writing: writing), name: name,
      revision: revision.revise)
    var input = try FileImport(
      file, name: name, options: content.options(), asOf: calendar.day(in: session.surroundings),
      recording: measurements, in: session)
    try measurements.run(in: &session) { _ in
      name
    } body: { store, session in
      try input.record(in: &store, session)
    }
  }
}
