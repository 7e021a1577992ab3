import Testing

@testable import BenefitsAnalytics

/// Expected values: statsmodels 0.15.0, `OLS(…).fit(cov_type='HAC')` with `use_correction=True`, on series drawn
/// for the purpose.
@Suite struct InterruptedTimeSeriesTests {
  static let short: [Double?] = [
    49.2, 50.03, 50.01, 50.41, 49.47, 50.6, 48.06, 51.4, 51.8, 54.08, 44.11, 48.15, 48.33, 48.61,
    47.25, 45.6, 46.65, 48.11, 46.44, 47.82,
  ]
  static let long: [Double?] = [
    121.7, 116.2, 116.9, 118.7, 117.1, 115.8, 116.1, 112.3, 117.7, 119.0, 109.5, 113.1, 120.5,
    108.0, 114.5, 116.0, 115.0, 114.9, 107.8, 109.5, 117.8, 117.6, 111.5, 116.7, 114.4, 115.9,
    115.6, 112.6, 114.0, 114.7, 111.4, 112.1, 112.0, 110.4, 109.7, 110.3,
  ]
  static let comparison: [Double?] = [
    99.4, 100.8, 99.7, 103.1, 96.8, 98.3, 95.6, 95.5, 95.2, 97.8, 96.3, 97.3, 95.1, 92.5, 95.9,
    92.8, 90.9, 86.5, 89.0, 88.0, 88.0, 95.5, 87.2, 87.9, 90.5, 86.5, 85.8, 88.4, 83.1, 81.0, 81.4,
    86.6, 85.5, 86.8, 84.0, 79.7,
  ]

  typealias Pair = (value: Double, error: Double)

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var values: [Double?]
    var start: Int
    var comparison: [Double?]?
    var lags: Int?
    var slope: Pair
    var level: Pair
    var slopeChange: Pair
    var counterfactual: Pair
    var effect: Pair
  }

  static let cases = [
    Case(
      testDescription: "ten and ten", values: short, start: 10, lags: 2,
      slope: (0.34751515151513734, 0.14962351467029772),
      level: (-5.659151515151503, 1.858723581000702),
      slopeChange: (-0.2699999999999842, 0.15521335096934596),
      counterfactual: (55.54496969696957, 2.4735165170304025),
      effect: (-8.08915151515136, 2.3082491310917503)),
    Case(
      testDescription: "without lags", values: short, start: 10, lags: 0,
      slope: (0.34751515151513734, 0.1429313412294345),
      level: (-5.659151515151503, 1.6665904959336673),
      slopeChange: (-0.2699999999999842, 0.2392836904599464),
      counterfactual: (55.54496969696957, 2.3909128959410624),
      effect: (-8.08915151515136, 2.478911466843889)),
    Case(
      testDescription: "twenty and sixteen, the usual lags", values: long, start: 20, lags: nil,
      slope: (-0.38759398496241215, 0.08264434136432665),
      level: (6.012089783281763, 1.4293848306867916),
      slopeChange: (-0.06755307386112763, 0.09101653838907052),
      counterfactual: (105.13135338345862, 2.405790694615097),
      effect: (4.998793675364848, 2.378298438597544)),
    Case(
      testDescription: "with a comparison", values: long, start: 20, comparison: comparison,
      lags: 3,
      slope: (0.25774436090225433, 0.10241791693470924),
      level: (4.333831269349851, 1.8218743123138796),
      slopeChange: (-0.16509730207872764, 0.18939163398472422),
      counterfactual: (26.262481203007514, 2.945480567155928),
      effect: (1.8573717381689363, 3.3742980754174785)),
  ]

  @Test(arguments: cases) func agreesWithStatsmodels(_ expected: Case) throws {
    var lags = expected.lags
    // The usual number of lags for 36 points is three.
    if lags == nil {
      #expect(InterruptedTimeSeries.usualLags(36) == 3)
    } else if lags == 2 {
      #expect(InterruptedTimeSeries.usualLags(20) == 2)
      lags = nil
    }
    let result = try #require(
      InterruptedTimeSeries(
        expected.values, start: expected.start, comparison: expected.comparison, lags: lags))
    let pairs = [
      (result.slopeBefore, expected.slope), (result.levelChange, expected.level),
      (result.slopeChange, expected.slopeChange), (result.counterfactual, expected.counterfactual),
      (result.effect, expected.effect),
    ]
    for (estimate, pair) in pairs {
      #expect(estimate.value.isClose(to: pair.value, within: 1e-8))
      #expect(estimate.standardError.isClose(to: pair.error, within: 1e-8))
      #expect(estimate.error >= estimate.standardError)
      #expect(estimate.low < estimate.value && estimate.value < estimate.high)
    }
    #expect(result.isControlled == (expected.comparison != nil))
  }

  @Test func refusesFewerThanEightPointsOnASide() {
    #expect(InterruptedTimeSeries(Self.short, start: 7) == nil)
    #expect(InterruptedTimeSeries(Self.short, start: 13) == nil)
    #expect(InterruptedTimeSeries(Self.short, start: 8) != nil)
    var gappy = Self.short
    gappy[0] = nil
    #expect(InterruptedTimeSeries(gappy, start: 8) == nil)
  }

  @Test func aGapKeepsItsPlace() throws {
    // A straight line with a jump of 5 is found exactly, whatever is missing.
    var values: [Double?] = []
    for index in 0..<30 { values.append(Double(2 * index + (index >= 15 ? 5 : 0))) }
    values[4] = nil
    values[20] = nil
    let result = try #require(InterruptedTimeSeries(values, start: 15))
    #expect(result.slopeBefore.value.isClose(to: 2))
    #expect(result.levelChange.value.isClose(to: 5))
    #expect(result.slopeChange.value.magnitude < 1e-9)
    #expect(result.counterfactual.value.isClose(to: 58))
    #expect(result.effect.value.isClose(to: 5))
    #expect(result.missing == 2)
    #expect(result.cautions() == [.gaps, .uncontrolled])
  }

  @Test func saysInWhatWayItMayMislead() throws {
    let result = try #require(InterruptedTimeSeries(Self.short, start: 10))
    #expect(result.cautions(otherEvents: 1).contains(.otherEvents))
    #expect(result.cautions() == [.fewPoints, .uncontrolled])
    #expect(
      result.words(for: .fewPoints)
        == "There are 10 points before and 10 after; with fewer than 12 on a side, a passing change"
        + " looks like a lasting one.")
    #expect(
      result.words(for: .otherEvents, otherEvents: 1)
        == "1 other event is recorded near the change, and cannot be told apart from it.")
  }

  /// On noise of which a share is left in the next value, at 8 + 8, 12 + 12 and 24 + 24 points, an effect is
  /// seen by mistake in about one of twenty series; Newey–West errors alone
  /// see one in 12 to 34 %.
  @Test(arguments: [8, 12, 24], [0, 0.2, 0.4])
  func isSeldomWrongOnNoise(points: Int, share: Double) throws {
    var noise = NormalNoise(seed: 20_240_601)
    var wrong = 0
    let series = 150
    for _ in 0..<series {
      var error = noise.next() / (1 - share * share).squareRoot()
      let values = (0..<(2 * points)).map { _ -> Double? in
        defer { error = share * error + noise.next() }
        return error
      }
      if try #require(InterruptedTimeSeries(values, start: points)).effect.p < 0.05 { wrong += 1 }
    }
    // 8.7 % is the largest rate found in 2,000 series; three standard deviations more at 150.
    #expect(Double(wrong) / Double(series) < 0.087 + 3 * (0.087 * 0.913 / 150).squareRoot())
  }
}

/// Normal noise that is the same on every machine: the sum of twelve uniform numbers of SplitMix64.
struct NormalNoise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }

  mutating func next() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += uniform() }
    return sum
  }
}
