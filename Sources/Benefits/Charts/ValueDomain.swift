/// The values that a chart's value axis spans, and whether a caption must say that it does not start at 0.
package struct ValueDomain: Hashable, Sendable {
  /// The values from the bottom to the top, rounded outwards to the ticks.
  package let bounds: ClosedRange<Double>
  /// Whether all values are at or above 0 and the axis starts higher.
  package let startsAboveZero: Bool

  /// Creates the domain of a chart.
  ///
  /// The axis starts at 0 when no value is negative and the data reach down to half of the top; else it fits
  /// with 5 % room. A percentage never passes 0 or 100. Values that are all equal, and no values at all, give
  /// a domain around them.
  ///
  /// - Parameters:
  ///   - values: Everything that is to be seen: data, medians, targets, limits, planned values.
  ///   - isPercentage: Whether the values are percentages of a whole.
  ///   - count: How many ticks are wanted, about.
  package init(of values: [Double], isPercentage: Bool, count: Int = 5) {
    guard let low = values.min(), let high = values.max() else {
      bounds = isPercentage ? 0...100 : 0...1
      startsAboveZero = false
      return
    }
    var (lower, upper) = (low, high)
    let magnitude = max(low.magnitude, high.magnitude)
    let isConstant = high - low <= max(magnitude * 1e-9, 1e-10)
    if isConstant {
      let room = magnitude > 1e-10 ? magnitude * 0.1 : 1
      (lower, upper) = (low - room, high + room)
    } else {
      let room = (high - low) * 0.05
      (lower, upper) = (low - room, high + room)
    }
    if low >= 0, low <= high / 2 || lower < 0 { lower = 0 }
    if low < 0, high <= 0, upper > 0 { upper = 0 }
    let isWithinPercent = isPercentage && low >= 0 && high <= 100
    if isWithinPercent { (lower, upper) = (max(lower, 0), min(upper, 100)) }
    (lower, upper) = ValueDomain.rounded(lower...upper, count: count)
    if isWithinPercent { (lower, upper) = (max(lower, 0), min(upper, 100)) }
    bounds = lower...upper
    startsAboveZero = low >= 0 && lower > 0
  }

  /// Rounds a domain outwards until its own ticks stand at both ends.
  private static func rounded(
    _ domain: ClosedRange<Double>, count: Int
  ) -> (lower: Double, upper: Double) {
    var domain = domain
    // Rounding may call for a wider step, which rounds once more; d3-scale's `nice` bounds this likewise.
    for _ in 0..<4 {
      let step = LinearStep(over: domain, count: count)
      let lower = step.value(of: step.units(in: domain.lowerBound).rounded(.down))
      let upper = step.value(of: step.units(in: domain.upperBound).rounded(.up))
      let next = lower...max(upper, lower)
      if next == domain { break }
      domain = next
    }
    return (domain.lowerBound, domain.upperBound)
  }
}

extension Double {
  /// Whether a value has a place on an axis: beyond this the distance of two of them is no number any more.
  var isDrawable: Bool { isFinite && magnitude <= 1e150 }
}
