/// Three ways to carry a series on, each followed from its first value to its last: simple smoothing, Theta,
/// and a damped trend.
///
/// Theta: Assimakopoulos & Nikolopoulos, International Journal of Forecasting 2000; 16: 521–30, as Hyndman &
/// Billah 2003 write it: simple smoothing with half the slope of a straight line. Damped trend: Gardner &
/// McKenzie, Management Science 1985; 31: 1237–46. Parameters are those of a grid that foresee the next value
/// best.
struct SmoothedCourse {
  /// The shares of simple smoothing, Theta and damped trend.
  static let weights = (simple: 0.2, theta: 0.4, damped: 0.4)
  /// How many parameters are chosen by the series.
  static let parameters = 4.0
  private static let shares = SIMD8(0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 0.95)
  private static let trendShares = [0.02, 0.1, 0.3]
  private static let dampings = [0.8, 0.9, 0.98]

  private let share: Double
  private let damping: Double
  /// The level of simple smoothing before each value, and after the last.
  private var levels: [Double] = []
  /// The slope of the straight line through the values before each, and through all.
  private var slopes: [Double] = []
  private var dampedLevels: [Double] = []
  private var dampedTrends: [Double] = []
  /// (1 − share) to the power of the number of values.
  private var fading: [Double] = []

  /// Chooses parameters and follows the series.
  ///
  /// - Parameter values: At least two values, without gaps and without seasons.
  /// - Complexity: O(*n*), where *n* is the number of values.
  init(_ values: [Double]) {
    let count = min(values.count, 6)
    let start = values[..<count].reduce(0, +) / Double(count)
    let half = count / 2
    let early = values[..<half].reduce(0, +) / Double(half)
    let late = values[(count - half)..<count].reduce(0, +) / Double(half)
    // Half of what the first values rise by: a few values are a weak sign of a trend.
    let rise = (late - early) / Double(count - half) / 2
    let share = SmoothedCourse.bestShare(values, start: start)
    let damped = SmoothedCourse.bestDamped(values, start: start, rise: rise)
    self.share = share
    damping = damped.damping

    levels = [start]
    slopes = [0]
    dampedLevels = [start]
    dampedTrends = [rise]
    fading = [1]
    var (level, dampedLevel, trend, fade) = (start, start, rise, 1.0)
    var line = LineThrough()
    for value in values {
      level += share * (value - level)
      let expected = dampedLevel + damped.damping * trend
      let error = value - expected
      dampedLevel = expected + damped.share * error
      trend = damped.damping * trend + damped.share * damped.trendShare * error
      line.add(value - start)
      fade *= 1 - share
      levels.append(level)
      slopes.append(line.slope)
      dampedLevels.append(dampedLevel)
      dampedTrends.append(trend)
      fading.append(fade)
    }
  }

  /// The level of simple smoothing after a number of values.
  func level(after count: Int) -> Double { levels[count] }

  /// Calls a closure with the value that is expected so many steps after a number of values, step by step.
  @inline(__always)
  func carryOn(after count: Int, steps: Int, _ body: (_ step: Int, _ value: Double) -> Void) {
    let weights = SmoothedCourse.weights
    let half = slopes[count] / 2
    var theta = levels[count] + half * (1 - fading[count]) / share
    var power = damping
    var damped = dampedLevels[count]
    for step in 1...steps {
      damped += power * dampedTrends[count]
      power *= damping
      body(
        step, weights.simple * levels[count] + weights.theta * theta + weights.damped * damped)
      theta += half
    }
  }

  private static func bestShare(_ values: [Double], start: Double) -> Double {
    var level = SIMD8(repeating: start)
    var squares = SIMD8<Double>(repeating: 0)
    for value in values {
      let error = value - level
      squares += error * error
      level += shares * error
    }
    return shares[squares.indexOfLeast]
  }

  private static func bestDamped(
    _ values: [Double], start: Double, rise: Double
  ) -> (share: Double, trendShare: Double, damping: Double) {
    var best = (share: shares[0], trendShare: trendShares[0], damping: dampings[0])
    var least = Double.infinity
    for damping in dampings {
      for trendShare in trendShares {
        let both = shares * trendShare
        var level = SIMD8(repeating: start)
        var trend = SIMD8(repeating: rise)
        var squares = SIMD8<Double>(repeating: 0)
        for value in values {
          trend *= damping
          level += trend
          let error = value - level
          squares += error * error
          level += shares * error
          trend += both * error
        }
        let index = squares.indexOfLeast
        if squares[index] < least {
          least = squares[index]
          best = (shares[index], trendShare, damping)
        }
      }
    }
    return best
  }
}

extension SIMD8<Double> {
  fileprivate var indexOfLeast: Int {
    var best = 0
    for index in 1..<8 where self[index] < self[best] { best = index }
    return best
  }
}

/// The straight line through values one step apart, by least squares.
private struct LineThrough {
  private var count = 0.0
  private var sum = 0.0
  private var weighted = 0.0

  mutating func add(_ value: Double) {
    weighted += count * value
    sum += value
    count += 1
  }

  var slope: Double {
    guard count > 1 else { return 0 }
    return (weighted - sum * (count - 1) / 2) / (count * (count * count - 1) / 12)
  }
}
