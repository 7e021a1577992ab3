import BenefitsExchange
import BenefitsModel

/// One table of the export: an array of objects in JSON, a file in CSV.
struct ExportTable {
  /// The name of the array and of the file.
  var name: String
  /// The keys of each object, and the headings of the file.
  var columns: [String]
  /// Hands on the rows, each with a value a column; a table is never held as a whole.
  var rows: ((([JSONValue]) throws -> Void) throws -> Void)

  /// Creates a table of things, each a row.
  init<Thing>(
    _ name: String, _ things: [Thing], _ columns: KeyValuePairs<String, (Thing) -> JSONValue>
  ) {
    self.init(name, columns) { emit in for thing in things { try emit(thing) } }
  }

  /// Creates a table of things that are made when they are asked for.
  init<Thing>(
    _ name: String, _ columns: KeyValuePairs<String, (Thing) -> JSONValue>,
    things: @escaping ((Thing) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.columns = columns.map(\.key)
    let cells = columns.map(\.value)
    rows = { emit in try things { thing in try emit(cells.map { $0(thing) }) } }
  }

  /// Writes the table as CSV (RFC 4180).
  func writeCSV(to sink: (String) throws -> Void) throws {
    try sink(CSVWriter.text(header: columns, rows: []))
    try rows { row in
      var line = ""
      CSVWriter.append(row.map(\.cell), to: &line)
      try sink(line)
    }
  }

  /// Writes the table as a JSON array, one object a line.
  func writeJSON(to sink: (String) throws -> Void) throws {
    var isFirst = true
    try sink("[")
    try rows { row in
      let members = zip(columns, row).map { JSONValue.Member($0, $1) }
      try sink((isFirst ? "\n" : ",\n") + JSONValue.object(members).text)
      isFirst = false
    }
    try sink(isFirst ? "]" : "\n]")
  }
}

extension JSONValue {
  /// The value as the cell of a spreadsheet: numbers in full, lists separated by a space, nothing for `null`;
  /// no text is taken for a formula.
  var cell: String {
    switch self {
    case .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number): CSVWriter.number(number)
    case .string(let text): CSVWriter.harmless(text)
    case .array(let values): values.map(\.cell).joined(separator: " ")
    case .object: text
    }
  }
}
