import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// `plan diff`: compares a plan file with the database.
struct PlanDiff: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what applying a plan file would change; ends with 1 if anything.",
    discussion: """
      EXAMPLES:
        benefits-cli plan diff plan.yaml
        benefits-cli plan diff plan.yaml --known-at 2025-06-01
      """)

  @Argument(
    help: "The plan file; - reads standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file = PlanCommand.usualFile
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var reading: ReadingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let (document, _) = try PlanCommand.read(file, surroundings: session.surroundings)
    let store = try Recording.openWhole(database, in: session)
    let difference = PlanDifference(
      from: try store.plan(knownAt: reading.state), to: document.plan)
    for line in difference.lines() { try session.print(line.printable) }
    let faults = difference.faults(
      asOf: reading.asOf(in: session.surroundings), places: document.places)
    let conflicts = try PlanConflicts(
      document, retires: false, knownAt: reading.state, in: store)
    let found = conflicts.list(against: try store.plan(knownAt: reading.state))
    let problems = faults + (try conflicts.faults(found, in: store))
    for line in problems.lines() { try session.note(line) }
    if !problems.isEmpty { try session.warn("plan apply refuses this plan until that is mended") }
    guard difference.isEmpty else { throw CommandFailure.silent(.answeredNo) }
    try session.note("\(PlanCommand.name(of: file)): the database holds this plan already")
  }
}
