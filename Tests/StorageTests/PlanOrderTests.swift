import Testing

@testable import BenefitsStorage

@Suite struct PlanOrderTests {
  private static let gap = PlanOrder.gap

  @Test(
    arguments: [
      ([nil, nil, nil], [gap, 2 * gap, 3 * gap]),
      ([gap, 2 * gap], [gap, 2 * gap]),
      // One between two others, two in front, one at the end.
      ([gap, nil, 2 * gap], [gap, gap + gap / 2, 2 * gap]),
      ([nil, nil, gap], [-gap, 0, gap]),
      ([gap, nil], [gap, 2 * gap]),
      // The last item moved to the front: it alone gets a new place.
      ([3 * gap, gap, 2 * gap], [0, gap, 2 * gap]),
      // No room between neighbours: all get new places.
      ([1, nil, 2], [gap, 2 * gap, 3 * gap]), ([], []),
    ] as [([Int?], [Int])])
  func placesAreKeptWhereTheyCanBe(current: [Int?], expected: [Int]) {
    #expect(PlanOrder.places(keeping: current) == expected)
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func placesAlwaysIncrease(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<200 {
      let current = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random) ? Int.random(in: -20...20, using: &random) : nil
      }
      let places = PlanOrder.places(keeping: current)
      #expect(places.count == current.count)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(current): \(places)")
    }
  }
}
