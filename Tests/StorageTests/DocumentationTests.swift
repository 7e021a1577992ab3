import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

@Suite struct DocumentationTests {
  private static let document: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/database.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  private static let queries = document.components(separatedBy: "```sql\n").dropFirst()
    .map { String($0.prefix(upTo: $0.range(of: "```")?.lowerBound ?? $0.endIndex)) }

  @Test func thereAreQueries() { #expect(Self.queries.count == 6) }

  @Test(arguments: queries)
  func everyQueryOfTheDocumentAnswers(query: String) throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let measurement = Measurement(
      period: try Synthetic.period("2025-01"), number: 3, denominator: 4)
    let series = try Synthetic.series("HF-M01")
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    #expect(try !RawDatabase(folder.file()).rows(query).isEmpty)
  }

  @Test func everyTableAndViewIsDescribed() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file())
    let names = try RawDatabase(folder.file()).rows(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*'"
    ).compactMap { $0[0] }
    #expect(names.count == 29)
    for name in names { #expect(Self.document.contains("`\(name)`"), "\(name)") }
  }
}
