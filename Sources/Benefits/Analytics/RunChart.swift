/// A run chart: values in calendar order, judged phase by phase against a median.
public struct RunChart: Hashable, Sendable {
  /// The values, one for each period from first to last; `nil` where nothing is recorded.
  public var values: [Double?]
  /// The indices of points that are drawn and left out of median and runs analysis.
  public var excluded: Set<Int>
  /// The phases in order; together they cover all values.
  public var phases: [RunChartPhase]

  /// Creates a run chart.
  ///
  /// Each phase has a median of its own. A baseline freezes the median of the phase that it begins in:
  /// the median is taken from the baseline's part of that phase and drawn through to the phase's end. The
  /// runs analysis always covers the whole phase.
  ///
  /// - Parameters:
  ///   - values: The values, one for each period; `nil`, infinite and not-a-number are missing.
  ///   - baseline: The indices to take the first median from; the whole phase when none are given.
  ///   - phaseStarts: The indices of the first value of each later phase, in any order; those outside
  ///     the values start no phase.
  ///   - excluded: The indices of points that are drawn and not used.
  ///   - scope: Which phases the baseline is for.
  /// - Complexity: O(*n* log *n*), where *n* is the number of values.
  public init(
    values: [Double?], baseline: Range<Int>? = nil, phaseStarts: [Int] = [],
    excluded: Set<Int> = [], freezing scope: RuleSet.FreezeScope = .firstPhase
  ) {
    self.values = values.map { value in value.flatMap { $0.isFinite ? $0 : nil } }
    self.excluded = excluded
    phases = PhaseSpan.phases(
      count: values.count, starts: phaseStarts, baseline: baseline, scope: scope
    ).map { [values = self.values] span in
      let centre = span.baseline.compactMap { excluded.contains($0) ? nil : values[$0] }.median()
      return RunChartPhase(
        range: span.range, baseline: span.baseline, centre: centre,
        runs: RunsAnalysis(values: values, range: span.range, excluded: excluded, centre: centre))
    }
  }
}

/// One phase of a run chart.
public struct RunChartPhase: Hashable, Sendable {
  /// The indices of the phase's values.
  public var range: Range<Int>
  /// The indices that the median was taken from.
  public var baseline: Range<Int>
  /// The median; `nil` when the baseline holds no usable value.
  public var centre: Double?
  /// The runs analysis of the phase.
  public var runs: RunsAnalysis
}
