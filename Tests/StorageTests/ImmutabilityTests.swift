import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct ImmutabilityTests {
  /// A database with a row in every table.
  private func make(_ path: String) throws {
    var store = try Synthetic.store(path, plan: try Synthetic.fullPlan())
    let measurement = Measurement(
      period: try Synthetic.period("2025-01"), number: 3, denominator: 4, note: "A note")
    let series = try Synthetic.series("HF-M01")
    _ = try store.record(try Synthetic.draft(reason: "A reason")) {
      try $0.write(measurement, to: series)
    }
  }

  @Test(arguments: [
    ("entry", "recorded_by = 'x'"), ("entry", "rows_added = 9"), ("entry", "hash = NULL"),
    ("series", "site = 'x'"), ("definition_row", "ordinal = 1"), ("baseline_row", "state = NULL"),
    ("target_row", "value = 1"), ("measurement_row", "number = 1"),
    ("measurement_row", "number = number"), ("text", "body = 'x'"), ("text", "body = body"),
    ("text", "hash = hash, body = 'x'"),
  ])
  func rowsAreNeverChanged(table: String, change: String) throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    #expect(try raw.rows("SELECT count(*) > 0 FROM \(table)") == [["1"]])
    let refusal = raw.refusal(of: "UPDATE \(table) SET \(change)")
    #expect(refusal?.contains("never changed") == true)
  }

  @Test(arguments: [
    "entry", "series", "definition_row", "baseline_row", "target_row", "measurement_row", "text",
  ])
  func rowsAreNeverDeleted(table: String) throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    #expect(try raw.rows("SELECT count(*) > 0 FROM \(table)") == [["1"]])
    let refusal = raw.refusal(of: "DELETE FROM \(table)")
    #expect(refusal == "rows of \(table) are never changed or deleted")
  }

  @Test(arguments: [
    "entry", "series", "definition_row", "baseline_row", "target_row", "measurement_row", "text",
  ])
  func replacingARowIsDeletingIt(table: String) throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    // As on every connection of the programs.
    try raw.run("PRAGMA recursive_triggers = ON")
    let refusal = raw.refusal(of: "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
    #expect(refusal != nil)
  }

  @Test func aTextMayOnlyBeBlanked() throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    try raw.run("UPDATE text SET body = NULL WHERE body IN ('A note', 'A reason')")
    #expect(try raw.rows("SELECT note FROM measurement") == [["(redacted)"]])
    #expect(try raw.rows("SELECT reason FROM log WHERE entry = 3") == [["(redacted)"]])
    var store = try Store.open(at: folder.file(), for: .write)
    let series = try Synthetic.series("HF-M01")
    #expect(try store.versions(of: series).map(\.measurement.note) == ["(redacted)"])
    #expect(try store.entries().last?.reason == "(redacted)")
    // The same note again is the same row, and does not bring the text back.
    let same = Measurement(
      period: try Synthetic.period("2025-01"), number: 3, denominator: 4, note: "A note")
    let recorded = try store.record(try Synthetic.draft()) { try $0.write(same, to: series) }
    #expect(recorded.entry == nil)
    #expect(try raw.rows("SELECT note FROM measurement") == [["(redacted)"]])
  }

  @Test func entriesFollowOneAnother() throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    let columns =
      "stated, origin, recorded_by, command_sha256, tool_version, rows_added, rows_revised, "
      + "rows_unchanged"
    for (id, moment) in [
      ("3", "recorded_at"), ("5", "recorded_at"), ("4", "'2020-01-01T00:00:00Z'"),
    ] {
      let refusal = raw.refusal(
        of: "INSERT INTO entry (id, recorded_at, \(columns)) SELECT \(id), \(moment), \(columns) "
          + "FROM entry WHERE id = 3")
      #expect(refusal == "an entry follows the last one in number and in time")
    }
  }

  @Test func referencesHold() throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    try raw.run("PRAGMA foreign_keys = ON")
    for values in ["99, 0, 1", "1, 0, 99"] {
      let refusal = raw.refusal(
        of: "INSERT INTO measurement_row (series_id, period, entry_id, number, flags) "
          + "VALUES (\(values), 1, 0)")
      #expect(refusal == "FOREIGN KEY constraint failed")
    }
  }

  @Test(arguments: [
    "(1, 0, 3, 9e999, NULL, 0, NULL)", "(1, 0, 3, 1.1e15, NULL, 0, NULL)",
    "(1, 0, 3, 1, -1, 0, NULL)", "(1, 0, 3, NULL, NULL, 0, NULL)", "(1, 0, 3, 1, NULL, 5, NULL)",
    "(1, 0, 3, 1, NULL, 16, NULL)", "(1, 90000, 3, 1, NULL, 0, NULL)",
    "(1, 0, 3, 'x', NULL, 0, NULL)", "(1, NULL, 3, 1, NULL, 0, NULL)",
  ])
  func valuesThatNoMeasurementHasAreRefused(values: String) throws {
    let folder = TemporaryFolder()
    try make(folder.file())
    let raw = try RawDatabase(folder.file())
    try raw.run("INSERT INTO measurement_row VALUES (1, 0, 3, 1, 2, 8, NULL)")
    try raw.run("INSERT INTO measurement_row VALUES (1, 31, 3, NULL, 2, 3, NULL)")
    let refusal = raw.refusal(
      of: "INSERT INTO measurement_row VALUES \(values.replacing("(1, 0,", with: "(1, 59,"))")
    #expect(refusal?.contains("UNIQUE") == false)
  }
}
