import BenefitsModel

/// Recomputes the ledger, up to an entry, from the rows of the file in one scan of each table.
///
/// The measurements are handed to it by whoever reads them, in key order, so that the numbers that are used are
/// the numbers that were compared.
struct LedgerVerification {
  let session: Session
  /// The last entry that counts.
  let ceiling: EntryID
  /// The measurements that were read so far.
  private var measurements: LedgerMeasurements
  private var contents: [EntryID: EntryContent] = [:]
  private var texts = Set<String>()

  private init(_ session: Session, _ scan: MeasurementScan) {
    self.session = session
    ceiling = scan.ceiling
    measurements = scan.ledger
  }

  /// Verifies everything in the file.
  static func run(
    _ session: Session, expecting hash: String? = nil, into verification: inout Verification
  ) throws(StoreError) {
    let series = try session.allSeries()
    var scan = MeasurementScan(of: series, upTo: .max) { _ in false }
    try scan.run(.min ... .max, in: session)
    try run(session, scan, series: series, expecting: hash, into: &verification)
  }

  /// Verifies everything up to an entry, with the measurements that were read up to then.
  static func run(
    _ session: Session, _ scan: MeasurementScan, series: [SeriesRow],
    expecting hash: String? = nil, into verification: inout Verification
  ) throws(StoreError) {
    let series = Dictionary(series.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ledger = LedgerVerification(session, scan)
    if let entry = scan.ledger.misplaced {
      verification.add(entry, "measurements are out of order")
    }
    try ledger.readTexts(into: &verification)
    try ledger.readDefinitions(into: &verification)
    try ledger.readBaselines(series)
    try ledger.readTargets(series)
    try ledger.followChain(expecting: hash?.asciiLowercased(), into: &verification)
  }

  // MARK: - What the entries wrote

  private mutating func readTexts(into verification: inout Verification) throws(StoreError) {
    var removed = [String: EntryID]()
    let redactions = try session.prepare(
      "SELECT hash, entry_id FROM redaction_row ORDER BY hash, entry_id")
    while try redactions.step() {
      let (hash, entry) = (redactions.text(0), redactions.int(1))
      removed[hash] = entry
      guard entry <= ceiling else { continue }
      contents[entry, default: EntryContent()].add(redactionOf: hash)
    }
    let statement = try session.prepare("SELECT hash, body FROM text ORDER BY hash")
    while try statement.step() {
      let hash = statement.text(0)
      texts.insert(hash)
      guard let body = statement.optionalText(1) else {
        guard removed[hash] == nil else { continue }
        verification.add(
          try entry(thatRefersTo: hash), "a text was removed, and no entry says so (\(hash))")
        continue
      }
      if let entry = removed[hash] {
        verification.add(entry, "a text that it removed is back (\(hash))")
      }
      if TextHash.of(body) != hash {
        verification.add(
          try entry(thatRefersTo: hash), "a text was changed: it does not give its hash (\(hash))")
      }
    }
  }

  /// Finds the first entry that refers to a text.
  private func entry(thatRefersTo hash: String) throws(StoreError) -> EntryID? {
    let statement = try session.prepare(
      """
      SELECT min(id) FROM (
        SELECT id FROM entry WHERE command_sha256 = ?1 OR reason_sha256 = ?1
        UNION ALL SELECT entry_id FROM definition_row WHERE instr(body, ?1)
        UNION ALL SELECT entry_id FROM baseline_row WHERE source_sha256 = ?1
        UNION ALL SELECT entry_id FROM target_row WHERE decision_sha256 = ?1
        UNION ALL SELECT entry_id FROM measurement_row WHERE note_sha256 = ?1)
      """)
    try statement.bind(hash, at: 1)
    return try statement.step() ? statement.optionalInt(0) : nil
  }

  private mutating func readDefinitions(
    into verification: inout Verification
  ) throws(StoreError) {
    let statement = try session.prepare(
      """
      SELECT noun, id, entry_id, ordinal, retired, body FROM definition_row WHERE entry_id <= ?1
      """)
    try statement.bind(ceiling, at: 1)
    while try statement.step() {
      let body = statement.optionalText(5)
      let entry = statement.int(2)
      contents[entry, default: EntryContent()].add(
        definition: statement.text(0), id: statement.text(1), ordinal: statement.int(3),
        retired: statement.int(4), body: body)
      for hash in body.map(DefinitionReader.hashes) ?? [] where !texts.contains(hash) {
        verification.add(entry, "a text that it refers to is missing (\(hash))")
      }
    }
  }

  private mutating func readBaselines(_ series: [Int: SeriesRow]) throws(StoreError) {
    let statement = try session.prepare(
      """
      SELECT series_id, ordinal, entry_id, retired, first_period, last_period, value,
        source_sha256, state, validated_by, validated_on FROM baseline_row WHERE entry_id <= ?1
      """)
    try statement.bind(ceiling, at: 1)
    while try statement.step() {
      guard let kept = series[statement.int(0)] else { continue }
      let retired = statement.int(3)
      contents[statement.int(2), default: EntryContent()].add(
        retired == 1 ? nil : BaselineRow(statement, from: 4), ordinal: statement.int(1),
        retired: retired, of: kept)
    }
  }

  private mutating func readTargets(_ series: [Int: SeriesRow]) throws(StoreError) {
    let statement = try session.prepare(
      """
      SELECT series_id, ordinal, entry_id, retired, value, amber, stretch, basis, from_period,
        reach_by, hold_until, trajectory, committed_by, committed_on, decision_sha256
      FROM target_row WHERE entry_id <= ?1
      """)
    try statement.bind(ceiling, at: 1)
    while try statement.step() {
      guard let kept = series[statement.int(0)] else { continue }
      let retired = statement.int(3)
      contents[statement.int(2), default: EntryContent()].add(
        retired == 1 ? nil : TargetRow(statement, from: 4), ordinal: statement.int(1),
        retired: retired, of: kept)
    }
  }

  // MARK: - The chain

  private mutating func followChain(
    expecting expected: String?, into verification: inout Verification
  ) throws(StoreError) {
    let statement = try session.prepare(
      """
      SELECT id, recorded_at, stated, origin, recorded_by, command_sha256, tool_version,
        reason_sha256, file_name, file_size, file_sha256, rows_added, rows_revised, rows_unchanged,
        encoding_version, content_hash, previous_hash, hash FROM entry WHERE id <= ?1 ORDER BY id
      """)
    try statement.bind(ceiling, at: 1)
    var last: (id: EntryID, recordedAt: String, hash: String?)?
    while try statement.step() {
      let fields = EntryFields(statement)
      let link = ChainLink(statement)
      let id = fields.id
      verification.entries += 1
      verification.headHash = link.hash
      if let expected, link.hash?.hasPrefix(expected) == true { verification.expectedEntry = id }
      let isNext = id == (last?.id ?? 0) + 1
      if !isNext {
        let missing = (last?.id ?? 0) + 1
        verification.add(
          missing,
          missing == id - 1 ? "is missing" : "and those up to \(id - 1) are missing")
      } else if link.previous != last?.hash {
        verification.add(
          id,
          last.map { "does not follow entry \($0.id), which was replaced, moved or changed" }
            ?? "is the first one, and follows another")
      }
      if let last, fields.recordedAt < last.recordedAt {
        verification.add(id, "was recorded before the entry that it follows")
      }
      check(fields, link, into: &verification)
      last = (id, fields.recordedAt, link.hash)
    }
    for entry in Set(contents.keys).union(measurements.entries).sorted() {
      verification.add(entry, "is missing, and rows that it wrote are there")
    }
    if let expected, verification.expectedEntry == nil {
      verification.add(
        nil, "no entry has the hash \(expected): the ledger was written anew, or is another one")
    }
  }

  private mutating func check(
    _ fields: EntryFields, _ link: ChainLink, into verification: inout Verification
  ) {
    let id = fields.id
    var content = contents.removeValue(forKey: id) ?? EntryContent()
    measurements.take(id, into: &content)
    guard let stored = link.content, let hash = link.hash, let version = link.encodingVersion
    else { return verification.add(id, "has no hash") }
    guard version == EntryContent.encodingVersion else {
      return verification.add(id, "has hashes of an unknown version (\(version))")
    }
    let expected = (fields.rowsAdded ?? 0) + (fields.rowsRevised ?? 0)
    if content.count != expected {
      verification.add(
        id, "wrote \(expected) \(expected == 1 ? "row" : "rows"), and \(content.count) are there")
    } else if content.hash() != stored {
      verification.add(id, "its content hash does not fit: what it recorded was changed")
    }
    if fields.hash(previous: link.previous, content: stored, encodingVersion: version) != hash {
      verification.add(
        id, "its hash does not fit: who, when, why, with what, or its content hash was changed")
    }
  }
}

/// The hashes of an entry as they are kept.
private struct ChainLink {
  var encodingVersion: Int?
  var content: String?
  var previous: String?
  var hash: String?

  init(_ statement: borrowing Statement) {
    encodingVersion = statement.optionalInt(14)
    content = statement.optionalText(15)
    previous = statement.optionalText(16)
    hash = statement.optionalText(17)
  }
}

extension EntryFields {
  fileprivate init(_ statement: borrowing Statement) {
    self.init(
      id: statement.int(0), recordedAt: statement.text(1), stated: statement.int(2),
      origin: statement.text(3), recordedBy: statement.text(4), commandHash: statement.text(5),
      toolVersion: statement.text(6), reasonHash: statement.optionalText(7),
      fileName: statement.optionalText(8), fileSize: statement.optionalInt(9),
      fileHash: statement.optionalText(10), rowsAdded: statement.optionalInt(11),
      rowsRevised: statement.optionalInt(12), rowsUnchanged: statement.optionalInt(13))
  }
}
