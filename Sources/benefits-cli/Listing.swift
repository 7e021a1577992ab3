import ArgumentParser
import BenefitsExchange
import BenefitsModel
import BenefitsTerminal

/// The forms that a listing can be printed in.
enum ListingFormat: String, ChoiceArgument {
  /// A table for reading.
  case table
  /// Comma-separated values with a row of headings.
  case csv
  /// An array of objects.
  case json
}

/// Rows of facts that can be read as a table, or taken over as CSV or JSON.
///
/// The machine forms name their columns in snake_case and hold every value in full.
struct Listing {
  /// A column: its heading for people, its key for machines.
  struct Column {
    var heading: TextTable.Column
    var key: String

    init(_ heading: TextTable.Column, key: String) {
      self.heading = heading
      self.key = key
    }

    /// A column of a listing that is not shown as a table.
    init(_ key: String) { self.init(.init(key), key: key) }
  }

  /// A fact: as people read it and as machines do.
  struct Fact {
    var cell: TextTable.Cell
    var value: JSONValue

    init(_ cell: TextTable.Cell, _ value: JSONValue) {
      self.cell = cell
      self.value = value
    }

    /// A text that both read.
    init(_ text: String?, tone: Tone = .plain) {
      self.init(TextTable.Cell(text ?? "", tone), JSONValue(text))
    }

    /// A whole number that both read.
    init(_ number: Int) { self.init(TextTable.Cell("\(number)"), .integer(number)) }
  }

  let columns: [Column]
  private(set) var rows: [[Fact]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func append(_ facts: [Fact]) {
    precondition(facts.count == columns.count)
    rows.append(facts)
  }

  /// Prints the rows in a form.
  func print(_ format: ListingFormat, in session: inout Session) throws {
    switch format {
    case .table:
      guard !rows.isEmpty else { return }
      // A column that says nothing in any row would only take room.
      let shown = columns.indices.filter { index in
        rows.contains { !$0[index].cell.text.isEmpty }
      }
      var table = TextTable(shown.map { columns[$0].heading })
      for row in rows { table.append(shown.map { row[$0].cell }) }
      try session.print(table)
    case .csv:
      try session.write(
        CSVWriter.text(
          header: columns.map(\.key), rows: rows.map { $0.map { Self.text($0.value) } }))
    case .json:
      let objects = rows.map { row in
        JSONValue.object(zip(columns, row).map { JSONValue.Member($0.key, $1.value) })
      }
      try session.write(JSONValue.array(objects).indentedText)
    }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: value.text
    }
  }
}
