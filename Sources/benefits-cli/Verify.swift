import ArgumentParser
import BenefitsStorage
import BenefitsTerminal

/// `verify`: whether the database is whole.
struct Verify: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Checks that nothing in the database was damaged or changed behind the ledger's back.",
    discussion: """
      Computes the hash of every entry anew from what the file holds, and names the entries that \
      differ. What a program that was stopped left half done is first taken back to the state \
      before it. Ends with 69 if anything is wrong.

      This reveals tampering and does not prevent it: who can write to the file can also write \
      the whole ledger anew. The hash of the last entry, which 'log' and every report print, \
      shows even that if you keep it elsewhere and give it to --head.

      EXAMPLES:
        benefits-cli verify
        benefits-cli verify --database benefits.db
      """)

  @Option(
    help: ArgumentHelp(
      "A head hash that was printed before, or its first 8 digits or more; it must still be there.",
      valueName: "hash"))
  var head: String?
  @OptionGroup(title: "Database") var database: DatabaseOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  func validate() throws {
    guard let head else { return }
    let isHash =
      (8...64).contains(head.utf8.count) && head.allSatisfy { $0.isASCII && $0.isHexDigit }
    guard isHash else { throw ValidationError("--head takes 8 to 64 hexadecimal digits") }
  }

  mutating func run(in session: inout Session) throws {
    let path = try database.path(in: session.surroundings)
    let result = try open(in: session).verify(expecting: head)
    guard result.isWhole else {
      for finding in result.findings {
        let entry = finding.entry.map { "entry \($0): " } ?? ""
        try session.print(entry + finding.description)
      }
      throw CommandFailure(
        .unusableDatabase,
        "'\(path)' is not as it was written: \(counted(result.findings.count, "finding"))",
        hints: [StoreError.restoreHint])
    }
    try session.print("\(path): whole (\(Self.entries(result)))")
    if let hash = result.headHash { try session.print("Ledger head: \(hash)") }
    if let entry = result.expectedEntry, entry != result.entries {
      try session.print("The hash given is that of entry \(entry).")
    }
  }

  /// The number of entries that were verified, as `1 entry` or `7 entries`.
  static func entries(_ result: Verification) -> String {
    "\(result.entries) \(result.entries == 1 ? "entry" : "entries")"
  }

  /// Opens the database for writing, so that a killed writer's journal is rolled back, or else to read.
  private func open(in session: borrowing Session) throws -> Store {
    do {
      return try Recording.open(database, for: .write, in: session)
    } catch let error as StoreError where error.reason == .readOnly {
      return try Recording.open(database, for: .read, in: session)
    }
  }
}
