public import BenefitsAnalytics

/// A small sign for what the latest point of a control chart says of variation, with the words for it.
///
/// Shape and colour are those of the chart's points: a diamond for improvement, a square for concern, a triangle
/// where neither direction is better, each with an arrow for high or low, and a circle with a wave for chance.
public struct VariationGlyph: Hashable, Sendable {
  /// What the latest point says; `nil` where there is no control chart.
  public let word: Variation.Word?

  /// The width and the height of the drawing.
  public static let size = 20.0

  /// Creates the sign of a verdict.
  ///
  /// - Parameter word: What the latest point says; `nil` where there is no control chart.
  public init(_ word: Variation.Word?) { self.word = word }

  /// Creates the sign of an assessed series.
  ///
  /// - Parameter assessment: What is known of the series.
  public init(_ assessment: Assessment) { self.init(assessment.variation?.word) }

  /// The words that stand beside the sign.
  public var words: String {
    switch word {
    case .commonCause: "No significant change"
    case .improvementHigh: "Improving, high"
    case .improvementLow: "Improving, low"
    case .concernHigh: "Concerning, high"
    case .concernLow: "Concerning, low"
    case .neutralHigh: "Changing, high"
    case .neutralLow: "Changing, low"
    case nil: "Not judged yet"
    }
  }

  /// Returns the drawing, hidden from screen readers since words stand beside it.
  ///
  /// - Parameters:
  ///   - form: How it is embedded.
  ///   - colours: The set of colours.
  /// - Returns: An `svg` element.
  public func svg(_ form: SVGForm = .inline, colours: ChartColours = .standard) -> String {
    GlyphDrawing.svg(form, colours: colours, className: "variation") { write(x: 0, y: 0, to: &$0) }
  }

  /// Draws the sign with its upper left corner at a place of a larger drawing.
  func write(x: Double, y: Double, to writer: inout SVGWriter) {
    let middle = (x + 10, y + 10)
    let arrow: Bool?
    var mark = PlacedMark(
      x: middle.0, y: middle.1, radius: 9, shape: .circle, filling: .none, role: .common)
    switch word {
    case .improvementHigh, .improvementLow:
      (mark.shape, mark.filling, mark.role, mark.radius) = (.diamond, .solid, .improvement, 10)
      arrow = word == .improvementHigh
    case .concernHigh, .concernLow:
      (mark.shape, mark.filling, mark.role, mark.radius) = (.square, .solid, .concern, 10)
      arrow = word == .concernHigh
    case .neutralHigh, .neutralLow:
      (mark.shape, mark.filling, mark.role, mark.radius) = (.triangle, .solid, .neutral, 10)
      mark.y += 1
      arrow = word == .neutralHigh
    case .commonCause, nil: arrow = nil
    }
    MarkDrawing.writeAlone(mark, to: &writer)
    if let arrow {
      GlyphDrawing.arrow(
        isUpward: arrow, x: middle.0, y: middle.1 + (mark.shape == .triangle ? 3 : 0),
        height: mark.shape == .triangle ? 7 : 10, to: &writer)
    } else if word == .commonCause {
      let place = { (dx: Double, dy: Double) in
        "\(SVGNumber.text(x + dx)) \(SVGNumber.text(y + dy))"
      }
      let wave =
        "M\(place(4, 10))Q\(place(7, 4)) \(place(10, 10))Q\(place(13, 16)) \(place(16, 10))"
      writer.element("path", ["d": .text(wave)], paint: Paint(stroke: .common, width: 1.5))
    } else {
      GlyphDrawing.dash(x: x, y: y, to: &writer)
    }
  }
}
