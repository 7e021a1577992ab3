/// How each season of a cycle departs from the rest, as classical decomposition finds it, drawn in towards no
/// season at all as far as chance explains the departures.
///
/// Miller & Williams, International Journal of Forecasting 2003; 19: 669–84 (James–Stein): the less the
/// seasons differ beyond their own errors, the more they are drawn in. That takes the place of a test of
/// whether there are seasons.
struct SeasonalIndices {
  /// The index of the season of each position of a cycle, from the first value on.
  let indices: [Double]
  /// Whether a value is its index times, rather than plus, the rest.
  let isMultiplicative: Bool
  /// How far an index may be off: the variance of the mean of a season's departures, drawn in like the index.
  private(set) var variance = 0.0

  /// No seasons.
  init() {
    indices = [1]
    isMultiplicative = true
  }

  /// Takes the indices of a series without gaps; there are none with fewer than two whole cycles.
  ///
  /// - Parameters:
  ///   - values: The values, gaps filled.
  ///   - isKnown: Which values were recorded; the others say nothing of their season.
  ///   - cycle: The number of seasons.
  ///   - isMultiplicative: Whether ratios make sense: all values are above 0.
  /// - Complexity: O(*n*), where *n* is the number of values.
  init(_ values: [Double], isKnown: [Bool], cycle: Int, isMultiplicative: Bool) {
    self.isMultiplicative = isMultiplicative
    let neutral = isMultiplicative ? 1.0 : 0.0
    let none = [Double](repeating: neutral, count: max(1, cycle))
    guard cycle > 3, values.count >= 2 * cycle else {
      indices = none
      return
    }
    var sums = [Double](repeating: 0, count: cycle)
    var squares = sums
    var counts = sums
    let half = cycle / 2
    // The mean of a whole cycle around each value; the two ends of an even one count half each.
    var window = values[0..<cycle].reduce(0, +)
    for middle in half..<(values.count - half) {
      var mean = window
      if cycle.isMultiple(of: 2) { mean += (values[middle + half] - values[middle - half]) / 2 }
      mean /= Double(cycle)
      let next = middle - half + cycle
      if next < values.count { window += values[next] - values[middle - half] }
      guard isKnown[middle] else { continue }
      let departure = isMultiplicative ? values[middle] / mean : values[middle] - mean
      sums[middle % cycle] += departure - neutral
      squares[middle % cycle] += (departure - neutral) * (departure - neutral)
      counts[middle % cycle] += 1
    }
    guard counts.allSatisfy({ $0 > 0 }) else {
      indices = none
      return
    }
    let means = zip(sums, counts).map { $0 / $1 }
    let seasons = Double(cycle)
    let whole = means.reduce(0, +) / seasons
    let departures = means.map { ($0 - whole) / (isMultiplicative ? 1 + whole : 1) }
    let between = departures.reduce(0) { $0 + $1 * $1 } / (seasons - 1)
    var within = 0.0
    var freedom = 0.0
    var inverse = 0.0
    for season in means.indices {
      within += max(0, squares[season] - counts[season] * means[season] * means[season])
      freedom += counts[season] - 1
      inverse += 1 / counts[season] / seasons
    }
    // With hardly a season seen twice, chance is as good an explanation as the season.
    var weight = 0.5
    if freedom >= 4 {
      let chance = within / freedom * inverse
      weight = between > 0 ? (seasons - 3) / (seasons - 1) * min(1, chance / between) : 1
      variance = chance * (1 - weight) * (1 - weight)
    }
    indices = departures.map { neutral + (1 - weight) * $0 }
  }

  /// Returns a value without its season.
  func adjusted(_ value: Double, at position: Int) -> Double {
    let index = indices[position % indices.count]
    return isMultiplicative ? value / index : value - index
  }

  /// Returns a value with the season of its position.
  func restored(_ value: Double, at position: Int) -> Double {
    let index = indices[position % indices.count]
    return isMultiplicative ? value * index : value + index
  }

  /// Returns a distance between values with the season of its position.
  func restored(width: Double, at position: Int) -> Double {
    isMultiplicative ? width * indices[position % indices.count] : width
  }
}
