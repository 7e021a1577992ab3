import Crypto

/// The bytes of named values in a fixed order, as `docs/ledger.md` specifies them.
///
/// A field is the length of its name, the name, a letter for the kind of value, and the value. Absent values
/// are left out, so that a column that is added later leaves the hashes of older entries as they are.
struct CanonicalRecord {
  private(set) var bytes: [UInt8] = []

  /// Begins the record of one kind of row.
  init(_ kind: String) { append("record", kind) }

  /// Appends a text: the number of its UTF-8 bytes, and the bytes.
  mutating func append(_ name: String, _ value: String?) {
    guard let value else { return }
    begin(name, "t")
    bytes.appendBigEndian(UInt32(truncatingIfNeeded: value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Appends a whole number in 64 bits.
  mutating func append(_ name: String, _ value: Int?) {
    guard let value else { return }
    begin(name, "i")
    bytes.appendBigEndian(UInt64(bitPattern: Int64(value)))
  }

  /// Appends a number as the 64 bits of IEEE 754.
  mutating func append(_ name: String, _ value: Double?) {
    guard let value else { return }
    begin(name, "r")
    bytes.appendBigEndian(value.bitPattern)
  }

  private mutating func begin(_ name: String, _ kind: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: name.utf8.count))
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: kind))
  }

  /// The SHA-256 of the bytes in hexadecimal.
  var hash: String { TextHash.hexadecimal(SHA256.hash(data: bytes)) }
}

extension [UInt8] {
  /// Appends a number, the most significant byte first.
  mutating func appendBigEndian(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
