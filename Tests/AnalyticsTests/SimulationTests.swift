import BenefitsAnalytics
import BenefitsModel
import Testing

/// A small version of the simulation in docs/statistics.md: a baseline year and five years after go-live, asked
/// at every month's end, in units of the standard deviation.
@Suite struct SimulationTests {
  typealias Fixture = ProgrammeFixture

  /// The statuses of the 60 months after go-live.
  private func statuses(seed: UInt64, shift: Double, target: Double) throws -> [Status] {
    var generator = SeededGenerator(state: seed)
    var fixture = try Fixture(every: "2020-01")
    fixture.goLive = try Fixture.day("2021-01-01")
    fixture.commitment.targets[0].value = target
    // Twelve uniform numbers less 6 have mean 0, standard deviation 1 and nearly the normal shape.
    let values = (0..<72).map { month in
      let noise = (0..<12).reduce(-6.0) { sum, _ in
        sum + Double.random(in: 0..<1, using: &generator)
      }
      return 100 + noise + (month >= 12 ? shift : 0)
    }
    return try (13...72).map { count in
      fixture.record(Array(values.prefix(count)))
      return try fixture.assessmentAfterLast().status
    }
  }

  @Test func aStableMeasureIsSeldomCalledAnythingElse() throws {
    let all = try (1...25 as ClosedRange<UInt64>).map {
      try statuses(seed: $0, shift: 0, target: 102)
    }
    let deteriorated = all.joined().count { $0 == .deteriorated }
    // 2.5 % of months in the large simulation; 1,500 months here.
    #expect(deteriorated < 90)
    #expect(all.joined().count { $0 == .realised || $0 == .sustained } == 0)
  }

  @Test func aTrueChangeOfTwoDeviationsIsRealisedWithinAYear() throws {
    let firsts = try (1...15 as ClosedRange<UInt64>).map { seed in
      try statuses(seed: seed, shift: 2, target: 101)
        .firstIndex { $0 == .realised || $0 == .sustained }
    }
    // 95 % within 12 months in the large simulation.
    #expect(firsts.count { $0 ?? 60 < 12 } >= 12)
  }
}
