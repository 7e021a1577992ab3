import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct ForgeryTests {
  /// Six entries: made, planned, three months, three more, one revised, another plan.
  private static func make(_ path: String, value: Double = 3) throws {
    var plan = try Synthetic.smallPlan()
    var store = try Synthetic.store(path, plan: plan)
    let series = try Synthetic.series("M")
    for (entry, months) in [
      (3, ["2025-01", "2025-02", "2025-03"]),
      (4, ["2025-04", "2025-05", "2025-06"]), (5, ["2025-04"]),
    ] {
      let rows = try months.enumerated().map { offset, month in
        Measurement(
          period: try Synthetic.period(month),
          number: Double(entry * 10 + offset) + (entry == 4 ? value : 0), note: "note \(entry)")
      }
      _ = try store.record(
        try Synthetic.draft("2026-05-0\(entry)T12:00:00Z", reason: "why \(entry)")
      ) {
        for row in rows { _ = try $0.write(row, to: series) }
      }
    }
    plan.commitments[series] = Commitment(
      baseline: Baseline(basis: .stated(value: 30, source: "Audit")),
      targets: [Target(value: 20, reachBy: try Synthetic.period("2026-12"))],
      guardrail: Guardrail(limit: 40))
    let proposed = plan
    _ = try store.record(try Synthetic.draft("2026-05-06T12:00:00Z")) { try $0.apply(proposed) }
  }

  private static let tables = [
    "definition_row", "baseline_row", "target_row", "measurement_row", "redaction_row",
  ]

  /// The statements that give entries other numbers, with all that they wrote.
  private static func renumber(_ expression: String, where condition: String) -> String {
    "UPDATE entry SET id = \(expression) WHERE id \(condition);"
      + tables.map { "UPDATE \($0) SET entry_id = \(expression) WHERE entry_id \(condition);" }
      .joined()
  }

  private static func remove(_ entry: Int) -> String {
    "DELETE FROM entry WHERE id = \(entry);"
      + tables.map { "DELETE FROM \($0) WHERE entry_id = \(entry);" }.joined()
  }

  /// What another program did, and the findings that name it.
  static let forgeries: [(name: String, sql: String, findings: [String])] = [
    (
      "a value", "UPDATE measurement_row SET number = 99 WHERE entry_id = 4 AND number = 44",
      ["4 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a sign", "UPDATE measurement_row SET number = -number WHERE entry_id = 5",
      ["5 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a state", "UPDATE measurement_row SET flags = 8 WHERE entry_id = 3 AND number = 30",
      ["3 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a removed row", "DELETE FROM measurement_row WHERE entry_id = 4 AND number = 44",
      ["4 wrote 3 rows, and 2 are there"]
    ),
    (
      "an added row", "INSERT INTO measurement_row VALUES (1, 20454, 4, 7, NULL, 0, NULL)",
      ["4 wrote 3 rows, and 4 are there"]
    ),
    (
      "a row given to another entry",
      "UPDATE measurement_row SET entry_id = 3 WHERE entry_id = 5",
      ["3 wrote 3 rows, and 4 are there", "5 wrote 1 row, and 0 are there"]
    ),
    (
      "a definition",
      "UPDATE definition_row SET body = replace(body, 'Measure Q', 'Measure X') WHERE id = 'Q'",
      ["2 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "an order", "UPDATE definition_row SET ordinal = ordinal + 5000000 WHERE id = 'Q'",
      ["2 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a baseline", "UPDATE baseline_row SET state = 'validated'",
      ["6 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a target", "UPDATE target_row SET value = 29 WHERE ordinal = 1",
      ["6 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a date", "UPDATE target_row SET reach_by = reach_by + 365 WHERE ordinal = 1",
      ["6 its content hash does not fit: what it recorded was changed"]
    ),
    (
      "a series", "UPDATE series SET site = 'alderwick'",
      ["3", "4", "5", "6"].map {
        "\($0) its content hash does not fit: what it recorded was changed"
      }
    ),
    (
      "who", "UPDATE entry SET recorded_by = 'Somebody' WHERE id = 4",
      ["4 its hash does not fit: who, when, why, with what, or its content hash was changed"]
    ),
    (
      "when", "UPDATE entry SET recorded_at = '2026-05-04T11:00:00Z' WHERE id = 4",
      ["4 its hash does not fit: who, when, why, with what, or its content hash was changed"]
    ),
    (
      "why", "UPDATE entry SET reason_sha256 = NULL WHERE id = 4",
      ["4 its hash does not fit: who, when, why, with what, or its content hash was changed"]
    ),
    ("a removed entry", remove(4), ["4 is missing"]),
    (
      "a removed entry, and the rest renumbered",
      remove(4) + renumber("5 - 1", where: "= 5") + renumber("6 - 1", where: "= 6"),
      [
        "4 does not follow entry 3, which was replaced, moved or changed",
        "4 its hash does not fit: who, when, why, with what, or its content hash was changed",
        "5 its hash does not fit: who, when, why, with what, or its content hash was changed",
      ]
    ),
    (
      "a reordered pair",
      renumber("99", where: "= 4") + renumber("4", where: "= 5") + renumber("5", where: "= 99"),
      [
        "4 does not follow entry 3, which was replaced, moved or changed",
        "4 its hash does not fit: who, when, why, with what, or its content hash was changed",
        "5 does not follow entry 4, which was replaced, moved or changed",
        "5 was recorded before the entry that it follows",
        "5 its hash does not fit: who, when, why, with what, or its content hash was changed",
        "6 does not follow entry 5, which was replaced, moved or changed",
      ]
    ),
  ]

  @Test(arguments: forgeries)
  func whatAnotherProgramChangedIsNamed(
    forgery: (name: String, sql: String, findings: [String])
  ) throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    #expect(try Store.open(at: folder.file(), for: .write).verify().findings.isEmpty)
    try RawDatabase(folder.file()).forge(forgery.sql)
    let found = try Store.open(at: folder.file(), for: .write).verify().findings
    #expect(
      found.map { "\($0.entry ?? 0) \($0.description)" } == forgery.findings, "\(forgery.name)")
    if IndependentVerifier.isAvailable {
      // Both verifiers name the same entries.
      let entries = try IndependentVerifier.verify(folder.file()).findings
        .map { $0.split(separator: " ")[2].prefix { $0 != ":" } }
      #expect(Set(entries.map(String.init)) == Set(found.map { "\($0.entry ?? 0)" }))
    }
  }

  @Test(arguments: forgeries)
  func whatAnotherProgramChangedIsNeverTold(
    forgery: (name: String, sql: String, findings: [String])
  ) throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    try RawDatabase(folder.file()).forge(forgery.sql)
    let store = try Store.open(at: folder.file(), for: .read)
    let finding = try #require(forgery.findings.first)
    let description = try #require(finding.split(separator: " ", maxSplits: 1).last)
    for refusal in [
      try storeError { _ = try store.snapshot() }, try storeError { try store.checkLedger() },
    ] {
      #expect(refusal.reason == .damaged)
      #expect(refusal.description.contains(": entry \(finding.prefix(1)): \(description)"))
    }
  }

  @Test func whatWasKnownBeforeAChangedEntryIsStillTold() throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    let series = try Synthetic.series("M")
    let before = try Store.open(at: folder.file(), for: .read).snapshot(knownAt: .entry(4))
    #expect(before.measurements[series]?.map(\.number) == [30, 31, 32, 43, 44, 45])
    try RawDatabase(folder.file()).forge(
      "UPDATE measurement_row SET number = 99 WHERE entry_id = 5")
    let store = try Store.open(at: folder.file(), for: .read)
    #expect(try store.snapshot(knownAt: .entry(4)) == before)
    #expect(try storeError { _ = try store.snapshot(knownAt: .entry(5)) }.reason == .damaged)
  }

  @Test(arguments: [
    ("UPDATE text SET body = 'other' WHERE body = 'note 4'", "a text was changed"),
    ("UPDATE text SET body = 'other' WHERE body = 'why 4'", "a text was changed"),
    (
      "UPDATE text SET body = NULL WHERE body = 'note 4'",
      "a text was removed, and no entry says so"
    ),
  ])
  func textsAreNamedByTheEntryThatSaysThem(sql: String, finding: String) throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    try RawDatabase(folder.file()).forge(sql)
    let found = try Store.open(at: folder.file(), for: .write).verify().findings
    #expect(found.map(\.entry) == [4])
    #expect(found.first?.description.hasPrefix(finding) == true)
    if IndependentVerifier.isAvailable {
      #expect(try IndependentVerifier.verify(folder.file()).findings.count == 1)
    }
  }

  /// A forger who computes hashes too is found one step further on each time.
  @Test func hashesThatWereComputedAnewAreNamed() throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    try Self.make(folder.file("twin.db"), value: 4)
    let head = try #require(try Store.open(at: folder.file(), for: .read).verify().headHash)
    let twin = try RawDatabase(folder.file("twin.db")).rows(
      "SELECT content_hash, hash FROM entry WHERE id = 4")
    let content = try #require(twin[0][0])
    let hash = try #require(twin[0][1])
    let raw = try RawDatabase(folder.file())
    try raw.forge(
      """
      UPDATE measurement_row SET number = number + 1 WHERE entry_id = 4;
      UPDATE entry SET content_hash = '\(content)' WHERE id = 4
      """)
    #expect(
      try Store.open(at: folder.file(), for: .write).verify().findings == [
        Verification.Finding(
          entry: 4,
          "its hash does not fit: who, when, why, with what, or its content hash was changed")
      ])
    try raw.forge("UPDATE entry SET hash = '\(hash)' WHERE id = 4")
    #expect(
      try Store.open(at: folder.file(), for: .write).verify().findings == [
        Verification.Finding(
          entry: 5, "does not follow entry 4, which was replaced, moved or changed")
      ])
    // Who writes everything anew is found by a hash that was noted elsewhere, and by nothing else.
    let anew = try Store.open(at: folder.file("twin.db"), for: .write)
    #expect(try anew.verify().isWhole)
    #expect(try !anew.verify(expecting: head).isWhole)
    let short = String(head.prefix(12)).uppercased()
    #expect(
      try anew.verify(expecting: short).findings.map(\.description) == [
        "no entry has the hash \(short.lowercased()): the ledger was written anew, or is another one"
      ])
  }

  @Test func aRemovedLastEntryIsFoundByAHashThatWasNoted() throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    let store = try Store.open(at: folder.file(), for: .read)
    let hashes = try store.entries().compactMap(\.hash)
    #expect(try store.verify(expecting: hashes[5]).expectedEntry == 6)
    #expect(try store.verify(expecting: hashes[2]).expectedEntry == 3)
    try RawDatabase(folder.file()).forge(Self.remove(6))
    let forged = try Store.open(at: folder.file(), for: .write)
    #expect(try forged.verify().isWhole)
    #expect(try !forged.verify(expecting: hashes[5]).isWhole)
    #expect(try forged.verify(expecting: hashes[4]).isWhole)
  }

  /// The identity of what was recorded does not depend on who, when and in which order.
  @Test func theContentHashIsThatOfTheContentAlone() throws {
    let folder = TemporaryFolder()
    var hashes = [[String?]]()
    for (name, isReversed) in [("a.db", false), ("b.db", true)] {
      var store = try Synthetic.store(folder.file(name), plan: try Synthetic.smallPlan())
      var rows = [(Series, Measurement)]()
      for measure in ["M", "D"] {
        let kind: PeriodKind = measure == "M" ? .month : .day
        let start = Period(kind, containing: try Synthetic.day("2025-01-01"))
        for offset in 0..<5 {
          rows.append(
            (
              try Synthetic.series(measure),
              Measurement(
                period: start.advanced(by: offset), number: Double(offset),
                note: offset == 2 ? nil : "note \(offset)")
            ))
        }
      }
      if isReversed { rows.reverse() }
      let draft = try Synthetic.draft(
        isReversed ? "2026-05-09T12:00:00Z" : "2026-05-01T12:00:00Z", reason: "\(isReversed)")
      _ = try store.record(draft) {
        for (series, measurement) in rows { _ = try $0.write(measurement, to: series) }
      }
      #expect(try store.verify().isWhole)
      hashes += try RawDatabase(folder.file(name)).rows(
        "SELECT content_hash, hash FROM entry WHERE id = 3")
    }
    #expect(hashes[0][0] == hashes[1][0])
    #expect(hashes[0][1] != hashes[1][1])
  }

  @Test func aRedactedTextLeavesTheLedgerWhole() throws {
    let folder = TemporaryFolder()
    try Self.make(folder.file())
    var store = try Store.open(at: folder.file(), for: .write)
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-05")
    let redaction = try store.record(try Synthetic.draft("2026-05-09T12:00:00Z")) {
      try $0.redact(.note(of: series, period))
    }
    #expect(try store.verify().findings.isEmpty)
    if IndependentVerifier.isAvailable {
      #expect(try IndependentVerifier.verify(folder.file()).findings.isEmpty)
    }
    try RawDatabase(folder.file()).forge(
      "UPDATE text SET body = 'note 4' WHERE hash = '\(redaction.result.hash)'")
    #expect(try store.verify().findings.map(\.entry) == [7])
  }
}

extension RawDatabase {
  /// Runs statements without the triggers, which are put back as they were, so that the schema looks untouched.
  func forge(_ sql: String) throws {
    let triggers = try rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    for trigger in triggers { try run("DROP TRIGGER \(trigger[0] ?? "")") }
    try run(sql)
    for trigger in triggers { try run(trigger[1] ?? "") }
  }
}
