import BenefitsAnalytics
import Foundation
import Testing

/// How often each rule set signals on noise, and how often it finds a true shift: the tables in docs/statistics.md.
///
/// A few hundred series run with the tests; BENEFITS_SIMULATED_SERIES=500 prints them.
@Suite struct ChartSimulationTests {
  static let large = ProcessInfo.processInfo.environment["BENEFITS_SIMULATED_SERIES"].flatMap(
    Int.init)

  /// Noise of standard deviation 1 with a first-order autocorrelation, and a shift from some point on.
  private func series(
    seed: UInt64, count: Int, autocorrelation: Double, shift: Double = 0, at start: Int = 0
  ) -> [Double?] {
    var generator = SeededGenerator(state: seed)
    var last = 0.0
    return (0..<count).map { index in
      // Twelve uniform numbers less 6 have mean 0, standard deviation 1 and nearly the normal shape.
      let noise = (0..<12).reduce(-6.0) { sum, _ in
        sum + Double.random(in: 0..<1, using: &generator)
      }
      last =
        index == 0
        ? noise
        : autocorrelation * last + (1 - autocorrelation * autocorrelation).squareRoot() * noise
      return last + (index >= start ? shift : 0)
    }
  }

  private func signals(_ values: [Double?], _ name: RuleSet.Name, freeze: Int? = nil) -> Bool {
    let frozen = freeze.map { 0..<$0 }
    switch name {
    case .anhoej: return RunChart(values: values, baseline: frozen).phases[0].runs.signal
    case .perla:
      let rules = ClassicalRules(RunChart(values: values, baseline: frozen))
      return !rules.shifts.isEmpty || !rules.trends.isEmpty
        || rules.runs.contains { $0.isTooFew || $0.isTooMany }
    case .mdc, .excel, .nhsr, .qicharts2:
      let chart = ControlChart(.i, numbers: values, rules: RuleSet(name), baseline: frozen)
      return !chart.signals.isEmpty
        || (name == .qicharts2 && chart.phases.contains { $0.runs.signal })
    }
  }

  /// The share of series with a signal, in per cent.
  private func share(
    of series: Int, _ name: RuleSet.Name, freeze: Int? = nil, _ make: (UInt64) -> [Double?]
  ) -> Double {
    let found = (1...UInt64(series)).count { signals(make($0), name, freeze: freeze) }
    return 100 * Double(found) / Double(series)
  }

  @Test func falseSignalsAreAsRareAsPublished() {
    // Published for 36 independent points: docs/statistics.md. 200 series are within about 7 points of it.
    for (name, published) in [(RuleSet.Name.mdc, 23.0), (.anhoej, 4), (.perla, 58)] {
      let found = share(of: 200, name) { series(seed: $0, count: 36, autocorrelation: 0) }
      #expect((found - published).magnitude < 12, "\(name): \(found)")
    }
  }

  @Test func aShiftOfTwoDeviationsIsFound() {
    for name in [RuleSet.Name.mdc, .anhoej, .nhsr, .qicharts2] {
      let found = share(of: 100, name, freeze: 12) {
        series(seed: $0, count: 36, autocorrelation: 0, shift: 2, at: 12)
      }
      #expect(found > 90, "\(name): \(found)")
    }
  }

  @Test(.enabled(if: large != nil)) func printsTheTables() throws {
    let size = try #require(Self.large)
    for autocorrelation in [0, 0.2, 0.4] {
      for name in RuleSet.Name.allCases {
        let shares = [12, 24, 36, 60].map { count in
          share(of: size, name) {
            series(seed: $0, count: count, autocorrelation: autocorrelation)
          }
        }
        print("noise", autocorrelation, name.rawValue, shares)
      }
    }
    for name in RuleSet.Name.allCases {
      let shares = [0, 0.5, 1, 1.5, 2, 3].map { shift in
        share(of: size, name, freeze: 12) {
          series(seed: $0, count: 36, autocorrelation: 0, shift: shift, at: 12)
        }
      }
      print("power", name.rawValue, shares)
    }
  }
}
