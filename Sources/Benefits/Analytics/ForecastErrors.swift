/// How far off a method was at each horizon, from each value of the series on.
struct ForecastErrors {
  /// The width of each step, before its season is put back.
  private(set) var widths: [Double] = []
  /// The width of the sum of each step and those before it.
  private(set) var sumWidths: [Double] = []

  /// How many errors a horizon needs to have a width of its own.
  private static let leastErrors = 4

  init(_ course: SmoothedCourse, of series: ForecastSeries, steps: Int) {
    let values = series.adjusted
    let count = values.count
    let first = max(min(6, count / 2), min(count / 4, 12))
    var squares = [Double](repeating: 0, count: steps)
    var sumSquares = squares
    var weights = squares
    var counts = [Int](repeating: 0, count: steps)
    var weight = 1.0
    for origin in stride(from: count - 1, through: first, by: -1) {
      let level = course.level(after: origin)
      let share = weight / (series.isPositive && level > 0 ? level : 1)
      var total = 0.0
      course.carryOn(after: origin, steps: min(steps, count - origin)) { step, value in
        let index = origin + step - 1
        let error = values[index] - value
        total += error
        guard series.isKnown[index] else { return }
        squares[step - 1] += share * error * error
        sumSquares[step - 1] += share * total * total
        weights[step - 1] += weight
        counts[step - 1] += 1
      }
      weight *= Forecast.decay
    }
    let level = course.level(after: count)
    // The parameters were chosen by the same values.
    let freedom = max(Double(count) - SmoothedCourse.parameters, Double(count) / 2)
    let unit = series.isPositive && level > 0 ? level : 1
    let scale = unit * Double(count) / freedom
    // The indices are those of the whole series, so that no error above shows how far they may be off.
    let seasonal = series.seasons.variance * (series.isPositive ? level * level : 1)
    let cycle = series.seasons.indices.count
    widths = ForecastErrors.widths(
      squares, weights: weights, counts: counts, scale: scale, growth: 0.5
    ) { _ in seasonal }
    sumWidths = ForecastErrors.widths(
      sumSquares, weights: weights, counts: counts, scale: scale, growth: 1
    ) { steps in
      // Each season is off by the same in every cycle.
      let (cycles, rest) = steps.quotientAndRemainder(dividingBy: cycle)
      return seasonal
        * Double((cycle - rest) * cycles * cycles + rest * (cycles + 1) * (cycles + 1))
    }
  }

  /// Takes the widths from the errors and what may be added to their squares; beyond the horizons that have enough
  /// errors, they grow by a power of the step.
  private static func widths(
    _ squares: [Double], weights: [Double], counts: [Int], scale: Double, growth: Double,
    adding more: (_ steps: Int) -> Double
  ) -> [Double] {
    var widths: [Double] = []
    widths.reserveCapacity(squares.count)
    var previous = 0.0
    for index in squares.indices {
      var width = previous
      if counts[index] >= leastErrors || (index == 0 && counts[index] > 0) {
        width = (squares[index] / weights[index] * scale + more(index + 1)).squareRoot()
      } else if index > 0 {
        let ratio = Double(index + 1) / Double(index)
        width = previous * (growth == 1 ? ratio : ratio.squareRoot())
      }
      previous = max(previous, width)
      widths.append(previous)
    }
    return widths
  }
}
