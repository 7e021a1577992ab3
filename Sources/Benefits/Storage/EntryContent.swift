import BenefitsModel
import Crypto

/// What one entry wrote, in natural identifiers, on its way into the content hash.
///
/// It is collected while rows are written, and again while the ledger is verified.
struct EntryContent {
  /// The version of the encoding; another encoding is another number, and older entries keep theirs.
  static let encodingVersion = 1

  private var records: [[UInt8]] = []
  private var blocks: [Int: MeasurementBlock] = [:]
  /// How many rows were added.
  private(set) var count = 0

  /// Adds the row of a measurement.
  mutating func add(_ row: MeasurementRow, period: Int, of series: SeriesRow) {
    count += 1
    blocks[series.id, default: MeasurementBlock(series: series)].add(row, period: period)
  }

  /// Adds rows of one series that have no notes, in the order of their periods.
  ///
  /// All other series are complete: what is added to them later would make another record.
  mutating func add(_ rows: [CompactMeasurement], closingAllBut series: SeriesRow) {
    count += rows.count
    if blocks[series.id] == nil, !blocks.isEmpty { closeSeries() }
    blocks[series.id, default: MeasurementBlock(series: series)].add(rows)
  }

  /// Adds the row of a definition.
  mutating func add(
    definition noun: String, id: String, ordinal: Int, retired: Int, body: String?
  ) {
    var record = CanonicalRecord("definition")
    record.append("noun", noun)
    record.append("id", id)
    record.append("ordinal", ordinal)
    record.append("retired", retired)
    record.append("body", body)
    add(record)
  }

  /// Adds the row of a baseline; `nil` retires it.
  mutating func add(
    _ row: BaselineRow?, ordinal: Int, retired: Int, of series: SeriesRow
  ) {
    var record = CanonicalRecord("baseline")
    record.append(series)
    record.append("ordinal", ordinal)
    record.append("retired", retired)
    record.append("first_period", row?.firstPeriod)
    record.append("last_period", row?.lastPeriod)
    record.append("value", row?.value)
    record.append("source_sha256", row?.sourceHash)
    record.append("state", row?.state)
    record.append("validated_by", row?.validatedBy)
    record.append("validated_on", row?.validatedOn)
    add(record)
  }

  /// Adds the row of a target, or of the guardrail; `nil` retires it.
  mutating func add(
    _ row: TargetRow?, ordinal: Int, retired: Int, of series: SeriesRow
  ) {
    var record = CanonicalRecord("target")
    record.append(series)
    record.append("ordinal", ordinal)
    record.append("retired", retired)
    record.append("value", row?.value)
    record.append("amber", row?.amber)
    record.append("stretch", row?.stretch)
    record.append("basis", row?.basis)
    record.append("from_period", row?.fromPeriod)
    record.append("reach_by", row?.reachBy)
    record.append("hold_until", row?.holdUntil)
    record.append("trajectory", row?.trajectory)
    record.append("committed_by", row?.committedBy)
    record.append("committed_on", row?.committedOn)
    record.append("decision_sha256", row?.decisionHash)
    add(record)
  }

  /// Adds the redaction of a text.
  mutating func add(redactionOf hash: String) {
    var record = CanonicalRecord("redaction")
    record.append("text_sha256", hash)
    add(record)
  }

  /// Adds a record that stands for some rows.
  mutating func add(_ record: CanonicalRecord, rows: Int = 1) {
    count += rows
    records.append(record.bytes)
  }

  /// Turns the measurements so far into records, as soon as no more can come of their series.
  mutating func closeSeries() {
    for block in blocks.values { records.append(block.record.bytes) }
    blocks.removeAll(keepingCapacity: true)
  }

  /// Returns the hash over all records, in the order of their bytes.
  mutating func hash() -> String {
    closeSeries()
    records.sort { $0.lexicographicallyPrecedes($1) }
    var head = CanonicalRecord("content")
    head.append("encoding_version", Self.encodingVersion)
    head.append("records", records.count)
    var hasher = SHA256()
    hasher.update(data: head.bytes)
    for record in records {
      var length = [UInt8]()
      length.appendBigEndian(UInt32(truncatingIfNeeded: record.count))
      hasher.update(data: length)
      hasher.update(data: record)
    }
    return TextHash.hexadecimal(hasher.finalize())
  }
}
