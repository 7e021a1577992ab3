import Foundation
import Testing

/// Every line of `analyse --format json` is what `docs/analyse.schema.json` says it is.
@Suite struct AnalyseSchemaTests {
  @Test(arguments: [
    "", "--seasonal --forecast 3", "--rebase nhs-scotland --rebase-run 4",
    "--chart i --rules nhsr --direction higher --target 3",
    "--chart i --freeze 4 --phase 2025-08",
    "--chart mr", "--chart t", "--chart g", "--chart c --rules qicharts2",
    "--kind value --exclude 2025-02 --direction lower --target 5", "--chart run --rules perla",
  ])
  func everyLineFollowsTheSchema(options: String) throws {
    let schema = try JSONSchema(document: "analyse.schema.json")
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
      #expect(schema.faults(in: line) == [])
    }
  }
}
