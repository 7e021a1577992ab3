/// What chance alone lets expect of a number of useful observations on either side of their median.
///
/// Anhøj & Olesen, PLoS ONE 2014; 9: e113825, and Anhøj & Wentzel-Larsen, BMC Medical Research
/// Methodology 2018; 18: 14. Both limits are exact: the first uses whole numbers only, the second the sum
/// of binomial weights.
public struct RunsLimits: Hashable, Sendable {
  /// The longest run to be expected: round(log2 useful) + 3.
  public let longestRun: Int
  /// The fewest crossings to be expected: the 5 % quantile of Binomial(useful − 1, ½).
  public let crossings: Int

  /// Creates the limits for a number of useful observations.
  ///
  /// Fails when no observation is useful.
  ///
  /// - Parameter useful: The number of useful observations.
  /// - Complexity: O(√*useful*).
  public init?(useful: Int) {
    guard let longestRun = RunsLimits.longestRun(useful: useful) else { return nil }
    self.longestRun = longestRun
    crossings = RunsLimits.lowerQuantile(ofTosses: useful - 1)
  }

  /// Returns the longest run to be expected of a number of useful observations.
  ///
  /// log2 n ≥ k + ½ exactly when n² ≥ 2^(2k+1), so no logarithm has to be rounded.
  static func longestRun(useful: Int) -> Int? {
    guard useful > 0 else { return nil }
    let floor = Int.bitWidth - 1 - useful.leadingZeroBitCount
    // Half the square, compared with 4^floor; n < 2^31 keeps the square in range.
    let (square, isTooLarge) = useful.multipliedReportingOverflow(by: useful)
    let roundsUp = isTooLarge ? false : square >> (2 * floor) >= 2
    return floor + (roundsUp ? 1 : 0) + 3
  }

  /// Returns the smallest k such that P(at most k heads in `tosses` fair tosses) ≥ 0.05.
  static func lowerQuantile(ofTosses tosses: Int) -> Int {
    guard tosses > 0 else { return 0 }
    // Weights relative to the largest one, downwards until they are too small to count.
    var weights: [Double] = []
    weights.reserveCapacity(min(tosses / 2 + 1, 64))
    weights.append(1)
    var weight = 1.0
    var heads = tosses / 2
    while heads > 0, weight > 1e-30 {
      weight *= Double(heads) / Double(tosses - heads + 1)
      weights.append(weight)
      heads -= 1
    }
    let lowerHalf = weights.reversed().reduce(0, +)
    let total = tosses.isMultiple(of: 2) ? 2 * lowerHalf - 1 : 2 * lowerHalf
    var cumulative = 0.0
    for (offset, weight) in weights.reversed().enumerated() {
      cumulative += weight
      if cumulative >= 0.05 * total { return heads + offset }
    }
    return tosses / 2
  }
}
