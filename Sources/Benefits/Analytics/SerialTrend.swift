/// The Mann–Kendall test of values that resemble their neighbours.
///
/// Hamed & Rao, Journal of Hydrology 1998; 204: 182–96: the variance of S is multiplied by what the
/// autocorrelations of the ranks of the residuals around the Sen line add to it, as far as they are more than
/// chance at 5 %. Autocorrelations are taken at calendar distances, up to three periods.
public struct SerialTrend: Hashable, Sendable {
  /// The longest distance that is looked at.
  public static let lags = 3

  /// The autocorrelation of the ranks at each distance from 1 on.
  public let autocorrelations: [Double]
  /// How far from 0 chance alone takes an autocorrelation in 19 of 20 series.
  public let bound: Double
  /// The corrected variance of S; `nil` where the correction leaves none.
  public let variance: Double?
  /// The standardised S with that variance.
  public let z: Double?
  /// The probability of an S at least so far from 0 by chance.
  public let p: Double?

  /// Whether neighbours resemble or avoid each other by more than chance.
  public var isCorrelated: Bool { autocorrelations.contains { $0.magnitude > bound } }

  /// Corrects a test; fails with fewer than three values, and where no residual differs.
  init?(
    _ values: [Double?], slope: Double, score: Int, variance: Double, lags: Int = SerialTrend.lags
  ) {
    let places = values.indices.filter { values[$0]?.isFinite == true }
    guard places.count > 2 else { return nil }
    let residuals = places.map { (values[$0] ?? 0) - Double($0 + 1) * slope }
    let ranks = SerialTrend.ranks(residuals)
    let n = Double(ranks.count)
    let middle = (n + 1) / 2
    var deviations = [Double?](repeating: nil, count: values.count)
    for (place, rank) in zip(places, ranks) { deviations[place] = rank - middle }
    let whole = ranks.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    guard whole > 0 else { return nil }
    bound = NormalDistribution.middle95 / n.squareRoot()
    autocorrelations = (1...max(1, min(lags, values.count - 1))).map { lag in
      zip(deviations, deviations.dropFirst(lag)).reduce(0) { sum, pair in
        sum + (pair.0 ?? 0) * (pair.1 ?? 0)
      } / whole
    }
    var added = 0.0
    for (index, autocorrelation) in autocorrelations.enumerated()
    where autocorrelation.magnitude > bound {
      let rest = n - Double(index + 1)
      added += rest * (rest - 1) * (rest - 2) * autocorrelation
    }
    let corrected = variance * (1 + 2 / (n * (n - 1) * (n - 2)) * added)
    let isUsable = corrected > 0 || variance == 0
    self.variance = isUsable ? corrected : nil
    z = isUsable ? KendallScore.z(score: score, variance: corrected) : nil
    p = z.map(NormalDistribution.twoSided)
  }

  /// Returns ranks from 1; equal numbers share the mean of theirs.
  static func ranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for index in order[start..<end] { ranks[index] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
