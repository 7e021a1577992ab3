import ArgumentParser
import BenefitsStorage
import BenefitsTerminal

/// `restore`: a backup takes the place of the database.
struct Restore: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Puts a verified copy of a backup where the database is to stand.",
    discussion: """
      The backup is verified first and stays as it is. A database that stands there is never \
      touched without --replace, and is kept beside it even then; it is said what it has that the \
      backup lacks. --known-at answers from an earlier state of knowledge without restoring \
      anything.

      EXAMPLES:
        benefits-cli restore backup.db --database restored.db
        benefits-cli restore backup.db --replace --dry-run
        benefits-cli restore backup.db --replace
      """)

  @Argument(help: "The backup.", completion: .file(extensions: ["db"]))
  var file: String
  @Flag(help: "Move the database that stands there aside; it is kept beside the restored one.")
  var replace = false
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Do everything but put the copy in place, and say what would be done.")
  var dryRun = false
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func run(in session: inout Session) throws {
    let path = try database.path(in: session.surroundings)
    let restored = try Interruption.postponed {
      try Store.restore(
        file, to: path, replaces: replace, dryRun: dryRun, timeout: database.milliseconds,
        isInterrupted: $0)
    }
    let entries = Verify.entries(restored.verification)
    if let comparison = restored.comparison, comparison.onlyInDatabase > 0 {
      try session.warn("'\(dryRun ? path : restored.kept ?? path)' \(comparison)")
    }
    guard !dryRun else {
      try session.print(
        "\(path): would be restored from \(file) (\(entries); dry run: nothing was changed)")
      return
    }
    try session.print("\(path): restored from \(file) (\(entries))")
    if let hash = restored.verification.headHash { try session.print("Ledger head: \(hash)") }
    if let kept = restored.kept { try session.note("what stood there is kept as '\(kept)'") }
  }
}
