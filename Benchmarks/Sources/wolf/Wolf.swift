import BenefitsAnalytics
import BenefitsChecks
import Foundation
import Simulation

/// Counts how often `signal.deterioration` cries wolf in a programme in which nothing happens, and how soon it sees what
/// does.
///
/// Monthly measures with a baseline year and five years after it, looked at by a run of the check at every month end;
/// a run counts when a measure breaches that did not breach a month before.
@main struct Wolf {
  private static let measures = 14
  private static let programmes = 200
  private static let months = 60
  private static let consecutive = [1, 2, 3]

  static func main() throws {
    let measure = try SimulatedMeasure(target: 102)
    print(
      "| autocorrelation | periods in a row | months in breach | new in a run | runs with a new breach |"
    )
    print("|---|---|---|---|---|")
    for autocorrelation in [0, 0.2, 0.4] {
      let all = (0..<programmes).map { programme in
        (1...measures).map { index in
          breaches(
            measure, seed: UInt64(programme * measures + index), autocorrelation: autocorrelation)
        }
      }
      for periods in consecutive { print(row(all, periods, autocorrelation)) }
    }
    print(
      "\n| true change for the worse in SD | autocorrelation | periods in a row | within 3 months | 6 | 12 | 24 |"
    )
    print("|---|---|---|---|---|---|---|")
    for (change, autocorrelation) in [(1.0, 0.0), (2, 0), (1, 0.2), (2, 0.2)] {
      let all = (1...UInt64(programmes * 5)).map {
        breaches(measure, seed: $0, autocorrelation: autocorrelation, change: change, months: 24)
      }
      for periods in consecutive {
        let firsts = all.map { lasting($0, periods).firstIndex(of: true) ?? .max }
        let cells = [3, 6, 12, 24].map { limit in
          percent(firsts.count { $0 < limit }, of: firsts.count)
        }
        print(
          "| \(Int(change)) | \(autocorrelation == 0 ? "0" : "\(autocorrelation)") | \(periods) | \(cells.joined(separator: " | ")) |"
        )
      }
    }
  }

  /// Whether the check breaches at each month end.
  private static func breaches(
    _ measure: SimulatedMeasure, seed: UInt64, autocorrelation: Double, change: Double = 0,
    months: Int = Wolf.months
  ) -> [Bool] {
    var noise = Noise(seed: seed)
    let values = noise.series(12 + months, autocorrelation: autocorrelation).enumerated()
      .map { index, value in 100 + value - (index < 12 ? 0 : change) }
    let check = CheckVocabulary.all.filter { $0.id == "signal.deterioration" }
    return (1...months).map { month in
      let run = CheckRun(measure.assessor(after: Array(values.prefix(12 + month))), checks: check)
      return run.results.contains { $0.outcome == .warn || $0.outcome == .fail }
    }
  }

  /// Whether a breach has lasted for so many periods.
  private static func lasting(_ breaches: [Bool], _ periods: Int) -> [Bool] {
    breaches.indices.map { index in
      index + 1 >= periods && breaches[(index + 1 - periods)...index].allSatisfy { $0 }
    }
  }

  private static func row(_ all: [[[Bool]]], _ periods: Int, _ autocorrelation: Double) -> String {
    var (months, news, runs) = (0, 0, 0)
    for programme in all {
      let told = programme.map { lasting($0, periods) }
      for month in 0..<Wolf.months {
        months += told.count { $0[month] }
        let new = told.count { $0[month] && (month == 0 || !$0[month - 1]) }
        news += new
        if new > 0 { runs += 1 }
      }
    }
    let total = all.count * Wolf.months
    return "| \(autocorrelation == 0 ? "0" : "\(autocorrelation)") | \(periods) | "
      + "\(percent(months, of: total * measures)) | "
      + String(format: "%.3f", Double(news) / Double(total)) + " | \(percent(runs, of: total)) |"
  }

  private static func percent(_ count: Int, of total: Int) -> String {
    String(format: "%.1f %%", 100 * Double(count) / Double(total))
  }
}
