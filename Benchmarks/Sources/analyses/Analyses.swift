import BenefitsAnalytics
import Foundation

/// Times the analysis of one long series, for every chart and rule set, with its JSON.
@main struct Analyses {
  private static let counts = [1_000, 10_000, 100_000]

  static func main() {
    let heading = counts.map { "\($0) points" }.joined(separator: " | ")
    print("| chart, rules | \(heading) |")
    print("|---|" + counts.map { _ in "---|" }.joined())
    for kind in ChartKind.allCases {
      row("`\(kind.rawValue)`, `mdc`") { analysis($0, kind, .mdc) }
    }
    for name in RuleSet.Name.allCases where name != .mdc {
      row("`i`, `\(name.rawValue)`") { analysis($0, .i, name) }
    }
    row("JSON of `i`, `mdc`") { analysis($0, .i, .mdc).json.utf8.count }
    row("trend") { analysis($0, .i, .mdc).trend }
    row("seasonal trend") { analysis($0, .i, .mdc, cycle: 12).seasonalTrend }
    row("forecast of 12") { analysis($0, .i, .mdc).forecast(steps: 12, cycle: 12) }
  }

  private static func analysis(
    _ count: Int, _ kind: ChartKind, _ name: RuleSet.Name, cycle: Int? = nil
  ) -> Analysis {
    let values = (0..<count).map { Double?(Double(($0 &* 7919) % 1009) / 10) }
    return Analysis(
      series: "s", values: values,
      denominators: kind.needsDenominators ? values.map { _ in 101 } : nil,
      options: Analysis.Options(
        chart: kind, rules: RuleSet(name), direction: .higher, target: 50, cycle: cycle))
  }

  private static func row<Result>(_ title: String, _ work: (Int) -> Result) {
    let cells = counts.map { count in
      let times = (0..<3).map { _ in
        let start = clock()
        let result = work(count)
        let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        withExtendedLifetime(result) {}
        return time
      }
      return String(format: "%.1f ms", 1000 * (times.min() ?? 0))
    }
    print("| \(title) | \(cells.joined(separator: " | ")) |")
  }
}
