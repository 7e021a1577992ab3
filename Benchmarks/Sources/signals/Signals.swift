import BenefitsAnalytics
import Foundation
import Simulation

/// Counts how often each rule set signals on noise, and how often it finds a true shift.
@main struct Signals {
  /// How many series each cell of the tables rests on; seeds are 1, 2, 3 and so on.
  private static let series = 20_000
  private static let names: [RuleSet.Name] = [.mdc, .excel, .nhsr, .qicharts2, .anhoej, .perla]

  static func main() {
    let heading = names.map { "`\($0.rawValue)`" }.joined(separator: " | ")
    print("| autocorrelation | n | \(heading) |")
    print("|---|---|" + names.map { _ in "---|" }.joined())
    for autocorrelation in [0, 0.2, 0.4] {
      for count in [12, 24, 36, 60] {
        let cells = names.map { name in
          share { seed in
            var noise = Noise(seed: seed)
            return signals(noise.series(count, autocorrelation: autocorrelation), name)
          }
        }
        print(
          "| \(autocorrelation == 0 ? "0" : "\(autocorrelation)") | \(count) | \(cells.joined(separator: " | ")) |"
        )
      }
    }
    print("\n| true shift in SD | \(heading) |")
    print("|---|" + names.map { _ in "---|" }.joined())
    for shift in [0, 0.5, 1, 1.5, 2, 2.5, 3] {
      let cells = names.map { name in
        share { seed in
          var noise = Noise(seed: seed)
          let values = noise.series(36, autocorrelation: 0).enumerated().map { index, value in
            index < 12 ? value : value + shift
          }
          return signals(values, name, freeze: 12)
        }
      }
      print(
        "| \(shift == shift.rounded() ? "\(Int(shift))" : "\(shift)") | \(cells.joined(separator: " | ")) |"
      )
    }
  }

  private static func share(_ isSignal: (UInt64) -> Bool) -> String {
    let found = (1...UInt64(series)).count(where: isSignal)
    return String(format: "%.1f %%", 100 * Double(found) / Double(series))
  }

  /// Whether a rule set signals anywhere in a series: on an XmR chart, or on a run chart where it is one for those.
  private static func signals(_ values: [Double?], _ name: RuleSet.Name, freeze: Int? = nil) -> Bool
  {
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
}
