/// The exact distribution of the number of runs of points above and below a line, were their order random.
///
/// With n1 points above and n2 below, 2k runs have the weight 2 C(n1−1, k−1) C(n2−1, k−1), and 2k + 1 runs
/// C(n1−1, k) C(n2−1, k−1) + C(n1−1, k−1) C(n2−1, k). (Perla, Provost & Murray, BMJ Quality & Safety 2011; 20:
/// 46, print a table for even splits; here the split is the actual one.)
public struct RunsDistribution: Hashable, Sendable {
  /// The largest number of runs u with P(R ≤ u) ≤ 0.05: fewer runs than this are too few.
  public let lower: Int?
  /// The smallest number of runs v with P(R ≥ v) ≤ 0.05: more runs than this are too many.
  public let upper: Int?

  /// The share of each tail.
  private static let tail = 0.05

  /// Finds the limits for a number of points above and below the line.
  ///
  /// - Parameters:
  ///   - above: How many points lie above the line.
  ///   - below: How many points lie below it.
  /// - Complexity: O(√(*above* + *below*)) beyond small numbers.
  public init(above: Int, below: Int) {
    guard above > 0, below > 0 else {
      lower = nil
      upper = nil
      return
    }
    let weights = RunsDistribution.weights(above, below)
    // Rounding in the sums must not decide a tail of exactly 5 %.
    let allowed = weights.reduce(0) { $0 + $1.weight } * RunsDistribution.tail * (1 + 1e-12)
    lower = RunsDistribution.end(of: weights, within: allowed)
    upper = RunsDistribution.end(of: weights.reversed(), within: allowed)
  }

  /// Returns the last number of runs that lies in the tail, counted from the front.
  private static func end(
    of weights: [(runs: Int, weight: Double)], within allowed: Double
  ) -> Int? {
    var sum = 0.0
    var last: Int?
    for (runs, weight) in weights {
      sum += weight
      guard sum <= allowed else { break }
      last = runs
    }
    return last
  }

  /// The weights of the numbers of runs, relative to the commonest, in ascending order; those that are
  /// too small to count are left out.
  private static func weights(_ above: Int, _ below: Int) -> [(runs: Int, weight: Double)] {
    let (one, other) = (Double(above), Double(below))
    let largest = min(above, below)
    let middle = min(largest, max(1, Int(one / (one + other) * other)))
    // P(R = 2k) ∝ 2 A(k) and P(R = 2k + 1) ∝ A(k) (n1 + n2 − 2k) / k, A(k) = C(n1−1, k−1) C(n2−1, k−1).
    let pair = { (k: Int, weight: Double) in
      [
        (runs: 2 * k, weight: 2 * weight),
        (runs: 2 * k + 1, weight: weight * (one + other - 2 * Double(k)) / Double(k)),
      ]
    }
    var lowerHalf: [(runs: Int, weight: Double)] = []
    var weight = 1.0
    var k = middle
    while k > 1, weight > 1e-30 {
      let j = Double(k - 1)
      weight *= j / (one - j) * j / (other - j)
      k -= 1
      lowerHalf += pair(k, weight).reversed()
    }
    var weights = Array(lowerHalf.reversed())
    weight = 1
    k = middle
    while weight > 1e-30 {
      weights += pair(k, weight)
      guard k < largest else { break }
      let j = Double(k)
      weight *= (one - j) / j * (other - j) / j
      k += 1
    }
    return weights.filter { $0.weight > 0 }
  }
}
