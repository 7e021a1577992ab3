/// Where a series is heading if it goes on as before: a value and two intervals for each of the next periods.
///
/// The value is a weighted mean of simple smoothing, Theta and a damped trend (`SmoothedCourse`), with seasonal
/// indices that are drawn in towards none (`SeasonalIndices`). The intervals rest on the errors that the same
/// method makes at each horizon within the series, older ones counting less, in proportion to the square root
/// of the level, never narrower for a later period, and widened by Student's t with 6 degrees of freedom.
///
/// A forecast takes for granted that nothing new happens.
public struct Forecast: Hashable, Sendable {
  /// What is expected of one period.
  public struct Step: Hashable, Sendable {
    /// The expected value.
    public let value: Double
    /// The lower end of the 80 % interval.
    public let low80: Double
    /// The upper end of the 80 % interval.
    public let high80: Double
    /// The lower end of the 95 % interval.
    public let low95: Double
    /// The upper end of the 95 % interval.
    public let high95: Double
    /// The width that the intervals are multiples of.
    let width: Double
    /// The expected value before bounds are respected.
    let centre: Double

    init(centre: Double, width: Double, bounds: ClosedRange<Double>?) {
      let within = { (value: Double) in
        bounds.map { Swift.min(Swift.max(value, $0.lowerBound), $0.upperBound) } ?? value
      }
      self.centre = centre
      self.width = width
      value = within(centre)
      low80 = within(centre - StudentT.middle80OfSix * width)
      high80 = within(centre + StudentT.middle80OfSix * width)
      low95 = within(centre - StudentT.middle95OfSix * width)
      high95 = within(centre + StudentT.middle95OfSix * width)
    }

    /// Returns the probability of a value of at most a number.
    func chance(ofAtMost number: Double) -> Double {
      guard width > 0 else { return centre <= number ? 1 : 0 }
      return StudentT.six.lowerTail((number - centre) / width)
    }
  }

  /// The fewest values that a forecast is made from.
  public static let leastPoints = 8
  /// How much less an error counts than one of a period later.
  static let decay = 0.95

  /// The next periods, beginning after the last value.
  public let steps: [Step]
  /// The same for the sums from the first step on.
  let sums: [Step]
  /// The index of the last value.
  public let origin: Int

  /// Forecasts a series.
  ///
  /// Fails with fewer than 8 values, and when no step is asked for.
  ///
  /// - Parameters:
  ///   - values: The values, one for each period; one that is missing keeps its place.
  ///   - count: How many periods are to be forecast.
  ///   - cycle: How many periods are a cycle of seasons: 12 for months. Fewer than 4 are none.
  ///   - bounds: What no value can lie outside of.
  /// - Complexity: O(*n* · *s*) for *n* values and *s* steps.
  public init?(
    _ values: [Double?], steps count: Int, cycle: Int = 1, bounds: ClosedRange<Double>? = nil
  ) {
    guard count > 0, let series = ForecastSeries(values, cycle: cycle) else { return nil }
    self.init(SmoothedCourse(series.adjusted), of: series, steps: count, bounds: bounds)
  }

  /// Takes the next periods and their intervals from a course.
  init(
    _ course: SmoothedCourse, of series: ForecastSeries, steps count: Int,
    bounds: ClosedRange<Double>?
  ) {
    origin = series.origin
    let errors = ForecastErrors(course, of: series, steps: count)
    let last = series.adjusted.count
    var steps: [Step] = []
    var sums: [Step] = []
    steps.reserveCapacity(count)
    sums.reserveCapacity(count)
    var total = 0.0
    course.carryOn(after: last, steps: count) { step, value in
      let position = last + step - 1
      let centre = series.seasons.restored(value, at: position)
      let width = series.seasons.restored(width: errors.widths[step - 1], at: position)
      steps.append(Step(centre: centre, width: width, bounds: bounds))
      total += centre
      sums.append(Step(centre: total, width: errors.sumWidths[step - 1], bounds: nil))
    }
    self.steps = steps
    self.sums = sums
  }
}
