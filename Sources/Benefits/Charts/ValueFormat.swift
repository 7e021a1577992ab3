import BenefitsModel

/// How the values of a chart are written: with their decimals, a percent sign or a currency.
package struct ValueFormat: Hashable, Sendable {
  /// The unit of the values.
  package let unit: String
  /// The decimals of a value.
  package let decimals: Int

  /// Creates a format.
  package init(unit: String, decimals: Int) {
    self.unit = XMLText.cleaned(unit)
    self.decimals = min(max(decimals, 0), 15)
  }

  /// Returns a value for a label, where the unit is told elsewhere: `85.0%`, `£1,234k` or `9.5`.
  package func short(_ value: Double, decimals: Int? = nil) -> String {
    let number = Numeral.fixed(value, decimals: decimals ?? self.decimals)
    if unit == "%" { return number + "%" }
    guard let currency = unit.first, "£$€".contains(currency) else { return number }
    let suffix = unit.dropFirst()
    return number.hasPrefix("-")
      ? "-\(currency)\(number.dropFirst())\(suffix)" : "\(currency)\(number)\(suffix)"
  }

  /// Returns a value for a sentence, with its unit: `85.0%`, `£1,234k` or `9.5 days`.
  package func full(_ value: Double) -> String {
    let text = short(value)
    return unit.isEmpty || unit == "%" || "£$€".contains(unit.first ?? " ")
      ? text : "\(text) \(unit)"
  }

  /// Returns the decimals, from 0 through 6, that tell the values of a series apart.
  ///
  /// - Parameter values: The values.
  /// - Returns: No more decimals than the values have, and about three significant digits of their range.
  package static func decimals(for values: [Double]) -> Int {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0 }
    let range = high > low ? high - low : max(high.magnitude, 1)
    var wanted = 0
    var step = range / 200
    while wanted < 6, step < 1 {
      step *= 10
      wanted += 1
    }
    let needed = finite.map { fractionDigits($0) }.max() ?? 0
    return min(wanted, needed)
  }

  private static func fractionDigits(_ value: Double) -> Int {
    let text = Numeral.fixed(value, decimals: 6, grouped: false)
    guard let point = text.firstIndex(of: ".") else { return 0 }
    let fraction = text[text.index(after: point)...]
    return fraction.count - fraction.reversed().prefix { $0 == "0" }.count
  }
}
