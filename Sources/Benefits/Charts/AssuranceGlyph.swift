public import BenefitsAnalytics
public import BenefitsModel

/// A small sign for whether a process can be relied on to meet its target, with the words for it.
///
/// The dashed line is the target and the bar is where the process moves: wholly on the better side, across the
/// line, or wholly on the worse side.
public struct AssuranceGlyph: Hashable, Sendable {
  /// What is said of the process; `nil` where nothing is.
  public let word: Assurance.Word?
  /// Whether the better side lies above the target.
  public let isHigherBetter: Bool

  /// The width and the height of the drawing.
  public static let size = VariationGlyph.size

  /// Creates the sign of a verdict.
  ///
  /// - Parameters:
  ///   - word: What is said of the process; `nil` where nothing is.
  ///   - direction: Which direction is better.
  public init(_ word: Assurance.Word?, direction: Direction?) {
    self.word = word
    isHigherBetter = direction != .lower
  }

  /// Creates the sign of an assessed series.
  ///
  /// - Parameter assessment: What is known of the series.
  public init(_ assessment: Assessment) {
    self.init(assessment.assurance?.word, direction: assessment.measure.direction)
  }

  /// The words that stand beside the sign.
  public var words: String {
    switch word {
    case .pass: "Will consistently meet the target"
    case .fail: "Will consistently miss the target"
    case .inconsistent: "May or may not meet the target"
    case nil: "Not assessed"
    }
  }

  /// Returns the drawing, hidden from screen readers since words stand beside it.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element.
  public func svg(_ form: SVGForm = .inline, colours: ChartColours = .standard) -> String {
    GlyphDrawing.svg(form, colours: colours, className: "assurance") { write(x: 0, y: 0, to: &$0) }
  }

  /// Draws the sign with its upper left corner at a place of a larger drawing.
  func write(x: Double, y: Double, to writer: inout SVGWriter) {
    let role: ColourRole =
      switch word {
      case .pass: .improvement
      case .fail: .concern
      case .inconsistent, nil: .common
      }
    writer.element(
      "rect",
      [
        "x": .number(x + 1), "y": .number(y + 1), "width": 18, "height": 18, "rx": 3,
      ], paint: Paint(fill: .paper, stroke: role, width: 1.5))
    guard let word else {
      GlyphDrawing.dash(x: x, y: y, to: &writer)
      return
    }
    let top: Double
    switch word {
    case .pass: top = isHigherBetter ? 3 : 12
    case .fail: top = isHigherBetter ? 12 : 3
    case .inconsistent: top = 5
    }
    let height: Double = word == .inconsistent ? 10 : 5
    writer.element(
      "line",
      [
        "x1": .number(x + 3), "y1": .number(y + 10), "x2": .number(x + 17), "y2": .number(y + 10),
      ], paint: Paint(stroke: .ink, width: 1.2, dash: "2 2"))
    writer.element(
      "rect",
      [
        "x": .number(x + 8), "y": .number(y + top), "width": 4, "height": .number(height),
      ], paint: Paint(fill: role))
  }
}
