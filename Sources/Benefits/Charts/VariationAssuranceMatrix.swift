public import BenefitsAnalytics
public import BenefitsModel

/// Which measures improve or concern, against which can be relied on to meet their targets.
///
/// The rows are what the latest value says of variation, the columns what is said of the target. A row or a
/// column beyond the usual three is shown where it holds something.
public struct VariationAssuranceMatrix: Hashable, Sendable {
  /// What the latest value says of variation.
  public enum Row: Int, Hashable, Sendable, CaseIterable {
    /// A change for the better.
    case improving
    /// Nothing beyond chance.
    case steady
    /// A change for the worse.
    case concerning
    /// A change where neither direction is better.
    case changing
    /// Too few values for a control chart.
    case notJudged

    /// The words of the row.
    public var words: String {
      switch self {
      case .improving: "Improving"
      case .steady: "No significant change"
      case .concerning: "Concerning"
      case .changing: "Changing"
      case .notJudged: "Not judged yet"
      }
    }

    init(_ word: Variation.Word?) {
      self =
        switch word {
        case .improvementHigh, .improvementLow: .improving
        case .commonCause: .steady
        case .concernHigh, .concernLow: .concerning
        case .neutralHigh, .neutralLow: .changing
        case nil: .notJudged
        }
    }
  }

  /// What is said of the target.
  public enum Column: Int, Hashable, Sendable, CaseIterable {
    /// It is met whatever chance does.
    case pass
    /// It is met in some periods and missed in others.
    case inconsistent
    /// It is missed whatever chance does.
    case fail
    /// There is no target, or no limits that describe the present.
    case notAssessed

    /// The words of the column.
    public var words: String {
      AssuranceGlyph(word, direction: .higher).words
    }

    var word: Assurance.Word? {
      switch self {
      case .pass: .pass
      case .inconsistent: .inconsistent
      case .fail: .fail
      case .notAssessed: nil
      }
    }

    init(_ word: Assurance.Word?) {
      self =
        switch word {
        case .pass: .pass
        case .inconsistent: .inconsistent
        case .fail: .fail
        case nil: .notAssessed
        }
    }
  }

  /// One measure in its place.
  public struct Entry: Hashable, Sendable {
    /// The measure.
    public let measure: Measure.ID
    /// Its title.
    public let title: String
    /// The row.
    public let row: Row
    /// The column.
    public let column: Column

    /// Creates the entry of an assessed measure.
    ///
    /// - Parameter assessment: What is known of the measure.
    public init(_ assessment: Assessment) {
      measure = assessment.measure.id
      title = assessment.measure.title
      row = Row(assessment.variation?.word)
      column = Column(assessment.assurance?.word)
    }
  }

  /// The measures in the order given.
  public let entries: [Entry]
  /// The width of the drawing.
  public let width: Double
  /// The identifier that the drawing's elements are named after.
  public let id: String

  /// Creates the matrix of assessed measures.
  ///
  /// - Parameters:
  ///   - assessments: What is known of the measures, in the order in which they are to be listed.
  ///   - id: The identifier that the drawing's elements are named after.
  ///   - width: The width of the drawing, from 280 through 4,000; a narrow one is a list.
  public init(_ assessments: [Assessment], id: String = "matrix", width: Double = 760) {
    self.init(assessments.map(Entry.init), id: id, width: width)
  }

  /// Creates the matrix of measures whose places are known.
  ///
  /// - Parameters:
  ///   - entries: The measures, in the order in which they are to be listed.
  ///   - id: The identifier that the drawing's elements are named after.
  ///   - width: The width of the drawing, from 280 through 4,000; a narrow one is a list.
  public init(_ entries: [Entry], id: String = "matrix", width: Double = 760) {
    self.entries = entries
    self.id = ChartInput.identifier(id)
    self.width = min(max(width, 280), 4000)
  }

  /// The rows that are shown, from top to bottom.
  public var rows: [Row] {
    Row.allCases.filter { row in
      row.rawValue < Row.changing.rawValue || entries.contains { $0.row == row }
    }
  }

  /// The columns that are shown, from left to right.
  public var columns: [Column] {
    Column.allCases.filter { column in
      column != .notAssessed || entries.contains { $0.column == column }
    }
  }

  /// Returns the measures of one cell, in the order given.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - column: The column.
  /// - Returns: The measures.
  /// - Complexity: O(*n*), where *n* is the number of measures.
  public func entries(_ row: Row, _ column: Column) -> [Entry] {
    entries.filter { $0.row == row && $0.column == column }
  }

  /// The message of the matrix, as a heading.
  public var title: String { title(glue: " ") }

  /// The message with a space of one's choice where no line is to be broken.
  func title(glue: Character) -> String {
    let count = { (row: Row) in
      entries.count { $0.row == row }
    }
    let missing = entries.count { $0.column == .fail }
    return "\(entries.count) \(entries.count == 1 ? "measure" : "measures"): "
      + "\(count(.improving))\(glue)improving, \(count(.concerning))\(glue)concerning, "
      + "\(missing)\(glue)will consistently miss the target"
  }

  /// What the matrix shows, in sentences for somebody who cannot see it.
  public var description: String {
    let cells = rows.flatMap { row in
      columns.compactMap { column -> String? in
        let titles = entries(row, column).map(\.title)
        return titles.isEmpty
          ? nil
          : "\(row.words), \(column.words.lowercasedFirst): \(titles.joined(separator: "; "))."
      }
    }
    return cells.isEmpty ? "No measure." : cells.joined(separator: " ")
  }

  /// Returns the drawing.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element with a title and a description, one element a line.
  public func svg(_ form: SVGForm = .standAlone, colours: ChartColours = .standard) -> String {
    let layout = MatrixLayout(self)
    var writer = SVGWriter(form: form, colours: colours)
    writer.beginDrawing(
      id: id, width: layout.width, height: layout.height, title: title, description: description)
    for box in layout.cells { writer.rectangle(box, paint: Paint(fill: .grid, fillOpacity: 0.35)) }
    writer.glyphs(layout.glyphs)
    writer.texts(layout.texts)
    writer.end()
    return writer.output
  }
}

extension String {
  /// The text with its first letter in lower case.
  var lowercasedFirst: String { prefix(1).lowercased() + String(dropFirst()) }
}
