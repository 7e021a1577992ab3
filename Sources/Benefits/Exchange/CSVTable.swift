import BenefitsModel

/// The name of a column, and where it stands.
struct HeaderCell {
  /// The name as it was written.
  let name: String
  /// Where it stands.
  let location: SourceLocation

  /// The name that decides what the column holds: without case, spaces and underscores.
  var folded: String { HeaderCell.fold(name) }

  /// Returns a name without case, spaces and underscores.
  static func fold(_ name: String) -> String {
    name.asciiLowercased().filter { $0 != " " && $0 != "_" && $0 != "\u{A0}" }
  }
}

/// A table with a header: each row has as many cells as the header, or a fault.
struct CSVTable {
  /// The names of the columns.
  let header: [HeaderCell]
  /// How many rows there were, the wrong ones included and blank ones left out.
  private(set) var rowCount = 0

  private var reader: CSVReader
  private var shapeFaults: [Fault] = []
  private var fields: [CSVField] = []
  /// Blank lines that rows may still follow.
  private var blankLines: [SourceLocation] = []

  /// Reads the header of a table; without one there is nothing but a fault.
  init(_ reader: CSVReader) {
    var reader = reader
    var fields: [CSVField] = []
    var header: [HeaderCell] = []
    while header.isEmpty, reader.next(&fields) {
      guard !fields.allSatisfy(reader.isEmpty) else { continue }
      header = fields.map {
        HeaderCell(name: reader.text(of: $0), location: reader.location(of: $0))
      }
    }
    if header.isEmpty, reader.faults.isEmpty {
      shapeFaults.append(
        Fault(
          SourceLocation(whole: reader.file), "the file is empty",
          hint: "the first line names the columns, the lines below hold the data"))
    }
    self.reader = reader
    self.header = header
  }

  /// What is wrong with the bytes, the quoting and the shape of the table.
  var faults: [Fault] { reader.faults + shapeFaults }

  /// The file as it was named.
  var file: String { reader.file }

  /// Moves to the next row that has as many cells as the header; `false` at the end.
  mutating func nextRow() -> Bool {
    while reader.next(&fields) {
      if isBlank {
        if let first = fields.first { blankLines.append(reader.location(of: first)) }
        continue
      }
      // Blank lines at the end are what editors and spreadsheets leave; between rows they may be lost data.
      if !blankLines.isEmpty {
        shapeFaults += blankLines.map { Fault($0, "the line is blank; take it out") }
        blankLines = []
      }
      rowCount += 1
      if fields.count == header.count { return true }
      shapeFaults.append(shapeFault())
    }
    return false
  }

  /// Goes on with the next lines of the file.
  mutating func carryOn(with reader: CSVReader) { self.reader = reader }

  /// What stands between the cells.
  var delimiter: Delimiter { reader.delimiter }

  /// The line of the file that is read next.
  var nextLine: Int { reader.line }

  /// Whether no cell of the current record holds anything.
  private var isBlank: Bool {
    for field in fields where !reader.isEmpty(field) { return false }
    return true
  }

  /// Whether reading ended early, at bytes that only a look at the whole file can explain.
  var needsWholeFile: Bool { reader.needsWholeFile }

  /// How many bytes have been read.
  var readCount: Int { reader.readCount }

  /// The text of a cell of the current row.
  func text(_ column: Int) -> String { reader.text(of: fields[column]) }

  /// Whether a cell of the current row is empty.
  func isEmpty(_ column: Int) -> Bool { reader.isEmpty(fields[column]) }

  /// Whether a cell of the current row is empty, or there is no column for it.
  func isEmpty(_ column: Int?) -> Bool { column.map(isEmpty) ?? true }

  /// The number of the text of a cell of the current row among those of an index.
  func index(_ column: Int, in names: inout NameIndex) -> Int {
    if let index = reader.bytes(of: fields[column], { names.index(of: $0) }) { return index }
    let text = Array(text(column).utf8)
    return names.index(of: text.span)
  }

  /// The number in a cell of the current row, where it is a plain one.
  func plainNumber(_ column: Int) -> Double? {
    reader.bytes(of: fields[column]) { CellNumber.plain($0) } ?? nil
  }

  /// The numbers in a cell of the current row, where it is a plain numerator and a plain denominator.
  func plainFraction(_ column: Int) -> (Double, Double)? {
    let parts: (Double?, Double?)? = reader.bytes(of: fields[column]) { text in
      var slash = 0
      while slash < text.count, text[slash] != UInt8(ascii: "/") { slash += 1 }
      guard slash < text.count else { return (nil, nil) }
      return (
        CellNumber.plain(text.extracting(..<slash)),
        CellNumber.plain(text.extracting((slash + 1)...))
      )
    }
    guard let numerator = parts?.0, let denominator = parts?.1 else { return nil }
    return (numerator, denominator)
  }

  /// The place of a cell of the current row, as rows are kept with.
  func place(_ column: Int) -> CompactRow.Place {
    let field = fields[column]
    return CompactRow.Place(
      line: UInt32(clamping: field.line), column: UInt32(clamping: reader.column(of: field)))
  }

  /// The place of a cell of the current row.
  func location(_ column: Int) -> SourceLocation { reader.location(of: fields[column]) }

  /// Begins a message with the place of a cell in words, as `column 3 'value'`.
  func cellName(_ column: Int) -> String {
    let name = header[column].name
    return "column \(column + 1)" + (name.isEmpty ? "" : " '\(name.excerpt)'")
  }

  private func shapeFault() -> Fault {
    let cells = fields.count == 1 ? "1 cell" : "\(fields.count) cells"
    let columns = header.count == 1 ? "1 column" : "\(header.count) columns"
    let message = "the row has \(cells), but the header names \(columns)"
    if fields.count > header.count {
      let extra = fields[header.count]
      return Fault(
        reader.location(of: extra),
        "\(message); '\(reader.text(of: extra).excerpt)' is one too many",
        hint: "put a cell in quotes that has a comma in it, or take the extra cells out")
    }
    return Fault(
      reader.location(of: fields[0]),
      "\(message); '\(header[fields.count].name.excerpt)' is missing",
      hint: "a cell without data still needs its comma")
  }
}
