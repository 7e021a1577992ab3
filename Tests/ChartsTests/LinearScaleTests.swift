import BenefitsCharts
import Testing

@Suite struct LinearTicksTests {
  // The rule of d3-array 3.2 `ticks`, worked out by hand from its thresholds √2, √10 and √50.
  @Test(arguments: [
    (0.0, 1.0, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], 1),
    (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1], 1), (0, 1, 2, [0, 0.5, 1], 1), (0, 1, 1, [0, 1], 0),
    (0, 10, 5, [0, 2, 4, 6, 8, 10], 0), (-10, 10, 5, [-10, -5, 0, 5, 10], 0),
    (0, 10, 3, [0, 5, 10], 0), (45, 70, 5, [45, 50, 55, 60, 65, 70], 0),
    (0, 2400, 5, [0, 500, 1000, 1500, 2000], 0),
    (0.001, 0.0035, 5, [0.001, 0.0015, 0.002, 0.0025, 0.003, 0.0035], 4),
  ])
  func values(low: Double, high: Double, count: Int, expected: [Double], decimals: Int) {
    let ticks = LinearTicks(in: low...high, count: count)
    // The very doubles that the labels say, not sums of steps.
    #expect(ticks.values == expected)
    #expect(ticks.decimals == decimals)
  }

  @Test(arguments: Array(0..<200).map(UInt64.init))
  func anyDomainHasFewAscendingTicks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let magnitude = [1e-9, 1e-6, 1e-3, 1, 1e3, 1e9, 1e14][generator.integer(in: 0...6)]
    let low = (generator.unit() - 0.5) * magnitude
    let ticks = LinearTicks(in: low...(low + magnitude * (0.1 + generator.unit())), count: 5)
    #expect((2...11).contains(ticks.values.count))
    #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
    #expect((0...15).contains(ticks.decimals))
  }
}

@Suite struct ValueDomainTests {
  @Test(arguments: [
    // All above half of the top: fits with room, and says so.
    ([61.0, 88.9], true, 50.0...100.0, true),
    // Down to half of the top: from 0.
    ([20, 50], false, 0...60, false), ([3, 11.8], false, 0...14, false),
    // A percentage never passes 0 or 100.
    ([96, 99.9], true, 95...100, true), ([0, 3], true, 0...3.5, false),
    ([100], true, 90...100, true),
    // Values of both signs, and below 0 only.
    ([-12, 20], false, -20...30, false), ([-8, -5], false, -9 ... -4, false),
    // Constant and missing.
    ([0], false, 0...1, false), ([5], false, 4.4...5.6, true), ([], false, 0...1, false),
    ([], true, 0...100, false),
  ])
  func bounds(
    values: [Double], isPercentage: Bool, expected: ClosedRange<Double>, startsAboveZero: Bool
  ) {
    let domain = ValueDomain(of: values, isPercentage: isPercentage)
    #expect(domain.bounds == expected)
    #expect(domain.startsAboveZero == startsAboveZero)
  }

  @Test(arguments: Array(0..<300).map(UInt64.init)) func holdsAllValues(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scale = [1e-9, 1e-6, 1e-3, 1, 1e6, 1e12, 1e15][generator.integer(in: 0...6)]
    let offset = [0, 1, -1, 1e3][generator.integer(in: 0...3)] * scale
    let values = (0..<generator.integer(in: 1...20)).map { _ in
      offset + scale * (generator.unit() - 0.3)
    }
    let domain = ValueDomain(of: values, isPercentage: seed.isMultiple(of: 3))
    #expect(values.allSatisfy(domain.bounds.contains))
    #expect(domain.bounds.upperBound > domain.bounds.lowerBound)
  }
}

@Suite struct LinearScaleTests {
  @Test func largerValuesAreHigherUp() {
    let scale = LinearScale(domain: 0...100, range: 20...220)
    #expect(scale.position(of: 0) == 220)
    #expect(scale.position(of: 25) == 170)
    #expect(scale.position(of: 100) == 20)
  }
}
