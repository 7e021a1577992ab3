import BenefitsAnalytics
import Testing

@Suite struct RunsLimitsTests {
  /// Expected values: qicharts2 0.8.1, `runs.analysis`.
  @Test(arguments: [
    (10, 6, 2), (12, 7, 3), (15, 7, 4), (18, 7, 5), (20, 7, 6), (24, 8, 8), (30, 8, 10),
    (36, 8, 13), (40, 8, 14), (48, 9, 18), (60, 9, 23), (91, 10, 37), (120, 10, 51),
  ])
  func agreesWithPublishedLimits(useful: Int, longestRun: Int, crossings: Int) throws {
    let limits = try #require(RunsLimits(useful: useful))
    #expect(limits.longestRun == longestRun)
    #expect(limits.crossings == crossings)
  }

  @Test func nothingUsefulHasNoLimits() {
    #expect(RunsLimits(useful: 0) == nil)
  }

  @Test(arguments: [(1, 3, 0), (2, 4, 0), (3, 5, 0), (5, 5, 0), (6, 6, 1)])
  func smallNumbers(useful: Int, longestRun: Int, crossings: Int) throws {
    let limits = try #require(RunsLimits(useful: useful))
    #expect(limits.longestRun == longestRun)
    #expect(limits.crossings == crossings)
  }

  /// The definition by whole numbers: the smallest k with 20 · ΣC(m, j) ≥ 2^m, for every m that 64 bits hold.
  @Test(arguments: 1...57)
  func crossingsAreTheExactBinomialQuantile(tosses: Int) throws {
    var term = 1
    var sum = 1
    var heads = 0
    while sum < (1 << tosses + 19) / 20 {
      term = term * (tosses - heads) / (heads + 1)
      heads += 1
      sum += term
    }
    #expect(try #require(RunsLimits(useful: tosses + 1)).crossings == heads)
  }

  @Test func hundredThousandObservationsHaveLimits() throws {
    let limits = try #require(RunsLimits(useful: 100_000))
    #expect(limits.longestRun == 20)
    // Mean 49,999.5 less 1.645 standard deviations of 158.1.
    #expect(limits.crossings == 49_739)
  }
}
