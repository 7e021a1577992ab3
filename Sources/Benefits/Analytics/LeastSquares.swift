/// A straight-line model fitted by least squares, with errors that allow for neighbours that resemble each other.
///
/// The covariance is Newey's and West's (Econometrica 1987; 55: 703–8) with Bartlett weights and the factor
/// n / (n − k) for few points. Distances between rows are those of their positions, so that a gap is one.
struct LeastSquares {
  private(set) var coefficients: [Double]
  /// The covariance of the coefficients, row by row.
  private(set) var covariance: [[Double]]
  /// The inverse of the products of the columns.
  let inverse: [[Double]]
  /// What is left of each row.
  private(set) var residuals: [Double]

  /// Fits the model; fails when the columns say the same or there are not more rows than columns.
  ///
  /// - Parameters:
  ///   - rows: The rows, each with as many columns.
  ///   - outcomes: What is to be explained, one for each row.
  ///   - positions: The position of each row in calendar order, ascending.
  ///   - lags: Over how many periods neighbours may resemble each other.
  /// - Complexity: O(*n* · *k*² · *l*) for *n* rows, *k* columns and *l* lags.
  init?(_ rows: [[Double]], outcomes: [Double], positions: [Int], lags: Int) {
    guard let width = rows.first?.count, rows.count > width else { return nil }
    let all = 0..<width
    var product = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for row in rows {
      for i in all { for j in all { product[i][j] += row[i] * row[j] } }
    }
    guard let inverse = LeastSquares.inverse(product) else { return nil }
    func solve(_ wanted: [Double]) -> [Double] {
      var right = [Double](repeating: 0, count: width)
      for (row, value) in zip(rows, wanted) { for i in all { right[i] += row[i] * value } }
      return all.map { i in all.reduce(0) { $0 + inverse[i][$1] * right[$1] } }
    }
    func rest(_ wanted: [Double], _ coefficients: [Double]) -> [Double] {
      zip(rows, wanted).map { row, value in
        value - all.reduce(0) { $0 + row[$1] * coefficients[$1] }
      }
    }
    // A second pass over what the first left takes its rounding away.
    let first = solve(outcomes)
    let second = solve(rest(outcomes, first))
    let coefficients = zip(first, second).map { $0 + $1 }
    let residuals = rest(outcomes, coefficients)

    let scores = zip(rows, residuals).map { row, residual in row.map { $0 * residual } }
    var meat = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for later in scores.indices {
      for earlier in stride(from: later, through: 0, by: -1) {
        let lag = positions[later] - positions[earlier]
        guard lag <= lags else { break }
        let weight = 1 - Double(lag) / Double(lags + 1)
        for i in all {
          for j in all {
            let term = scores[later][i] * scores[earlier][j]
            meat[i][j] += weight * (lag == 0 ? term : term + scores[earlier][i] * scores[later][j])
          }
        }
      }
    }
    let factor = Double(rows.count) / Double(rows.count - width)
    func multiply(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
      all.map { i in all.map { j in all.reduce(0) { $0 + a[i][$1] * b[$1][j] } } }
    }
    covariance = multiply(multiply(inverse, meat), inverse).map { $0.map { $0 * factor } }
    self.inverse = inverse
    self.coefficients = coefficients
    self.residuals = residuals
  }

  /// Returns a weighted sum of the coefficients and its variance.
  func combination(_ weights: [Double]) -> (value: Double, variance: Double) {
    (zip(weights, coefficients).reduce(0) { $0 + $1.0 * $1.1 }, covariance.variance(of: weights))
  }

  /// Returns the inverse of a symmetric matrix that is positive definite, by Gauss and Jordan.
  private static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let count = matrix.count
    var left = matrix
    var right = (0..<count).map { i in (0..<count).map { $0 == i ? 1.0 : 0.0 } }
    for column in 0..<count {
      let candidates = column..<count
      guard
        let pivot = candidates.max(by: { left[$0][column].magnitude < left[$1][column].magnitude }),
        left[pivot][column].magnitude > 1e-12 * matrix[column][column].magnitude
      else { return nil }
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let divisor = left[column][column]
      for j in 0..<count {
        left[column][j] /= divisor
        right[column][j] /= divisor
      }
      for row in 0..<count where row != column {
        let factor = left[row][column]
        guard factor != 0 else { continue }
        for j in 0..<count {
          left[row][j] -= factor * left[column][j]
          right[row][j] -= factor * right[column][j]
        }
      }
    }
    return right
  }
}

extension [[Double]] {
  /// Returns the variance of a weighted sum of numbers of which this is the covariance.
  func variance(of weights: [Double]) -> Double {
    var variance = 0.0
    for (row, weight) in zip(self, weights) {
      for (term, other) in zip(row, weights) { variance += weight * other * term }
    }
    return Swift.max(0, variance)
  }
}
