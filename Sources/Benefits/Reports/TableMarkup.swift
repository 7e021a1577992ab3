import BenefitsCharts
import BenefitsModel

/// The head and the rows of a table as markup, one row a line, so that a changed value changes one line.
///
/// Tables of numbers are made here rather than by a template, since there may be a hundred thousand rows.
struct TableMarkup {
  /// A column of a table.
  struct Column {
    /// Its heading.
    var title: String
    /// Whether its cells are numbers.
    var isNumber: Bool

    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    /// A column of texts.
    static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
  }

  /// What stands in a cell.
  enum Cell {
    /// Text that a person typed, or a number.
    case text(String)
    /// Markup of this library.
    case markup(String)

    fileprivate var content: String {
      switch self {
      case .text(let text): TableMarkup.escaped(text)
      case .markup(let markup): markup
      }
    }
  }

  private let columns: [Column]
  /// The markup of what was added so far; the element that holds it is a `table`.
  private(set) var markup = ""

  /// Creates a table without rows.
  init(_ columns: [Column]) {
    self.columns = columns
    markup = "<thead>\n<tr>"
    for column in columns {
      markup += column.isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">"
      markup += TableMarkup.escaped(column.title)
      markup += "</th>"
    }
    markup += "</tr>\n</thead>\n<tbody>\n"
  }

  /// Adds a row whose first cell is its heading.
  ///
  /// - Parameters:
  ///   - cells: The texts of the cells.
  ///   - link: Where the heading leads.
  mutating func append(_ cells: [String], link: String? = nil) {
    append(cells.map(Cell.text), link: link)
  }

  /// Adds a row whose first cell is its heading.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - link: Where the heading leads.
  mutating func append(_ cells: [Cell], link: String? = nil) {
    for (place, cell) in cells.enumerated() {
      let content = cell.content
      if place == 0 {
        markup += "<tr><th scope=\"row\">"
        markup += link.map { "<a href=\"\($0)\">\(content)</a>" } ?? content
        markup += "</th>"
      } else {
        markup += columns[place].isNumber ? "<td class=\"n\">" : "<td>"
        markup += content
        markup += "</td>"
      }
    }
    markup += "</tr>\n"
  }

  /// The whole markup.
  var finished: String { markup + "</tbody>" }

  /// Text as markup.
  static func escaped(_ text: String) -> String { XMLText.escaped(text.printable) }
}
