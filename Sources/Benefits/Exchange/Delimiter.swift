/// What stands between the cells of a row.
public enum Delimiter: String, Hashable, Sendable, CaseIterable {
  /// A comma.
  case comma
  /// A semicolon, what spreadsheet programs write where the comma is the decimal point.
  case semicolon
  /// A tab.
  case tab

  /// The byte of the delimiter.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// Finds the delimiter that the first line of a text has most of, a comma where they are equal.
  init(sniffing bytes: [UInt8]) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if !counts.isEmpty { break }
        } else {
          counts[byte, default: 0] += 1
        }
      }
    }
    let count = { (delimiter: Delimiter) in counts[delimiter.byte] ?? 0 }
    self = Self.allCases.reduce(.comma) { count($1) > count($0) ? $1 : $0 }
  }
}
