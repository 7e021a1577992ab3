import BenefitsAnalytics
import Testing

@Suite struct AverageTests {
  @Test(arguments: [3, 7, 10, 49])
  func meanOfConstantIsThatConstant(count: Int) {
    // A plain sum of 0.1 is off by one in the last place; R's second pass takes that back.
    #expect(Array(repeating: 0.1, count: count).mean() == 0.1)
  }

  @Test func meanOfNothingIsNothing() {
    #expect([Double]().mean() == nil)
    #expect([Double]().median() == nil)
  }

  @Test func meanSurvivesTheLargestNumbers() {
    #expect([1e308, 1e308, 1e308].mean() == 1e308)
    #expect([1.5e308, 1.7e308].median() == 1.6e308)
  }

  @Test(
    arguments: [([3.0, 1, 2], 2.0), ([4, 1, 3, 2], 2.5), ([5], 5), ([1, 1, 9, 9], 5)]
      as [([Double], Double)])
  func median(values: [Double], expected: Double) {
    #expect(values.median() == expected)
  }
}
