/// What an analyst gets for one series of a table, without a database: a chart's statistics, point by point.
public struct Analysis: Hashable, Sendable {
  /// Which chart the statistics are those of.
  public enum Chart: String, Hashable, Sendable, Codable, CaseIterable {
    /// A run chart.
    case run
  }

  /// How a series is to be analysed.
  public struct Options: Hashable, Sendable {
    /// Which chart.
    public var chart: Chart
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

    /// Creates options.
    ///
    /// - Parameters:
    ///   - chart: Which chart.
    ///   - freeze: How many of the first periods the centre line is frozen on.
    ///   - phaseStarts: The indices of the first period of each later phase.
    ///   - excluded: The indices of the periods that are drawn and not used.
    ///   - multiply: What a numerator is multiplied by for display.
    ///   - cycle: How many periods are a cycle of seasons.
    public init(
      chart: Chart = .run, freeze: Int? = nil, phaseStarts: [Int] = [], excluded: Set<Int> = [],
      multiply: Double = 1, cycle: Int? = nil
    ) {
      self.chart = chart
      self.freeze = freeze
      self.phaseStarts = phaseStarts
      self.excluded = excluded
      self.multiply = multiply
      self.cycle = cycle
    }
  }

  /// The name of the series.
  public let series: String
  /// Which chart.
  public let chart: Chart
  /// The run chart.
  public let runChart: RunChart
  /// The level: the mean of the last three usable values, or the ratio of their sums.
  public let level: Double?
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
    chart = options.chart
    self.options = options
    bounds = Analysis.bounds(of: values, denominators: denominators, whole: options.multiply)
    runChart = RunChart(
      values: displayed, baseline: options.freeze.map { 0..<min(max($0, 0), values.count) },
      phaseStarts: options.phaseStarts, excluded: options.excluded)
    let last = runChart.values.indices.reversed().lazy
      .filter { [runChart] in
        runChart.values[$0] != nil && !options.excluded.contains($0)
      }.prefix(3)
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
  public var observations: Int { runChart.phases.reduce(0) { $0 + $1.runs.observations } }

  /// How many values are off their centre line.
  public var useful: Int { runChart.phases.reduce(0) { $0 + $1.runs.useful } }

  /// The centre line at each period.
  public var centre: [Double?] {
    runChart.phases.flatMap { phase in phase.range.map { _ in phase.centre } }
  }

  /// The names of the rules that signal at each period; `nil` where none does.
  ///
  /// On a run chart the useful points of every run that is longer than its limit are a shift.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var signals: [[ChangeSignal.Rule]?] {
    var signals = [[ChangeSignal.Rule]?](repeating: nil, count: runChart.values.count)
    for phase in runChart.phases where phase.runs.hasLongRun {
      guard let centre = phase.centre, let limit = phase.runs.longestRunLimit else { continue }
      var run: [Int] = []
      var isAbove = false
      for index in phase.range where !runChart.excluded.contains(index) {
        guard let value = runChart.values[index], value != centre else { continue }
        if (value > centre) != isAbove { run.removeAll() }
        isAbove = value > centre
        run.append(index)
        guard run.count > limit else { continue }
        // The whole run the first time, then each further point.
        for member in run.count == limit + 1 ? run : [index] { signals[member] = [.shift] }
      }
    }
    return signals
  }
}
