import BenefitsAnalytics
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The first series of the simulations whose tables are in docs/statistics.md: noise, and noise with a true shift.
@Suite struct ChartSimulationTests {
  /// How many of the 20,000 series of a published cell are drawn again here.
  static let series: UInt64 = 150

  /// A published share, in per cent.
  struct Cell: Sendable, CustomTestStringConvertible {
    var name: RuleSet.Name
    var count = 36
    var autocorrelation = 0.0
    var shift: Double?
    var published: Double

    var testDescription: String {
      "\(name.rawValue), \(count) points, autocorrelation \(autocorrelation), shift \(shift ?? 0)"
    }
  }

  static let noise: [Cell] = [
    Cell(name: .mdc, count: 12, published: 4.8),
    Cell(name: .nhsr, count: 12, published: 7.4),
    Cell(name: .qicharts2, count: 12, published: 6.5),
    Cell(name: .anhoej, count: 12, published: 1.3),
    Cell(name: .perla, count: 12, published: 12.6),
    Cell(name: .mdc, count: 24, published: 15.8),
    Cell(name: .nhsr, count: 24, published: 19.2),
    Cell(name: .qicharts2, count: 24, published: 12.6),
    Cell(name: .anhoej, count: 24, published: 3.2),
    Cell(name: .perla, count: 24, published: 37.3),
    Cell(name: .mdc, count: 36, published: 25.9),
    Cell(name: .nhsr, count: 36, published: 29.2),
    Cell(name: .qicharts2, count: 36, published: 17.4),
    Cell(name: .anhoej, count: 36, published: 4.2),
    Cell(name: .perla, count: 36, published: 56.6),
    Cell(name: .mdc, count: 60, published: 44),
    Cell(name: .nhsr, count: 60, published: 47.4),
    Cell(name: .qicharts2, count: 60, published: 23.7),
    Cell(name: .anhoej, count: 60, published: 4.6),
    Cell(name: .perla, count: 60, published: 79.9),
    Cell(name: .mdc, count: 24, autocorrelation: 0.2, published: 32),
    Cell(name: .anhoej, count: 24, autocorrelation: 0.2, published: 10.2),
    Cell(name: .perla, count: 24, autocorrelation: 0.2, published: 52.4),
    Cell(name: .mdc, count: 24, autocorrelation: 0.4, published: 56.4),
    Cell(name: .anhoej, count: 24, autocorrelation: 0.4, published: 24.5),
    Cell(name: .perla, count: 24, autocorrelation: 0.4, published: 69.9),
  ]

  static let power: [Cell] = [
    Cell(name: .mdc, shift: 0.5, published: 66.8),
    Cell(name: .nhsr, shift: 0.5, published: 67.6),
    Cell(name: .qicharts2, shift: 0.5, published: 52.3),
    Cell(name: .anhoej, shift: 0.5, published: 32),
    Cell(name: .perla, shift: 0.5, published: 78.3),
    Cell(name: .mdc, shift: 1, published: 91.2),
    Cell(name: .nhsr, shift: 1, published: 91.4),
    Cell(name: .qicharts2, shift: 1, published: 81.9),
    Cell(name: .anhoej, shift: 1, published: 68.1),
    Cell(name: .perla, shift: 1, published: 93.6),
    Cell(name: .mdc, shift: 2, published: 100),
    Cell(name: .nhsr, shift: 2, published: 100),
    Cell(name: .qicharts2, shift: 2, published: 99.7),
    Cell(name: .anhoej, shift: 2, published: 99.1),
    Cell(name: .perla, shift: 2, published: 100),
  ]

  /// Normal noise of standard deviation 1 after Box & Muller, of which a share is left in the next value.
  private func values(_ cell: Cell, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(state: seed)
    func uniform() -> Double {
      (Double(generator.next() >> 11) + 0.5) / 9_007_199_254_740_992
    }
    func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform()) }
    let fresh = (1 - cell.autocorrelation * cell.autocorrelation).squareRoot()
    var last = normal()
    return (0..<cell.count).map { index in
      if index > 0 { last = cell.autocorrelation * last + fresh * normal() }
      return last + (index < 12 ? 0 : cell.shift ?? 0)
    }
  }

  private func isSignal(_ values: [Double], _ cell: Cell) -> Bool {
    let frozen = cell.shift.map { _ in 0..<12 }
    switch cell.name {
    case .anhoej: return RunChart(values: values, baseline: frozen).phases[0].runs.signal
    case .perla:
      let rules = ClassicalRules(RunChart(values: values, baseline: frozen))
      return !rules.shifts.isEmpty || !rules.trends.isEmpty
        || rules.runs.contains { $0.isTooFew || $0.isTooMany }
    case .mdc, .excel, .nhsr, .qicharts2:
      let chart = ControlChart(.i, numbers: values, rules: RuleSet(cell.name), baseline: frozen)
      return !chart.signals.isEmpty
        || (cell.name == .qicharts2 && chart.phases.contains { $0.runs.signal })
    }
  }

  /// Within four standard errors of the published share, and never further than one series where it is 0 or 100.
  @Test(arguments: noise + power) func signalsAreAsFrequentAsPublished(cell: Cell) {
    let found = (1...Self.series).count { isSignal(values(cell, seed: $0), cell) }
    let (p, n) = (cell.published / 100, Double(Self.series))
    let allowed = max(1, 4 * (n * p * (1 - p)).squareRoot())
    #expect((Double(found) - n * p).magnitude <= allowed, "\(found) of \(Self.series)")
  }
}
