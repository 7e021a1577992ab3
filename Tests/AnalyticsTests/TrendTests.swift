import Testing

@testable import BenefitsAnalytics

/// Expected values: pymannkendall 1.4.3 and scipy 1.17.1 (`theilslopes`, `kendalltau`).
@Suite struct TrendTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var values: [Double?]
    var score: Int
    var variance: Double
    var z: Double
    var p: Double
    var tauA: Double
    var tauB: Double
    var slope: Double
    var low: Double
    var high: Double
    var intercept: Double
  }

  static let cases = [
    Case(
      testDescription: "ties",
      values: [
        5, 5, 6, 7, 5, 4, 7, 7, 5, 5, 6, 6, 4, 7, 5, 6, 4, 5, 6, 6, 4, 3, 4, 3, 5, 4, 5,
      ],
      score: -98, variance: 2142.6666666666665, z: -2.095532629338488, p: 0.036123671016190295,
      tauA: -0.2792022792022792, tauB: -0.31372571625949014, slope: -0.0625, low: -0.125, high: 0,
      intercept: 5.8125),
    Case(
      testDescription: "a gap",
      values: [23, 28, 32, 22, 20, 19, 31, 24, 23, 22, 18, 23, nil, 15],
      score: -30, variance: 264, z: -1.7848266192003246, p: 0.07428944419771777,
      tauA: -0.38461538461538464, tauB: -0.39487359486949225, slope: -0.6833333333333333,
      low: -1.5, high: 0, intercept: 27.1),
    Case(
      testDescription: "two gaps",
      values: [
        26, 24, nil, 31, 19, 24, 28, 28, 17, 24, 16, 18, 29, 24, 27, 31, nil, 22, 23, 29,
      ],
      score: 4, variance: 685.3333333333334, z: 0.11459622908213148, p: 0.9087651687752998,
      tauA: 0.026143790849673203, tauB: 0.026948402781814776, slope: 0,
      low: -0.45454545454545453, high: 0.5555555555555556, intercept: 24),
    Case(
      testDescription: "no ties",
      values: quarters,
      score: 32, variance: 1625.3333333333333, z: 0.7689364932156956, p: 0.4419310120112123,
      tauA: 0.11594202898550725, tauB: 0.11594202898550725, slope: 0.4873076923076919,
      low: -0.8099999999999994, high: 1.8833333333333337, intercept: 193.74596153846153),
  ]

  static let quarters: [Double?] = [
    172.1, 188.8, 188.6, 189.6, 215.6, 225.8, 214.0, 215.9, 227.2, 211.9, 181.1, 169.4, 173.4,
    181.5, 189.7, 199.0, 209.7, 213.1, 232.1, 229.3, 222.5, 199.7, 188.4, 185.8,
  ]

  @Test(arguments: cases) func agreesWithTheFieldsPackages(_ expected: Case) throws {
    let trend = try #require(Trend(expected.values))
    #expect(trend.score == expected.score)
    #expect(trend.variance.isClose(to: expected.variance))
    #expect(trend.z.isClose(to: expected.z))
    #expect(trend.p.isClose(to: expected.p))
    #expect(trend.tauA.isClose(to: expected.tauA))
    #expect(try #require(trend.tauB).isClose(to: expected.tauB))
    #expect(trend.slope.isClose(to: expected.slope))
    #expect(trend.slopeLow.isClose(to: expected.low))
    #expect(trend.slopeHigh.isClose(to: expected.high))
    #expect(trend.intercept.isClose(to: expected.intercept))
  }

  @Test func ninetyPercentIntervalIsNarrower() throws {
    let trend = try #require(Trend(Self.cases[0].values, confidence: 0.9))
    #expect(trend.slopeLow.isClose(to: -0.1111111111111111))
    #expect(trend.slopeHigh == 0)
  }

  @Test func monthsAreComparedWithThemselves() throws {
    let values: [Double?] = [
      26, nil, 22, 19, 24, 25, 20, 21, 24, 15, 32, 25, 20, 19, 29, nil, 25, 27, 21, 19, 16, 28, 21,
      25,
    ]
    let trend = try #require(Trend(values, cycle: 12))
    #expect(trend.score == 1)
    #expect(trend.variance == 9)
    #expect(trend.z == 0)
    #expect(trend.p == 1)
    #expect(trend.tauA.isClose(to: 0.1))
    #expect(trend.slope == 0.5)
    #expect(trend.intercept.isClose(to: 22.520833333333332))
  }

  @Test func quartersAreComparedWithThemselves() throws {
    let trend = try #require(Trend(Self.quarters, cycle: 4))
    #expect(trend.score == 6)
    #expect(trend.variance.isClose(to: 113.33333333333333))
    #expect(trend.z.isClose(to: 0.4696682183138622))
    #expect(trend.p.isClose(to: 0.6385920776850198))
    #expect(trend.slope.isClose(to: 1.1624999999999979))
    #expect(trend.intercept.isClose(to: 196.0078125))
  }

  @Test(arguments: [
    (
      [5, 7, 3, 5, 6, 6, 6, 4, 7, 3, 7, 5, 5, 6, 6], 3.6031746031745904, 4.214512372439426,
      2.5031843069012183e-05
    ),
    (
      [8, 7, 12, 13, 12, 6, 11, 8, 9, 13, 5, 2, 10, 8, 6, 4, 11, 11, 6, 5], 248.29674185463648,
      -2.9827190470517415, 0.0028570012434430136
    ),
  ])
  func allowsForNeighboursAsHamedAndRaoDo(
    values: [Double], variance: Double, z: Double, p: Double
  ) throws {
    let serial = try #require(Trend(values)?.serial)
    #expect(serial.isCorrelated)
    #expect(try #require(serial.variance).isClose(to: variance))
    #expect(try #require(serial.z).isClose(to: z))
    #expect(try #require(serial.p).isClose(to: p))
  }

  @Test func aCorrectionNeverMakesATrendSurer() throws {
    let trend = try #require(Trend(Self.hamedRaoSurer))
    #expect(trend.p > 0.05)
    #expect(try #require(trend.serial?.p) < 0.05)
    #expect(!trend.isShown)
  }

  private static let hamedRaoSurer: [Double?] = [
    8, 7, 12, 13, 12, 6, 11, 8, 9, 13, 5, 2, 10, 8, 6, 4, 11, 11, 6, 5,
  ]

  @Test func constantSeriesHasNoTrend() throws {
    let trend = try #require(Trend([Double?](repeating: 4.2, count: 10)))
    #expect(trend.score == 0)
    #expect(trend.z == 0)
    #expect(trend.p == 1)
    #expect(trend.tauB == nil)
    #expect(trend.slope == 0)
    #expect(trend.slopeLow == 0)
    #expect(trend.slopeHigh == 0)
    #expect(trend.serial == nil)
    #expect(!trend.isShown)
  }

  @Test(arguments: [[], [nil, 3], [.nan, .infinity, 1]] as [[Double?]])
  func takesTwoValues(_ values: [Double?]) {
    #expect(Trend(values) == nil)
    #expect(Trend(values, cycle: 12) == nil)
  }

  @Test func longSeriesAreCountedToTheSameSlopes() {
    var points: [TheilSen.Point] = []
    for index in 0..<90 where index % 17 != 3 {
      let swing = Double((index * 7919) % 11)
      points.append(.init(position: Double(index), value: swing / 4 + Double(index) / 50))
    }
    let seasons = [Array(points[..<40]), Array(points[40...])]
    let pairs = seasons.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let ranks = [0, 1, pairs / 4, pairs / 2, pairs - 2, pairs - 1]
    let listed = TheilSen.listed(seasons, pairs: pairs, ranks: ranks)
    for (rank, slope) in zip(ranks, listed) {
      let counted = TheilSen.counted(seasons, rank: rank)
      #expect(counted.isClose(to: slope) || (counted - slope).magnitude < 1e-12)
    }
  }

  @Test func turningASeriesRoundTurnsTheTrendRound() throws {
    let values = Self.quarters
    let there = try #require(Trend(values))
    let back = try #require(Trend(values.reversed()))
    #expect(back.score == -there.score)
    #expect(back.slope.isClose(to: -there.slope))
    #expect(back.p == there.p)
  }
}

@Suite struct DistributionTests {
  @Test(arguments: [
    (0.95, 1.959963984540054), (0.8, 1.2815515655446004), (0.5, 0.6744897501960817),
  ])
  func middleOfTheNormalDistribution(confidence: Double, expected: Double) {
    #expect(NormalDistribution.middle(confidence).isClose(to: expected, within: 1e-13))
  }

  /// scipy 1.17.1: `2 * norm.sf(z)`.
  @Test(arguments: [(0.0, 1.0), (1.96, 0.04999579029644087), (10.0, 1.523970604832105e-23)])
  func smallProbabilitiesKeepTheirDigits(z: Double, expected: Double) {
    #expect(NormalDistribution.twoSided(z).isClose(to: expected, within: 1e-13))
    #expect(NormalDistribution.twoSided(-z) == NormalDistribution.twoSided(z))
  }

  /// scipy 1.17.1: `t.ppf(0.975, degrees)`.
  @Test(arguments: [
    (1, 12.706204736174694), (2, 4.302652729749462), (6, 2.4469118511449697),
    (7, 2.364624251592784),
    (16, 2.119905299221255), (43, 2.016692199227822),
  ])
  func middleOfStudentsT(degrees: Int, expected: Double) {
    #expect(StudentT(degrees: degrees).middle(0.95).isClose(to: expected, within: 1e-10))
    #expect(StudentT(degrees: degrees).twoSided(expected).isClose(to: 0.05, within: 1e-10))
    #expect(StudentT(degrees: degrees).lowerTail(-expected).isClose(to: 0.025, within: 1e-10))
  }
}

extension Double {
  func isClose(to other: Double, within tolerance: Double = 1e-9) -> Bool {
    (self - other).magnitude <= tolerance * Swift.max(magnitude, other.magnitude) + 1e-15
  }
}
