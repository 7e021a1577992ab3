import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct OpeningTests {
  private func refusal(
    of path: String, for access: Store.Access = .read
  ) throws -> StoreError {
    try storeError { _ = try Store.open(at: path, for: access, timeout: 0) }
  }

  @Test(arguments: [Store.Access.read, .write])
  func anEmptyNameIsRefused(access: Store.Access) throws {
    #expect(try refusal(of: "", for: access).reason == .emptyPath)
    #expect(try refusal(of: "a\u{0}b", for: access).reason == .emptyPath)
  }

  @Test(arguments: [Store.Access.read, .write])
  func aMissingFileIsNamedAndNotMade(access: Store.Access) throws {
    let folder = TemporaryFolder()
    let error = try refusal(of: folder.file(), for: access)
    #expect(error.reason == .notFound)
    #expect(error.description == "there is no database '\(folder.file())'")
    #expect(error.hint?.contains("benefits-cli init") == true)
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: ["file:memory?mode=memory", "file:x.db?mode=rwc", ":memory:"])
  func aNameIsNeverTakenForAURI(name: String) throws {
    #expect(try refusal(of: name, for: .write).reason == .notFound)
  }

  @Test func filesThatAreNoDatabaseAreSaidToBeWhatTheyAre() throws {
    let folder = TemporaryFolder()
    try folder.write("", to: "empty.db")
    try folder.write("measure,period,value\nM,2025-01,3\n", to: "table.db")
    try folder.write([UInt8](repeating: 0x5a, count: 40_000), to: "noise.db")
    for access in [Store.Access.read, .write] {
      let empty = try refusal(of: folder.file("empty.db"), for: access)
      #expect(empty.reason == .notADatabase)
      #expect(empty.description.hasSuffix("it is empty"))
      #expect(try refusal(of: folder.file("table.db"), for: access).reason == .notADatabase)
      #expect(try refusal(of: folder.file("noise.db"), for: access).reason == .notADatabase)
      let itself = try refusal(of: folder.path, for: access)
      #expect(itself.reason == .notADatabase)
      #expect(itself.description.hasSuffix("is a folder, not a database"))
    }
    #expect(try folder.bytes("table.db") == Array("measure,period,value\nM,2025-01,3\n".utf8))
  }

  @Test func theDatabaseOfAnotherProgramIsRefused() throws {
    let folder = TemporaryFolder()
    try RawDatabase(folder.file("plain.db")).run("CREATE TABLE t (x)")
    try RawDatabase(folder.file("marked.db")).run(
      "CREATE TABLE t (x); PRAGMA application_id = 252006673")
    let plain = try refusal(of: folder.file("plain.db"), for: .write)
    #expect(plain.reason == .otherApplication)
    #expect(plain.description.hasSuffix("is a SQLite file of another program"))
    let marked = try refusal(of: folder.file("marked.db"))
    #expect(marked.reason == .otherApplication)
    #expect(marked.description.hasSuffix("(application id 252006673)"))
  }

  @Test func aNewerFormatIsRefusedByNumber() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file())
    try RawDatabase(folder.file()).run("PRAGMA user_version = 7")
    let error = try refusal(of: folder.file(), for: .write)
    #expect(error.reason == .newerVersion)
    #expect(error.description.contains("its format is 7, this program knows formats up to 1"))
  }

  @Test func aFormatThatNeverWasIsDamage() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file())
    try RawDatabase(folder.file()).run("PRAGMA user_version = 0")
    #expect(try refusal(of: folder.file()).reason == .damaged)
  }

  @Test(arguments: [
    ("CREATE TRIGGER spy AFTER INSERT ON entry BEGIN SELECT 1; END", "the trigger 'spy' was added"),
    ("CREATE VIEW other AS SELECT 1", "the view 'other' was added"),
    ("CREATE TABLE other (x)", "the table 'other' was added"),
    ("CREATE INDEX other ON entry (origin)", "the index 'other' was added"),
    ("DROP TRIGGER entry_refuses_delete", "the trigger 'entry_refuses_delete' is missing"),
    ("DROP VIEW log", "the view 'log' is missing"),
    ("ALTER TABLE series ADD COLUMN x TEXT", "the table 'series' was changed"),
    (
      "ALTER TABLE text ADD COLUMN y TEXT GENERATED ALWAYS AS (upper(body)) VIRTUAL",
      "the table 'text' was changed"
    ),
    (
      "DROP VIEW log; DROP TABLE redaction_row; CREATE TABLE redaction_row (hash, entry_id, x)",
      "the table 'redaction_row' was changed"
    ),
    (
      "DROP TABLE redaction_row; CREATE VIEW redaction_row AS SELECT 1 AS hash, 2 AS entry_id",
      "the table 'redaction_row' is missing"
    ),
    (
      "CREATE TRIGGER t INSTEAD OF INSERT ON log BEGIN DELETE FROM text; END",
      "the trigger 't' was added"
    ),
    (
      "DROP VIEW policy; CREATE VIEW policy AS SELECT 'none' AS profile",
      "the view 'policy' was changed"
    ),
  ])
  func anAlteredSchemaIsRefused(change: String, difference: String) throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file())
    try RawDatabase(folder.file()).run(change)
    for access in [Store.Access.read, .write] {
      let error = try refusal(of: folder.file(), for: access)
      #expect(error.reason == .alteredSchema)
      #expect(error.description.hasSuffix(": \(difference)"))
    }
  }

  @Test func statisticsThatSQLiteKeepsAreNoAlteration() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    try RawDatabase(folder.file()).run("ANALYZE")
    #expect(try Store.open(at: folder.file(), for: .write).plan() == (try Synthetic.fullPlan()))
  }

  @Test func aTruncatedFileIsDamageWhereverItWasCut() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let whole = try folder.bytes()
    #expect(whole.count % 8192 == 0)
    for length in stride(from: 8192, to: whole.count, by: 8192) + [100, 512, 8191, 8193, 20_000] {
      try folder.write(whole.prefix(length), to: "cut.db")
      for access in [Store.Access.read, .write] {
        let error = try refusal(of: folder.file("cut.db"), for: access)
        #expect(
          error.reason == .damaged || error.reason == .notADatabase, "\(length): \(error.reason)")
      }
    }
  }

  @Test func aFileThatMayNotBeWrittenIsReadAndNotWritten() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try folder.protect()
    defer { folder.unprotect() }
    #expect(try Store.open(at: folder.file(), for: .read).plan() != nil)
    guard !TemporaryFolder.isPrivileged else { return }
    #expect(try refusal(of: folder.file(), for: .write).reason == .readOnly)
  }

  @Test func readingLeavesTheFileAsItWas() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let before = try folder.bytes()
    let store = try Store.open(at: folder.file(), for: .read)
    _ = try store.snapshot()
    _ = try store.entries()
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["benefits.db"])
  }
}

@Suite struct CreatingTests {
  @Test func aNewDatabaseIsMarkedAsOurs() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file())
    let raw = try RawDatabase(folder.file())
    #expect(try raw.rows("PRAGMA application_id") == [["1111838278"]])
    #expect(try raw.rows("PRAGMA user_version") == [["1"]])
    #expect(try raw.rows("PRAGMA journal_mode") == [["delete"]])
    #expect(try raw.rows("PRAGMA page_size") == [["8192"]])
    #expect(try raw.rows("PRAGMA integrity_check") == [["ok"]])
    #expect(try folder.names() == ["benefits.db"])
  }

  @Test(arguments: ["", "measure,period,value\n"])
  func anExistingFileIsNotTouched(content: String) throws {
    let folder = TemporaryFolder()
    try folder.write(content, to: "benefits.db")
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try Store.create(at: folder.file(), origin: "o", draft: draft)
    }
    #expect(error.reason == .alreadyExists)
    #expect(try folder.bytes() == Array(content.utf8))
  }

  @Test func aFolderThatIsMissingIsNamed() throws {
    let folder = TemporaryFolder()
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try Store.create(at: folder.file("none/benefits.db"), origin: "o", draft: draft)
    }
    #expect(error.reason == .cannotCreate)
    #expect(error.description.hasSuffix(": there is no folder '\(folder.file("none"))'"))
  }

  @Test func anEmptyNameIsRefused() throws {
    let draft = try Synthetic.draft()
    let error = try storeError { _ = try Store.create(at: "", origin: "o", draft: draft) }
    #expect(error.reason == .emptyPath)
  }
}
