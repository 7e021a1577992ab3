import BenefitsChecks
import Foundation
import Testing

@Suite struct CheckVocabularyTests {
  private var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  @Test func identifiersAreUniqueAndNamedByFamilyAndRule() {
    let ids = CheckVocabulary.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: /[a-z]+\.[a-z-]+/) != nil, "\(id)")
      #expect(CheckVocabulary.check(id)?.id == id)
    }
    #expect(CheckVocabulary.check("data.overdu") == nil)
  }

  @Test(arguments: CheckVocabulary.all.map(\.id))
  func isExplained(id: String) throws {
    let check = try #require(CheckVocabulary.check(id))
    // That nothing was checked is unknown, which has no severity.
    #expect(check.severities.isEmpty == (id == "run.empty"))
    #expect(check.severities == check.severities.sorted())
    for text in [check.explanation.what, check.explanation.why, check.explanation.fix] {
      #expect(text.hasSuffix("."))
      #expect(text.first?.isUppercase == true)
      #expect(!text.contains("\n"))
    }
    #expect(!check.explanation.source.isEmpty)
  }

  /// The table and the explanations; `BENEFITS_REWRITE_GOLDEN=1` writes them into the document anew.
  @Test func documentationHoldsTheVocabulary() throws {
    let url = root.appending(path: "docs/checks.md")
    let document = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(document.range(of: "| check | family | breached when"))
    let written =
      document[..<start.lowerBound] + CheckVocabulary.markdownTable + "\n"
      + CheckVocabulary.all.map(\.markdownExplanation).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try written.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == String(written))
  }
}
