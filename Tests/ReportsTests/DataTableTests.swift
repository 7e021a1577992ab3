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
}
