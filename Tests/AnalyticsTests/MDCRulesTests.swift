import BenefitsAnalytics
import Testing

@Suite struct MDCRulesTests {
  private func rules(_ values: [Double?], sigma: Double? = 1) -> [ChangeSignal.Rule] {
    let used = values.enumerated().compactMap { index, value in
      value.map { (index: index, value: $0) }
    }
    return MDCRules().latestSignals(of: used, centre: 0, sigma: sigma).map(\.rule)
  }

  @Test func onTheLimitIsInside() {
    #expect(rules([0.5, -0.5, 3]).isEmpty)
    #expect(rules([0.5, -0.5, 3.001]) == [.outsideLimits])
    #expect(rules([0.5, -0.5, -3.001]) == [.outsideLimits])
    #expect(rules([0.5, -0.5, 99], sigma: nil).isEmpty)
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
