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
    #expect(!check.severities.isEmpty)
    #expect(check.severities == check.severities.sorted())
    for text in [check.explanation.what, check.explanation.why, check.explanation.fix] {
      #expect(text.hasSuffix("."))
      #expect(text.first?.isUppercase == true)
      #expect(!text.contains("\n"))
    }
    #expect(!check.explanation.source.isEmpty)
  }

  @Test func documentationHoldsTheTable() throws {
    let document = try String(
      contentsOf: root.appending(path: "docs/checks.md"), encoding: .utf8)
    #expect(document.contains(CheckVocabulary.markdownTable))
  }

  @Test(arguments: CheckVocabulary.all.map(\.id))
  func documentationExplains(id: String) throws {
    let document = try String(
      contentsOf: root.appending(path: "docs/checks.md"), encoding: .utf8)
    let check = try #require(CheckVocabulary.check(id))
    #expect(document.contains(check.markdownExplanation))
  }
}
