/// A series made ready for a forecast: from the first value to the last, gaps filled, seasons taken out.
struct ForecastSeries {
  /// The values without their seasons.
  private(set) var adjusted: [Double]
  /// Which of them were recorded.
  let isKnown: [Bool]
  /// The seasons that were taken out, counted from the first value.
  let seasons: SeasonalIndices
  /// Whether all values are above 0, so that seasons are ratios and errors grow with the level.
  let isPositive: Bool
  /// The index of the last value among those that were given.
  let origin: Int

  /// Fails with fewer values than a forecast needs.
  ///
  /// A gap is filled along the straight line between its neighbours; what is filled in is no error to learn
  /// from and says nothing of seasons.
  init?(_ values: [Double?], cycle: Int) {
    let isUsable = { (value: Double?) in value?.isFinite ?? false }
    guard let first = values.firstIndex(where: isUsable),
      let last = values.lastIndex(where: isUsable),
      values.count(where: isUsable) >= Forecast.leastPoints
    else { return nil }
    origin = last
    var filled: [Double] = []
    var isKnown: [Bool] = []
    filled.reserveCapacity(last - first + 1)
    isKnown.reserveCapacity(last - first + 1)
    var isPositive = true
    for value in values[first...last] {
      if let value, value.isFinite {
        if let before = isKnown.lastIndex(of: true), before < filled.count - 1 {
          let rise = (value - filled[before]) / Double(filled.count - before)
          for index in (before + 1)..<filled.count {
            filled[index] = filled[before] + rise * Double(index - before)
          }
        }
        filled.append(value)
        isKnown.append(true)
        isPositive = isPositive && value > 0
      } else {
        filled.append(0)
        isKnown.append(false)
      }
    }
    self.isKnown = isKnown
    self.isPositive = isPositive
    seasons = SeasonalIndices(
      filled, isKnown: isKnown, cycle: cycle, isMultiplicative: isPositive)
    adjusted = filled
    for index in adjusted.indices {
      adjusted[index] = seasons.adjusted(filled[index], at: index)
    }
  }
}
