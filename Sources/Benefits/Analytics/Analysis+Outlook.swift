extension Analysis {
  /// The usable values: those that are present and not excluded.
  private var usable: [Double?] {
    runChart.values.indices.map { options.excluded.contains($0) ? nil : runChart.values[$0] }
  }

  /// Whether the series rises or falls, seasons or not; `nil` with fewer than two values.
  ///
  /// - Complexity: O(*n*²) on average up to 1,000 values, O(*n* log *n*) beyond.
  public var trend: Trend? { Trend(usable) }

  /// Whether the series rises or falls when each season is compared with itself only.
  ///
  /// `nil` where no seasons are asked for, and over fewer than two whole cycles.
  ///
  /// - Complexity: O(*n*²), where *n* is the number of values.
  public var seasonalTrend: Trend? {
    guard let cycle = options.cycle, cycle > 1, runChart.values.count >= 2 * cycle else {
      return nil
    }
    return Trend(usable, cycle: cycle)
  }

  /// Returns what is expected of the periods after the last value.
  ///
  /// A ratio stays at or above 0, and at or below the whole where no numerator is larger than its denominator.
  ///
  /// - Parameters:
  ///   - steps: How many periods.
  ///   - cycle: How many periods are a cycle of seasons; the indices are drawn in where there are none.
  /// - Returns: The forecast; `nil` with fewer than 8 values.
  /// - Complexity: O(*n* · *s*) for *n* values and *s* steps.
  public func forecast(steps: Int, cycle: Int) -> Forecast? {
    Forecast(usable, steps: steps, cycle: cycle, bounds: bounds)
  }
}
