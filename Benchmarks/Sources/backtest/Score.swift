import BenefitsAnalytics

/// How good the forecasts of many series are.
struct Score {
  private(set) var series = 0
  private(set) var points = 0
  private var symmetric = 0.0
  private var scaled = 0.0
  private var scaledSeries = 0
  private var inside80 = 0
  private var inside95 = 0

  /// The mean of 200 · |error| / (|value| + |forecast|) over periods and series.
  var sMAPE: Double { symmetric / Double(max(1, series)) }
  /// The mean absolute error over that of the seasonal naive forecast within the training part.
  var mase: Double { scaled / Double(max(1, scaledSeries)) }
  /// The share of values that the 80 % intervals hold, in per cent.
  var coverage80: Double { 100 * Double(inside80) / Double(max(1, points)) }
  /// The share of values that the 95 % intervals hold, in per cent.
  var coverage95: Double { 100 * Double(inside95) / Double(max(1, points)) }

  mutating func add(_ steps: [Forecast.Step], actual: [Double?], train: [Double?], cycle: Int) {
    var (ratio, absolute, count) = (0.0, 0.0, 0)
    for (step, actual) in zip(steps, actual) {
      guard let actual else { continue }
      let error = (actual - step.value).magnitude
      let size = actual.magnitude + step.value.magnitude
      ratio += size > 0 ? 200 * error / size : 0
      absolute += error
      count += 1
      if step.low80 <= actual, actual <= step.high80 { inside80 += 1 }
      if step.low95 <= actual, actual <= step.high95 { inside95 += 1 }
    }
    guard count > 0 else { return }
    points += count
    series += 1
    symmetric += ratio / Double(count)
    var (naive, pairs) = (0.0, 0)
    for (earlier, later) in zip(train, train.dropFirst(cycle)) {
      guard let earlier, let later else { continue }
      naive += (later - earlier).magnitude
      pairs += 1
    }
    guard pairs > 0, naive > 0 else { return }
    scaled += absolute / Double(count) / (naive / Double(pairs))
    scaledSeries += 1
  }
}
