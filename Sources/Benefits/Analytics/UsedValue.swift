import BenefitsModel

/// A point that calculations use.
struct UsedValue {
  /// The index in the series' points.
  var index: Int
  /// The period.
  var period: Period
  /// The displayed value, without its season where that is taken out.
  var value: Double
  /// The displayed value as it was recorded.
  var recorded: Double
  /// What is compared with the line that shows changes; `nil` where there is nothing to compare.
  var change: Double?
  /// The number behind it: the value itself or a numerator.
  var number: Double
  /// The denominator, exposure or n behind it.
  var denominator: Double?
}

extension [SeriesPoint] {
  /// The points that calculations use, in calendar order.
  ///
  /// - Complexity: O(*n*), where *n* is the number of points.
  var usedValues: [UsedValue] {
    indices.compactMap { index in
      let point = self[index]
      guard point.use == .used, let value = point.value else { return nil }
      return UsedValue(
        index: index, period: point.period, value: value, recorded: value, change: value,
        number: point.measurement?.number ?? value, denominator: point.measurement?.denominator)
    }
  }
}

extension Measure {
  /// Returns the level that a few points show together, by the way that values of this measure combine.
  ///
  /// - Returns: The ratio of sums, the mean weighted by n where every n is known, the plain mean, or the
  ///   last value of a running total; `nil` when there is no point.
  func level(of values: ArraySlice<UsedValue>) -> Double? {
    guard let last = values.last else { return nil }
    if aggregation == .last { return last.value }
    if kind.isRatio { return ratio(of: values) }
    if aggregation == .mean, values.allSatisfy({ $0.denominator ?? 0 > 0 }) {
      let weight = values.reduce(0) { $0 + ($1.denominator ?? 0) }
      // Around the last value, so that equal values have exactly that mean.
      let offset = values.reduce(0) { $0 + ($1.value - last.value) * ($1.denominator ?? 0) }
      return last.value + offset / weight
    }
    return values.lazy.map(\.value).mean()
  }

  /// Returns the ratio of the sums of numerators and denominators.
  func ratio(of values: ArraySlice<UsedValue>) -> Double? {
    value(
      number: values.reduce(0) { $0 + $1.number },
      denominator: values.reduce(0) { $0 + ($1.denominator ?? 0) })
  }
}
