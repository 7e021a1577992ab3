import BenefitsAnalytics
import BenefitsModel
import BenefitsReports
import Testing

/// The numbers behind a control chart, and what the methods say of it.
@Suite struct DataTableTests {
  /// Twelve values around 10 (the last above the line of 10.1), then as many around 14, of which those from January 2026 on are a phase of their own.
  private func page() throws -> Page {
    var snapshot = ReportFixture().snapshot()
    let series = try #require(snapshot.measurements.keys.first)
    snapshot.measurements[series] = (0..<24).map { index in
      Measurement(
        period: month("2024-06").advanced(by: index),
        number: (index < 12 ? 100 : 140) + Double(index % 3), denominator: 1000)
    }
    snapshot.plan.measures[0].phases = [Phase(from: month("2026-01"), reason: "Moved house")]
    return try Page(
      HTMLReport(Assessor(snapshot: snapshot, asOf: day("2026-06-20")), tool: "test 1.0").html())
  }

  @Test func tellsLimitsPhaseAndTheRulesThatMarkAPoint() throws {
    let table = try #require(try page().all("table").last)
    for column in ["Lower limit", "Upper limit", "Phase", "State", "Tells", "By which rule"] {
      #expect(table.text.contains(column))
    }
    #expect(table.text.contains("improvement"))
    #expect(table.text.contains("shift"))
  }

  @Test func tellsOverWhichSpanARuleMarksPoints() throws {
    let section = try #require(try page().all("section").last)
    #expect(section.text.contains("Rules that mark several points: "))
    #expect(section.text.contains("shift, May 2025 to Dec 2025"))
  }

  @Test func methodsTellTheChartsThatAreDrawnAndNoOther() throws {
    let text = try page().text
    #expect(text.contains("This report draws 1 P′ chart."))
    #expect(text.contains("p ± 3 · s · √(p(1 − p) / n)"))
    #expect(text.contains("Laney, Quality Engineering 2002; 14: 531–537"))
    #expect(!text.contains("U′ chart: "))
    #expect(text.contains("Made by test 1.0 from entry 7 of the ledger."))
  }

  @Test func tellsTheValuesOfEverySiteBesideEachOther() throws {
    var snapshot = ReportFixture().snapshot()
    let names = (1...10).map { "Site \($0)" }
    snapshot.plan.sites = names.enumerated().map { Site(id: id("s\($0)"), title: $1) }
    let measure = try #require(snapshot.plan.measures.first)
    for number in names.indices {
      snapshot.measurements[Series(measure: measure.id, site: id("s\(number)"))] = [
        Measurement(period: month("2025-07"), number: Double(30 + number), denominator: 100)
      ]
    }
    let page = try Page(
      HTMLReport(Assessor(snapshot: snapshot, asOf: day("2025-09-01")), tool: "test 1.0").html())
    #expect(page.ids.contains("data-m0-by-site"))
    // Eight of them are as many as a sheet of paper has room for.
    let tables = page.all("table").suffix(2).map(\.text)
    #expect(tables[0].contains("Site 1 to Site 8") && tables[1].contains("Site 9 to Site 10"))
    #expect(tables[0].contains("37.0") && tables[1].contains("39.0"))
    #expect(
      page.elements.contains { $0.attributes["href"] == "#data-m0-by-site" })
  }
}
