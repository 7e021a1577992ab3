/// A run chart: values in calendar order, judged phase by phase against a median.
public struct RunChart: Hashable, Sendable {
  /// The values, one for each period from first to last; `nil` where nothing is recorded.
  public var values: [Double?]
  /// The indices of points that are drawn and left out of median and runs analysis.
  public var excluded: Set<Int>
  /// The phases in order; together they cover all values.
  public var phases: [RunChartPhase]
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

/// The runs analysis of Anhøj & Olesen (PLoS ONE 2014; 9: e113825) of one phase.
public struct RunsAnalysis: Hashable, Sendable {
  /// The number of included observations, missing ones counted.
  public var observations: Int
  /// The number of useful observations: present, included and not on the median.
  public var useful: Int
  /// The length of the longest run; `nil` when no observation is useful.
  public var longestRun: Int?
  /// The longest run to be expected: round(log2 useful) + 3.
  public var longestRunLimit: Int?
  /// How often the line crosses the median.
  public var crossings: Int?
  /// The fewest crossings to be expected: the 5 % quantile of Binomial(useful − 1, ½).
  public var crossingsLimit: Int?
  /// The indices from the first to the last point of the (first) longest run.
  public var longestSpan: ClosedRange<Int>?
  /// Whether that run lies above the median.
  public var isLongestAbove: Bool?

  /// Whether the longest run is longer than its limit.
  public var hasLongRun: Bool {
    guard let longestRun, let longestRunLimit else { return false }
    return longestRun > longestRunLimit
  }

  /// Whether the median is crossed less often than expected.
  public var hasFewCrossings: Bool {
    guard let crossings, let crossingsLimit else { return false }
    return crossings < crossingsLimit
  }

  /// Whether either rule signals that the variation is not random.
  public var signal: Bool { hasLongRun || hasFewCrossings }
}
