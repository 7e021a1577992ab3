/// Writes a coordinate: two decimals at most, no trailing zeros, no exponent and no negative zero.
package enum SVGNumber {
  /// The largest magnitude that a coordinate may have.
  package static let largest = 1e7

  /// Appends a finite number to a text.
  ///
  /// - Parameters:
  ///   - value: A finite number; one beyond `largest` is written as `largest`.
  ///   - out: The text to append to.
  package static func append(_ value: Double, to out: inout String) {
    precondition(value.isFinite, "a coordinate is finite")
    let clamped = min(max(value, -largest), largest)
    let hundredths = Int((clamped * 100).rounded(.toNearestOrAwayFromZero))
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if hundredths < 0 { out += "-" }
    out += String(whole)
    guard fraction != 0 else { return }
    out += fraction < 10 ? ".0" : "."
    out += String(fraction % 10 == 0 ? fraction / 10 : fraction)
  }

  /// Returns a finite number as text.
  ///
  /// - Parameter value: A finite number.
  /// - Returns: The text, as `12.5`.
  package static func text(_ value: Double) -> String {
    var out = ""
    append(value, to: &out)
    return out
  }
}
