/// Whether counts vary as Poisson counts do: Fisher's index of dispersion.
///
/// The sum of squares over the mean follows the chi-square distribution with n − 1 degrees of freedom when the
/// counts are Poisson counts of one rate. It is turned into a normal deviate after Wilson and Hilferty
/// (Proceedings of the National Academy of Sciences 1931; 17: 684); beyond ±1.96 the counts are something else.
public struct CountDispersion: Hashable, Sendable {
  /// The variance over the mean; 1 is to be expected of Poisson counts.
  public let index: Double
  /// The normal deviate of the index.
  public let deviate: Double

  /// The largest deviate, in either direction, that chance lets expect in 19 of 20 series.
  static let limit = 1.96

  /// Tests counts.
  ///
  /// Fails with fewer than two counts, a negative or broken one, or none above 0.
  ///
  /// - Parameter counts: The counts.
  /// - Complexity: O(*n*), where *n* is the number of counts.
  public init?(_ counts: [Double]) {
    guard counts.count > 1, let mean = counts.mean(), mean > 0,
      counts.allSatisfy({ $0 >= 0 && $0 == $0.rounded() })
    else { return nil }
    let degrees = Double(counts.count - 1)
    let sum = counts.reduce(0) { $0 + ($1 - mean) / mean * ($1 - mean) }
    guard sum.isFinite else { return nil }
    index = sum / degrees
    let spread = 2 / (9 * degrees)
    deviate = (Power.of(index, 1 / 3) - (1 - spread)) / spread.squareRoot()
  }

  /// Whether the counts vary as Poisson counts do.
  public var isPoisson: Bool { deviate.magnitude <= CountDispersion.limit }
}
