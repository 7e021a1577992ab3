public import BenefitsAnalytics
public import BenefitsModel

/// A chart as a picture, with its words and the rows of its table.
public struct ChartFigure: Hashable, Sendable {
  /// How large a chart is drawn.
  public struct Size: Hashable, Sendable {
    /// The width of the drawing; text keeps its size, so that a narrow drawing shows fewer labels.
    public var width: Double
    /// The height of the part that holds the points; title, axis and lists add to it.
    public var plotHeight: Double

    /// A chart for a telephone: narrow, with text that stays as large.
    public static let narrow = Size(width: 360, plotHeight: 220)

    /// Creates a size.
    ///
    /// - Parameters:
    ///   - width: The width of the drawing, from 280 through 4,000.
    ///   - plotHeight: The height of the part that holds the points, from 100 through 4,000.
    public init(width: Double = 760, plotHeight: Double = 250) {
      self.width = min(max(width, 280), 4000)
      self.plotHeight = min(max(plotHeight, 100), 4000)
    }
  }

  /// What is shown.
  public let input: ChartInput
  /// How large it is drawn.
  public let size: Size

  /// Creates the chart of an assessed series.
  ///
  /// - Parameters:
  ///   - assessment: What is known of the series.
  ///   - plan: The plan that the series belongs to.
  ///   - size: How large it is drawn.
  public init(_ assessment: Assessment, plan: Plan, size: Size = Size()) {
    self.init(ChartInput(assessment, plan: plan), size: size)
  }

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - input: What is shown.
  ///   - size: How large it is drawn.
  public init(_ input: ChartInput, size: Size = Size()) {
    self.input = input
    self.size = size
  }

  /// The message of the chart, as a heading.
  public var title: String { ChartSentences(input).title }

  /// Unit, place, cadence and the direction that is better.
  public var subtitle: String { ChartSentences(input).subtitle }

  /// What the chart shows, in sentences for somebody who cannot see it.
  public var description: String { ChartSentences(input).description }

  /// The width of the drawing.
  public var width: Double { size.width }

  /// The height of the drawing with title, axis and lists.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of points and labels.
  public var height: Double { ChartLayout(input, size: size).height }

  /// The same chart for a telephone, with an identifier of its own, so that a page may hold both.
  public var narrow: ChartFigure {
    var input = input
    input.id += "_narrow"
    return ChartFigure(input, size: .narrow)
  }

  /// Returns the same chart with a plot that makes the whole drawing as high as wanted.
  ///
  /// - Parameter height: The height of the drawing; a chart whose words leave no room for the plot stays higher.
  /// - Returns: The chart.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points and labels.
  public func fitted(toHeight height: Double) -> ChartFigure {
    var figure = self
    // What stands around the plot may change a little with its height: labels move to the key.
    for _ in 0..<3 {
      let rest = figure.height - figure.size.plotHeight
      let next = Size(width: size.width, plotHeight: height - rest)
      if next == figure.size { break }
      figure = ChartFigure(input, size: next)
    }
    return figure
  }

  /// The rows of the table that belongs to the chart.
  public var rows: [ChartRow] { input.rows }
}
