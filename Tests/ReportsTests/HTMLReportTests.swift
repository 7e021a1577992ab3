import BenefitsAnalytics
import BenefitsModel
import BenefitsReports
import Foundation
import Testing

@Suite struct HTMLReportTests {
  @Test func isWellFormedWithUniqueIdsAndResolvedReferences() throws {
    let page = try Page(ReportFixture(measures: 3).html())
    #expect(Set(page.ids).count == page.ids.count)
    let ids = Set(page.ids)
    for element in page.elements {
      if let link = element.attributes["href"] {
        #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
      }
      for name in ["aria-labelledby", "aria-describedby"] {
        for reference in element.attributes[name]?.split(separator: " ") ?? [] {
          #expect(ids.contains(String(reference)), "\(reference)")
        }
      }
    }
  }

  @Test func fetchesAndRunsNothing() throws {
    let html = try ReportFixture(measures: 2).html()
    let page = try Page(html)
    let allowed = [
      "script", "iframe", "object", "embed", "link", "img", "form", "template", "details",
    ]
    for name in allowed { #expect(page.all(name).isEmpty, "\(name)") }
    for element in page.elements {
      for name in element.attributes.keys {
        #expect(!name.lowercased().hasPrefix("on") && name != "src" && name != "style")
      }
    }
    #expect(!html.contains("url("))
    #expect(!html.contains("@import"))
    #expect(!html.contains("http://") && !html.contains("https://"))
    let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'")
  }

  @Test func headingsAreOrderedBelowOneTitle() throws {
    let page = try Page(ReportFixture(measures: 2).html())
    let levels = page.elements.compactMap { element -> Int? in
      guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
      return Int(element.name.dropFirst())
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func hasLandmarksLanguageAndSkipLink() throws {
    let page = try Page(ReportFixture().html())
    #expect(page.all("html").first?.attributes["lang"] == "en-GB")
    for name in ["header", "nav", "main", "footer"] { #expect(page.all(name).count == 1) }
    #expect(page.all("a").first?.attributes["href"] == "#main")
    #expect(page.all("title").first?.text == "Programme Plain: benefits on 1 Sep 2025")
  }

  @Test func tablesHaveCaptionsScopesAndAFocusableRegion() throws {
    let page = try Page(ReportFixture(measures: 2).html())
    #expect(page.all("table").count == page.all("caption").count)
    for header in page.all("th") { #expect(header.attributes["scope"] != nil) }
    let regions = page.elements.filter { $0.attributes["role"] == "region" }
    #expect(regions.count == page.all("table").count + 2)
    for region in regions { #expect(region.attributes["tabindex"] == "0") }
  }

  @Test func picturesHaveWordsOrAreHidden() throws {
    let page = try Page(ReportFixture(measures: 2).html())
    let pictures = page.all("svg")
    // Each chart is drawn for wide pages and for telephones.
    #expect(pictures.count { $0.attributes["role"] == "img" } == 2 * 2)
    for picture in pictures {
      #expect(
        picture.attributes["aria-hidden"] == "true" || picture.attributes["aria-labelledby"] != nil)
    }
  }

  @Test func saysWhatItWasMadeFrom() throws {
    let text = try Page(ReportFixture().html()).text
    #expect(text.contains("As of1 Sep 2025") || text.contains("As of 1 Sep 2025"))
    #expect(text.contains("entry 7, recorded 1 Sep 2025, 04:13 UTC"))
    #expect(text.contains("0123456789abcdef"))
    #expect(text.contains("test 1.0"))
  }

  @Test func namesAimsWithoutABenefit() throws {
    let text = try Page(ReportFixture().html()).text
    #expect(text.contains("Patient experience 1 benefit"))
    for aim in ["Population health", "Cost efficiency", "Staff wellbeing"] {
      #expect(text.contains("\(aim) No benefit counts towards this aim."))
    }
  }

  @Test(arguments: [(7, 7, false), (8, 7, true)])
  func listsAtMostSevenThatWantAttention(measures: Int, shown: Int, hasRest: Bool) throws {
    let html = try ReportFixture(measures: measures).html()
    let page = try Page(html)
    let attention = try #require(
      page.all("section").first { $0.attributes["class"] == "attention" })
    #expect(attention.text.matches(of: /missed/).count >= shown)
    #expect(html.matches(of: /<p class="head">/).count == shown + measures)
    #expect(
      attention.text.contains("1 more measure wants attention: Measure 7 Plain, missed.") == hasRest
    )
  }

  /// What is wrong with the plan rather than with how it goes may wait until after the chart.
  @Test func onlyWhatWantsAttentionStandsBeforeTheChart() throws {
    let html = try ReportFixture().html()
    let section = try #require(html.range(of: "<section class=\"measure\""))
    let rest = html[section.upperBound...]
    let figure = try #require(rest.range(of: "</figure>"))
    #expect(!rest[..<figure.lowerBound].contains("no reporting lag"))
    #expect(rest[figure.upperBound...].contains("It has no reporting lag; Owner Plain"))
  }

  @Test func nothingWantsAttentionWhenEverythingIsKept() throws {
    var fixture = ReportFixture()
    fixture.lastValue = 100
    let text = try Page(fixture.html()).text
    #expect(text.contains("Nothing: no promise is broken, and no value is overdue."))
  }

  @Test func acceptedBreachIsNamedWithItsWaiver() throws {
    var fixture = ReportFixture()
    fixture.waivers = [
      Waiver(
        id: id("W-1"), check: "target.met-by-date", subject: "M0", reason: "Ward moved",
        approvedBy: "Board", decision: "D-1", created: day("2025-09-01"),
        expires: day("2025-12-31"))
    ]
    let text = try Page(fixture.html()).text
    #expect(text.contains("Accepted for now by a waiver: Measure 0 Plain (until 31 Dec 2025)."))
    #expect(text.contains("waived until 31 Dec 2025"))
  }

  @Test func planWithoutAnythingIsAReportToo() throws {
    let plan = Plan(programme: Programme(id: id("prog"), title: "Programme"))
    let snapshot = Snapshot(
      plan: plan, measurements: [:], entry: 1, recordedAt: Instant(secondsSince1970: 0))
    let html = try HTMLReport(
      Assessor(snapshot: snapshot, asOf: day("2025-09-01")), tool: "test 1.0"
    ).html()
    let text = try Page(html).text
    #expect(text.contains("The plan holds no benefit yet."))
    #expect(text.contains("nothing was checked"))
  }

  @Test func sameDataGivesTheSameBytes() throws {
    #expect(try ReportFixture(measures: 3).html() == ReportFixture(measures: 3).html())
  }

  @Test func oneChangedValueGivesASmallDifference() throws {
    let before = try ReportFixture(measures: 3).html().split(separator: "\n")
    var fixture = ReportFixture(measures: 3)
    fixture.lastValue = 14.3
    let after = try fixture.html().split(separator: "\n")
    let changes = after.difference(from: before)
    // All three measures change: value, level, realised %, sentence, chart and table of each.
    #expect(changes.insertions.count < 35 * 3)
    #expect(before.count > 500)
  }

  @Test func suppressedNumbersAreNowhere() throws {
    var fixture = ReportFixture(suppressBelow: 5)
    fixture.lastValue = 3
    var snapshot = fixture.snapshot()
    let series = try #require(snapshot.measurements.keys.first)
    snapshot.measurements[series]?[7] = BenefitsModel.Measurement(
      period: month("2025-08"), number: 1.23456, denominator: 4.56789)
    let html = try HTMLReport(
      Assessor(snapshot: snapshot, asOf: day("2025-09-01")), tool: "test 1.0"
    ).html()
    #expect(!html.contains("1.2345") && !html.contains("4.5678"))
    #expect(!html.contains("27.0"))
    #expect(
      html.contains(
        "<tr><th scope=\"row\">2025-08</th><td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">–</td>"
      ))
    #expect(html.contains("<td>suppressed</td>"))
  }
}
