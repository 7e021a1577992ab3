import BenefitsCharts
import BenefitsModel
import Testing

@Suite struct PeriodAxisTests {
  private func axis(
    from first: String, count: Int, interval: Int = 1, width: Double = 600,
    yearStart: YearStart = .april
  ) -> PeriodAxis {
    let start = ChartSamples.period(first)
    return PeriodAxis(
      slots: (0..<count).map { start.advanced(by: $0 * interval) }, range: 40...(40 + width),
      yearStart: yearStart)
  }

  private func texts(_ axis: PeriodAxis, line: Int) -> [String] {
    axis.labels.filter { $0.line == line }.map(\.text)
  }

  @Test func monthsAreAlignedToTheFinancialYear() {
    let axis = axis(from: "2023-04", count: 24, width: 500)
    #expect(
      texts(axis, line: 0) == [
        "Apr", "Jun", "Aug", "Oct", "Dec", "Feb", "Apr", "Jun", "Aug", "Oct", "Dec", "Feb",
      ])
    #expect(texts(axis, line: 1) == ["2023/24", "2024/25"])
    #expect(axis.yearStarts == [12])
  }

  @Test func aPartOfAYearGivesWayToTheWholeOne() {
    let narrow = axis(from: "2024-02", count: 26, width: 560)
    #expect(texts(narrow, line: 0).first == "Feb")
    #expect(texts(narrow, line: 1) == ["2024/25", "2025/26"])
    #expect(narrow.labels.first { $0.line == 1 }?.slot == 2)
    let wide = axis(from: "2024-02", count: 14, width: 600)
    #expect(texts(wide, line: 1) == ["2023/24", "2024/25"])
  }

  @Test func aSingleMonthHasItsYear() {
    let axis = axis(from: "2024-02", count: 1)
    #expect(texts(axis, line: 0) == ["Feb"])
    #expect(texts(axis, line: 1) == ["2023/24"])
  }

  @Test func calendarYearsWhereThePlanSaysSo() {
    let axis = axis(from: "2024-01", count: 24, width: 560, yearStart: .january)
    #expect(texts(axis, line: 0).prefix(3) == ["Jan", "Mar", "May"])
    #expect(texts(axis, line: 1) == ["2024", "2025"])
  }

  @Test func quarters() {
    let axis = axis(from: "2023/24-Q3", count: 6)
    #expect(texts(axis, line: 0) == ["Q3", "Q4", "Q1", "Q2", "Q3", "Q4"])
    #expect(texts(axis, line: 1) == ["2023/24", "2024/25"])
    let calendar = self.axis(from: "2024-Q1", count: 4)
    #expect(texts(calendar, line: 0) == ["Q1", "Q2", "Q3", "Q4"])
    #expect(texts(calendar, line: 1) == ["2024"])
  }

  @Test func years() {
    #expect(texts(axis(from: "2019/20", count: 3), line: 0) == ["2019/20", "2020/21", "2021/22"])
    #expect(texts(axis(from: "2019", count: 3), line: 0) == ["2019", "2020", "2021"])
    #expect(texts(axis(from: "2019/20", count: 3), line: 1).isEmpty)
  }

  @Test func weeksAreNamedByTheirMonday() {
    // 2025-W02 begins on Monday 6 January 2025 (ISO 8601).
    #expect(
      texts(axis(from: "2025-W02", count: 4), line: 0) == ["6 Jan", "13 Jan", "20 Jan", "27 Jan"])
    let long = axis(from: "2025-W02", count: 52)
    #expect(texts(long, line: 0).prefix(3) == ["6 Jan", "3 Feb", "3 Mar"])
  }

  @Test func daysFallBackToMondaysAndMonths() {
    // 6 January 2025 was a Monday.
    let four = axis(from: "2025-01-01", count: 28, width: 260)
    #expect(texts(four, line: 0) == ["6 Jan", "13 Jan", "20 Jan", "27 Jan"])
    let year = axis(from: "2025-01-01", count: 300)
    #expect(texts(year, line: 0).prefix(3) == ["1 Jan", "1 Feb", "1 Mar"])
  }

  @Test func manyMonthsAreNamedByTheirYear() {
    let axis = axis(from: "1990-04", count: 400)
    #expect(texts(axis, line: 1).isEmpty)
    #expect(texts(axis, line: 0).prefix(2) == ["1990/91", "1995/96"])
  }

  @Test func everySecondMonthCountsItsOwnSlots() {
    let axis = axis(from: "2024-05", count: 12, interval: 2, width: 300)
    #expect(texts(axis, line: 0) == ["May", "Sep", "Jan", "May", "Sep", "Jan"])
  }

  @Test func daysOfRareEventsAreNamedAsTheyCome() {
    let days = ["2024-01-05", "2024-02-11", "2024-02-11", "2024-06-30"]
    let axis = PeriodAxis(
      slots: days.map { Period(.day, containing: ChartSamples.day($0)) }, range: 0...600,
      yearStart: .april)
    #expect(texts(axis, line: 0) == ["5 Jan", "11 Feb", "11 Feb", "30 Jun"])
    #expect(!axis.isRegular)
    // Halfway between the second pair's day and the last.
    #expect(axis.position(of: ChartSamples.day("2024-04-21")) == axis.centre(2) + 75)
  }

  @Test func dayLiesWithinItsSlot() throws {
    let axis = axis(from: "2024-07", count: 4, width: 400)
    #expect(axis.position(of: ChartSamples.day("2024-07-01")) == 40)
    #expect(axis.position(of: ChartSamples.day("2024-09-16")) == 290)
    #expect(axis.position(of: ChartSamples.day("2024-06-30")) == nil)
    #expect(axis.position(of: ChartSamples.day("2024-11-01")) == nil)
  }

  @Test(arguments: PeriodKind.allCases, [1, 2, 3, 7, 13, 40, 104, 400])
  func labelsNeverTouch(kind: PeriodKind, count: Int) {
    for (width, interval) in [(120.0, 1), (300, 2), (640, 1), (1100, 3)] {
      for yearStart in YearStart.allCases {
        let first = Period(kind, containing: ChartSamples.day("2021-02-10"), yearStart: yearStart)
        let axis = PeriodAxis(
          slots: (0..<count).map { first.advanced(by: $0 * interval) }, range: 40...(40 + width),
          yearStart: yearStart)
        #expect(!axis.labels.isEmpty)
        for line in 0...1 {
          let boxes = axis.labels.filter { $0.line == line }.map {
            PlacedText(
              $0.text, x: axis.centre($0.slot), y: 0, size: PeriodAxis.labelSize, anchor: .middle
            ).box
          }
          #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.right < $1.left })
        }
      }
    }
  }
}
