import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `exclude`: leaves numbers out of calculations.
struct Exclude: Command {
  static let configuration = CommandConfiguration(
    commandName: "exclude",
    abstract: "Leaves the numbers of periods out of every calculation; charts show them.",
    discussion: """
      The number stays as it is, and `include` takes it in again.

      EXAMPLES:
        benefits-cli exclude M2 2025-01 --reason "Strike on 3 days"
        benefits-cli exclude M2 2024-11 2024-12 --reason "System down" --dry-run
      """)

  @OptionGroup var subject: CorrectedPeriods
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws { try PeriodCorrection.check(writing, example: "Strike on 3 days") }

  mutating func run(in session: inout Session) throws {
    try PeriodCorrection(
      recording: Recording(database: database, writing: writing), subject: subject
    )
    .run("excluded", in: &session) { writer, period, series in
      try writer.setExcluded(true, period: period, of: series)
    }
  }
}
