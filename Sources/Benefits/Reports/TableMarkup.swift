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
    /// The class of its cells; `nil` for short texts.
    var style: String?

    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, style: "n") }
    /// A column of short texts.
    static func text(_ title: String) -> Column { Column(title: title, style: nil) }
    /// A column of a few words, which take a line or two.
    static func words(_ title: String) -> Column { Column(title: title, style: "words") }
    /// A column of sentences, which is never narrow.
    static func prose(_ title: String) -> Column { Column(title: title, style: "text") }
    /// A first column of titles.
    static func title(_ title: String) -> Column { Column(title: title, style: "title") }

    /// The start tag of a cell.
    fileprivate func opening(_ element: String, scope: String? = nil) -> String {
      "<\(element)" + (scope.map { " scope=\"\($0)\"" } ?? "")
        + (style.map { " class=\"\($0)\"" } ?? "") + ">"
    }
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

  /// The start tags of the cells of a row.
  private let openings: [String]
  /// The markup of what was added so far; the element that holds it is a `table`.
  private(set) var markup = ""

  /// Creates a table without rows.
  init(_ columns: [Column]) {
    openings = columns.enumerated().map { place, column in
      place == 0 ? column.opening("th", scope: "row") : column.opening("td")
    }
    markup = "<thead>\n<tr>"
    for column in columns {
      markup += column.opening("th", scope: "col")
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
        markup += "<tr>"
        markup += openings[0]
        markup += link.map { "<a href=\"\($0)\">\(content)</a>" } ?? content
        markup += "</th>"
      } else {
        markup += openings[place]
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
