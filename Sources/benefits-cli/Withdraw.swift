import ArgumentParser
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// `withdraw`: takes numbers back.
struct Withdraw: Command {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Takes back the numbers of periods, as if none had been recorded.",
    discussion: """
      What was recorded stays in the history; a number recorded anew stands again.

      EXAMPLES:
        benefits-cli withdraw M2 2025-01 --reason "Recorded for another measure"
        benefits-cli withdraw M2 2024-11 2024-12 --reason "Counted twice" --dry-run
      """)

  @OptionGroup var subject: CorrectedPeriods
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws { try PeriodCorrection.check(writing, example: "Counted twice") }

  mutating func run(in session: inout Session) throws {
    try PeriodCorrection(
      recording: Recording(database: database, writing: writing), subject: subject
    )
    .run("withdrawn", in: &session) { writer, period, series in
      try writer.withdraw(period, of: series)
    }
  }
}
