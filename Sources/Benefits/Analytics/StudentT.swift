#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Student's t distribution with a whole number of degrees of freedom.
struct StudentT {
  /// The distribution that forecasts' intervals are widened by.
  static let six = StudentT(degrees: 6)
  /// The distance from 0 that holds the middle 80 % with six degrees of freedom.
  static let middle80OfSix = 1.4397557472577693
  /// The distance from 0 that holds the middle 95 % with six degrees of freedom.
  static let middle95OfSix = 2.4469118511449697

  let degrees: Int

  /// Returns the probability of a number no further from 0 than `t`, on either side.
  ///
  /// A finite sum (Abramowitz & Stegun 26.7.3 and 26.7.4).
  ///
  /// - Complexity: O(*d*) for *d* degrees of freedom.
  private func middleShare(_ t: Double) -> Double {
    let freedom = Double(degrees)
    let rest = freedom / (freedom + t * t)
    let sine = t / (freedom + t * t).squareRoot()
    var term = degrees.isMultiple(of: 2) ? 1 : rest.squareRoot()
    var sum = degrees == 1 ? 0 : term
    for step in stride(from: degrees.isMultiple(of: 2) ? 2 : 3, to: degrees, by: 2) {
      term *= rest * Double(step - 1) / Double(step)
      sum += term
    }
    guard !degrees.isMultiple(of: 2) else { return sine * sum }
    return 2 / Double.pi * (atan(t / freedom.squareRoot()) + sine * sum)
  }

  /// Returns the probability of a number of at most `t`.
  func lowerTail(_ t: Double) -> Double {
    guard t.isFinite else { return t < 0 ? 0 : 1 }
    let share = middleShare(t.magnitude)
    return t < 0 ? (1 - share) / 2 : (1 + share) / 2
  }

  /// Returns the probability of a number at least so far from 0, on either side.
  func twoSided(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? 1 : 0 }
    return max(0, 1 - middleShare(t.magnitude))
  }

  /// Returns the distance from 0 that holds the middle of the distribution, by halving.
  ///
  /// - Parameter confidence: The share in the middle, at least 0 and below 1.
  /// - Returns: The distance from 0 of either end.
  func middle(_ confidence: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while middleShare(high) < confidence, high < 1e9 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { break }
      if middleShare(middle) < confidence { low = middle } else { high = middle }
    }
    return high
  }
}
