import ArgumentParser
import BenefitsStorage
import BenefitsTerminal

/// `init`: creates the database.
struct Init: Command {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Creates the database that everything is recorded in.",
    discussion: """
      EXAMPLES:
        benefits-cli init
        benefits-cli init --database falls.db --by "Programme Lead"
      """)

  @OptionGroup(title: "Database") var database: DatabaseOptions
  @Option(
    help: ArgumentHelp(
      "The name of this copy, where several are kept and merged.", valueName: "name"))
  var origin = "main"
  @OptionGroup(title: "Entry") var writing: WritingOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    try WritingOptions.check(origin, of: "--origin", example: "alderwick")
  }

  mutating func run(in session: inout Session) throws {
    let path = try database.path(in: session.surroundings)
    let recording = Recording(database: database, writing: writing)
    if writing.dryRun {
      guard !InputFile.exists(path) else {
        throw StoreError(.alreadyExists, "'\(path)' exists already")
      }
      try session.print("\(path): would be created (dry run: nothing was created)")
      return
    }
    let store = try Store.create(at: path, origin: origin, draft: recording.draft(in: session))
    try session.print("\(path): created")
    try recording.hintAtRole(store, in: &session)
    if InputFile.exists(PlanCommand.usualFile) {
      try session.hint("next, put the plan into it: \(PlanCommand.apply(PlanCommand.usualFile))")
    } else {
      try session.hint("next, write a plan: benefits-cli plan new")
    }
  }
}
