import BenefitsAnalytics
import BenefitsModel
import Foundation
import Simulation

/// Counts how often a status is wrong, and how soon it is right, on simulated measures.
///
/// A baseline year and five years after go-live, judged at each of the 60 month ends; higher is better, reach-by a year
/// after go-live. Changes and targets are in standard deviations from the true baseline.
@main struct Statuses {
  private static let series = 2_000
  private static let months = 60

  static func main() throws {
    print(
      "| true change | target | autocorrelation | ever `deteriorated` | months `deteriorated` | ever `realised` or `sustained` | median month | within 7 / 12 / 24 months |"
    )
    print("|---|---|---|---|---|---|---|---|")
    let rows: [(change: Double, target: Double, autocorrelation: Double)] = [
      (0, 2, 0), (0, 1, 0), (0, 1, 0.2), (0, 1, 0.4), (1, 1, 0), (1, 0.5, 0), (1, 0.5, 0.2),
      (2, 2, 0),
      (2, 1, 0), (2, 1, 0.2),
    ]
    for row in rows {
      print(try line(change: row.change, target: row.target, autocorrelation: row.autocorrelation))
    }
  }

  private static func line(
    change: Double, target: Double, autocorrelation: Double
  ) throws -> String {
    let programme = try SimulatedMeasure(target: 100 + target)
    var (everWorse, monthsWorse) = (0, 0)
    var firsts: [Int] = []
    for seed in 1...UInt64(series) {
      var noise = Noise(seed: seed)
      let values = noise.series(12 + months, autocorrelation: autocorrelation).enumerated()
        .map { index, value in 100 + value + (index < 12 ? 0 : change) }
      var (isWorse, first) = (false, Int?.none)
      for month in 1...months {
        let status = programme.status(after: Array(values.prefix(12 + month)))
        if status == .deteriorated {
          monthsWorse += 1
          isWorse = true
        }
        if first == nil, status == .realised || status == .sustained { first = month }
      }
      if isWorse { everWorse += 1 }
      if let first { firsts.append(first) }
    }
    firsts.sort()
    let percent = { (count: Int, of: Int) in
      String(format: "%.1f %%", 100 * Double(count) / Double(of))
    }
    let within = [7, 12, 24].map { limit in
      String(format: "%.1f", 100 * Double(firsts.count { $0 <= limit }) / Double(series))
    }
    let median = firsts.count * 2 > series ? "\(firsts[series / 2])" : "–"
    let plain = { (number: Double) in
      number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
    let cells = [
      change == 0 ? "none" : plain(change), plain(target), plain(autocorrelation),
      percent(everWorse, series), percent(monthsWorse, series * months),
      percent(firsts.count, series), median, within.joined(separator: " / ") + " %",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
