/// A chart with its lines and special causes, phase by phase.
///
/// Lines and special causes are computed in the units of the chart's theory and multiplied for display at the
/// very end, so that proportions are compared with limits between 0 and 1.
public struct ControlChart: Hashable, Sendable {
  /// One phase of a chart.
  public struct Phase: Hashable, Sendable {
    /// The indices of the phase.
    public let range: Range<Int>
    /// The indices of its baseline; the whole phase where none is frozen.
    public let baseline: Range<Int>
    /// How many usable values the lines rest on.
    public let baselineCount: Int
    /// The line in the middle.
    public fileprivate(set) var centre: Double?
    /// The average moving range that the limits rest on, where they rest on one.
    public let averageRange: Double?
    /// How many moving ranges were left out.
    public let screenedRanges: Int
    /// What keeps the phase from having limits.
    public let missingLimits: MissingLimits?
    /// The runs analysis of the phase.
    public let runs: RunsAnalysis

    /// Whether so few values carry the limits that they will still move.
    public var isTrial: Bool { baselineCount < ControlChart.trialLength }
  }

  /// What keeps a phase from having limits.
  public enum MissingLimits: String, Hashable, Sendable, Codable, CaseIterable {
    /// A run chart has none.
    case runChart = "run-chart"
    /// There is no usable value.
    case noValues = "no-values"
    /// There is one value, or no two that are neighbours.
    case tooFewValues = "too-few-values"
    /// All values of the baseline are equal.
    case equalValues = "all-values-equal"

    /// The words for captions.
    public var phrase: String {
      switch self {
      case .runChart: "a run chart has no limits"
      case .noValues: "no limits: no value that can be used"
      case .tooFewValues: "no limits: too few neighbouring values"
      case .equalValues: "no limits: all values equal"
      }
    }
  }

  /// The fewest values of a baseline whose limits are more than trial limits.
  public static let trialLength = 12

  /// Which chart it is.
  public let kind: ChartKind
  /// The conventions that it is computed and read by.
  public let rules: RuleSet
  /// What is plotted, one for each period; `nil` where it is missing.
  public let values: [Double?]
  /// The indices of points that are drawn and not used.
  public let excluded: Set<Int>
  /// The lines.
  public let lines: ChartLines
  /// The phases in order; together they cover all periods.
  public let phases: [Phase]
  /// The special causes, phase by phase, in the order of rules, then of time.
  public let signals: [ChangeSignal]
  /// The rules that mark each point; empty where none does.
  public let marks: [[ChangeSignal.Rule]]
  /// Whether each point lies outside its limits.
  public let isOutside: [Bool]

  /// Computes a chart.
  ///
  /// - Parameters:
  ///   - kind: Which chart.
  ///   - numbers: The values or numerators, one for each period; `nil` where one is missing.
  ///   - denominators: The denominators; a number without one above 0 is missing.
  ///   - rules: The conventions to compute and read it by.
  ///   - baseline: The indices of the frozen baseline; whole phases where none is given.
  ///   - phaseStarts: The indices of the first period of each later phase.
  ///   - excluded: The indices of points that are drawn and not used.
  ///   - multiply: What lines and values are multiplied by for display.
  /// - Complexity: O(*n* log *n*), where *n* is the number of periods.
  public init(
    _ kind: ChartKind, numbers: [Double?], denominators: [Double?]? = nil, rules: RuleSet = .mdc,
    baseline: Range<Int>? = nil, phaseStarts: [Int] = [], excluded: Set<Int> = [],
    multiply: Double = 1
  ) {
    self.kind = kind
    self.rules = rules
    self.excluded = excluded
    let basis = Basis(
      kind, numbers: numbers, denominators: denominators, rules: rules, baseline: baseline,
      phaseStarts: phaseStarts, excluded: excluded, multiply: multiply)
    let (plotted, lines) = (basis.plotted, basis.lines)
    var phases: [Phase] = []
    var signals: [ChangeSignal] = []
    var marks = [[ChangeSignal.Rule]](repeating: [], count: numbers.count)
    var isOutside = [Bool](repeating: false, count: numbers.count)
    for (span, result) in zip(basis.spans, basis.results) {
      let drawn = lines.centre[span.range.lowerBound]
      var runs = RunsAnalysis(
        values: plotted, range: span.range, excluded: excluded, centre: drawn)
      runs.isJudged = !kind.isOverlapping
      if rules.longestOfNoneIsZero, runs.useful == 0 { runs.longestRun = 0 }
      let search = SpecialCauseSearch(rules: rules.reading(of: kind), lines: lines)
      var points: [SpecialCauseSearch.Point] = []
      points.reserveCapacity(span.range.count)
      for index in span.range {
        if let value = plotted[index] { points.append((index, value)) }
      }
      let used = excluded.isEmpty ? points : points.filter { !excluded.contains($0.index) }
      let found =
        kind.isOverlapping
        ? used.compactMap(search.outside)
        : search.findings(
          in: used, centre: drawn, longestRun: RunsLimits.longestRun(useful: runs.useful))
      for finding in found {
        signals.append(finding.signal)
        // The many points that only this marks share one list.
        let rule = finding.signal.rule
        let only = [rule]
        for member in finding.members {
          if marks[member].isEmpty {
            marks[member] = only
          } else if !marks[member].contains(rule) {
            marks[member].append(rule)
          }
        }
      }
      for point in rules.testsExcluded ? points : used where search.isOutside(point) {
        isOutside[point.index] = true
      }
      let base =
        (span.baseline == span.range
        ? used : used.filter { span.baseline.contains($0.index) }).map(\.value)
      phases.append(
        Phase(
          range: span.range, baseline: span.baseline, baselineCount: base.count,
          centre: drawn, averageRange: result.averageRange,
          screenedRanges: result.screened,
          missingLimits: Self.missingLimits(
            kind, base: base, isLimited: span.range.contains { lines.upper[$0] != nil }),
          runs: runs))
    }
    self.signals = signals
    self.marks = marks
    self.isOutside = isOutside
    // A moving range is a number of its own, whatever the values it lies between were made of.
    let displayed =
      kind.isOverlapping
      ? plotted.map { $0.flatMap { ($0 * basis.multiply).finite } }
      : Self.displayed(
        plotted, numbers: basis.numbers, denominators: basis.divisors, multiply: basis.multiply)
    var shown = lines.multiplied(by: basis.multiply)
    // A line that a value lies on is shown as that value: 57 of 100 is 57 % and not 56.99999999999999 %.
    for phase in phases where basis.multiply != 1 {
      guard let centre = lines.centre[phase.range.lowerBound],
        let index = phase.range.first(where: { plotted[$0] == centre }),
        let value = displayed[index]
      else { continue }
      for index in phase.range { shown.centre[index] = value }
    }
    self.phases = phases.map { phase in
      var phase = phase
      phase.centre = shown.centre[phase.range.lowerBound]
      return phase
    }
    self.lines = shown
    values = displayed
  }

  /// The special causes that the latest usable point takes part in, in the order of rules.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var latestSignals: [ChangeSignal] {
    guard let latest else { return [] }
    return signals.filter { $0.span.upperBound == latest && marks[latest].contains($0.rule) }
  }

  /// The index of the last point that is used.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var latest: Int? {
    values.indices.last { values[$0] != nil && !excluded.contains($0) }
  }
}

extension ControlChart {
  /// The lower and the upper process limits, one for each period; `nil` where there is none.
  package typealias Limits = (lower: [Double?], upper: [Double?])

  /// Computes only the process limits of a chart, as the initialiser with the same parameters does.
  package static func limits(
    _ kind: ChartKind, numbers: [Double?], denominators: [Double?]? = nil,
    baseline: Range<Int>? = nil, phaseStarts: [Int] = [], multiply: Double = 1
  ) -> Limits {
    let basis = Basis(
      kind, numbers: numbers, denominators: denominators, rules: .mdc, baseline: baseline,
      phaseStarts: phaseStarts, excluded: [], multiply: multiply)
    let lines = basis.lines.multiplied(by: basis.multiply)
    return (lines.lower, lines.upper)
  }

  /// What is plotted and its lines, in the units of the chart's theory.
  private struct Basis {
    let spans: [PhaseSpan]
    let numbers: [Double?]
    /// The denominators, where the chart takes them into account.
    let divisors: [Double?]?
    let multiply: Double
    let plotted: [Double?]
    let results: [LimitFormula.Result]
    let lines: ChartLines

    init(
      _ kind: ChartKind, numbers: [Double?], denominators: [Double?]?, rules: RuleSet,
      baseline: Range<Int>?, phaseStarts: [Int], excluded: Set<Int>, multiply: Double
    ) {
      spans = PhaseSpan.phases(
        count: numbers.count, starts: phaseStarts, baseline: baseline, scope: rules.freezeScope)
      divisors = kind.ignoresDenominators ? nil : denominators
      // These have no scale of their own: their points are what is displayed, so that a median is one of them.
      let isScaledFirst = kind == .run || kind == .i
      self.numbers =
        isScaledFirst && multiply != 1 ? numbers.map { $0.map { $0 * multiply } } : numbers
      self.multiply = isScaledFirst ? 1 : multiply
      plotted = ControlChart.plotted(
        kind, numbers: self.numbers, denominators: divisors, excluded: excluded, phases: spans)
      let formula = LimitFormula(
        kind: kind, rules: rules, values: plotted, denominators: divisors, excluded: excluded)
      results = spans.map(formula.result)
      var lines = ChartLines(count: numbers.count)
      for (span, result) in zip(spans, results) {
        lines.set(result, kind: kind, in: span.range, rules: rules)
      }
      self.lines = lines
    }
  }

  private static func missingLimits(
    _ kind: ChartKind, base: [Double], isLimited: Bool
  ) -> MissingLimits? {
    if kind == .run { return .runChart }
    guard !isLimited else { return nil }
    guard let first = base.first else { return .noValues }
    return base.count > 1 && base.allSatisfy { $0 == first } ? .equalValues : .tooFewValues
  }

  /// What the chart plots in the units of its theory.
  private static func plotted(
    _ kind: ChartKind, numbers: [Double?], denominators: [Double?]?, excluded: Set<Int>,
    phases: [PhaseSpan]
  ) -> [Double?] {
    var values = numbers.map { number in number.flatMap(\.finite) }
    if let denominators {
      for index in values.indices {
        guard let number = values[index] else { continue }
        let denominator = index < denominators.count ? denominators[index] : nil
        values[index] = denominator.flatMap { $0 > 0 ? (number / $0).finite : nil }
      }
    }
    switch kind {
    case .mr:
      var ranges = [Double?](repeating: nil, count: values.count)
      for phase in phases {
        for index in phase.range.dropFirst() {
          guard let value = values[index], let before = values[index - 1],
            !excluded.contains(index - 1)
          else { continue }
          ranges[index] = (value - before).magnitude.finite
        }
      }
      return ranges
    case .t, .c, .g, .u, .up, .p, .pp:
      // A negative count, time or share is no value of these charts.
      return values.map { value in value.flatMap { $0 >= 0 ? $0 : nil } }
    case .run, .i, .ip: return values
    }
  }

  private static func displayed(
    _ plotted: [Double?], numbers: [Double?], denominators: [Double?]?, multiply: Double
  ) -> [Double?] {
    guard multiply != 1 else { return plotted }
    return plotted.indices.map { index in
      guard let value = plotted[index] else { return nil }
      // Multiplying first keeps 57 of 100 at 57 %.
      if let number = numbers[index], let denominator = denominators?[index],
        let exact = (number * multiply / denominator).finite
      {
        return exact
      }
      return (value * multiply).finite
    }
  }
}

extension ChartLines {
  fileprivate mutating func set(
    _ result: LimitFormula.Result, kind: ChartKind, in range: Range<Int>, rules: RuleSet
  ) {
    let showsEqual = rules.showsEqualLimits
    if kind == .mr {
      let mean = result.centre.flatMap { $0 > 0 || showsEqual ? $0 : nil }
      set(
        (
          result.centre, mean.map { _ in 0 }, mean.flatMap { ($0 * LimitFormula.d4).finite },
          mean.map { _ in 0 }, mean.flatMap { ($0 * LimitFormula.d4 * 2 / 3).finite }
        ), in: range)
      return
    }
    switch result.sigma {
    case .constant(let sigma): set(result.lines(sigma, showsEqual: showsEqual), in: range)
    case .varying(let sigma):
      for index in range {
        set(result.lines(sigma(index), showsEqual: showsEqual), in: index..<index + 1)
      }
    }
  }

  private mutating func set(_ lines: LimitFormula.Lines, in range: Range<Int>) {
    for index in range { centre[index] = lines.centre }
    for index in range { lower[index] = lines.lower }
    for index in range { upper[index] = lines.upper }
    for index in range { nearLower[index] = lines.nearLower }
    for index in range { nearUpper[index] = lines.nearUpper }
  }
}
