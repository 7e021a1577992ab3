import Foundation
import Testing

/// Every line of `analyse --format json` is what `docs/analyse.schema.json` says it is.
@Suite struct AnalyseSchemaTests {
  /// Returns where a value differs from a schema, for the few words of JSON Schema that ours uses.
  private func faults(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let words = schema["enum"] as? [Any] {
      let isKnown = words.contains { word in
        (word is NSNull && value is NSNull)
          || (word as? String).map { $0 == value as? String } ?? false
      }
      return isKnown ? [] : ["\(place): \(value) is none of the words"]
    }
    let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
    guard types.contains(where: { matches(value, $0) }) else {
      return ["\(place): \(value) is not \(types)"]
    }
    var found: [String] = []
    if let members = value as? [String: Any],
      let properties = schema["properties"] as? [String: Any]
    {
      for name in schema["required"] as? [String] ?? [] where members[name] == nil {
        found.append("\(place).\(name) is absent")
      }
      for (name, member) in members {
        guard let inner = properties[name] as? [String: Any] else {
          if schema["additionalProperties"] as? Bool == false {
            found.append("\(place).\(name) is not described")
          }
          continue
        }
        found += faults(member, inner, at: "\(place).\(name)")
      }
    }
    if let elements = value as? [Any], let inner = schema["items"] as? [String: Any] {
      for (index, element) in elements.enumerated() {
        found += faults(element, inner, at: "\(place)[\(index)]")
      }
    }
    return found
  }

  private func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean": value is Bool
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": value is NSNumber
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }

  @Test(arguments: [
    "", "--seasonal --forecast 3", "--rebase nhs-scotland --rebase-run 4",
    "--chart i --rules nhsr --direction higher --target 3",
    "--chart i --freeze 4 --phase 2025-08",
    "--chart mr", "--chart t", "--chart g", "--chart c --rules qicharts2",
    "--kind value --exclude 2025-02 --direction lower --target 5", "--chart run --rules perla",
  ])
  func everyLineFollowsTheSchema(options: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let schema = try #require(
      JSONSerialization.jsonObject(
        with: Data(contentsOf: root.appendingPathComponent("docs/analyse.schema.json")))
        as? [String: Any])
    let values = ["3", "", "5", "4", "9", "9", "8", "9", "10", "9", "11", "9", "2", "1"]
    let rows = values.enumerated().map { index, value in
      "2025-\(index < 9 ? "0" : "")\(index + 1),\(value)\n"
    }.prefix(12)
    try BuiltPrograms.inEmptyFolder { folder in
      try ("period,value\n" + rows.joined()).write(
        to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse data.csv --format json \(options)", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let line = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      #expect(faults(line, schema, at: "line") == [])
    }
  }
}
