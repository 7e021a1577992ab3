import BenefitsModel
import Testing

@Suite struct PeriodReaderTests {
  private func read(
    _ text: String, _ kind: PeriodKind, _ yearStart: YearStart = .april,
    order: DateOrder? = nil, inside: Bool = false
  ) throws(PeriodFault) -> String {
    try PeriodReader(
      kind: kind, yearStart: yearStart, dateOrder: order, acceptsDateInPeriod: inside
    ).read(text).description
  }

  private func fault(
    _ text: String, _ kind: PeriodKind, _ yearStart: YearStart = .april, order: DateOrder? = nil
  ) -> String? {
    do throws(PeriodFault) {
      _ = try read(text, kind, yearStart, order: order)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    "2025-01", " 2025-01 ", "Jan-25", "jan 25", "Jan25", "JAN-2025", "Jan 2025", "January 2025",
    "January-2025", "Jan. 2025", "01/2025", "1/2025", "2025-01-01", "2025-01-31", "31/01/2025",
    "31.01.2025", "31-01-2025", "2025/01/31", "31-Jan-25", "31 January 2025", "1 Jan 2025",
    "2025-01-01 00:00:00", "2025-01-31T00:00:00", "2025-01-31T00:00:00.000Z", "2025-01-31 00:00",
  ])
  func spellingsOfAMonth(text: String) throws { #expect(try read(text, .month) == "2025-01") }

  @Test(arguments: [
    ("Sept 2025", "2025-09"), ("Sep-69", "2069-09"), ("Sep-70", "1970-09"), ("May 2024", "2024-05"),
  ])
  func namedMonths(text: String, expected: String) throws {
    #expect(try read(text, .month) == expected)
  }

  @Test(arguments: [
    ("2025-W05", PeriodKind.week, "2025-W05"), ("2025-w05", .week, "2025-W05"),
    ("2025-01-27", .week, "2025-W05"), ("2025-02-02", .week, "2025-W05"),
    ("2025/26-Q3", .quarter, "2025/26-Q3"), ("2025/26-q3", .quarter, "2025/26-Q3"),
    ("2025-12-31", .quarter, "2025/26-Q3"), ("2025/26", .year, "2025/26"),
    ("2025-04-01", .year, "2025/26"), ("13/02/2025", .day, "2025-02-13"),
    ("02/13/2025", .day, "2025-02-13"), ("05/05/2025", .day, "2025-05-05"),
    ("29-Feb-24", .day, "2024-02-29"),
  ])
  func spellingsOfOtherKinds(text: String, kind: PeriodKind, expected: String) throws {
    #expect(try read(text, kind) == expected)
  }

  @Test func calendarYearsWhereThePlanSaysSo() throws {
    #expect(try read("2025-Q1", .quarter, .january) == "2025-Q1")
    #expect(try read("2025", .year, .january) == "2025")
    // The same three months under their other name.
    #expect(try read("2025/26-Q1", .quarter, .january) == "2025-Q2")
  }

  @Test(arguments: [
    (
      "2025-Q1", PeriodKind.quarter,
      "'2025-Q1' is ambiguous: 2024/25-Q4 (Jan to Mar 2025) or 2025/26-Q1 (Apr to Jun 2025); write one "
        + "of these, or set 'year_starts: january' in the plan"
    ),
    (
      "2025-Q4", .quarter,
      "'2025-Q4' is ambiguous: 2025/26-Q3 (Oct to Dec 2025) or 2025/26-Q4 (Jan to Mar 2026); write one "
        + "of these, or set 'year_starts: january' in the plan"
    ),
    (
      "2025", .year,
      "'2025' is ambiguous: 2024/25 or 2025/26; write one of these, or set 'year_starts: january' in "
        + "the plan"
    ),
    (
      "01/02/2025", .day,
      "'01/02/2025' is ambiguous: 1 Feb 2025 or 2 Jan 2025; write 2025-02-01 or 2025-01-02, or say "
        + "--date-order dmy"
    ),
    (
      "2025-01-15", .month,
      "'2025-01-15' is a day inside 2025-01, not its first or last; write 2025-01"
    ),
    ("2025-02-30", .month, "'2025-02-30' is not a period; write 2025-01"),
    ("Janury 2025", .month, "'Janury 2025' is not a period; write 2025-01"),
    ("31/01/25", .day, "'31/01/25' is not a period; write 2025-01-31"),
    ("", .quarter, "the period is missing; write 2025/26-Q3"),
    ("2025-01", .quarter, "'2025-01' is a month, but a quarter is expected; write 2025/26-Q3"),
    ("2025-W05", .month, "'2025-W05' is a week, but a month is expected; write 2025-01"),
    ("2025-01", .day, "'2025-01' is a month, but a day is expected; write 2025-01-31"),
    ("2025-01-31 14:30:00", .month, "'2025-01-31 14:30:00' is not a period; write 2025-01"),
  ])
  func refusals(text: String, kind: PeriodKind, expected: String) {
    #expect(fault(text, kind) == expected)
  }

  @Test func dateOrderSettlesAmbiguousDates() throws {
    #expect(try read("01/02/2025", .day, order: .dmy) == "2025-02-01")
    #expect(try read("01/02/2025", .day, order: .mdy) == "2025-01-02")
    #expect(
      fault("13/02/2025", .day, order: .mdy) == "'13/02/2025' is not a period; write 2025-01-31")
  }

  @Test func anyDayStandsForItsPeriodWhereThatIsWanted() throws {
    #expect(try read("2025-01-15", .month, inside: true) == "2025-01")
    #expect(try read("15-Jan-25", .quarter, inside: true) == "2024/25-Q4")
  }

  @Test(arguments: [
    ("2024-10", "2024/25-Q3"), ("2024-10-15", "2024/25-Q3"), ("2025/26", "2025/26-Q4"),
  ])
  func enclosingPeriodHoldsTheLastDay(text: String, expected: String) throws {
    #expect(try PeriodReader(kind: .quarter).readEnclosing(text).description == expected)
  }

  @Test(arguments: [
    ("2025-Q1", "2025-Q1"), ("2025", "2025"), ("Jan-25", "2025-01"), ("31-Jan-25", "2025-01-31"),
    ("2025-W05", "2025-W05"), ("2025/26-Q3", "2025/26-Q3"),
  ])
  func periodsOfAnyKind(text: String, expected: String) throws {
    #expect(try PeriodReader.readAny(text).description == expected)
  }

  @Test func anyKindStillRefusesWhatIsAmbiguous() throws {
    #expect(throws: PeriodFault.self) { try PeriodReader.readAny("01/02/2025") }
    #expect(try PeriodReader.readAny("01/02/2025", dateOrder: .dmy).description == "2025-02-01")
  }
}
