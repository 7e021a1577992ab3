import ArgumentParser
import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// `plan apply`: puts a plan file into the database.
struct PlanApply: Command {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Puts a plan file into the database; only what differs is written.",
    discussion: """
      Nothing is applied if anything is wrong. What the database has and the file lacks stays, and \
      is listed; --retire-missing retires it. What was changed by command since the file last knew \
      the plan stops it: `plan export` takes it into the file, --override applies the file all the \
      same.

      EXAMPLES:
        benefits-cli plan apply plan.yaml
        benefits-cli plan apply plan.yaml --dry-run
        benefits-cli plan apply plan.yaml --retire-missing --reason "Merged"
        benefits-cli plan apply plan.yaml --override --reason "The file is right"
      """)

  @Argument(
    help: "The plan file; - reads standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var file = PlanCommand.usualFile
  @Flag(help: "Retire what the database has and the file lacks.")
  var retireMissing = false
  @Flag(help: "Apply what the file says over what was changed by command.")
  var override = false
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Time") var calendar: CalendarOptions
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let (document, bytes) = try PlanCommand.read(file, surroundings: session.surroundings)
    let recording = Recording(database: database, writing: writing)
    let (name, retires, overrides) = (PlanCommand.name(of: file), retireMissing, override)
    let asOf = calendar.day(in: session.surroundings)
    var store = try recording.open(in: session)
    let conflicts = try PlanConflicts(document, retires: retires, in: store)
    let recorded = try recording.record(
      in: &store, session, source: SourceFile(name: InputFile.name(of: file), bytes: bytes)
    ) { writer throws in
      let difference = PlanDifference(from: writer.plan, to: document.plan)
      let faults = difference.faults(asOf: asOf, places: document.places)
      guard faults.isEmpty else { throw PlanCommand.failure(faults, in: name) }
      let found = overrides ? [] : conflicts.list(against: writer.plan)
      if found.isEmpty {
        _ = try writer.apply(document.plan, retiring: retires ? difference.absent : [])
      }
      return (difference: difference, conflicts: found)
    }
    let (difference, found) = recorded.result
    guard found.isEmpty else {
      throw PlanConflicts.failure(try conflicts.faults(found, in: store), in: name)
    }
    for line in difference.lines(retiring: retires) { try session.print(line.printable) }
    if writing.dryRun {
      try session.print("\(name): would be applied (dry run: nothing was recorded)")
    } else if let entry = recorded.entry {
      try session.print("\(name): applied (entry \(entry.id))")
      try recording.hintAtRole(store, in: &session)
    } else {
      try session.print("\(name): nothing to apply: the database holds this plan already")
    }
    guard recorded.entry != nil else { return }
    try hintAtMissing(difference, in: &session)
    try hintAtNumbers(document.plan, store, in: &session)
  }

  private func hintAtMissing(_ difference: PlanDifference, in session: inout Session) throws {
    guard !retireMissing, !difference.absent.isEmpty else { return }
    try session.hint("--retire-missing retires what the file lacks")
  }

  /// Says how the first number is recorded, as long as there is none.
  private func hintAtNumbers(
    _ plan: Plan, _ store: borrowing Store, in session: inout Session
  ) throws {
    guard !writing.dryRun, let measure = plan.measures.first else { return }
    guard try !store.hasMeasurements() else { return }
    let value = measure.kind.isRatio ? "212/260" : measure.kind == .value ? "6.4" : "3"
    try session.hint(
      "next, record numbers: benefits-cli record \(measure.id) \(measure.frequency.from)=\(value)")
  }
}
