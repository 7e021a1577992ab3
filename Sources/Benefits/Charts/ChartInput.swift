public import BenefitsAnalytics
public import BenefitsModel

/// Everything that one chart shows, as plain values.
///
/// It is made of an assessment, or of a bare series that belongs to no plan.
public struct ChartInput: Hashable, Sendable {
  /// What is done about the seasons of the year.
  public enum Seasons: Hashable, Sendable {
    /// The measure has no seasons.
    case none
    /// They are taken out: the chart's values are adjusted, those of the points as recorded.
    case adjusted
    /// Too little is recorded to take them out, so that runs tell nothing.
    case sameSeason
  }

  /// The identifier that the chart's elements are named after; unique in a page.
  public var id: String
  /// What is measured.
  public var title: String
  /// The place and group, as `Alderwick, most deprived fifth`.
  public var place: String?
  /// The unit of the values.
  public var unit: String
  /// The decimals of the values.
  public var decimals: Int
  /// Which direction is better; `nil` when nobody said.
  public var direction: Direction?
  /// Whether the values are percentages of a whole, which lie between 0 and 100.
  public var isPercentage: Bool
  /// Whether numerator and denominator stand behind each value.
  public var isRatio: Bool
  /// Whether each value is the time from one rare event to the next, at the day of the later one.
  public var isEventGaps: Bool
  /// What is done about the seasons of the year.
  public var seasons: Seasons
  /// How many periods lie between two values.
  public var interval: Int
  /// The month that years begin in.
  public var yearStart: YearStart
  /// The points, one for each measured period from first to last.
  public var points: [SeriesPoint]
  /// The run chart of the points.
  public var chart: RunChart
  /// The names of the chart's phases, where they have one.
  public var phaseNames: [String?]
  /// The baseline's number.
  public var baseline: Double?
  /// Whether the baseline is a stated number rather than taken from a window.
  public var isBaselineStated: Bool
  /// The indices of the points in the baseline's window.
  public var baselineRange: Range<Int>?
  /// The current level.
  public var level: Double?
  /// The targets in the order in which they come into force.
  public var targets: [ChartTarget]
  /// The limit that must not be passed.
  public var guardrail: Guardrail?
  /// The planned values.
  public var trajectory: [PlannedValue]
  /// Whether the trajectory is assumed, since the plan gives none.
  public var isTrajectoryAssumed: Bool
  /// What is shown beside the values, in calendar order.
  public var annotations: [ChartAnnotation]
  /// A sentence on what the chart means, for the description.
  public var sentence: String?
  /// Remarks that stand under the chart.
  public var remarks: [String]

  /// Creates the input of a chart for a bare series that belongs to no plan.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - points: The points, one for each period from first to last.
  ///   - chart: The run chart of the points.
  ///   - id: The identifier that the chart's elements are named after; made from the name when none is given.
  ///   - unit: The unit of the values.
  ///   - direction: Which direction is better.
  ///   - target: A value to reach.
  ///   - yearStart: The month that years begin in.
  public init(
    name: String, points: [SeriesPoint], chart: RunChart, id: String? = nil, unit: String = "",
    direction: Direction? = nil, target: Double? = nil, yearStart: YearStart = .april
  ) {
    self.id = ChartInput.identifier(id ?? name)
    title = name
    place = nil
    self.unit = unit
    decimals = ValueFormat.decimals(
      for: points.compactMap(\.value) + chart.phases.compactMap(\.centre)
        + [target].compactMap(\.self))
    self.direction = direction
    isPercentage = unit == "%"
    isRatio = points.contains { $0.measurement?.denominator != nil }
    isEventGaps = false
    seasons = .none
    interval = 1
    self.yearStart = yearStart
    self.points = points
    self.chart = chart
    phaseNames = chart.phases.map { _ in nil }
    baseline = nil
    isBaselineStated = false
    // A baseline that is the whole phase is no baseline that anything is compared with.
    baselineRange = chart.phases.first.flatMap { $0.baseline == $0.range ? nil : $0.baseline }
    level = nil
    targets = target.map { [ChartTarget(value: $0)] } ?? []
    guardrail = nil
    trajectory = []
    isTrajectoryAssumed = false
    annotations = []
    sentence = nil
    remarks = []
  }

  /// Returns a text as an identifier: letters, digits, full stops and hyphens, other characters as hyphens.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The identifier, which begins with `chart-`.
  package static func identifier(_ text: String) -> String {
    var out = "chart-"
    for scalar in text.unicodeScalars.prefix(80) {
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar == "." || scalar == "_")
      out.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return out
  }

  /// How values are written in the chart.
  package var format: ValueFormat { ValueFormat(unit: unit, decimals: decimals) }
}

/// A target as a chart shows it: a value over a range of periods.
public struct ChartTarget: Hashable, Sendable {
  /// The value to reach.
  public var value: Double
  /// A better value that is hoped for.
  public var stretch: Double?
  /// The first period in force; from the beginning when none is given.
  public var from: Period?
  /// The last period in force; without end when none is given.
  public var through: Period?
  /// The period by which it is to be reached.
  public var reachBy: Period?

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - value: The value to reach.
  ///   - stretch: A better value that is hoped for.
  ///   - from: The first period in force.
  ///   - through: The last period in force.
  ///   - reachBy: The period by which it is to be reached.
  public init(
    value: Double, stretch: Double? = nil, from: Period? = nil, through: Period? = nil,
    reachBy: Period? = nil
  ) {
    self.value = value
    self.stretch = stretch
    self.from = from
    self.through = through
    self.reachBy = reachBy
  }
}

/// Something dated that a chart shows.
public struct ChartAnnotation: Hashable, Sendable {
  /// The day.
  public var date: Day
  /// What kind of thing happened, which decides what is drawn first where there is too much.
  public var kind: Annotation.Kind
  /// What happened, in a sentence.
  public var text: String

  /// Creates an annotation.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - kind: What kind of thing happened.
  ///   - text: What happened, in a sentence.
  public init(date: Day, kind: Annotation.Kind, text: String) {
    self.date = date
    self.kind = kind
    self.text = text
  }
}
