import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

/// Files of every released format, kept as SQL text.
enum FormatFixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func url(_ format: Int) -> URL {
    folder.appendingPathComponent("format-\(format).sql")
  }

  /// Makes the database of a fixture.
  static func make(_ format: Int, at path: String) throws {
    try RawDatabase(path).run(try String(contentsOf: url(format), encoding: .utf8))
  }

  /// Records what every fixture holds: everything that a plan can say, numbers in every state, corrections.
  static func record(at path: String) throws {
    var store = try Synthetic.store(path, plan: try Synthetic.fullPlan())
    let series = try Synthetic.series("HF-M01")
    let first = try Synthetic.period("2025-01")
    let states: [MeasurementState] = [.final, .provisional, .estimated, .suppressed]
    let rows = states.enumerated().map { offset, state in
      Measurement(
        period: first.advanced(by: offset),
        number: state == .suppressed ? nil : 0.1 + Double(offset),
        denominator: 7, state: state, note: offset == 1 ? "Two teams – é" : nil)
    }
    _ = try store.record(
      try Synthetic.draft(
        "2026-05-01T12:00:00Z", stated: true, reason: "Returns",
        source: SourceFile(name: "returns.csv", bytes: Array("x".utf8)))
    ) { for row in rows { _ = try $0.write(row, to: series) } }
    _ = try store.record(try Synthetic.draft("2026-05-02T12:00:00Z", reason: "Twice")) {
      try $0.withdraw(first, of: series)
    }
    _ = try store.record(try Synthetic.draft("2026-05-03T12:00:00Z")) {
      try $0.setExcluded(true, period: first.advanced(by: 1), of: series)
    }
    _ = try store.record(try Synthetic.draft("2026-05-04T12:00:00Z")) { try $0.undo(5) }
    _ = try store.record(try Synthetic.draft("2026-05-05T12:00:00Z")) {
      try $0.redact(.reason(of: 4))
    }
  }
}

@Suite struct FormatTests {
  @Test(arguments: 1...SchemaHistory.released.version)
  func aFileOfEveryReleasedFormatHoldsWhatItHeld(format: Int) throws {
    let folder = TemporaryFolder()
    try FormatFixture.make(format, at: folder.file())
    try FormatFixture.record(at: folder.file("fresh.db"))
    let store = try Store.open(at: folder.file(), for: .write)
    let isMigrated = store.migration != nil
    #expect(isMigrated == (format < SchemaHistory.released.version))
    let verification = try store.verify()
    #expect(verification.findings.isEmpty)
    #expect(verification.entries == 7)
    let fresh = try Store.open(at: folder.file("fresh.db"), for: .read)
    let (held, expected) = (try store.snapshot(), try fresh.snapshot())
    #expect(held.plan == expected.plan)
    #expect(held.measurements == expected.measurements)
  }

  /// The fixture is what this program writes.
  ///
  /// Before the first release, a changed schema means a new one, which
  /// `BENEFITS_REWRITE_GOLDEN=1 swift test --filter FormatTests` writes; afterwards, it means a new format.
  @Test func theCurrentFormatHasItsFixture() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let text = try Dump.text(of: folder.file())
    let url = FormatFixture.url(SchemaHistory.released.version)
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == text,
      "BENEFITS_REWRITE_GOLDEN=1 writes it anew")
  }
}

/// The way from one format to the next, proved with formats that never were.
@Suite struct MigrationTests {
  /// A next format: a series has a remark, and there is another table and another view.
  private static func next(
    of history: SchemaHistory = .released, number: Int = 2,
    changing: (inout [String]) -> Void = { _ in }
  ) throws -> SchemaHistory {
    var objects = history.objects
    let index = try #require(objects.firstIndex { $0.type == "table" && $0.name == "series" })
    objects[index].sql = objects[index].sql.replacing(
      "UNIQUE (measure", with: "remark_\(number) TEXT,\n  UNIQUE (measure")
    let table = "CREATE TABLE remark_\(number) (id INTEGER NOT NULL PRIMARY KEY, body TEXT) STRICT"
    let view = "CREATE VIEW remarks_\(number) AS SELECT body FROM remark_\(number)"
    let columns =
      "id, measure, site, stratum, period_kind"
      + (2..<number).map { ", remark_\($0)" }.joined()
    var statements = [
      table, "ALTER TABLE series RENAME TO old_series", objects[index].sql,
      "INSERT INTO series (\(columns)) SELECT \(columns) FROM old_series", "DROP TABLE old_series",
      "INSERT INTO remark_\(number) VALUES (1, 'from format \(number - 1)')",
    ]
    changing(&statements)
    objects += [
      SchemaObject(type: "table", name: "remark_\(number)", sql: table),
      SchemaObject(type: "view", name: "remarks_\(number)", sql: view),
    ]
    return SchemaHistory(
      earlier: history.earlier + [
        .init(
          fingerprint: SchemaHistory.fingerprint(of: history.objects), statements: statements)
      ], objects: objects)
  }

  private func open(
    _ folder: borrowing TemporaryFolder, for access: Store.Access = .write, timeout: Int = 0,
    _ history: SchemaHistory
  ) throws -> Store {
    try Store.open(at: folder.file(), for: access, timeout: timeout, knowing: history)
  }

  private func schema(_ path: String) throws -> Set<[String?]> {
    Set(
      try RawDatabase(path).rows(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"))
  }

  private func expected(_ history: SchemaHistory) -> Set<[String?]> {
    Set(history.objects.map { [$0.type, $0.name, $0.sql] })
  }

  @Test func everyRowComesAlongAndTheFileIsLikeANewOne() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let before = try folder.bytes()
    let old = try Store.open(at: folder.file(), for: .read)
    let (snapshot, entries) = (try old.snapshot(), try old.entries())
    let history = try Self.next()
    let store = try open(folder, history)
    let kept = folder.file("benefits.db.before-format-2")
    let done = store.migration
    let migration = try #require(done)
    #expect(migration.from == 1 && migration.to == 2 && migration.kept == kept)
    #expect(try store.snapshot() == snapshot)
    #expect(try store.entries() == entries)
    #expect(try store.verify().isWhole)
    #expect(try schema(folder.file()) == expected(history))
    let raw = try RawDatabase(folder.file())
    #expect(try raw.rows("PRAGMA user_version") == [["2"]])
    #expect(try raw.rows("SELECT body FROM remarks_2") == [["from format 1"]])
    #expect(try raw.rows("PRAGMA integrity_check") == [["ok"]])
    // The file as it was stands beside it, and what was released reads it.
    #expect(try Store.open(at: kept, for: .read).snapshot() == snapshot)
    #expect(try folder.bytes("benefits.db.before-format-2").count == before.count)
    // It is done once, and by this version no more.
    #expect(try open(folder, history).migration == nil)
    #expect(try reason(opening: folder.file(), for: .write) == .newerVersion)
  }

  @Test func severalFormatsAreOneStep() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let history = try Self.next(of: try Self.next(), number: 3)
    let store = try open(folder, history)
    let format = store.migration?.to
    #expect(format == 3)
    #expect(try store.verify().isWhole)
    #expect(try schema(folder.file()) == expected(history))
    #expect(try folder.names() == ["benefits.db", "benefits.db.before-format-3"])
  }

  @Test func recordingGoesOnInTheNewFormat() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    var store = try open(folder, try Self.next())
    let series = try Synthetic.series("HF-M01")
    let measurement = Measurement(
      period: try Synthetic.period("2026-01"), number: 1, denominator: 2)
    let recorded = try store.record(try Synthetic.draft("2026-05-09T12:00:00Z")) {
      try $0.write(measurement, to: series)
    }
    #expect(recorded.entry?.id == 8)
    #expect(try store.verify().isWhole)
    // References still hold.
    let raw = try RawDatabase(folder.file())
    #expect(
      raw.refusal(
        of:
          "PRAGMA foreign_keys = ON; INSERT INTO measurement_row VALUES (99, 0, 1, 1, NULL, 0, NULL)"
      )
        == "FOREIGN KEY constraint failed")
  }

  @Test func aReaderChangesNothingAndSaysWhatDoes() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let before = try folder.bytes()
    let history = try Self.next()
    let error = try storeError { _ = try open(folder, for: .read, history) }
    #expect(error.reason == .olderVersion)
    #expect(error.description.hasSuffix("its format is 1, this program reads format 2"))
    #expect(error.hint?.contains("benefits-cli verify") == true)
    #expect(try folder.bytes() == before)
  }

  /// What may go wrong on the way, and how it is refused.
  static let failures: [(name: String, statement: String, reason: StoreError.Reason)] = [
    ("a wrong statement", "INSERT INTO nowhere VALUES (1)", .unexpected),
    ("a lost row", "DELETE FROM measurement_row WHERE period = 20089", .damaged),
    ("a changed row", "UPDATE measurement_row SET number = 5 WHERE number IS NOT NULL", .damaged),
    ("a reference that leads nowhere", "DELETE FROM series WHERE id = 1", .damaged),
    ("another schema", "CREATE TABLE left_over (x)", .alteredSchema),
  ]

  @Test(arguments: failures)
  func whateverGoesWrongTheFileStays(
    name: String, statement: String, reason: StoreError.Reason
  ) throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let before = try folder.bytes()
    let history = try Self.next { $0.append(statement) }
    #expect(try storeError { _ = try open(folder, history) }.reason == reason, "\(name)")
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["benefits.db"])
  }

  @Test func anAlteredFileIsNotTaken() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    try RawDatabase(folder.file()).run("CREATE TABLE other (x)")
    let history = try Self.next()
    for access in [Store.Access.read, .write] {
      let reason = try storeError { _ = try open(folder, for: access, history) }.reason
      #expect(reason == (access == .read ? .olderVersion : .alteredSchema))
    }
    #expect(try folder.names() == ["benefits.db"])
  }

  @Test func somebodyWhoIsWritingIsWaitedFor() throws {
    let folder = TemporaryFolder()
    try FormatFixture.record(at: folder.file())
    let history = try Self.next()
    let other = try RawDatabase(folder.file())
    try other.run("BEGIN IMMEDIATE")
    #expect(try storeError { _ = try open(folder, timeout: 20, history) }.reason == .busy)
    try other.run("ROLLBACK")
    #expect(try open(folder, history).migration?.to == 2)
  }
}
