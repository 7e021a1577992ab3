public import BenefitsModel

/// What an analyst gets for one series of a table, without a database: a chart's statistics, point by point.
public struct Analysis: Hashable, Sendable {
  /// How a series is to be analysed.
  public struct Options: Hashable, Sendable {
    /// Which chart; `nil` leaves it to the rules, the kind of measure and the number of points.
    public var chart: ChartKind?
    /// What one value is made of, where that is to choose the chart.
    public var kind: MeasureKind?
    /// The conventions that the chart is computed and read by; Benefits' own where none are given.
    public var rules: RuleSet?
    /// Which direction is better.
    public var direction: Direction?
    /// A value to be reached.
    public var target: Double?
    /// How many of the first periods the centre line is frozen on; all when none is given.
    public var freeze: Int?
    /// The indices of the first period of each later phase.
    public var phaseStarts: [Int]
    /// The indices of the periods that are drawn and not used.
    public var excluded: Set<Int>
    /// What a numerator is multiplied by for display.
    public var multiply: Double
    /// How many periods are a cycle of seasons, where each season is to be compared with itself.
    public var cycle: Int?
    /// How shifts are found that a re-base is suggested for.
    public var rebasing: RebaseSuggestion.Method

    /// Creates options.
    ///
    /// - Parameters:
    ///   - chart: Which chart; `nil` leaves it to the rules, the kind and the number of points.
    ///   - kind: What one value is made of.
    ///   - rules: The conventions that the chart is computed and read by.
    ///   - direction: Which direction is better.
    ///   - target: A value to be reached.
    ///   - freeze: How many of the first periods the centre line is frozen on.
    ///   - phaseStarts: The indices of the first period of each later phase.
    ///   - excluded: The indices of the periods that are drawn and not used.
    ///   - multiply: What a numerator is multiplied by for display.
    ///   - cycle: How many periods are a cycle of seasons.
    ///   - rebasing: How shifts are found that a re-base is suggested for.
    public init(
      chart: ChartKind? = nil, kind: MeasureKind? = nil, rules: RuleSet? = nil,
      direction: Direction? = nil, target: Double? = nil, freeze: Int? = nil,
      phaseStarts: [Int] = [], excluded: Set<Int> = [],
      multiply: Double = 1, cycle: Int? = nil,
      rebasing: RebaseSuggestion.Method = RebaseSuggestion.Method()
    ) {
      self.chart = chart
      self.kind = kind
      self.rules = rules
      self.direction = direction
      self.target = target
      self.freeze = freeze
      self.phaseStarts = phaseStarts
      self.excluded = excluded
      self.multiply = multiply
      self.cycle = cycle
      self.rebasing = rebasing
    }
  }

  /// The name of the series.
  public let series: String
  /// Which chart.
  public let chart: ChartKind
  /// The chart with its lines and special causes.
  public let control: ControlChart
  /// What the latest point says; `nil` where the chart gives no such verdict.
  public let variation: Variation?
  /// Whether the process can be relied on to meet the target.
  public let assurance: Assurance
  /// The run chart.
  public let runChart: RunChart
  /// The level: the mean of the last three usable values, or the ratio of their sums.
  public let level: Double?
  /// Where the series has moved to a new level and stayed there.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of periods.
  public var rebasing: [RebaseSuggestion] {
    RebaseSuggestion.all(in: control, method: options.rebasing)
  }
  /// The classical rules for run charts, as notes.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var classical: ClassicalRules {
    ClassicalRules(runChart, isTabulated: control.rules.name == .perla)
  }
  /// How the series was analysed.
  let options: Options
  /// What no value can lie outside of, where that is known.
  let bounds: ClosedRange<Double>?

  /// Analyses a series.
  ///
  /// - Parameters:
  ///   - series: The name of the series.
  ///   - values: The values or numerators, one for each period; `nil` where one is missing.
  ///   - denominators: The denominators, one for each period; a value without one above 0 is missing.
  ///   - options: How the series is to be analysed.
  /// - Complexity: O(*n* log *n*), where *n* is the number of periods.
  public init(
    series: String, values: [Double?], denominators: [Double?]? = nil,
    options: Options = Options()
  ) {
    var displayed = values
    if let denominators {
      displayed = zip(values, denominators).map { number, denominator in
        guard let number, let denominator, denominator > 0 else { return nil }
        return number * options.multiply / denominator
      }
    } else if options.multiply != 1 {
      displayed = values.map { $0.map { $0 * options.multiply } }
    }
    self.series = series
    self.options = options
    bounds = Analysis.bounds(of: values, denominators: denominators, whole: options.multiply)
    let rules = options.rules ?? .mdc
    let frozen = options.freeze.map { 0..<min(max($0, 0), values.count) }
    let usable = displayed.indices.compactMap {
      options.excluded.contains($0) ? nil : displayed[$0]
    }
    chart = options.chart(usable: usable, hasDenominators: denominators != nil)
    runChart = RunChart(
      values: displayed, baseline: frozen, phaseStarts: options.phaseStarts,
      excluded: options.excluded, freezing: rules.freezeScope)
    control = ControlChart(
      chart, numbers: values, denominators: denominators, rules: rules, baseline: frozen,
      phaseStarts: options.phaseStarts, excluded: options.excluded, multiply: options.multiply)
    let sign = options.direction?.sign ?? 0
    variation = Variation(control, sign: sign)
    assurance = Assurance(control, target: options.target, sign: sign)
    let last = Array(
      runChart.values.indices.reversed().lazy
        .filter { [runChart] in
          runChart.values[$0] != nil && !options.excluded.contains($0)
        }.prefix(3))
    if let denominators {
      let numerator = last.reduce(0) { $0 + (values[$1] ?? 0) }
      let denominator = last.reduce(0) { $0 + (denominators[$1] ?? 0) }
      level = denominator > 0 ? numerator * options.multiply / denominator : nil
    } else {
      level = last.reversed().compactMap { [runChart] in runChart.values[$0] }.mean()
    }
  }

  private static func bounds(
    of values: [Double?], denominators: [Double?]?, whole: Double
  ) -> ClosedRange<Double>? {
    guard let denominators, whole > 0 else { return nil }
    var isPart = true
    for case (let number?, let denominator?) in zip(values, denominators) where denominator > 0 {
      if number < 0 { return nil }
      isPart = isPart && number <= denominator
    }
    return 0...(isPart ? whole : .infinity)
  }

  /// How many included periods there are, missing ones counted.
  public var observations: Int { control.phases.reduce(0) { $0 + $1.runs.observations } }

  /// How many values are off their centre line.
  public var useful: Int { control.phases.reduce(0) { $0 + $1.runs.useful } }

  /// The centre line at each period.
  public var centre: [Double?] { control.lines.centre }

  /// The names of the rules that signal at each period; `nil` where none does.
  ///
  /// On a run chart the useful points of every run that is longer than its limit are a shift.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var signals: [[ChangeSignal.Rule]?] { control.marks.map { $0.isEmpty ? nil : $0 } }
}

extension Analysis.Options {
  /// Returns the chart that was asked for, or that suits the kind of measure, the rules and the data.
  ///
  /// Without any of them it is a run chart; so it is for fewer than 15 usable points, unless a control chart was asked
  /// for by name or by a preset that has no other.
  func chart(usable: [Double], hasDenominators: Bool) -> ChartKind {
    if let chart { return chart }
    if rules?.name == .nhsr || rules?.name == .excel { return .i }
    guard kind != nil || rules?.name == .mdc, usable.count >= ChartKind.leastPoints else {
      return .run
    }
    var base = usable
    if let freeze { base = Array(usable.prefix(freeze)) }
    let suited = ChartKind.control(
      for: kind == .count && hasDenominators ? .rate : kind ?? .value, baseline: base)
    return suited.needsDenominators && !hasDenominators ? .i : suited
  }
}
