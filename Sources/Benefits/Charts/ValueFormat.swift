import BenefitsModel

/// How the values of a chart are written: with their decimals, a percent sign or a currency.
package struct ValueFormat: Hashable, Sendable {
  /// The unit of the values.
  package let unit: String
  /// The decimals of a value.
  package let decimals: Int
  private let isPercentage: Bool
  /// The currency that stands before a number.
  private let currency: String?
  /// What stands after the number of a currency: the k of £k, but not the words of £ per visit.
  private let unitThousands: String
  /// What stands after a number in a sentence beyond what a label has.
  private let words: String

  /// Creates a format.
  package init(unit: String, decimals: Int) {
    let unit = XMLText.cleaned(unit)
    self.unit = unit
    isPercentage = unit == "%"
    self.decimals = min(max(decimals, 0), 15)
    currency = unit.first.flatMap { "£$€".contains($0) ? String($0) : nil }
    unitThousands = currency != nil && unit.count <= 3 ? String(unit.dropFirst()) : ""
    if unit.isEmpty || isPercentage {
      words = ""
    } else if currency == nil {
      words = " " + unit
    } else {
      words = String(unit.dropFirst(1 + unitThousands.count))
    }
  }

  /// Returns a value for a label, where the unit is told elsewhere: `85.0%`, `£1,234k` or `9.5`.
  package func short(_ value: Double) -> String {
    dressed(number(value, decimals: decimals), thousands: unitThousands)
  }

  /// A number with its decimals; one of more digits than a reader counts with an exponent: `1.25e20`.
  private func number(_ value: Double, decimals: Int) -> String {
    guard value.magnitude >= 1e18 else { return Numeral.fixed(value, decimals: decimals) }
    var (mantissa, exponent) = (value, 0)
    while mantissa.magnitude >= 10 {
      mantissa /= 10
      exponent += 1
    }
    return "\(Numeral.fixed(mantissa, decimals: 2))e\(exponent)"
  }

  /// Returns a value for a place with little room: from ten million on in millions (m), billions (bn) or
  /// trillions (tn) with two decimals.
  package func label(_ value: Double) -> String {
    guard let scale = scale(of: value.magnitude) else { return short(value) }
    return dressed(Numeral.fixed(value / scale.size, decimals: 2), thousands: scale.thousands)
  }

  /// Returns the labels of ticks, all with the same decimals and in the same thousands.
  package func labels(_ ticks: LinearTicks) -> [String] {
    let largest = ticks.values.map(\.magnitude).max() ?? 0
    guard let scale = scale(of: largest) else {
      return ticks.values.map {
        dressed(number($0, decimals: ticks.decimals), thousands: unitThousands)
      }
    }
    let scaled = ticks.values.map { $0 / scale.size }
    let decimals = (0...9).first { decimals in
      scaled.allSatisfy { value in
        let text = Numeral.fixed(value, decimals: decimals, grouped: false)
        return (Double(text).map { ($0 - value).magnitude } ?? 0) < 1e-9 * largest / scale.size
      }
    }
    return scaled.map {
      dressed(Numeral.fixed($0, decimals: decimals ?? 9), thousands: scale.thousands)
    }
  }

  /// A number with the percent sign or the currency and thousands of the unit.
  private func dressed(_ number: String, thousands: String) -> String {
    if isPercentage { return number + thousands + "%" }
    guard let currency else { return thousands.isEmpty ? number : number + thousands }
    return number.utf8.first == UInt8(ascii: "-")
      ? "-" + currency + number.dropFirst() + thousands : currency + number + thousands
  }

  /// The thousands that a large number is told in, and how many of the unit they are.
  private func scale(of magnitude: Double) -> (size: Double, thousands: String)? {
    guard magnitude >= 1e7, magnitude < 1e18 else { return nil }
    let base: Double
    switch unitThousands {
    case "": base = 1
    case "k": base = 1e3
    case "m": base = 1e6
    default: return nil
    }
    switch magnitude * base {
    case ..<1e9: return (1e6 / base, "m")
    case ..<1e12: return (1e9 / base, "bn")
    default: return (1e12 / base, "tn")
    }
  }

  /// Returns a value for a sentence, with its unit: `85.0%`, `£1,234k` or `9.5 days`.
  package func full(_ value: Double) -> String {
    words.isEmpty ? short(value) : short(value) + words
  }

  /// Returns the decimals, from 0 through 9, that tell the values of a series apart.
  ///
  /// - Parameter values: The values.
  /// - Returns: No more decimals than the values have, and about three significant digits of their range.
  package static func decimals(for values: [Double?]) -> Int {
    Bounds([values]).map { decimals(of: values, atMost: $0.decimals) } ?? 0
  }

  /// Returns the decimals that tell the values of a series apart, and one more where its lines need one.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - lines: Medians, means, limits and targets, which may have any number of decimals.
  /// - Returns: The decimals.
  package static func decimals(for values: [Double?], lines: [Double?]...) -> Int {
    let own = decimals(for: values)
    guard let bounds = Bounds([values] + lines) else { return own }
    let all = ([values] + lines).lazy.map { decimals(of: $0, atMost: bounds.decimals) }.max()
    return max(own, min(all ?? 0, own + 1))
  }

  /// The least and the greatest of some finite values.
  private struct Bounds {
    private var (low, high) = (Double.infinity, -Double.infinity)

    /// Fails where no value is finite.
    init?(_ parts: [[Double?]]) {
      for values in parts {
        for case .some(let value) in values where value.isFinite {
          low = min(low, value)
          high = max(high, value)
        }
      }
      if low > high { return nil }
    }

    /// The decimals of about three significant digits of the range.
    var decimals: Int {
      var step = (high > low ? high - low : max(high.magnitude, 1)) / 200
      var decimals = 0
      while decimals < 9, step < 1 {
        step *= 10
        decimals += 1
      }
      return decimals
    }
  }

  /// The decimals that the finite ones of some values have, or the most that are asked for.
  private static func decimals(of values: [Double?], atMost most: Int) -> Int {
    var needed = 0
    for case .some(let value) in values where value.isFinite && needed < most {
      needed = max(needed, fractionDigits(value, atMost: most))
    }
    return needed
  }

  /// The decimals of a value that is rounded to nine, or the most that are asked for.
  private static func fractionDigits(_ value: Double, atMost most: Int) -> Int {
    var power = 1.0
    for digits in 0...most {
      let scaled = value * power
      let whole = scaled.rounded()
      // The double nearest to a decimal of up to fifteen digits has no shorter text than that decimal.
      if whole.magnitude < 1e15, whole / power == value { return digits }
      if digits == most, (scaled - whole).magnitude > 1e-9 * power + 1e-15 * scaled.magnitude {
        return most
      }
      power *= 10
    }
    let bytes = Numeral.fixed(value, decimals: 9, grouped: false).utf8
    return min(most, 9 - bytes.reversed().prefix { $0 == UInt8(ascii: "0") }.count)
  }
}
