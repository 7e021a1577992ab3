public import BenefitsModel

/// Where a series is heading, seen from its latest value, against what was promised for the reach-by period.
///
/// It takes for granted that nothing new happens. Where the seasons of the year are taken out of a series,
/// they are taken out of these numbers too.
public struct Outlook: Hashable, Sendable {
  /// The reach-by period.
  public let period: Period
  /// How many measured periods it lies ahead of the latest value.
  public let steps: Int
  /// What is expected of that period; for a target on the running sum, of the sum up to its end.
  public let forecast: Forecast.Step
  /// The chance of meeting the target.
  public let chance: Double
  /// Whether the value that is expected of reach-by meets the target.
  public let isHit: Bool
  /// Whether the whole 80 % interval is worse than the target.
  public let isMiss: Bool
  /// The first period that is expected to meet the target.
  ///
  /// `nil` when the present course does not lead there within as many periods as have values.
  public let expected: Period?
  /// The change a measured period that would meet the target in time.
  ///
  /// For a running sum, what each period has to add.
  public let required: Double
  /// The change a measured period since go-live, by the median of slopes.
  ///
  /// For a running sum, what each of the last periods added. `nil` with fewer than four values since go-live.
  public var observed: Double? { isToDate ? adding : TheilSen.slope(of: recent) }

  private let isToDate: Bool
  /// What each of the last periods added, for a running sum.
  private let adding: Double?
  /// The last values since go-live; empty where they are too few.
  private let recent: [Double?]
}

extension Outlook {
  /// The most periods that anything is said about.
  static let longest = 400
  /// How many of the last values the observed change is taken from at most, and at least.
  static let observedLength = 4...24

  /// What an outlook is made from.
  struct Course {
    /// The values that are judged, each in the place of its measured period.
    var values: [Double?]
    /// The judged values since go-live, each in its place.
    var recent: [Double?]
    /// The latest period with a value.
    var latest: Period
    /// The level, or the sum to date.
    var reached: Double
    /// What each of the last periods added, for a running sum.
    var adding: Double?
    var isToDate: Bool
    var bounds: ClosedRange<Double>?
  }

  /// Looks ahead to reach-by; there is nothing to see without a direction, after reach-by, or with too few
  /// values.
  init?(_ course: Course, target: Target, promise: Promise, frequency: Frequency) {
    guard promise.sign != 0, course.latest < target.reachBy else { return nil }
    let distance = course.latest.distance(to: target.reachBy)
    let interval = max(1, frequency.interval)
    let steps = (distance + interval - 1) / interval
    guard steps <= Outlook.longest else { return nil }
    let known = course.values.count { $0 != nil }
    let reach = min(max(steps, known), Outlook.longest)
    guard let series = ForecastSeries(course.values, cycle: 1) else { return nil }
    let smoothed = SmoothedCourse(series.adjusted)
    let ahead = Forecast(smoothed, of: series, steps: steps, bounds: course.bounds)
    period = target.reachBy
    self.steps = steps
    self.forecast =
      course.isToDate
      ? Forecast.Step(ahead.sums[steps - 1], movedBy: course.reached) : ahead.steps[steps - 1]
    let below = self.forecast.chance(ofAtMost: target.value)
    chance = promise.sign > 0 ? 1 - below : below
    isHit = promise.isMet(self.forecast.value, target: target.value)
    let best = promise.sign > 0 ? self.forecast.high80 : self.forecast.low80
    isMiss = promise.isWorse(best, than: target.value)
    if promise.isMet(course.reached, target: target.value) {
      expected = course.latest
    } else {
      var first: Int?
      var total = 0.0
      // Only the values are needed so far ahead, not how wide their intervals are.
      smoothed.carryOn(after: series.adjusted.count, steps: reach) { step, value in
        guard first == nil else { return }
        total += value
        let reached =
          course.isToDate
          ? total + course.reached
          : Forecast.Step(centre: value, width: 0, bounds: course.bounds).value
        if promise.isMet(reached, target: target.value) { first = step }
      }
      expected = first.map { course.latest.advanced(by: $0 * interval) }
    }
    required = (target.value - course.reached) / Double(steps)
    isToDate = course.isToDate
    adding = course.adding
    let recent = course.recent.suffix(Outlook.observedLength.upperBound)
    let isEnough = recent.count { $0 != nil } >= Outlook.observedLength.lowerBound
    self.recent = isEnough ? Array(recent) : []
  }
}

extension Forecast.Step {
  /// The same step of a sum that something has been added up for already.
  fileprivate init(_ step: Forecast.Step, movedBy sum: Double) {
    self.init(centre: step.centre + sum, width: step.width, bounds: nil)
  }
}

extension TheilSen {
  /// Returns the median of the slopes of all pairs of values.
  static func slope(of values: [Double?]) -> Double? {
    let points = values.enumerated().compactMap { position, value in
      value.map { Point(position: Double(position), value: $0) }
    }
    guard points.count > 1 else { return nil }
    return TheilSen([points], variance: 0, confidence: 0).slope
  }
}

extension Measure {
  /// What no displayed value can lie outside of, where the kind of value says so.
  var bounds: ClosedRange<Double>? {
    switch kind {
    case .proportion: 0...multiply
    case .count, .rate, .event: 0...Double.infinity
    default: nil
    }
  }
}
