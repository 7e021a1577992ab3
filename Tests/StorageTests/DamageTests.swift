import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct DamageTests {
  /// Overwrites the head of one page after another: what is then read is an error, or a problem is found.
  @Test func aDamagedPageIsNoticed() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let series = try Synthetic.series("HF-M01")
    let first = try Synthetic.period("2023-04")
    _ = try store.record(try Synthetic.draft()) { writer in
      for offset in 0..<36 {
        let measurement = Measurement(
          period: first.advanced(by: offset), number: Double(offset), denominator: 100)
        _ = try writer.write(measurement, to: series)
      }
    }
    #expect(try store.problems().isEmpty)
    let whole = try folder.bytes()
    let pageSize = 8192
    for page in 0..<(whole.count / pageSize) {
      var bytes = whole
      // The first page begins with the header of the file, of 100 bytes.
      let start = page * pageSize + (page == 0 ? 100 : 0)
      for offset in start..<(start + 12) { bytes[offset] = 0xff }
      try folder.write(bytes, to: "damaged.db")
      let found: [String]
      do {
        found = try Store.open(at: folder.file("damaged.db"), for: .read).problems()
      } catch {
        #expect(error.reason == .damaged || error.reason == .notADatabase, "page \(page)")
        continue
      }
      #expect(!found.isEmpty, "page \(page)")
    }
  }

  @Test func referencesThatLeadNowhereAreNamed() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try RawDatabase(folder.file()).run(
      "PRAGMA foreign_keys = OFF; INSERT INTO measurement_row VALUES (9, 0, 2, 1, NULL, 0, NULL)")
    #expect(
      try Store.open(at: folder.file(), for: .read).problems()
        == ["a row of measurement_row refers to a missing series"])
  }

  @Test(arguments: [
    ("definition_row", "'measure', 'M', 3, 1, 0, '{}'"),
    ("definition_row", "'calendar', 'calendar', 3, 1, 0, '{\"holidays\":'"),
    ("definition_row", "'site', '-', 3, 1, 0, '{\"title\":\"A\"}'"),
  ])
  func aDefinitionThatCannotBeReadIsDamage(table: String, values: String) throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let raw = try RawDatabase(folder.file())
    try raw.run(
      """
      PRAGMA foreign_keys = OFF;
      INSERT INTO entry (id, recorded_at, stated, origin, recorded_by, command_sha256,
        tool_version, rows_added, rows_revised, rows_unchanged)
      SELECT 3, recorded_at, stated, origin, recorded_by, command_sha256, tool_version, 1, 0, 0
      FROM entry WHERE id = 2;
      INSERT INTO \(table) VALUES (\(values.replacing(":'", with: ":}'")))
      """)
    let store = try Store.open(at: folder.file(), for: .read)
    let error = try storeError { _ = try store.snapshot() }
    #expect(error.reason == .damaged)
    // What was known before the damage is still known.
    #expect(try store.snapshot(knownAt: .entry(2)).plan == (try Synthetic.smallPlan()))
  }
}
