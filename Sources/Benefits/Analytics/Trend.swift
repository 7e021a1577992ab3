/// Whether a series keeps rising or falling, and by how much a period.
///
/// The test is Mann's (1945) and Kendall's (1975) with the corrections for equal values and for continuity;
/// the slope is Theil's and Sen's (Sen, Journal of the American Statistical Association 1968; 63: 1379–89).
/// Neither asks for normal values nor for a straight line, and one wild value moves neither. Both take values
/// to be independent of their neighbours: `serial` says what becomes of the test where they are not.
///
/// A trend describes; it is no alarm.
public struct Trend: Hashable, Sendable {
  /// How many values there are.
  public let count: Int
  /// S: the pairs of values that rise minus the pairs that fall.
  public let score: Int
  /// The variance of S if the order were random.
  public let variance: Double
  /// The standardised S, corrected for continuity.
  public let z: Double
  /// The probability of an S at least so far from 0 by chance.
  public let p: Double
  /// S over the number of pairs.
  public let tauA: Double
  /// S over the number of pairs, corrected for equal values; `nil` where all values are equal.
  public let tauB: Double?
  /// The median of the slopes of all pairs: the change a period, or a year where seasons are kept apart.
  public let slope: Double
  /// The lower end of the interval of the slope.
  public let slopeLow: Double
  /// The upper end of the interval of the slope.
  public let slopeHigh: Double
  /// The height of the line at the first period: median of the values − slope · median of their positions.
  public let intercept: Double
  /// The same test where neighbours resemble each other; `nil` where seasons are kept apart.
  public let serial: SerialTrend?
  /// Whether each season was compared with itself only.
  public let isSeasonal: Bool

  /// Whether the rise or fall is more than chance explains at 5 %, neighbours that resemble each other allowed for.
  ///
  /// A correction that makes the test surer is not followed.
  public var isShown: Bool {
    slope != 0 && max(p, serial?.p ?? p) < 0.05
  }

  /// Tests for a trend and takes its slope.
  ///
  /// Fails with fewer than two values.
  ///
  /// - Parameters:
  ///   - values: The values, one for each period; one that is missing keeps its place.
  ///   - confidence: How sure the interval of the slope is to be.
  /// - Complexity: O(*n*²) on average up to 1,000 values, O(*n* log *n*) beyond.
  public init?(_ values: [Double?], confidence: Double = 0.95) {
    self.init(values, cycle: nil, confidence: confidence)
  }

  /// Tests for a trend within the seasons: each is compared with itself only.
  ///
  /// Hirsch, Slack & Smith, Water Resources Research 1982; 18: 107–21. Seasons are taken to be independent of
  /// each other. The slope is that of a whole cycle.
  ///
  /// Fails where no season has two values.
  ///
  /// - Parameters:
  ///   - values: The values, one for each period; one that is missing keeps its place.
  ///   - cycle: How many periods are a whole cycle: 12 for months.
  ///   - confidence: How sure the interval of the slope is to be.
  /// - Complexity: O(*n*²), where *n* is the number of values.
  public init?(_ values: [Double?], cycle: Int, confidence: Double = 0.95) {
    guard cycle > 0 else { return nil }
    self.init(values, cycle: Optional(cycle), confidence: confidence)
  }

  private init?(_ values: [Double?], cycle: Int?, confidence: Double) {
    var seasons = [[TheilSen.Point]](repeating: [], count: cycle ?? 1)
    for (position, value) in values.enumerated() {
      guard let value, value.isFinite else { continue }
      let season = position % (cycle ?? 1)
      let place = cycle.map { Double(position / $0) } ?? Double(position)
      seasons[cycle == nil ? 0 : season].append(.init(position: place, value: value))
    }
    let scores = seasons.map { KendallScore($0.map(\.value)) }
    let pairs = scores.reduce(0) { $0 + $1.pairs }
    guard pairs > 0 else { return nil }
    isSeasonal = cycle != nil
    count = scores.reduce(0) { $0 + $1.count }
    score = scores.reduce(0) { $0 + $1.score }
    variance = scores.reduce(0) { $0 + $1.variance }
    z = KendallScore.z(score: score, variance: variance)
    p = NormalDistribution.twoSided(z)
    tauA = Double(score) / Double(pairs)
    let scale = scores.reduce(0) { $0 + $1.scale }
    tauB = scale > 0 ? Double(score) / scale : nil
    let slopes = TheilSen(seasons, variance: variance, confidence: confidence)
    slope = slopes.slope
    slopeLow = slopes.low
    slopeHigh = slopes.high
    var present = values.compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }
    var places = values.indices.filter { values[$0]?.isFinite == true }.map(Double.init)
    let middle = (places.selectMedian() ?? 0) / Double(cycle ?? 1)
    intercept = (present.selectMedian() ?? 0) - middle * slope
    serial =
      cycle == nil
      ? SerialTrend(values, slope: slope, score: score, variance: variance) : nil
  }
}
