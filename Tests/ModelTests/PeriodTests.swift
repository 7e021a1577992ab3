import BenefitsModel
import Testing

@Suite struct PeriodTests {
  private func period(_ label: String) throws -> Period { try #require(Period(label: label)) }

  /// Every period that begins between 1900 and 2199, of each kind and both ways to call years.
  @Test(arguments: PeriodKind.allCases, YearStart.allCases)
  func labelReadsBackAsThePeriod(kind: PeriodKind, yearStart: YearStart) throws {
    let firstDay = try #require(Day(year: 1900, month: 1, day: 1))
    let lastDay = try #require(Day(year: 2199, month: 12, day: 31))
    var period = Period(kind, containing: firstDay, yearStart: yearStart)
    if period.first < firstDay { period = period.advanced(by: 1) }
    var count = 0
    // The last week of 2199 is called 2200-W01.
    while period.first.advanced(by: kind == .week ? 3 : 0) <= lastDay {
      if Period(label: period.description) != period {
        Issue.record("\(period) does not read back")
      }
      let (year, month, _) = period.first.civil
      if period.firstMonth != (year, month) {
        Issue.record("\(period) begins in month \(period.firstMonth)")
      }
      count += 1
      period = period.advanced(by: 1)
    }
    let expected: [PeriodKind: Int] = [
      .day: 109_573, .week: 15_653, .month: 3600, .quarter: 1200,
      .year: 300,
    ]
    #expect(count == expected[kind])
  }

  /// The first days of ISO weeks, as the calendar of ISO 8601 has them.
  @Test(arguments: [
    ("2020-W53", "2020-12-28"), ("2026-W53", "2026-12-28"), ("2021-W01", "2021-01-04"),
    ("2025-W01", "2024-12-30"), ("2026-W01", "2025-12-29"), ("2024-W52", "2024-12-23"),
    ("2015-W53", "2015-12-28"), ("2004-W53", "2004-12-27"), ("1900-W01", "1900-01-01"),
  ])
  func firstDayOfAWeek(label: String, first: String) throws {
    let week = try period(label)
    #expect(week.first.description == first)
    #expect(week.first.weekday == 1)
    #expect(week.description == label)
  }

  @Test(arguments: [
    "2025-W53", "2024-W53", "2025-W00", "2025-W5", "2025-W054", "2025-13", "2025-00", "2025-1",
    "2025-001", "2025/27", "2025/2026", "2025/26-Q0", "2025/26-Q5", "2025/26-3", "2025-Q5",
    "2025-02-29", "2025-04-31", "2025-00-10", "1899", "2200", "1899-12", "2200-01", "1899/00",
    "1899/00-Q3", "2199/00-Q4", "", "20", "2025-", "2025/", "٢٠٢٥", "2025-W0５", "+025", "2025-01-1",
  ])
  func textsThatAreNoLabel(text: String) { #expect(Period(label: text) == nil) }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29", "2024-02-29"), ("2025-W01", "2024-12-30", "2025-01-05"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2025-02", "2025-02-01", "2025-02-28"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("2000-02", "2000-02-01", "2000-02-29"),
    ("2025/26-Q1", "2025-04-01", "2025-06-30"), ("2025/26-Q4", "2026-01-01", "2026-03-31"),
    ("2025-Q1", "2025-01-01", "2025-03-31"), ("2025-Q4", "2025-10-01", "2025-12-31"),
    ("2025/26", "2025-04-01", "2026-03-31"), ("1999/00", "1999-04-01", "2000-03-31"),
    ("2025", "2025-01-01", "2025-12-31"),
  ])
  func firstAndLastDay(label: String, first: String, last: String) throws {
    let period = try period(label)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    #expect(period.end == period.last.advanced(by: 1))
    #expect(period.contains(period.first) && period.contains(period.last))
    #expect(!period.contains(period.end) && !period.contains(period.first.advanced(by: -1)))
  }

  @Test(arguments: [
    (PeriodKind.week, "2024-12-31", YearStart.april, "2025-W01"),
    (.month, "2025-01-31", .april, "2025-01"),
    (.quarter, "2026-03-31", .april, "2025/26-Q4"),
    (.quarter, "2026-03-31", .january, "2026-Q1"),
    (.year, "2026-03-31", .april, "2025/26"),
    (.year, "2026-03-31", .january, "2026"),
  ])
  func periodThatHoldsADay(
    kind: PeriodKind, day: String, yearStart: YearStart, expected: String
  ) throws {
    let day = try #require(Day(day))
    #expect(Period(kind, containing: day, yearStart: yearStart).description == expected)
  }

  @Test(arguments: [
    ("2025-12", 1, "2026-01"), ("2026-01", -1, "2025-12"), ("2025-03", 24, "2027-03"),
    ("2026-W53", 1, "2027-W01"), ("2025/26-Q4", 1, "2026/27-Q1"), ("2025-Q4", 1, "2026-Q1"),
    ("2025/26", -1, "2024/25"), ("2024-02-28", 1, "2024-02-29"), ("1970-01", -1, "1969-12"),
  ])
  func arithmetic(from: String, count: Int, to: String) throws {
    let start = try period(from)
    let end = try period(to)
    #expect(start.advanced(by: count) == end)
    #expect(start.distance(to: end) == count)
    #expect((start < end) == (count > 0))
  }

  @Test func calendarAndFinancialQuartersDiffer() throws {
    #expect(try period("2025-Q2") != period("2025/26-Q1"))
    #expect(try period("2025-Q2").first == period("2025/26-Q1").first)
  }

  @Test(arguments: [
    ("2025-01-31", "31 Jan 2025"), ("2025-W05", "week of 27 Jan 2025"), ("2025-01", "Jan 2025"),
    ("2025/26-Q3", "Q3 2025/26"), ("2025-Q3", "Q3 2025"), ("2025/26", "2025/26"),
  ])
  func spoken(label: String, expected: String) throws {
    #expect(try period(label).spoken == expected)
  }

  @Test func periodsOfDifferentKindsDiffer() throws {
    #expect(try period("1970-01-01") != period("1970-01"))
    #expect(
      Set([try period("1970-01"), try period("1970-01-01"), try period("1970/71")]).count == 3)
  }

  @Test func mixingKindsIsAProgrammersMistake() async {
    await #expect(processExitsWith: .failure) {
      let day = Day(epochDay: 0)
      _ = Period(.month, containing: day) < Period(.week, containing: day)
    }
  }
}
