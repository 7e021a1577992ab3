import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

/// A command that writes, in a folder where it has something to write.
struct WritingCommand: Hashable, Sendable, CustomTestStringConvertible {
  /// What the command makes.
  enum Effect: Hashable, Sendable {
    /// An entry.
    case entry
    /// The file `new.db`, with as many entries as said.
    case file(entries: Int)
    /// The backup in place of the database.
    case replacement
  }

  var arguments: [String]
  var effect = Effect.entry

  var testDescription: String { arguments.joined(separator: " ") }

  private init(_ words: String, _ effect: Effect = .entry) {
    arguments = ["benefits-cli"] + words.split(separator: " ").map(String.init)
    self.effect = effect
  }

  /// How many entries the prepared database has, and how many its backup has.
  private static let (entries, entriesOfBackup) = (9, 8)

  static let all = [
    WritingCommand("record M2 2025-02=35 --note Late"),
    WritingCommand("import numbers.csv"),
    WritingCommand("plan apply changed.yaml"),
    WritingCommand("exclude M2 2025-01 --reason Strike"),
    WritingCommand("withdraw M2 2025-01 --reason Twice"),
    WritingCommand("undo --reason Wrong"),
    WritingCommand("redact --text-in name.txt"),
    WritingCommand("site add south --title South"),
    WritingCommand("measure edit M2 --owner Lead"),
    WritingCommand("waiver retire W1 --reason Filled"),
    WritingCommand("init --database new.db", .file(entries: 1)),
    WritingCommand("backup new.db", .file(entries: entries)),
    WritingCommand("restore backup.db --database new.db", .file(entries: entriesOfBackup)),
    WritingCommand("restore backup.db --replace", .replacement),
  ]

  /// The files that the commands speak of, made once.
  private static let prepared: Result<URL, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("benefits-faults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: WritingCommand.prepared.get()) }
    _ = try Transcript(named: "examples").run(in: folder)
    let more = try BuiltPrograms.run(
      """
      benefits-cli record M2 2025-03=34 --recorded-at 2025-06-03 --quiet
      sed -e 's/Falls clinic at home/Falls clinic/' plan.yaml > changed.yaml
      """, in: folder)
    #expect(more.status == 0, "\(more.errors)")
    return folder
  }

  /// The ledgers of the prepared files.
  private static let ledgers: Result<(database: [Entry], backup: [Entry]), any Error> = Result {
    let folder = try prepared.get()
    let ledgers = (
      database: try entries(of: "benefits.db", in: folder),
      backup: try entries(of: "backup.db", in: folder)
    )
    #expect(ledgers.database.count == entries)
    #expect(ledgers.backup.count == entriesOfBackup)
    return ledgers
  }

  private static func entries(of name: String, in folder: URL) throws -> [Entry] {
    try Store.open(at: folder.appendingPathComponent(name).path, for: .read).entries()
  }

  /// Runs a test in a folder with the prepared files.
  static func inPreparedFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let source = try prepared.get()
    return try BuiltPrograms.inEmptyFolder { folder in
      for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
        try FileManager.default.copyItem(
          at: source.appendingPathComponent(name), to: folder.appendingPathComponent(name))
      }
      return try body(folder)
    }
  }

  /// What was found after a command that something went wrong with.
  struct Finding: Hashable {
    /// Whether a reader met the journal of the program that was stopped.
    var hadHotJournal = false
    /// Whether what the command was to do was done.
    var wasDone = false
  }

  /// Checks that the folder is as before the command or as after it, and as after it where the program said so.
  func check(
    _ outcome: FaultyRun.Outcome, in folder: URL, remark: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Finding {
    let remark: Comment = "\(testDescription), \(remark), ended with \(outcome)"
    let ledgers = try Self.ledgers.get()
    var finding = Finding()
    let database = folder.appendingPathComponent("benefits.db").path
    finding.hadHotJournal = try recover(in: folder, remark, sourceLocation)
    let store = try Store.open(at: database, for: .write, timeout: 0)
    let verification = try store.verify()
    #expect(verification.isWhole, "\(remark): \(verification)", sourceLocation: sourceLocation)
    let found = try store.entries()
    let isAsBefore = found == ledgers.database
    switch effect {
    case .entry:
      let isAfter =
        found.count == ledgers.database.count + 1
        && zip(found, ledgers.database).allSatisfy { $0.hash == $1.hash }
      #expect(isAsBefore || isAfter, remark, sourceLocation: sourceLocation)
      finding.wasDone = isAfter
    case .file(let entries):
      #expect(isAsBefore, remark, sourceLocation: sourceLocation)
      if has("new.db", in: folder) {
        let made = try Store.open(
          at: folder.appendingPathComponent("new.db").path, for: .write, timeout: 0
        ).verify()
        #expect(
          made.isWhole && made.entries == entries, "\(remark): \(made)",
          sourceLocation: sourceLocation)
        finding.wasDone = true
      }
    case .replacement:
      finding.wasDone = found == ledgers.backup
      #expect(isAsBefore || finding.wasDone, remark, sourceLocation: sourceLocation)
      if finding.wasDone {
        let kept = try Self.entries(of: "benefits.db.before-restore", in: folder)
        #expect(kept == ledgers.database, remark, sourceLocation: sourceLocation)
      }
    }
    if outcome.status == 0 { #expect(finding.wasDone, remark, sourceLocation: sourceLocation) }
    return finding
  }

  /// A reader says what brings back the state before, and that does.
  private func recover(
    in folder: URL, _ remark: Comment, _ sourceLocation: Testing.SourceLocation
  ) throws -> Bool {
    guard has("benefits.db-journal", in: folder) else { return false }
    let reader = try FaultyRun.run(["benefits-cli", "log", "--limit", "1"], in: folder)
    let isHot = reader.status != 0
    if isHot {
      #expect(reader.status == 69, remark, sourceLocation: sourceLocation)
      #expect(
        reader.errors.contains("benefits-cli verify"), "\(remark): \(reader)",
        sourceLocation: sourceLocation)
    }
    let recovered = try FaultyRun.run(["benefits-cli", "verify"], in: folder)
    #expect(recovered.status == 0, "\(remark): \(recovered)", sourceLocation: sourceLocation)
    return isHot
  }

  private func has(_ name: String, in folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }
}
