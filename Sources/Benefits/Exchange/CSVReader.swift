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
/// It works on bytes and yields offsets, which hold until the next record is read; a text is made only of the
/// cells that are asked for. A record with a fault in its quoting is reported and left out, and reading goes on
/// with the next line. A file can be read piece by piece, and then takes no more memory than its longest record.
package struct CSVReader {
  /// The file as it was named.
  package let file: String
  /// What stands between the cells.
  package let delimiter: Delimiter
  /// What is wrong with the bytes and the quoting.
  package private(set) var faults: [Fault]
  /// Whether the file is no text at all, which its only fault says.
  package let isUnreadable: Bool

  /// The text that is being read: all of it, or a part that moves on.
  private var bytes: [UInt8]
  private var isASCII: Bool
  private var pieces: TextPieces?
  private var scanner: RecordScanner
  /// How many bytes of the text came before those that are here.
  private var passed = 0

  /// Creates a reader of bytes.
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
    let text = DecodedText(bytes, file: file, encoding: encoding)
    self.file = file
    self.bytes = text.isUnreadable ? [] : text.bytes
    self.faults = text.faults
    self.delimiter = delimiter ?? Delimiter(sniffing: self.bytes)
    self.isUnreadable = text.isUnreadable
    isASCII = false
    scanner = RecordScanner(delimiter: self.delimiter.byte)
    scanner.line = firstLine
  }

  /// Creates a reader of UTF-8 text that comes piece by piece.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - file: The file as it was named, for messages.
  ///   - delimiter: What stands between the cells; `nil` finds out from the first line.
  package init(_ source: ByteSource, file: String, delimiter: Delimiter? = nil) {
    self.file = file
    bytes = []
    faults = []
    isUnreadable = false
    isASCII = true
    var pieces = TextPieces(source)
    _ = pieces.append(to: &bytes)
    isASCII = pieces.isASCII
    self.pieces = pieces
    self.delimiter = delimiter ?? Delimiter(sniffing: bytes)
    scanner = RecordScanner(delimiter: self.delimiter.byte)
  }

  /// Whether the text ended early, at bytes that only a look at the whole file can explain.
  package var needsWholeFile: Bool { pieces?.isTroubled ?? false }

  /// The line that is read next, from 1.
  var line: Int { scanner.line }

  /// How many bytes have been read.
  var readCount: Int { passed + scanner.position }

  /// Reads the next record; a blank line is a record of one empty cell.
  ///
  /// - Parameter fields: The cells, replaced by those of the record.
  /// - Returns: `false` at the end of the text.
  /// - Complexity: O(*n*), where *n* is the length of the record.
  package mutating func next(_ fields: inout [CSVField]) -> Bool {
    while scanner.position < bytes.count || fill() {
      let start = scanner
      if scan(&fields) { return true }
      if scanner.hasMetEnd, pieces != nil {
        // What comes next may belong to this record.
        scanner = start
        if fill() { continue }
        guard !needsWholeFile else { return false }
        pieces = nil
        continue
      }
      report()
    }
    return false
  }

  /// Reads one record; returns whether it is right and sure to be whole.
  private mutating func scan(_ fields: inout [CSVField]) -> Bool {
    fields.removeAll(keepingCapacity: true)
    // The scanner changes while the bytes are looked at.
    var text: [UInt8] = []
    swap(&text, &bytes)
    defer { swap(&text, &bytes) }
    return scanner.read(text.span, into: &fields) && !(scanner.hasMetEnd && pieces != nil)
  }

  /// Takes in the next piece and lets go of what lies before the record; returns `false` at the end.
  private mutating func fill() -> Bool {
    guard pieces != nil else { return false }
    passed += scanner.position
    bytes.removeSubrange(..<scanner.position)
    scanner.lineStart -= scanner.position
    scanner.position = 0
    let before = bytes.count
    // A record that fills many pieces is begun anew with twice as many bytes each time.
    // A piece may be less than a character.
    var isMore = true
    while isMore, bytes.count == before || bytes.count < 2 * before {
      isMore = pieces?.append(to: &bytes) ?? false
    }
    isASCII = pieces?.isASCII ?? false
    return bytes.count > before
  }

  private mutating func report() {
    for problem in scanner.problems {
      let message =
        switch problem.kind {
        case .neverClosed: "the quote that opens here is never closed"
        case .textAfterQuote: "text follows the closing quote of a cell"
        }
      faults.append(
        Fault(
          location(of: problem.offset, line: problem.line, lineStart: problem.lineStart), message,
          hint: "close the cell with a quote; a quote inside a quoted cell is written twice"))
    }
  }

  /// Returns the text of a cell without white space at its ends.
  ///
  /// - Parameter field: A cell that `next(_:)` gave.
  /// - Returns: The text, with doubled quotes taken as one.
  /// - Complexity: O(*n*), where *n* is the length of the cell.
  package func text(of field: CSVField) -> String {
    let text = String(decoding: bytes[content(of: field)], as: UTF8.self)
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
    var place = field.start
    while place < field.end {
      // Most cells tell with their first byte.
      guard bytes[place] <= UInt8(ascii: " "), isBlank(bytes[place]) else { return false }
      place += 1
    }
    return true
  }

  /// The offsets of the content of a cell without white space at its ends.
  private func content(of field: CSVField) -> Range<Int> {
    var (start, end) = (field.start, field.end)
    // Nearly all cells begin and end with a plain character.
    if start < end, isPlain(bytes[start]), isPlain(bytes[end - 1]) { return start..<end }
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    // A no-break space, which web pages leave behind.
    while end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 { start += 2 }
    while end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 { end -= 2 }
    return start..<end
  }

  private func isPlain(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x80 }

  /// Hands the bytes of a cell on, without white space at its ends; `nil` for one with doubled quotes.
  func bytes<Result>(of field: CSVField, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard !field.hasDoubledQuotes else { return nil }
    return body(bytes.span.extracting(content(of: field)))
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
    SourceLocation(file: file, line: line, column: column(of: offset, lineStart: lineStart))
  }

  /// The column of a cell in characters, from 1.
  func column(of field: CSVField) -> Int {
    column(of: field.opening, lineStart: field.lineStart)
  }

  private func column(of offset: Int, lineStart: Int) -> Int {
    if isASCII { return offset - lineStart + 1 }
    return bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
