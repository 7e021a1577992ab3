import BenefitsModel

/// Reads plain decimal numbers from bytes, which nearly all cells hold.
enum CellNumber {
  /// 10^0 to 10^15, which a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Reads a number of at most 15 digits without an exponent, or nothing.
  ///
  /// The digits as a whole number and the power of ten are both exact, so their quotient is the nearest
  /// number to the decimal (Clinger, "How to read floating point numbers accurately", 1990).
  static func plain(_ text: Span<UInt8>) -> Double? {
    var mantissa = 0
    var digits = 0
    var decimals = -1
    var isNegative = false
    for index in text.indices {
      let byte = text[index]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ Int(digit)
        digits += 1
        if decimals >= 0 { decimals += 1 }
        if digits > 15 { return nil }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if byte == UInt8(ascii: "-"), index == 0 {
        isNegative = true
      } else {
        return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    var number = Double(mantissa)
    if decimals > 0 { number /= powers[decimals] }
    return isNegative && number != 0 ? -number : number
  }

  /// Reads such a number from a text.
  static func plain(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return plain(bytes.span)
  }

  /// Whether a text is a number as `Numeral` reads it.
  static func isNumber(_ text: String) -> Bool {
    do throws(NumeralFault) {
      _ = try read(text)
      return true
    } catch {
      return false
    }
  }

  /// Reads a number as `Numeral` does.
  static func read(
    _ text: String, lenient: Bool = false, largest: Double = Measurement.largestMagnitude
  ) throws(NumeralFault) -> Double {
    if let number = plain(text) { return number }
    return try Numeral.read(text, lenient: lenient, largest: largest)
  }
}
