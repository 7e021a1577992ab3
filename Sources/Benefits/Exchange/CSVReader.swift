package import BenefitsModel

/// One cell of a row: where its content lies in the text, and where it begins for a message.
package struct CSVField: Hashable, Sendable {
  /// The offset of the first byte of the content, after an opening quote.
  package var start: Int
  /// The offset after the last byte of the content, before a closing quote.
  package var end: Int
  /// The offset of the first byte of the cell, its opening quote included.
  var opening: Int
  /// The line on which the cell begins, from 1.
  var line: Int
  /// The offset of the first byte of that line.
  var lineStart: Int
  /// Whether the content has doubled quotes that stand for one.
  var hasDoubledQuotes = false
}

/// Reads CSV as RFC 4180 describes it, and the line ends and delimiters that are met beside.
///
/// It works on bytes and yields offsets; a text is made only of the cells that are asked for. A record
/// with a fault in its quoting is reported and left out, and reading goes on with the next line.
package struct CSVReader {
  /// The file as it was named.
  package let file: String
  /// What stands between the cells.
  package let delimiter: Delimiter
  /// What is wrong with the bytes and the quoting.
  package private(set) var faults: [Fault]

  private let bytes: [UInt8]
  private var position = 0
  /// The line that is read next, from 1.
  private(set) var line: Int
  private var lineStart = 0

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - file: The file as it was named, for messages.
  ///   - delimiter: What stands between the cells; `nil` finds out from the first line.
  ///   - encoding: How the characters are written.
  ///   - firstLine: The line of the file that the bytes begin with.
  package init(
    _ bytes: [UInt8], file: String, delimiter: Delimiter? = nil, encoding: TextEncoding = .utf8,
    firstLine: Int = 1
  ) {
    line = firstLine
    let text = DecodedText(bytes, file: file, encoding: encoding)
    self.file = file
    self.bytes = text.isUnreadable ? [] : text.bytes
    self.faults = text.faults
    self.delimiter = delimiter ?? Delimiter(sniffing: self.bytes)
    self.isUnreadable = text.isUnreadable
  }

  /// Whether the file is no text at all, which its only fault says.
  package let isUnreadable: Bool

  /// Reads the next record; a blank line is a record of one empty cell.
  ///
  /// - Parameter fields: The cells, replaced by those of the record.
  /// - Returns: `false` at the end of the text.
  /// - Complexity: O(*n*), where *n* is the length of the record.
  package mutating func next(_ fields: inout [CSVField]) -> Bool {
    while position < bytes.count {
      fields.removeAll(keepingCapacity: true)
      if readRecord(&fields) { return true }
    }
    return false
  }

  /// Returns the text of a cell without white space at its ends.
  ///
  /// - Parameter field: A cell that `next(_:)` gave.
  /// - Returns: The text, with doubled quotes taken as one.
  /// - Complexity: O(*n*), where *n* is the length of the cell.
  package func text(of field: CSVField) -> String {
    var (start, end) = (field.start, field.end)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    // A no-break space, which web pages leave behind.
    while end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 { start += 2 }
    while end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { end -= 2 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard field.hasDoubledQuotes else { return text }
    var single = ""
    var isSecond = false
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond { single.unicodeScalars.append(scalar) }
    }
    return single
  }

  /// Returns whether a cell holds nothing but white space.
  ///
  /// - Parameter field: A cell that `next(_:)` gave.
  /// - Returns: Whether it is empty.
  package func isEmpty(_ field: CSVField) -> Bool {
    bytes[field.start..<field.end].allSatisfy(isBlank)
  }

  /// Returns the place of a cell, its column counted in characters.
  ///
  /// - Parameter field: A cell that `next(_:)` gave.
  /// - Returns: The place of its first character, an opening quote included.
  /// - Complexity: O(*n*), where *n* is the distance from the beginning of the line.
  package func location(of field: CSVField) -> SourceLocation {
    location(of: field.opening, line: field.line, lineStart: field.lineStart)
  }

  private func location(of offset: Int, line: Int, lineStart: Int) -> SourceLocation {
    let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  // MARK: Scanning

  /// Reads one record and its line end; returns whether its quoting was right.
  private mutating func readRecord(_ fields: inout [CSVField]) -> Bool {
    var isWhole = true
    while true {
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      if isQuoted {
        if !readQuoted(&fields) { isWhole = false }
      } else {
        readPlain(&fields)
      }
      guard position < bytes.count else { return isWhole }
      if bytes[position] == delimiter.byte {
        position += 1
        continue
      }
      passLineEnd()
      return isWhole
    }
  }

  private mutating func readPlain(_ fields: inout [CSVField]) {
    let start = position
    skipToBoundary()
    fields.append(
      CSVField(start: start, end: position, opening: start, line: line, lineStart: lineStart))
  }

  private mutating func readQuoted(_ fields: inout [CSVField]) -> Bool {
    let opening = position
    let (openingLine, openingLineStart) = (line, lineStart)
    var field = CSVField(
      start: opening + 1, end: opening + 1, opening: opening, line: line, lineStart: lineStart)
    position += 1
    while true {
      guard position < bytes.count else {
        faults.append(
          Fault(
            location(of: opening, line: openingLine, lineStart: openingLineStart),
            "the quote that opens here is never closed",
            hint: "close the cell with a quote; a quote inside a quoted cell is written twice"))
        // Read on with the next line, so that one open quote does not swallow the rest of the file.
        (position, line, lineStart) = (opening, openingLine, openingLineStart)
        skipToLineEnd()
        return false
      }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == byte else { break }
        field.hasDoubledQuotes = true
        position += 2
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        passLineEnd()
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
    skipToBoundary()
    guard position == firstAfter else {
      faults.append(
        Fault(
          location(of: afterQuote, line: line, lineStart: lineStart),
          "text follows the closing quote of a cell",
          hint: "close the cell with a quote; a quote inside a quoted cell is written twice"))
      return false
    }
    return true
  }

  /// Moves to the next delimiter or line end.
  private mutating func skipToBoundary() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter.byte || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        return
      }
      position += 1
    }
  }

  private mutating func skipToLineEnd() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n"),
      bytes[position] != UInt8(ascii: "\r")
    { position += 1 }
  }

  /// Moves past one LF, CR LF or CR.
  private mutating func passLineEnd() {
    if bytes[position] == UInt8(ascii: "\r"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "\n")
    {
      position += 1
    }
    position += 1
    line += 1
    lineStart = position
  }
}
