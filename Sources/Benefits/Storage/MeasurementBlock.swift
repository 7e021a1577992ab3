import BenefitsModel
import Crypto

/// The measurements that one entry wrote to one series, as rows of fixed width.
struct MeasurementBlock {
  /// Four bytes of period and the 64 digits of the note's hash.
  static let noteWidth = 68

  let series: SeriesRow
  private var rows: [UInt8] = []
  private var notes: [UInt8] = []
  private var last = Int.min
  private var isSorted = true

  init(series: SeriesRow) { self.series = series }

  mutating func add(_ row: MeasurementRow, period: Int) {
    follow(with: period, last: period)
    rows.append(contentsOf: [UInt8](CollectionOfOne(CanonicalRow(row, period: period))))
    if let note = row.noteHash {
      Self.append(note, of: Int32(truncatingIfNeeded: period), to: &notes)
    }
  }

  /// Adds rows without notes, in the order of their periods.
  mutating func add(_ added: [CompactMeasurement]) {
    guard let first = added.first, let final = added.last else { return }
    follow(with: Int(first.day), last: Int(final.day))
    rows.append(contentsOf: [UInt8](added.map(CanonicalRow.init)))
  }

  private mutating func follow(with period: Int, last final: Int) {
    if period < last { isSorted = false }
    last = final
  }

  /// Appends the hash of a note to the bytes of others.
  static func append(_ note: String, of period: Int32, to bytes: inout [UInt8]) {
    bytes.appendBigEndian(period)
    bytes.append(contentsOf: note.utf8)
  }

  /// The record that stands for the rows.
  var record: CanonicalRecord {
    CanonicalRecord(measurementsOf: series).completed(
      rows: rows.count / CanonicalRow.width, rowsHash: hash(rows, width: CanonicalRow.width),
      notesHash: notes.isEmpty ? nil : hash(notes, width: Self.noteWidth))
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
  /// Begins the record of the measurements of a series.
  init(measurementsOf series: SeriesRow) {
    self.init("measurements")
    append(series)
    append("period_kind", series.kind.rawValue)
  }

  /// Returns a record of measurements with what was written.
  func completed(rows: Int, rowsHash: String, notesHash: String?) -> CanonicalRecord {
    var record = self
    record.append("rows", rows)
    record.append("rows_sha256", rowsHash)
    record.append("notes_sha256", notesHash)
    return record
  }

  /// Appends the identifiers of a series as they were first written.
  mutating func append(_ series: SeriesRow) {
    append("measure", series.series.measure.text)
    append("site", series.series.site.text)
    append("stratum", series.series.stratum.text)
  }
}
