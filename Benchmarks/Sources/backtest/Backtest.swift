import BenefitsAnalytics
import Foundation

/// Forecasts every series of a file from several origins and says how good the forecasts are.
@main struct Backtest {
  static func main() {
    do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
      FileHandle.standardError.write(Data("backtest: \(error)\n".utf8))
      exit(65)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var (path, cycle, origins) = (String?.none, 12, [0, 18, 36])
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--cycle":
        guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else {
          throw TableFault("--cycle takes a number of periods")
        }
        cycle = value
      case "--back":
        let values = rest.popFirst()?.split(separator: ",").compactMap { Int($0) } ?? []
        guard !values.isEmpty else { throw TableFault("--back takes numbers of periods, as 18,36") }
        origins = [0] + values
      default: path = argument
      }
    }
    guard let path else { throw TableFault("name a CSV file with series,split,period,value") }
    let table = try LongTable(String(contentsOfFile: path, encoding: .utf8))
    print("| origin | series | sMAPE | MASE | in 80 % | in 95 % | µs a series |")
    print("|---|---|---|---|---|---|---|")
    for back in origins { print(row(table, back: back, cycle: cycle)) }
  }

  private static func row(_ table: LongTable, back: Int, cycle: Int) -> String {
    var score = Score()
    var cases: [(train: [Double?], actual: [Double?])] = []
    for series in table.series {
      let cut = series.train.count - back
      // What a seasonal scale can be taken from.
      guard cut >= max(cycle, Forecast.leastPoints) else { continue }
      let all = series.train + series.test
      let end = min(all.count, cut + series.test.count)
      cases.append((Array(all[..<cut]), Array(all[cut..<end])))
    }
    var forecasts: [Forecast?] = []
    // Processor time, the shortest of five passes: other programs on the machine are not ours to measure.
    var shortest = Double.infinity
    for _ in 0..<5 {
      forecasts.removeAll(keepingCapacity: true)
      let start = clock()
      for one in cases {
        forecasts.append(Forecast(one.train, steps: one.actual.count, cycle: cycle))
      }
      shortest = min(shortest, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    for (one, forecast) in zip(cases, forecasts) {
      guard let forecast else { continue }
      score.add(forecast.steps, actual: one.actual, train: one.train, cycle: cycle)
    }
    let each = shortest / Double(max(1, cases.count)) * 1e6
    return String(
      format: "| %@ | %d | %.2f | %.3f | %.1f | %.1f | %.0f |",
      back == 0 ? "test" : "\(back) earlier", score.series, score.sMAPE, score.mase,
      score.coverage80, score.coverage95, each)
  }
}
