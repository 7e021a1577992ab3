/// An XmR chart with its limits frozen on a baseline.
///
/// The limits are mean ± 2.66 times the average moving range of neighbouring periods of the baseline
/// (Provost & Murray, The Health Care Data Guide, 2011); 2.66 = 3 / 1.128. Ranges are not screened, and no
/// range joins two values across a period without a usable one. The limits are never clipped.
public struct XmRChart: Hashable, Sendable {
  /// The mean of the baseline, or the line that was given.
  public let centre: Double
  /// The average moving range of the baseline; `nil` without two neighbouring values.
  public let averageMovingRange: Double?
  /// How many usable values the limits rest on.
  public let baselineCount: Int

  /// Creates the chart.
  ///
  /// Fails when there is neither a line nor a usable value in the baseline.
  ///
  /// - Parameters:
  ///   - values: The values, `nil` where one is missing or not to be used.
  ///   - baseline: The indices that the limits are taken from.
  ///   - centre: The line, where it is not the mean of the baseline.
  /// - Complexity: O(*n*), where *n* is the length of the baseline.
  public init?(values: [Double?], baseline: Range<Int>, centre: Double? = nil) {
    let window = values[baseline.clamped(to: values.indices)]
    let usable = window.compactMap(\.self)
    guard let centre = centre ?? usable.mean() else { return nil }
    self.centre = centre
    baselineCount = usable.count
    averageMovingRange = zip(window, window.dropFirst())
      .compactMap { earlier, later in
        guard let earlier, let later else { return nil }
        return (later - earlier).magnitude
      }.mean()
  }

  /// The distance of one sigma from the line; `nil` when there are no ranges or all values are equal.
  public var sigma: Double? {
    guard let averageMovingRange, averageMovingRange > 0 else { return nil }
    return 2.66 / 3 * averageMovingRange
  }

  /// The lower process limit.
  public var lower: Double? { sigma.map { centre - 3 * $0 } }

  /// The upper process limit.
  public var upper: Double? { sigma.map { centre + 3 * $0 } }
}
