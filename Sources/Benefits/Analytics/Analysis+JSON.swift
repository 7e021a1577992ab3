import BenefitsModel

extension Analysis {
  /// The analysis as one JSON object on one line.
  ///
  /// Arrays have one element a period. Numbers have all their digits; what is missing is `null`. The text is
  /// written without an encoder, since thousands of series a second pass here.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var json: String {
    let nothing = runChart.values.map { _ in Double?.none }
    var object = JSONObject()
    object.add("series", text: series)
    object.add("chart", text: chart.rawValue)
    object.add("n", number: Double(observations))
    object.add("useful", number: Double(useful))
    object.add("centre", numbers: centre)
    object.add("lower", numbers: nothing)
    object.add("upper", numbers: nothing)
    object.add(
      "signals",
      items: signals.map { rules in
        rules.map { "[" + $0.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]" } ?? "null"
      })
    object.add("level", number: level)
    object.add("runs_analysis", items: runChart.phases.map(\.runs.json))
    return object.text
  }
}

extension RunsAnalysis {
  fileprivate var json: String {
    var object = JSONObject()
    object.add("n", number: Double(observations))
    object.add("useful", number: Double(useful))
    object.add("longest_run", number: longestRun.map(Double.init))
    object.add("longest_run_limit", number: longestRunLimit.map(Double.init))
    object.add("crossings", number: crossings.map(Double.init))
    object.add("crossings_limit", number: crossingsLimit.map(Double.init))
    object.add("signal", item: signal ? "true" : "false")
    return object.text
  }
}

/// A JSON object (RFC 8259) that is written member by member, in the order given.
private struct JSONObject {
  private var members = ""

  var text: String { "{\(members)}" }

  mutating func add(_ key: String, item: String) {
    if !members.isEmpty { members += "," }
    members += "\"\(key)\":\(item)"
  }

  mutating func add(_ key: String, number: Double?) {
    add(key, item: JSONObject.number(number))
  }

  mutating func add(_ key: String, items: [String]) {
    add(key, item: "[\(items.joined(separator: ","))]")
  }

  mutating func add(_ key: String, numbers: [Double?]) {
    add(key, items: numbers.map(JSONObject.number))
  }

  mutating func add(_ key: String, text: String) {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    add(key, item: quoted + "\"")
  }

  private static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    return Numeral.shortest(value)
  }
}
