import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `include`: takes excluded numbers in again.
struct Include: Command {
  static let configuration = CommandConfiguration(
    commandName: "include",
    abstract: "Takes excluded numbers of periods into calculations again.",
    discussion: """
      What was never excluded stays as it is.

      EXAMPLES:
        benefits-cli include M2 2024-06 --reason "Checked: the number is right"
        benefits-cli include M2 2024-06 2024-07 --reason "Checked" --dry-run
      """)

  @OptionGroup var subject: CorrectedPeriods
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws { try PeriodCorrection.check(writing, example: "Checked") }

  mutating func run(in session: inout Session) throws {
    try PeriodCorrection(
      recording: Recording(database: database, writing: writing), subject: subject
    )
    .run("included", in: &session) { writer, period, series in
      try writer.setExcluded(false, period: period, of: series)
    }
  }
}
