import ArgumentParser
import BenefitsTerminal

/// The program that records: the only one that writes to a database.
@main
struct BenefitsCLI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benefits-cli",
    abstract: "Records what a programme promises and what comes of it, in one file.",
    discussion: """
      FIRST STEPS, in an empty folder:
        benefits-cli plan new                 write a plan to start from
        (edit plan.yaml)                      say what is promised and measured
        benefits-cli init                     create the database, benefits.db
        benefits-cli plan apply plan.yaml     put the plan into it
        benefits-cli record M2 2025-01=37     record a number of measure M2
        benefits-cli import FILE.csv          or a spreadsheet's worth of them
        benefits-report status                see where every benefit stands
        benefits-report chart M2 -o M2.svg    draw the chart of a measure
        benefits-report html report.html      write the report for the board

      Nothing that was recorded is ever overwritten: `history` and `log` show who changed what, \
      when and why.

      TOPICS:
      \(HelpTopic.list)
      """,
    version: "benefits-cli \(Program.version)",
    groupedSubcommands: [
      CommandGroup(name: "Set-up", subcommands: [Init.self, PlanCommand.self]),
      CommandGroup(name: "Recording", subcommands: [Record.self, Import.self, Waive.self]),
      CommandGroup(
        name: "Correcting",
        subcommands: [
          Withdraw.self, Exclude.self, Include.self, Undo.self, Redact.self,
        ]),
      CommandGroup(
        name: "One thing of the plan",
        subcommands: [
          NounCommand<MeasureNoun>.self, NounCommand<BenefitNoun>.self,
          NounCommand<ProjectNoun>.self, NounCommand<SiteNoun>.self,
          NounCommand<StratumNoun>.self, NounCommand<BaselineNoun>.self,
          NounCommand<TargetNoun>.self, NounCommand<GuardrailNoun>.self,
          NounCommand<AnnotationNoun>.self, NounCommand<AssumptionNoun>.self,
          NounCommand<DecisionNoun>.self, NounCommand<ReviewNoun>.self,
          NounCommand<ActionNoun>.self, NounCommand<WaiverNoun>.self,
        ]),
      CommandGroup(
        name: "Looking back", subcommands: [History.self, Revisions.self, Log.self, Show.self]),
      CommandGroup(
        name: "Looking after the file",
        subcommands: [Verify.self, Backup.self, Restore.self]),
    ])

  static func main() { Program.main(Self.self, records: true) }
}
