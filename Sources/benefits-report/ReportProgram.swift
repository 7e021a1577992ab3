import ArgumentParser
import BenefitsTerminal

/// The program that reads: what was promised, what came of it, and whether it is being kept.
@main
struct ReportProgram: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benefits-report",
    abstract: "Shows whether the promised benefits are being realised.",
    discussion: """
      Nothing here ever changes the database; 'benefits-cli' records.

      EXAMPLES:
        benefits-report status
        benefits-report chart HF-M01 -o HF-M01.svg
        benefits-report html report.html --as-of 2026-04-24
        benefits-report check --format junit=checks.xml
        benefits-report analyse waits.csv --freeze 12 --direction lower

      TOPICS:
      \(HelpTopic.list)
      """,
    version: Program.version,
    subcommands: [
      StatusCommand.self, DueCommand.self, SummaryCommand.self, ChartCommand.self,
      HTMLCommand.self, ExportCommand.self, CheckCommand.self, ExplainCommand.self,
      AnalyseCommand.self,
    ])

  static func main() { Program.main(Self.self, records: false) }
}
