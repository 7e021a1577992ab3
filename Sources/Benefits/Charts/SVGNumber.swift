/// Writes a coordinate: two decimals at most, no trailing zeros, no exponent and no negative zero.
package enum SVGNumber {
  /// The largest magnitude that a coordinate may have.
  package static let largest = 1e7

  /// Returns a coordinate in hundredths; two coordinates are written alike if these are equal.
  ///
  /// - Parameter value: A finite number; one beyond `largest` counts as `largest`.
  /// - Returns: The nearest number of hundredths.
  static func hundredths(_ value: Double) -> Int {
    precondition(value.isFinite, "a coordinate is finite")
    let clamped = min(max(value, -largest), largest)
    // Half away from zero, as `rounded()` does it with a call for each coordinate.
    let scaled = clamped * 100
    let whole = Int(scaled)
    let rest = scaled - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
  }

  /// Returns a finite number as text.
  ///
  /// - Parameter value: A finite number.
  /// - Returns: The text, as `12.5`.
  package static func text(_ value: Double) -> String {
    var out = TextBytes(capacity: 16)
    out.append(value)
    return out.text
  }
}
