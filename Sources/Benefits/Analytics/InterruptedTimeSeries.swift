/// Whether a series took another level or another slope when something began, beyond what was under way already.
///
/// Segmented regression (Wagner et al., Journal of Clinical Pharmacy and Therapeutics 2002; 27: 299–309;
/// Bernal et al., International Journal of Epidemiology 2017; 46: 348–55): a straight line before, another one
/// after. Standard errors are Newey's and West's. With the few points of a programme these are far too small, so
/// intervals and probabilities rest on the larger of them and of the error that the residuals' own
/// resemblance asks for (`SerialVariance`), with Student's t. With a comparison series the same is asked of
/// the difference between the two, so that what happened to both is no effect.
///
/// It is evidence, not proof: `cautions` says in what way it may mislead.
public struct InterruptedTimeSeries: Hashable, Sendable {
  /// A number with its uncertainty.
  public struct Estimate: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// Its standard error as Newey and West have it.
    public let standardError: Double
    /// The error that interval and probability rest on, which is no smaller.
    public let error: Double
    /// The lower end of the 95 % interval.
    public let low: Double
    /// The upper end of the 95 % interval.
    public let high: Double
    /// The probability of a number at least so far from 0 by chance.
    public let p: Double
  }

  /// The fewest points on either side.
  public static let leastPoints = 8

  /// How many points lie before the change.
  public let before: Int
  /// How many points lie after it.
  public let after: Int
  /// The index of the last point, at which the effect is told.
  public let last: Int
  /// The change a period before.
  public let slopeBefore: Estimate
  /// By how much the line jumps at the first period of the change.
  public let levelChange: Estimate
  /// How much more a period it changes from then on.
  public let slopeChange: Estimate
  /// What the line before leads to at the last point, had nothing changed.
  public let counterfactual: Estimate
  /// How far the line after lies from that at the last point.
  public let effect: Estimate
  /// Over how many periods neighbours may resemble each other in the errors.
  public let lags: Int
  /// How much of each error is left in the next, as far as the residuals tell; at least 0.
  public let autocorrelation: Double
  /// Whether a comparison series was taken off.
  public let isControlled: Bool
  /// How many periods between the first and the last have no point.
  public let missing: Int

  /// Compares the lines before and after.
  ///
  /// Fails with fewer than 8 points on either side.
  ///
  /// - Parameters:
  ///   - values: The values, one for each period; one that is missing keeps its place.
  ///   - start: The index of the first period of the change.
  ///   - comparison: The values of a series that the change did not reach, period by period.
  ///   - lags: Over how many periods neighbours may resemble each other; by the number of points when none
  ///     is given: ⌊4 (n / 100)^(2/9)⌋ (Newey & West 1994).
  /// - Complexity: O(*n*), where *n* is the number of values.
  public init?(
    _ values: [Double?], start: Int, comparison: [Double?]? = nil, lags: Int? = nil
  ) {
    var points: [(position: Int, value: Double)] = []
    for (position, value) in values.enumerated() {
      guard let value, value.isFinite else { continue }
      if let comparison {
        guard position < comparison.count, let other = comparison[position], other.isFinite else {
          continue
        }
        points.append((position, value - other))
      } else {
        points.append((position, value))
      }
    }
    before = points.count { $0.position < start }
    after = points.count - before
    guard before >= InterruptedTimeSeries.leastPoints, after >= InterruptedTimeSeries.leastPoints,
      let first = points.first?.position, let last = points.last?.position
    else { return nil }
    self.last = last
    missing = last - first + 1 - points.count
    isControlled = comparison != nil
    let lags = max(0, lags ?? InterruptedTimeSeries.usualLags(points.count))
    self.lags = lags
    // Time from the change on, in units that keep the sums in proportion.
    let unit = Double(last - first + 1)
    let rows = points.map { point in
      let time = Double(point.position - start) / unit
      return point.position < start ? [1, time, 0, 0] : [1, time, 1, time]
    }
    guard
      let fit = LeastSquares(
        rows, outcomes: points.map(\.value), positions: points.map(\.position), lags: lags)
    else { return nil }
    let serial = SerialVariance(fit, rows: rows, positions: points.map(\.position))
    autocorrelation = serial.share
    let student = StudentT(degrees: serial.degrees)
    let reach = student.middle(0.95)
    func estimate(_ weights: [Double]) -> Estimate {
      let (value, variance) = fit.combination(weights)
      let error = max(variance, serial.covariance.variance(of: weights)).squareRoot()
      return Estimate(
        value: value, standardError: variance.squareRoot(), error: error,
        low: value - reach * error, high: value + reach * error,
        p: error > 0 ? student.twoSided(value / error) : (value == 0 ? 1 : 0))
    }
    let end = Double(last - start) / unit
    slopeBefore = estimate([0, 1 / unit, 0, 0])
    levelChange = estimate([0, 0, 1, 0])
    slopeChange = estimate([0, 0, 0, 1 / unit])
    counterfactual = estimate([1, end, 0, 0])
    effect = estimate([0, 0, 1, end])
  }

  /// Returns ⌊4 (n / 100)^(2/9)⌋ in whole numbers: the largest l with l⁹ · 100² ≤ 4⁹ · n².
  static func usualLags(_ count: Int) -> Int {
    let limit = 262144 * Double(count) * Double(count)
    var lags = 0
    while true {
      let next = Double(lags + 1)
      let cube = next * next * next
      guard cube * cube * cube * 10000 <= limit else { return lags }
      lags += 1
    }
  }
}
