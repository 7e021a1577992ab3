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

  private mutating func add(_ record: CanonicalRecord) {
    count += 1
    records.append(record.bytes)
  }

  /// Turns the measurements so far into records, as soon as no more can come of their series.
  mutating func closeSeries() {
    for block in blocks.values { records.append(block.record) }
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

/// The measurements that one entry wrote to one series, as rows of fixed width.
struct MeasurementBlock {
  /// Four bytes of period, one of flags, eight of number and eight of denominator.
  static let width = 21
  /// Four bytes of period and the 64 digits of the note's hash.
  static let noteWidth = 68

  let series: SeriesRow
  private var rows: [UInt8] = []
  private var notes: [UInt8] = []
  private var last = Int.min
  private var isSorted = true

  init(series: SeriesRow) { self.series = series }

  mutating func add(_ row: MeasurementRow, period: Int) {
    if period < last { isSorted = false }
    last = period
    let key = Int32(truncatingIfNeeded: period)
    var flags = UInt8(truncatingIfNeeded: row.flags.rawValue)
    if row.number != nil { flags |= 0x10 }
    if row.denominator != nil { flags |= 0x20 }
    if row.noteHash != nil { flags |= 0x40 }
    rows.appendBigEndian(key)
    rows.append(flags)
    rows.appendBigEndian(row.number?.bitPattern ?? 0)
    rows.appendBigEndian(row.denominator?.bitPattern ?? 0)
    if let note = row.noteHash {
      notes.appendBigEndian(key)
      notes.append(contentsOf: note.utf8)
    }
  }

  /// Adds rows without notes, in the order of their periods.
  mutating func add(_ added: [CompactMeasurement]) {
    guard let first = added.first, let final = added.last else { return }
    if Int(first.day) < last { isSorted = false }
    last = Int(final.day)
    rows.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: added.count * Self.width) { buffer, count in
        let bytes = UnsafeMutableRawBufferPointer(buffer)
        for (index, row) in added.enumerated() {
          let start = index * Self.width
          let (hasNumber, hasDenominator) = (!row.number.isNaN, !row.denominator.isNaN)
          let flags =
            MeasurementFlags(row.state, isExcluded: row.isExcluded).rawValue
            | (hasNumber ? 0x10 : 0) | (hasDenominator ? 0x20 : 0)
          let number = hasNumber ? row.number.bitPattern : 0
          let denominator = hasDenominator ? row.denominator.bitPattern : 0
          bytes.storeBytes(of: row.day.bigEndian, toByteOffset: start, as: Int32.self)
          bytes[start + 4] = UInt8(truncatingIfNeeded: flags)
          bytes.storeBytes(of: number.bigEndian, toByteOffset: start + 5, as: UInt64.self)
          bytes.storeBytes(of: denominator.bigEndian, toByteOffset: start + 13, as: UInt64.self)
        }
        count = added.count * Self.width
      })
  }

  /// The record that stands for the rows.
  var record: [UInt8] {
    var record = CanonicalRecord("measurements")
    record.append(series)
    record.append("period_kind", series.kind.rawValue)
    record.append("rows", rows.count / Self.width)
    record.append("rows_sha256", hash(rows, width: Self.width))
    if !notes.isEmpty { record.append("notes_sha256", hash(notes, width: Self.noteWidth)) }
    return record.bytes
  }

  private func hash(_ bytes: [UInt8], width: Int) -> String {
    guard !isSorted else { return TextHash.hexadecimal(SHA256.hash(data: bytes)) }
    let starts = stride(from: 0, to: bytes.count, by: width).sorted {
      Self.period(bytes, at: $0) < Self.period(bytes, at: $1)
    }
    var hasher = SHA256()
    for start in starts { hasher.update(data: bytes[start..<start + width]) }
    return TextHash.hexadecimal(hasher.finalize())
  }

  private static func period(_ bytes: [UInt8], at start: Int) -> Int32 {
    Int32(bitPattern: bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
}

extension CanonicalRecord {
  /// Appends the identifiers of a series as they were first written.
  fileprivate mutating func append(_ series: SeriesRow) {
    append("measure", series.series.measure.text)
    append("site", series.series.site.text)
    append("stratum", series.series.stratum.text)
  }
}
