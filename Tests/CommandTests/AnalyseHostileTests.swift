import Foundation
import Testing

/// `analyse` on series that are made to break it: every answer is defined, and the JSON is JSON.
@Suite struct AnalyseHostileTests {
  private static let charts = ["run", "i", "mr", "p", "pp", "u", "up", "c", "t", "g", "ip"]
  private static let rules = ["mdc", "anhoej", "perla", "excel", "nhsr", "qicharts2"]

  /// Series of (value, denominator); each value is at most its denominator, so that proportions can be drawn.
  private static let series: [(name: String, rows: [(String, String)])] = [
    ("constant", Array(repeating: ("0.1", "1"), count: 30)),
    ("constant whole", Array(repeating: ("100", "100"), count: 30)),
    ("zero", Array(repeating: ("0", "7"), count: 30)),
    ("one", [("3", "10")]),
    ("two", [("3", "10"), ("4", "10")]),
    ("all missing", Array(repeating: ("", "10"), count: 20)),
    ("all missing, one period", [("", "5")]),
    (
      "on the line, frozen",
      [("4", "8"), ("6", "8"), ("5", "8")] + Array(repeating: ("5", "8"), count: 20)
    ),
    ("huge", (0..<20).map { ("\($0 % 3)e299", "1e300") } + [("1e300", "1e300")]),
    ("largest", (0..<20).map { ($0.isMultiple(of: 2) ? "1e308" : "0", "1.7e308") }),
    ("smallest", (0..<20).map { ($0.isMultiple(of: 2) ? "5e-324" : "0", "5e-324") }),
    ("small and large", (0..<20).map { ($0.isMultiple(of: 2) ? "5e-324" : "1e300", "1e300") }),
    ("small shares", (0..<20).map { ("\($0 % 4)e-300", "1e300") }),
    (
      "no denominator at times", (0..<20).map { ($0 % 5 == 0 ? "0" : "2", $0 % 5 == 0 ? "0" : "9") }
    ),
    ("no denominator at all", Array(repeating: ("0", "0"), count: 16)),
    ("gaps", (0..<24).map { $0 % 2 == 0 ? ("\($0)", "40") : ("", "") }),
  ]

  /// Values that a share cannot be: below 0, and larger than any denominator.
  private static let wild: [(name: String, rows: [(String, String)])] = [
    ("below zero", (0..<20).map { ("-\($0)", "3") }),
    ("from end to end", (0..<20).map { ($0.isMultiple(of: 2) ? "-1e308" : "1e308", "1") }),
    ("over the end", (0..<20).map { ($0.isMultiple(of: 2) ? "-1e308" : "1e308", "1e-10") }),
    ("all but one far away", (0..<20).map { ($0 == 7 ? "1e300" : "1", "1") }),
  ]

  private func csv(_ series: [(name: String, rows: [(String, String)])]) -> String {
    "series,period,value,denominator\n"
      + series.flatMap { one in
        one.rows.enumerated().map { index, row in
          "\"\(one.name)\",\(2000 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1),\(row.0),\(row.1)\n"
        }
      }.joined()
  }

  /// Every number of a JSON value is finite; `null` is the word for what is not known.
  private func isFinite(_ value: Any) -> Bool {
    switch value {
    case let number as NSNumber: number.doubleValue.isFinite
    case let members as [String: Any]: members.values.allSatisfy(isFinite)
    case let elements as [Any]: elements.allSatisfy(isFinite)
    default: true
    }
  }

  private func check(_ text: String, count: Int, options: String, in folder: URL) throws {
    try text.write(
      to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
    let outcome = try BuiltPrograms.run(
      "benefits-report analyse data.csv --format json --quiet \(options)", in: folder)
    try #require(outcome.status == 0, "\(options): \(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == count)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(isFinite(object), "\(options): \(line.prefix(80))")
      let members = try #require(object as? [String: Any])
      let periods = try #require(members["periods"] as? [String])
      for name in ["values", "centre", "lower", "upper", "near_lower", "near_upper", "signals"] {
        #expect((members[name] as? [Any])?.count == periods.count, "\(options): \(name)")
      }
    }
    let table = try BuiltPrograms.run(
      "benefits-report analyse data.csv --quiet \(options)", in: folder)
    #expect(table.status == 0)
    #expect(!table.output.lowercased().contains("nan"))
    #expect(!table.output.contains("inf"))
  }

  @Test(arguments: charts) func everyChartHasADefinedAnswer(chart: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let isShare = ["p", "pp"].contains(chart)
      let all = isShare ? Self.series : Self.series + Self.wild
      for rules in Self.rules {
        try check(
          csv(all), count: all.count,
          options:
            "--chart \(chart) --rules \(rules) --direction higher --target 1 --seasonal --forecast 3",
          in: folder)
      }
      try check(
        csv(all), count: all.count,
        options:
          "--chart \(chart) --screen --freeze 3 --phase 2000-07 --exclude 2000-02 --multiply 1000",
        in: folder)
    }
  }

  @Test(arguments: ["value", "count", "proportion", "rate", "event"])
  func everyKindHasADefinedAnswer(kind: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try check(
        csv(Self.series), count: Self.series.count, options: "--kind \(kind) --rules mdc",
        in: folder)
    }
  }

  @Test func aZeroDenominatorIsNoValueAndANegativeOneIsAFault() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let zero = try BuiltPrograms.run(
        "printf 'period,value,denominator\\n2025-01,1,4\\n2025-02,1,0\\n2025-03,3,4\\n' | benefits-report analyse - --format json",
        in: folder)
      #expect(zero.status == 0)
      #expect(zero.errors.contains("the denominator is 0, so the period has no value"))
      #expect(zero.output.contains("\"values\":[0.25,null,0.75]"))
      let negative = try BuiltPrograms.run(
        "printf 'period,value,denominator\\n2025-01,1,4\\n2025-02,1,-4\\n' | benefits-report analyse -",
        in: folder)
      #expect(negative.status == 65)
      #expect(negative.errors.contains("the denominator -4 is below 0"))
      #expect(negative.output.isEmpty)
    }
  }

  @Test func aHundredThousandPointsAreAnswered() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      var text = "period,value\n"
      var state: UInt32 = 1
      for year in 1900..<2180 {
        for month in 1...12 {
          for day in 1...28 {
            state = state &* 1_664_525 &+ 1_013_904_223
            text +=
              "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day),\(state >> 20)\n"
          }
        }
      }
      try text.write(
        to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse data.csv --chart i --rules mdc --format json", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let members = try #require(object as? [String: Any])
      // Every day has its place, those that the file leaves out too.
      #expect((members["values"] as? [Any])?.count == 102_265)
      #expect(members["n"] as? Int == 102_265)
    }
  }
}
