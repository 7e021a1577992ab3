import BenefitsModel

/// Writes CSV as RFC 4180 describes it, with line feeds.
public enum CSVWriter {
  /// Returns a table as text.
  ///
  /// - Parameters:
  ///   - header: The names of the columns.
  ///   - rows: The rows, each with a cell a column.
  /// - Returns: The header and the rows, each ended by a line feed.
  /// - Complexity: O(*n*), where *n* is the length of the text.
  public static func text(header: [String], rows: some Sequence<[String]>) -> String {
    var text = ""
    append(header, to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  /// Appends one row and a line feed to a text.
  ///
  /// - Parameters:
  ///   - row: The cells.
  ///   - text: The text to append to.
  public static func append(_ row: [String], to text: inout String) {
    // One empty cell on its own would be a blank line, which readers leave out.
    if row == [""] { text += "\"\"" }
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "," }
      text += field(cell)
    }
    text += "\n"
  }

  /// Returns a cell, in quotes where it needs them.
  ///
  /// - Parameter cell: The content of the cell.
  /// - Returns: The content; in quotes when it has a comma, a quote, a line end, or white space at an end.
  public static func field(_ cell: String) -> String {
    let needsQuotes =
      cell.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      } || cell.first == " " || cell.last == " "
    guard needsQuotes else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Returns a number in full precision, and nothing for no number.
  ///
  /// - Parameter number: A finite number, or `nil`.
  /// - Returns: The shortest text that reads back as the same number.
  public static func number(_ number: Double?) -> String { number.map(Numeral.shortest) ?? "" }
}
