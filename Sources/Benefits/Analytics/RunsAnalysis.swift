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
  /// Whether runs say anything here; neighbouring moving ranges share a value, so theirs do not.
  public var isJudged = true

  /// Analyses the runs of a stretch of values on either side of a line.
  ///
  /// - Parameters:
  ///   - values: The values, `nil` where one is missing.
  ///   - range: The stretch to analyse.
  ///   - excluded: The indices to leave out.
  ///   - centre: The line; without one, no observation is useful.
  /// - Complexity: O(*n*), where *n* is the length of the stretch.
  public init(values: [Double?], range: Range<Int>, excluded: Set<Int>, centre: Double?) {
    observations = 0
    useful = 0
    var counter = centre.map(RunCounter.init(centre:))
    for index in range where excluded.isEmpty || !excluded.contains(index) {
      observations += 1
      if let value = values[index] { counter?.count(value, at: index) }
    }
    guard let counter, let limits = RunsLimits(useful: counter.useful) else { return }
    useful = counter.useful
    longestRun = counter.longest?.length
    longestRunLimit = limits.longestRun
    crossings = counter.runs - 1
    crossingsLimit = limits.crossings
    longestSpan = counter.longest?.span
    isLongestAbove = counter.longest?.isAbove
  }

  /// Whether the longest run is longer than its limit.
  public var hasLongRun: Bool {
    guard isJudged, let longestRun, let longestRunLimit else { return false }
    return longestRun > longestRunLimit
  }

  /// Whether the median is crossed less often than expected.
  public var hasFewCrossings: Bool {
    guard isJudged, let crossings, let crossingsLimit else { return false }
    return crossings < crossingsLimit
  }

  /// Whether either rule signals that the variation is not random.
  public var signal: Bool { hasLongRun || hasFewCrossings }
}
