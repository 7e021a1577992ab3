import ArgumentParser
import BenefitsStorage
import BenefitsTerminal

/// `verify`: whether the database is whole.
struct Verify: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that the database is whole, after a crash or a copy.",
    discussion: """
      What a program that was stopped left half done is taken back to the state before it. Ends \
      with 69 if anything is wrong.

      EXAMPLES:
        benefits-cli verify
        benefits-cli verify --database benefits.db
      """)

  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let path = try database.path(in: session.surroundings)
    let store = try Recording.open(database, for: .write, in: session)
    let problems = try store.problems()
    guard problems.isEmpty else {
      for problem in problems { try session.print(problem) }
      throw CommandFailure(
        .unusableDatabase, "'\(path)' is damaged: \(counted(problems.count, "problem"))",
        hints: ["restore a backup"])
    }
    let entries = try store.entries().count
    try session.print("\(path): whole (\(entries) \(entries == 1 ? "entry" : "entries"))")
  }
}
