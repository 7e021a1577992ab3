import BenefitsAnalytics
import Foundation
import Simulation

/// Counts how often the comparison of the time before and after is wrong on simulated series.
@main struct Interruption {
  static let series = 2000
  /// The jump and the change of slope of the series that have an effect.
  static let effect = (level: 2.0, slope: 0.1)

  static func main() {
    print(
      "| points | left in the next | wrong: level | slope | at the end | Newey–West alone | held: level | slope | at the end |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for points in [8, 12, 24] {
      for share in [0, 0.2, 0.4] { print(row(points: points, share: share)) }
    }
  }

  private static func row(points: Int, share: Double) -> String {
    var noise = Noise(seed: 20_240_601)
    var wrong = (level: 0, slope: 0, end: 0, plain: 0)
    var held = (level: 0, slope: 0, end: 0)
    for _ in 0..<series {
      var error = noise.next() / (1 - share * share).squareRoot()
      var still: [Double?] = []
      var moved: [Double?] = []
      for index in 0..<(2 * points) {
        still.append(error)
        let since = Double(index - points)
        moved.append(index < points ? error : error + effect.level + effect.slope * since)
        error = share * error + noise.next()
      }
      if let result = InterruptedTimeSeries(still, start: points) {
        if result.levelChange.p < 0.05 { wrong.level += 1 }
        if result.slopeChange.p < 0.05 { wrong.slope += 1 }
        if result.effect.p < 0.05 { wrong.end += 1 }
        if result.effect.value.magnitude > 1.96 * result.effect.standardError { wrong.plain += 1 }
      }
      if let result = InterruptedTimeSeries(moved, start: points) {
        let end = effect.level + effect.slope * Double(points - 1)
        if result.levelChange.low...result.levelChange.high ~= effect.level { held.level += 1 }
        if result.slopeChange.low...result.slopeChange.high ~= effect.slope { held.slope += 1 }
        if result.effect.low...result.effect.high ~= end { held.end += 1 }
      }
    }
    let percent = { (count: Int) in String(format: "%.1f %%", 100 * Double(count) / Double(series))
    }
    let cells =
      ["\(points) + \(points)", String(format: "%.1f", share)]
      + [wrong.level, wrong.slope, wrong.end, wrong.plain, held.level, held.slope, held.end]
      .map(percent)
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
