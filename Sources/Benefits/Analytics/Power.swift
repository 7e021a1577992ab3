#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Powers with exponents that are not whole numbers.
enum Power {
  /// Returns a number of at least 0 raised to an exponent.
  ///
  /// - Complexity: O(1).
  static func of(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
