import Foundation
import Testing

/// `docs/json.md` is a contract: what the programs write is on that page.
@Suite struct ReportContractTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/json.md")

  /// The names of all members of a JSON value, without those below keys that hold free names.
  private func keys(of value: Any, skipping skipped: Set<String>) -> Set<String> {
    if let array = value as? [Any] {
      return array.reduce(into: []) { $0.formUnion(keys(of: $1, skipping: skipped)) }
    }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: Set(object.keys)) {
      if !skipped.contains($1.key) { $0.formUnion(keys(of: $1.value, skipping: skipped)) }
    }
  }

  @Test(arguments: [
    "benefits-report status --as-of 2025-10-10 --format json",
    "benefits-report check --as-of 2025-10-10 --format json",
    "printf 'period,value\\n2025-01,3\\n2025-03,5\\n' | benefits-report analyse - --format json",
  ])
  func everyKeyIsDocumented(command: String) throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let outcome = try ReportFixture.withDatabase { try BuiltPrograms.run(command, in: $0) }
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let found = keys(of: value, skipping: ["counts", "evidence"])
    #expect(found.count > 10)
    for key in found.sorted() { #expect(page.contains("`\(key)`"), "\(key) is not on the page") }
  }

  @Test func theExampleOnThePageIsTrue() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let lines = page.split(separator: "\n").map(String.init)
    let command = try #require(lines.firstIndex { $0.hasPrefix("$ ") })
    let outcome = try BuiltPrograms.inEmptyFolder {
      try BuiltPrograms.run(String(lines[command].dropFirst(2)), in: $0)
    }
    #expect(outcome.output == lines[command + 1] + "\n")
  }
}
