import BenefitsModel

/// The state of reading records from bytes that may be followed by more.
struct RecordScanner {
  /// The offset of the next byte.
  var position = 0
  /// The line of that byte, from 1.
  var line = 1
  /// The offset of the first byte of that line.
  var lineStart = 0
  /// Whether the end of the bytes decided something, so that more of them could decide otherwise.
  private(set) var hasMetEnd = false
  /// What is wrong with the quoting of the record.
  private(set) var problems: [Problem] = []

  private let delimiter: UInt8

  /// What is wrong with the quoting of a record, and where.
  struct Problem {
    enum Kind { case neverClosed, textAfterQuote }
    var kind: Kind
    var offset: Int
    var line: Int
    var lineStart: Int
  }

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Reads one record and its line end; returns whether its quoting was right.
  mutating func read(_ bytes: Span<UInt8>, into fields: inout [CSVField]) -> Bool {
    hasMetEnd = false
    problems.removeAll(keepingCapacity: true)
    var isWhole = true
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        if !readQuoted(bytes, into: &fields) { isWhole = false }
      } else {
        let start = position
        skipToBoundary(bytes)
        fields.append(
          CSVField(start: start, end: position, opening: start, line: line, lineStart: lineStart))
      }
      guard position < bytes.count else {
        hasMetEnd = true
        return isWhole
      }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      passLineEnd(bytes)
      return isWhole
    }
  }

  private mutating func readQuoted(
    _ bytes: Span<UInt8>, into fields: inout [CSVField]
  ) -> Bool {
    var field = CSVField(
      start: position + 1, end: position + 1, opening: position, line: line, lineStart: lineStart)
    position += 1
    while true {
      guard position < bytes.count else {
        hasMetEnd = true
        problems.append(
          Problem(
            kind: .neverClosed, offset: field.opening, line: field.line, lineStart: field.lineStart)
        )
        // Read on with the next line, so that one open quote does not swallow the rest of the file.
        (position, line, lineStart) = (field.opening, field.line, field.lineStart)
        skipToLineEnd(bytes)
        return false
      }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else { break }
        field.hasDoubledQuotes = true
        position += 2
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        passLineEnd(bytes)
      } else {
        position += 1
      }
    }
    field.end = position
    position += 1
    fields.append(field)
    let afterQuote = position
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    let firstAfter = position
    skipToBoundary(bytes)
    guard position == firstAfter else {
      problems.append(
        Problem(kind: .textAfterQuote, offset: afterQuote, line: line, lineStart: lineStart))
      return false
    }
    return true
  }

  /// Moves to the next delimiter or line end.
  private mutating func skipToBoundary(_ bytes: Span<UInt8>) {
    var place = position
    while place < bytes.count {
      let byte = bytes[place]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      place += 1
    }
    position = place
  }

  private mutating func skipToLineEnd(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n"),
      bytes[position] != UInt8(ascii: "\r")
    { position += 1 }
  }

  /// Moves past one LF, CR LF or CR.
  private mutating func passLineEnd(_ bytes: Span<UInt8>) {
    if bytes[position] == UInt8(ascii: "\r") {
      if position + 1 == bytes.count { hasMetEnd = true }
      if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") { position += 1 }
    }
    position += 1
    line += 1
    lineStart = position
  }
}
