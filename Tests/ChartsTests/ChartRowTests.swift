import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import Testing

@Suite struct ChartRowTests {
  private func row(_ figure: ChartFigure, _ period: String) throws -> ChartRow {
    try #require(figure.rows.first { $0.period.description == period })
  }

  @Test func everyPointHasARow() {
    for (name, figure) in ChartGallery.figures {
      #expect(figure.rows.map(\.period) == figure.input.points.map(\.period), "\(name)")
    }
  }

  @Test func proportionHasNumeratorAndDenominator() throws {
    let row = try row(ChartGallery.improvement.figure, "2026-03")
    #expect(row.numerator == 330 && row.denominator == 371)
    #expect(row.valueText == "88.9%" && row.centreText == "60.9%")
    #expect(row.signal == "improvement" && row.state == "final")
  }

  @Test(arguments: [
    ("2024-07", "no data", ""), ("2025-05", "excluded", "14.9"), ("2025-06", "suppressed", ""),
    ("2026-03", "provisional", "10.6"), ("2024-12", "estimated", "12.0"),
    ("2024-04", "final", "11.6"),
  ])
  func states(period: String, state: String, text: String) throws {
    let row = try row(ChartGallery.states.figure, period)
    #expect(row.state == state && row.valueText == text)
  }

  @Test func eachPhaseHasItsMedian() throws {
    let figure = ChartGallery.phases.figure
    #expect(try row(figure, "2023-04").centreText == "22.4")
    #expect(try row(figure, "2025-01").centreText == "21.1")
    #expect(try row(figure, "2026-03").centreText == "19.9")
  }

  @Test func seasonalRowsHaveBothValues() throws {
    let row = try row(ChartGallery.seasonalFigure, "2026-03")
    let (value, adjusted) = (try #require(row.value), try #require(row.adjusted))
    #expect(value > adjusted)
    #expect(try self.row(ChartGallery.states.figure, "2026-03").adjusted == nil)
  }

  @Test func noteIsKept() throws {
    var sample = ChartGallery.states
    sample.measurements[0].note = "counted by hand"
    #expect(sample.figure.rows[0].note == "counted by hand")
  }
}
