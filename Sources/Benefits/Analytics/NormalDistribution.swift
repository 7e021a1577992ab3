#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The standard normal distribution, as far as tests and intervals need it.
package enum NormalDistribution {
  /// The number of standard deviations that hold the middle 80 %.
  static let middle80 = 1.2815515655446004
  /// The number of standard deviations that hold the middle 95 %.
  package static let middle95 = 1.959963984540054

  /// Returns the probability of a number at least so far from 0, on either side.
  ///
  /// The complement of the error function keeps all digits of small probabilities, which 1 − Φ(z) does not.
  package static func twoSided(_ z: Double) -> Double {
    erfc(z.magnitude / 2.0.squareRoot())
  }

  /// Returns the probability of a number of at most `z`.
  static func lowerTail(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// Returns the number of standard deviations that hold the middle of the distribution.
  ///
  /// Halley's method on the distribution itself, so that all digits are right.
  ///
  /// - Parameter confidence: The share in the middle, between 0 and 1.
  /// - Returns: The distance from 0 of either end.
  package static func middle(_ confidence: Double) -> Double {
    guard confidence > 0 else { return 0 }
    guard confidence < 1 else { return .infinity }
    let outside = 1 - confidence
    // A start that is right to three digits (Hastings 1955; Abramowitz & Stegun 26.2.23).
    let t = (-2 * log(outside / 2)).squareRoot()
    var z =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let density = exp(-z * z / 2) * 0.7978845608028654
      let step = (twoSided(z) - outside) / density
      z += step / (1 - z * step / 2)
    }
    return z
  }
}
