import BenefitsModel

/// A measurement as the fixed number of bytes that `docs/ledger.md` specifies.
struct CanonicalRow {
  /// Four bytes of period, one of flags, eight of number and eight of denominator.
  static let width = 21

  /// The first day of the period, as days since 1 January 1970.
  let period: Int32
  /// The flags as they are kept, and what there is besides.
  let flags: UInt8
  /// The bits of the number; zeros where there is none.
  let number: UInt64
  /// The bits of the denominator; zeros where there is none.
  let denominator: UInt64

  /// Creates a row from its columns; NaN stands for no number.
  init(period: Int, flags: Int, number: Double, denominator: Double, hasNote: Bool) {
    let (hasNumber, hasDenominator) = (!number.isNaN, !denominator.isNaN)
    self.period = Int32(truncatingIfNeeded: period)
    self.flags =
      UInt8(truncatingIfNeeded: flags) | (hasNumber ? 0x10 : 0) | (hasDenominator ? 0x20 : 0)
      | (hasNote ? 0x40 : 0)
    self.number = hasNumber ? number.bitPattern : 0
    self.denominator = hasDenominator ? denominator.bitPattern : 0
  }

  init(_ row: StoredRow) {
    self.init(
      period: row.period, flags: row.flags.rawValue, number: row.number,
      denominator: row.denominator, hasNote: row.noteHash != nil)
  }

  init(_ row: MeasurementRow, period: Int) {
    self.init(
      period: period, flags: row.flags.rawValue, number: row.number ?? .nan,
      denominator: row.denominator ?? .nan, hasNote: row.noteHash != nil)
  }

  /// Creates the row of a measurement without a note.
  init(_ row: CompactMeasurement) {
    self.init(
      period: Int(row.day), flags: MeasurementFlags(row.state, isExcluded: row.isExcluded).rawValue,
      number: row.number, denominator: row.denominator, hasNote: false)
  }

  /// Writes the bytes of the row.
  func store(in bytes: UnsafeMutableRawBufferPointer, at start: Int) {
    bytes.storeBytes(of: period.bigEndian, toByteOffset: start, as: Int32.self)
    bytes[start + 4] = flags
    bytes.storeBytes(of: number.bigEndian, toByteOffset: start + 5, as: UInt64.self)
    bytes.storeBytes(of: denominator.bigEndian, toByteOffset: start + 13, as: UInt64.self)
  }
}

extension [UInt8] {
  /// The bytes of rows, one after the other.
  init(_ rows: some Collection<CanonicalRow>) {
    let count = rows.count * CanonicalRow.width
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var start = 0
      for row in rows {
        row.store(in: bytes, at: start)
        start += CanonicalRow.width
      }
      initialized = count
    }
  }
}
