import ArgumentParser
import BenefitsStorage
import BenefitsTerminal

/// `backup`: a verified copy of the database.
struct Backup: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies the database into a new file, and verifies the copy.",
    discussion: """
      The copy is of one moment, and others may record meanwhile. It is verified as 'verify' does \
      and stands under its name only when it is whole and on disk. A file that exists is never \
      overwritten.

      EXAMPLES:
        benefits-cli backup benefits-2026-04-24.db
        benefits-cli backup "backup-$(date +%F).db" --timeout 60
      """)

  @Argument(help: "The file to make.", completion: .file(extensions: ["db"]))
  var file: String
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let store = try Recording.open(database, for: .read, in: session)
    let copy = try Interruption.postponed { try store.backUp(to: file, isInterrupted: $0) }
    try session.print("\(file): made and verified (\(Verify.entries(copy)))")
    if let hash = copy.headHash { try session.print("Ledger head: \(hash)") }
  }
}
