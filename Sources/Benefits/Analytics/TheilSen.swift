/// The median of the slopes of all pairs of points, with the interval that Sen gives it.
struct TheilSen {
  /// A value and its position in calendar order.
  struct Point {
    var position: Double
    var value: Double
  }

  /// The number of points in a season from which slopes are counted instead of listed.
  static let longest = 1000

  private(set) var slope = 0.0
  private(set) var low = 0.0
  private(set) var high = 0.0

  /// Takes the slopes of the pairs within each season.
  ///
  /// The ends of the interval are the slopes of the ranks (N ∓ z·σ)/2, as scipy takes them.
  ///
  /// - Parameters:
  ///   - seasons: The points of each season, by position.
  ///   - variance: The variance of Kendall's score.
  ///   - confidence: How sure the interval is to be.
  init(_ seasons: [[Point]], variance: Double, confidence: Double) {
    let pairs = seasons.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    guard pairs > 0 else { return }
    let reach = NormalDistribution.middle(confidence) * variance.squareRoot()
    let total = Double(pairs)
    let lower = max(Int(((total - reach) / 2).rounded(.toNearestOrEven)) - 1, 0)
    let upper = min(Int(((total + reach) / 2).rounded(.toNearestOrEven)), pairs - 1)
    let ranks = [lower, (pairs - 1) / 2, pairs / 2, upper]
    let chosen =
      seasons.allSatisfy { $0.count <= TheilSen.longest }
      ? TheilSen.listed(seasons, pairs: pairs, ranks: ranks)
      : ranks.map { TheilSen.counted(seasons, rank: $0) }
    low = chosen[0]
    slope = chosen[1] / 2 + chosen[2] / 2
    high = chosen[3]
  }

  static func listed(_ seasons: [[Point]], pairs: Int, ranks: [Int]) -> [Double] {
    var slopes: [Double] = []
    slopes.reserveCapacity(pairs)
    for points in seasons {
      for (index, later) in points.enumerated().dropFirst() {
        for earlier in points[..<index] {
          slopes.append((later.value - earlier.value) / (later.position - earlier.position))
        }
      }
    }
    return ranks.map { slopes.select($0) }
  }

  /// Finds the slope of a rank by halving: as many pairs are flatter than a line as change places when
  /// the points are seen along it.
  static func counted(_ seasons: [[Point]], rank: Int) -> Double {
    let values = seasons.joined().map(\.value)
    guard let least = values.min(), let most = values.max(), most > least else { return 0 }
    var (low, high) = (least - most, most - least)
    while true {
      let middle = low / 2 + high / 2
      guard low < middle, middle < high else { return high }
      let steeper = seasons.reduce(0) { total, points in
        // Those that rise against the line: all pairs, less those that fall or stay level.
        var along = points.reversed().map { $0.value - middle * $0.position }
        return total + KendallScore.sortCountingInversions(&along)
      }
      let flatter = seasons.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 } - steeper
      if flatter > rank { high = middle } else { low = middle }
      if high - low <= 1e-13 * max(high.magnitude, low.magnitude) { return high }
    }
  }
}
