import BenefitsAnalytics
import BenefitsModel

/// Where everything in a chart lies; drawing it takes no more decisions.
package struct ChartLayout: Sendable {
  /// An annotation that is drawn: a number on a circle above the plot with a line down to the axis.
  package struct Flag: Hashable, Sendable {
    /// The number, which stands in the list too.
    package var number: Int
    /// Where the day lies.
    package var day: Double
    /// The middle of the circle.
    package var x: Double
    /// The middle of the circle.
    package var y: Double
  }

  /// What is shown.
  package let input: ChartInput
  /// The width of the drawing.
  package let width: Double
  /// The height of the drawing.
  package internal(set) var height = 0.0
  /// The part that holds the points.
  package internal(set) var plot: Box
  /// The axis of periods.
  package internal(set) var axis: PeriodAxis
  /// The axis of values.
  package internal(set) var scale: LinearScale
  /// The band of the baseline's window.
  package internal(set) var band: Box?
  /// The left ends of the later phases.
  package internal(set) var phaseStarts: [Double] = []
  /// Medians or means, targets and guardrails.
  package internal(set) var lines: [PlacedLine] = []
  /// The process limits as steps, one line for each side of each phase, broken where there are none.
  package internal(set) var limits: [[(Double, Double)?]] = []
  /// What is expected of a period to come.
  package internal(set) var forecast: PlacedForecast?
  /// The signs beside the words under the subtitle.
  package internal(set) var glyphs: [PlacedGlyph] = []
  /// The planned values.
  package internal(set) var trajectory: [(Double, Double)?] = []
  /// The data, broken where there are none.
  package internal(set) var data: [(Double, Double)?] = []
  /// The values as recorded, where the data are seasonally adjusted.
  package internal(set) var recorded: [(Double, Double)?] = []
  /// The marks of the points.
  package internal(set) var marks: [PlacedMark] = []
  /// The marks beside the words of the key.
  package internal(set) var keyMarks: [PlacedMark] = []
  /// The lines beside the words of the key, and those that lead to a label that was moved.
  package internal(set) var keyLines: [PlacedLine] = []
  /// The bracket beside the words of the key.
  package internal(set) var keyForecast: PlacedForecast?
  /// The band beside the words of the key.
  package internal(set) var keyBand: Box?
  /// The annotations that are drawn.
  package internal(set) var flags: [Flag] = []
  /// The circles of the numbers in the list.
  package internal(set) var listNumbers: [Flag] = []
  /// Every line of text, but for the numbers in circles.
  package internal(set) var texts: [PlacedText] = []

  let sentences: ChartSentences
  let startsAboveZero: Bool
  let isCut: Bool
  /// The labels of the right margin, before any gives way.
  let marginLabels: [MarginLabel]
  var references: [ReferenceLine]
  /// The process limits over the slots of the axis.
  let steps: [LimitSteps]
  /// How much of the forecast's intervals is drawn.
  let forecastReach: ForecastReach
  var keys: [KeyItem] = []
  /// Straight lines that a label should keep off, and how much it matters.
  var obstacles: [(segment: Segment, cost: Double)] = []

  /// The most annotations that are drawn.
  package static let flagLimit = 8
  static let edge = 12.0
  static let labelSize = 13.0
  static let noteSize = 12.0
  static let labelHeight = 15.0

  /// Lays out a chart.
  ///
  /// - Parameters:
  ///   - input: What is shown.
  ///   - size: How large it is drawn.
  package init(_ input: ChartInput, size: ChartFigure.Size) {
    self.input = input
    width = size.width
    sentences = ChartSentences(input)
    let (slots, isCut) = input.slots
    self.isCut = isCut
    references = input.referenceLines(slots: slots)
    steps = input.limitSteps(slots: slots.count)

    var values =
      input.points.indices.compactMap(input.drawnValue) + references.map(\.value)
      + steps.flatMap { $0.steps.map(\.value) }
      + (input.seasons == .adjusted
        ? input.points.filter { $0.use == .used }.compactMap(\.value) : [])
      + input.trajectory.filter { slots.holds($0.period) }.map(\.value)
    let tickCount = max(2, Int(size.plotHeight / 50))
    values.removeAll { !$0.isDrawable }
    forecastReach = ForecastReach(input.forecast, slots: slots, beside: values)
    values += forecastReach.values
    let domain = ValueDomain(of: values, isPercentage: input.isPercentage, count: tickCount)
    startsAboveZero = domain.startsAboveZero

    let tickWidth =
      input.format.labels(LinearTicks(in: domain.bounds, count: tickCount)).map {
        TextMetrics.width($0, size: ChartLayout.noteSize)
      }.max() ?? 0
    let left = max(34, ChartLayout.edge + tickWidth + 6)
    let share = width < 520 ? 0.26 : 0.3
    let room = max(40, min(width * share, width - left - 120))
    marginLabels = ChartLayout.marginLabels(
      references, steps: steps, forecast: forecastReach, slots: slots.count, format: input.format
    ).map { MarginLabel($0, within: room) }
    let labelWidth =
      marginLabels.flatMap(\.lines)
      .map { TextMetrics.width($0, size: ChartLayout.labelSize) }.max() ?? 0
    let right = max(30, labelWidth > 0 ? labelWidth + 14 + 6 : 0)
    let plotRight = max(width - right, left + 60)
    plot = Box(left: left, top: 0, right: plotRight, bottom: size.plotHeight)
    axis = PeriodAxis(
      slots: slots, range: left...plotRight, yearStart: input.yearStart)
    scale = LinearScale(domain: domain.bounds, range: 0...size.plotHeight, count: tickCount)

    var cursor = placeHeader()
    cursor = placeStrip(from: cursor)
    plot.top = cursor
    plot.bottom = cursor + size.plotHeight
    scale = LinearScale(domain: domain.bounds, range: plot.top...plot.bottom, count: tickCount)
    placeBand()
    placeFlagLines()
    placeReferenceLines()
    placeLimits()
    placePoints()
    placeForecast()
    placeMarginLabels()
    placeAxisLabels()
    placePlotLabels()
    cursor = placeNotes(
      from: plot.bottom + (axis.labels.contains { $0.line == 1 } ? 42 : 26))
    height = cursor.rounded(.up)
  }
}

/// A label of the right margin, in lines.
struct MarginLabel {
  let reference: ReferenceLine
  let lines: [String]

  init(_ reference: ReferenceLine, within room: Double) {
    self.reference = reference
    let texts = ["\(reference.word) \(reference.valueText)", reference.addition].compactMap(\.self)
    lines = texts.flatMap {
      TextMetrics.lines($0, within: room, size: ChartLayout.labelSize)
    }
  }

  var length: Double { Double(lines.count) * ChartLayout.labelHeight + 2 }
}
