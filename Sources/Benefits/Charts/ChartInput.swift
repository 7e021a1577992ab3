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
  public var unit: String { didSet { format = ValueFormat(unit: unit, decimals: decimals) } }
  /// The decimals of the values.
  public var decimals: Int { didSet { format = ValueFormat(unit: unit, decimals: decimals) } }
  /// How values are written in the chart.
  package private(set) var format: ValueFormat
  /// Which direction is better; `nil` when nobody said.
  public var direction: Direction?
  /// +1 where a change upwards is for the better, −1 where one downwards is, 0 for neither.
  package var sign: Double
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
  /// The control chart of the points, which is drawn instead; without one, the run chart is.
  public var control: ControlChart?
  /// What the latest point of the control chart says.
  public var variation: Variation?
  /// Whether the process can be relied on to meet the target.
  public var assurance: Assurance?
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
  /// What is expected of a period to come.
  public var forecast: ChartForecast?
  /// The periods whose values were changed after they were first recorded.
  public var revised: Set<Period>
  /// What is shown beside the values, in calendar order.
  public var annotations: [ChartAnnotation]
  /// What the title says after the name, where it is not what the rules of the chart find.
  public var finding: String?
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
    self.init(
      name: name, points: points, chart: chart, id: id ?? name, unit: unit,
      decimals: ValueFormat.decimals(
        for: points.map(\.value), lines: chart.phases.map(\.centre), [target]),
      direction: direction, target: target, yearStart: yearStart)
  }

  /// Creates the input of a chart whose decimals are known.
  init(
    name: String, points: [SeriesPoint], chart: RunChart, id: String, unit: String, decimals: Int,
    direction: Direction?, target: Double? = nil, yearStart: YearStart
  ) {
    self.id = ChartInput.identifier(id)
    title = name
    place = nil
    self.unit = unit
    self.decimals = decimals
    format = ValueFormat(unit: unit, decimals: decimals)
    self.direction = direction
    sign = direction?.sign ?? 0
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
    control = nil
    variation = nil
    assurance = nil
    forecast = nil
    revised = []
    finding = nil
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
        && (UInt8(scalar.value).isASCIIAlphanumeric || scalar == "." || scalar == "_")
      out.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return out
  }
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

/// What is expected of a period to come, with two intervals.
public struct ChartForecast: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The expected value.
  public var value: Double
  /// Where 80 % of such values lie.
  public var middle80: ClosedRange<Double>
  /// Where 95 % of such values lie.
  public var middle95: ClosedRange<Double>

  /// Creates a forecast.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - value: The expected value.
  ///   - middle80: Where 80 % of such values lie.
  ///   - middle95: Where 95 % of such values lie.
  public init(
    period: Period, value: Double, middle80: ClosedRange<Double>, middle95: ClosedRange<Double>
  ) {
    self.period = period
    self.value = value
    self.middle80 = middle80
    self.middle95 = middle95
  }

  /// Creates the forecast of a period from a step of a course.
  ///
  /// Fails where a number of it is not finite.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - period: Its period.
  public init?(_ step: Forecast.Step, of period: Period) {
    let numbers = [step.value, step.low80, step.high80, step.low95, step.high95]
    guard numbers.allSatisfy(\.isDrawable), step.low80 <= step.high80, step.low95 <= step.high95
    else { return nil }
    self.init(
      period: period, value: step.value, middle80: step.low80...step.high80,
      middle95: step.low95...step.high95)
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
