import BenefitsAnalytics
import Testing

@Suite struct ClassicalRulesTests {
  /// The exact distribution: largest u with P(R ≤ u) ≤ 0.05, smallest v with P(R ≥ v) ≤ 0.05; even splits agree
  /// with the table of Perla, Provost & Murray 2011.
  @Test(arguments: [
    (5, 5, 3, 9), (6, 6, 3, 11), (10, 10, 6, 16), (12, 12, 8, 18), (7, 8, 4, 13), (30, 30, 24, 38),
  ])
  func runsAgreeWithTheExactDistribution(above: Int, below: Int, lower: Int, upper: Int) {
    let limits = RunsDistribution(above: above, below: below)
    #expect(limits.lower == lower)
    #expect(limits.upper == upper)
  }

  @Test func oneSidedOrTinySplitsHaveNoLimits() {
    #expect(RunsDistribution(above: 0, below: 20).lower == nil)
    #expect(RunsDistribution(above: 2, below: 2).lower == nil)
  }

  @Test func shiftsSkipTheMedianAndTrendsSkipEqualValues() {
    let values: [Double?] = [5, 6, 7, 7, 8, 9, 5, 1, 2, nil, 1, 2, 5, 1, 2]
    let rules = ClassicalRules(RunChart(values: values))
    #expect(rules.trends == [0...5])
    #expect(rules.shifts == [7...14])
  }

  @Test func theSplitIsTheActualOneUnlessTheTableIsAskedFor() {
    let values: [Double?] = [1, -1, 2, 2, 2, 2, 2, 2, 2, 2, -2, -2]
    let chart = RunChart(values: values, baseline: 0..<2)
    let actual = RunsDistribution(above: 9, below: 3)
    #expect(ClassicalRules(chart).runs[0].upper == actual.upper)
    #expect(ClassicalRules(chart, isTabulated: true).runs[0].upper == 11)
    #expect(ClassicalRules(chart, isTabulated: true).runs[0].lower == 3)
  }
}
