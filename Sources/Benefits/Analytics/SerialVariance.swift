/// The covariance of coefficients when each error keeps a share of the one before.
///
/// Residuals resemble each other less than the errors do, by as much as the model takes up; with few points that
/// is most of it. The share is therefore the one that would leave residuals like those that were found: the
/// expected ratio of neighbouring products to squares is set equal to the observed one. A negative share is
/// taken for 0.
struct SerialVariance {
  /// The share of the error before that each error keeps.
  let share: Double
  /// The covariance of the coefficients.
  let covariance: [[Double]]
  /// How many degrees of freedom the variance of the errors is worth.
  let degrees: Int

  /// Estimates the share.
  ///
  /// - Complexity: O(*n*² · *k*) for *n* rows and *k* columns.
  init(_ fit: LeastSquares, rows: [[Double]], positions: [Int]) {
    let width = rows[0].count
    let all = 0..<width
    let count = rows.count
    // M takes from a vector what the model explains: M = 1 − X (X'X)⁻¹ X'.
    let halves = rows.map { row in all.map { i in SerialVariance.product(fit.inverse[i], row) } }
    var maker = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0..<count {
        maker[i][j] = (i == j ? 1 : 0) - SerialVariance.product(halves[i], rows[j])
      }
    }
    // N has the row before, where that is a neighbour: the products are e' N e with e = M u.
    var product = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for i in 1..<count where positions[i] - positions[i - 1] == 1 {
      for j in 0..<count { product[i][j] = maker[i - 1][j] }
    }
    // M N M, row by row, as N M less what the model explains of its columns.
    var explained = [[Double]](repeating: [Double](repeating: 0, count: width), count: count)
    for i in 0..<count {
      for j in 0..<count {
        let value = product[i][j]
        guard value != 0 else { continue }
        for k in 0..<width { explained[j][k] += rows[i][k] * value }
      }
    }
    for i in 0..<count {
      for j in 0..<count { product[i][j] -= SerialVariance.product(halves[i], explained[j]) }
    }
    let span = (positions.last ?? 0) - (positions.first ?? 0)
    var squares = [Double](repeating: 0, count: span + 1)
    var products = squares
    for i in 0..<count {
      for j in 0..<count {
        let distance = abs(positions[i] - positions[j])
        squares[distance] += maker[i][j]
        products[distance] += product[i][j]
      }
    }
    let residuals = fit.residuals
    let whole = residuals.reduce(0) { $0 + $1 * $1 }
    var neighbours = 0.0
    for i in 1..<count where positions[i] - positions[i - 1] == 1 {
      neighbours += residuals[i] * residuals[i - 1]
    }
    let observed = whole > 0 ? neighbours / whole : 0
    func expected(_ share: Double) -> (ratio: Double, squares: Double) {
      var power = 1.0
      var (numerator, denominator) = (0.0, 0.0)
      for distance in squares.indices {
        numerator += power * products[distance]
        denominator += power * squares[distance]
        power *= share
      }
      return (numerator / denominator, denominator)
    }
    var (low, high) = (0.0, 0.95)
    if expected(0).ratio >= observed {
      high = 0
    } else {
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if expected(middle).ratio < observed { low = middle } else { high = middle }
      }
    }
    let share = high
    self.share = share
    let variance = whole / expected(share).squares
    var meat = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    let weights = (0...span).map { SerialVariance.power(share, $0) }
    for i in 0..<count {
      for j in 0..<count {
        let weight = weights[abs(positions[i] - positions[j])]
        guard weight > 1e-12 else { continue }
        for a in 0..<width {
          let own = weight * rows[i][a]
          for b in 0..<width { meat[a][b] += own * rows[j][b] }
        }
      }
    }
    covariance = all.map { a in
      all.map { b in
        var sum = 0.0
        for i in all { for j in all { sum += fit.inverse[a][i] * meat[i][j] * fit.inverse[j][b] } }
        return sum * variance
      }
    }
    // Errors that keep a share of each other are worth fewer independent ones.
    let worth = Double(count) * (1 - share) / (1 + share)
    degrees = max(2, Int((worth - Double(width)).rounded()))
  }

  /// The sum of the products of two rows; a plain loop, since it is run a million times for a long report.
  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for k in 0..<min(one.count, other.count) { sum += one[k] * other[k] }
    return sum
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result *= factor }
      factor *= factor
      rest /= 2
    }
    return result
  }
}
