import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// `plan export`: writes the plan in force as a plan file.
struct PlanExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the plan in force as a plan file; applying it changes nothing.",
    discussion: """
      The file holds everything that was applied or changed by command. Comments are not kept in \
      the database. Its last part says from which entry it was written, so that `plan apply` knows \
      that it holds the changes up to there.

      EXAMPLES:
        benefits-cli plan export | head -20
        benefits-cli plan export exported.yaml
        benefits-cli plan export plan.yaml --force
        benefits-cli plan export --known-at 2 > first.yaml
      """)

  @Argument(
    help: "The file to write; - prints it.", completion: .file(extensions: ["yaml", "yml"]))
  var file = "-"
  @Flag(help: "Replace the file where it exists.") var force = false
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.openWhole(database, in: session)
    let snapshot = try store.planSnapshot(knownAt: knowledge.state)
    let text = PlanFile.text(
      of: snapshot.plan,
      exported: PlanExport(entry: snapshot.entry, recordedAt: snapshot.recordedAt))
    guard file != "-" else { return try session.write(text) }
    try OutputFile.write(text, to: file, replaces: force)
    try session.print("\(file): written (the plan as of entry \(snapshot.entry))")
  }
}
