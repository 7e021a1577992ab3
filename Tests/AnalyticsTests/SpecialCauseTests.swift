import BenefitsAnalytics
import Testing

/// The rules of Making Data Count at the latest point, told in sigma from the line.
@Suite struct SpecialCauseTests {
  /// A C chart frozen on two counts of 100: the line is 100 and one sigma is 10, exactly.
  private func rules(_ values: [Double?]) -> [ChangeSignal.Rule] {
    let chart = ControlChart(
      .c, numbers: [100, 100] + values.map { $0.map { 100 + 10 * $0 } }, baseline: 0..<2)
    return chart.latestSignals.map(\.rule)
  }

  @Test func onTheLimitIsInside() {
    #expect(rules([0.5, -0.5, 3]).isEmpty)
    #expect(rules([0.5, -0.5, 3.001]) == [.outsideLimits])
    #expect(rules([0.5, -0.5, -3]).isEmpty)
    #expect(rules([0.5, -0.5, -3.001]) == [.outsideLimits])
  }

  @Test func twoOfThreeNeedAllThreeOnOneSideAndTheLatestBeyond() {
    #expect(rules([2.5, 0.5, 2.5]) == [.twoOfThree])
    #expect(rules([2.5, -0.5, 2.5]).isEmpty)
    #expect(rules([2.5, 2.5, 0.5]).isEmpty)
    #expect(rules([2.5, 0.5, 2]).isEmpty)
  }

  @Test func pointsBeyondTheLimitCountAmongTwoOfThree() {
    #expect(rules([3.5, 0.5, 2.5]) == [.twoOfThree])
  }

  @Test func sevenOnOneSideAreAShiftAndAPointOnTheLineEndsIt() {
    #expect(rules([1, 0.5, 1, 0.5, 1, 0.5, 1]) == [.shift])
    #expect(rules([1, 0.5, 1, 0.5, 1, 0.5]).isEmpty)
    #expect(rules([1, 0.5, 1, 0, 1, 0.5, 1]).isEmpty)
  }

  @Test func sevenRisingOrFallingAreATrendAndAnEqualPairEndsIt() {
    #expect(rules([-1.5, -1, -0.5, 0, 0.5, 1, 1.5]) == [.trend])
    #expect(rules([1.5, 1, 0.5, 0, -0.5, -1, -1.5]) == [.trend])
    #expect(rules([-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5]).isEmpty)
  }

  @Test func missingPeriodsEndNothing() {
    #expect(rules([1, 0.5, nil, 1, 0.5, 1, nil, 0.5, 1]) == [.shift])
  }
}
