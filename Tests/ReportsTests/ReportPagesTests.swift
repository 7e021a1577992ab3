import BenefitsAnalytics
import BenefitsModel
import BenefitsReports
import Testing

@Suite struct ReportPagesTests {
  private func report(_ fixture: ReportFixture) -> HTMLReport {
    HTMLReport(Assessor(snapshot: fixture.snapshot(), asOf: day("2025-09-01")), tool: "test 1.0")
  }

  @Test func thereIsAnIndexAndAPageForEachBenefit() {
    #expect(
      report(ReportFixture(measures: 2)).pages.map(\.path)
        == ["index.html", "benefits/b0.html", "benefits/b1.html"])
  }

  @Test func measuresWithoutABenefitHaveAPage() throws {
    var snapshot = ReportFixture(measures: 2).snapshot()
    snapshot.plan.measures[1].benefits = []
    let pages = HTMLReport(Assessor(snapshot: snapshot, asOf: day("2025-09-01")), tool: "t").pages
    #expect(pages.map(\.path).last == "measures.html")
    let page = try Page(#require(pages.last).html())
    #expect(page.all("h1").map(\.text) == ["Measures that belong to no benefit"])
    #expect(page.ids.contains("measure-m1"))
  }

  /// Every link of every page leads to a page of the folder and to an element of it.
  @Test func linksBetweenPagesLeadSomewhere() throws {
    let pages = try Dictionary(
      uniqueKeysWithValues: report(ReportFixture(measures: 3)).pages.map {
        ($0.path, try Page($0.html()))
      })
    var across = 0
    for (path, page) in pages {
      for link in page.elements.compactMap({ $0.attributes["href"] }) {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        var target = path
        if parts[0].hasPrefix("../") {
          target = String(parts[0].dropFirst(3))
        } else if !parts[0].isEmpty {
          target = path.hasPrefix("benefits/") ? "benefits/" + parts[0] : parts[0]
        }
        if target != path { across += 1 }
        let found = try #require(pages[target], "\(path): \(link)")
        if parts.count > 1 { #expect(found.ids.contains(parts[1]), "\(path): \(link)") }
      }
    }
    #expect(across > 10)
  }

  @Test func aPageOfABenefitBeginsWithItsTitle() throws {
    let pages = report(ReportFixture(measures: 1)).pages
    let page = try Page(#require(pages.last).html())
    let levels = page.elements.compactMap { element -> Int? in
      guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
      return Int(element.name.dropFirst())
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    #expect(page.text.contains("entry 7, recorded 1 Sep 2025, 04:13 UTC"))
  }

  @Test func theIndexHoldsNoChart() throws {
    let page = try Page(#require(report(ReportFixture(measures: 2)).pages.first).html())
    #expect(page.all("figure").isEmpty)
    #expect(page.all("svg").contains { $0.attributes["class"] == "chart sparkline" })
  }

  @Test func aReportIsWrittenInParts() throws {
    var parts = 0
    try report(ReportFixture(measures: 4)).page.write { part in
      parts += 1
      #expect(!part.unicodeScalars.contains("\u{1}"))
    }
    #expect(parts > 4 * 3)
  }
}
