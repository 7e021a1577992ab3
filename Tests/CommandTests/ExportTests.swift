import Foundation
import Testing

/// The export is what `docs/export.md` and `docs/export.schema.json` say it is.
@Suite struct ExportTests {
  private static let day = "--as-of 2026-04-24"

  private func inSample<R>(_ body: (URL) throws -> R) throws -> R {
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      return try body(folder)
    }
  }

  private func export(_ folder: URL, adding options: String = day) throws -> [String: Any] {
    let outcome = try BuiltPrograms.run("benefits-report export - \(options)", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func theSampleFollowsTheSchema() throws {
    let schema = try JSONSchema(document: "export.schema.json")
    let export = try inSample { try self.export($0) }
    #expect(schema.faults(in: export) == [])
    for table in schema.arrays {
      let rows = try #require(export[table] as? [[String: Any]])
      if !["reviews", "decisions", "actions", "assumptions"].contains(table) {
        #expect(!rows.isEmpty, "\(table)")
      }
      // A column that is not in the schema is not described anywhere.
      for row in rows { #expect(Set(row.keys) == Set(schema.columns(of: table)), "\(table)") }
    }
  }

  @Test func everyTableAndColumnIsOnThePage() throws {
    let schema = try JSONSchema(document: "export.schema.json")
    let page = try String(
      contentsOf: ReadmeTests.root.appendingPathComponent("docs/export.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ").dropFirst()
    #expect(parts.count == schema.arrays.count)
    for table in schema.arrays {
      let part = try #require(parts.first { $0.hasPrefix("`\(table)`") }, "\(table)")
      for column in schema.columns(of: table) {
        #expect(part.contains("`\(column)`"), "\(table).\(column)")
      }
    }
  }

  @Test func filesHoldTheSameRowsAndColumns() throws {
    let schema = try JSONSchema(document: "export.schema.json")
    try inSample { folder in
      let export = try self.export(folder)
      let outcome = try BuiltPrograms.run(
        "benefits-report export numbers --format csv -q \(Self.day)", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for table in schema.arrays {
        let text = try String(
          contentsOf: folder.appendingPathComponent("numbers/\(table).csv"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first.map(String.init) == schema.columns(of: table).joined(separator: ","))
        let rows = try #require(export[table] as? [Any])
        // No cell of the sample holds a line break.
        #expect(lines.count == rows.count + 2, "\(table)")
      }
    }
  }

  /// July 2025 of HF-M04 rests on 8 answers and is suppressed below 10.
  @Test func smallNumbersAreNowhere() throws {
    let export = try inSample { try self.export($0) }
    let points = try #require(export["points"] as? [[String: Any]])
    let hidden = points.filter { $0["use"] as? String == "suppressed" }
    #expect(!hidden.isEmpty)
    for point in hidden {
      for key in ["value", "numerator", "denominator"] { #expect(point[key] is NSNull) }
    }
  }

  @Test func theRestatedNumberIsToldWithBothVersions() throws {
    let export = try inSample { try self.export($0) }
    let revisions = try #require(export["revisions"] as? [[String: Any]])
    let values = revisions.filter { $0["measure"] as? String == "HF-M09" }
      .compactMap { $0["value"] as? Double }
    #expect(values.count == 2)
    #expect(abs(values[0] - values[1] - 38) < 1e-9)
  }

  @Test func whatWasKnownBeforeIsExportedAsItWas() throws {
    try inSample { folder in
      let before = try self.export(folder, adding: "--as-of 2025-12-05 --known-at 3")
      #expect((before["revisions"] as? [Any])?.isEmpty == true)
      #expect((before["entries"] as? [Any])?.count == 3)
    }
  }

  /// One number more changes the lines of its point and of what is computed from it.
  @Test func oneChangedNumberGivesASmallDifference() throws {
    try inSample { folder in
      let run = { try BuiltPrograms.run("benefits-report export - \(Self.day)", in: folder).output }
      let before = try run().split(separator: "\n")
      let outcome = try BuiltPrograms.run(
        "benefits-cli record HF-M11 2026-03=351 --revise 'Late invoice' -q --as-of 2026-04-24"
          + " --recorded-at 2026-04-24T09:00:00Z", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let changes = try run().split(separator: "\n").difference(from: before)
      #expect((4...40).contains(changes.insertions.count), "\(changes.insertions.count)")
      #expect(before.count > 1000)
    }
  }
}
