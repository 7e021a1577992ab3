import BenefitsModel
import Testing

@Suite struct HolidaysTests {
  /// The bank holidays of England and Wales as gov.uk/bank-holidays lists them.
  static let published: [(year: Int, days: [String])] = [
    (2015, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    (2016, ["01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"]),
    (2017, ["01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    (2018, ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"]),
    (2019, ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    // Early May was moved to the 75th anniversary of VE Day.
    (2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
    (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
    // Spring was moved to 2 June; Platinum Jubilee on 3 June, State Funeral on 19 September.
    (
      2022,
      ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]
    ),
    // Coronation on 8 May.
    (2023, ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
    (2024, ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
    (2025, ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
    (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
    (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
  ]

  @Test(arguments: published)
  func holidaysOfAYear(year: Int, days: [String]) throws {
    let period = try #require(Period(label: String(year)))
    let found = (period.first.epochDay...period.last.epochDay).map(Day.init(epochDay:))
      .filter(Holidays.england.contains)
    #expect(found.map(\.description) == days.map { "\(year)-\($0)" })
  }

  @Test func withoutHolidaysThereAreNone() throws {
    #expect(!Holidays.none.contains(try #require(Day("2025-12-25"))))
  }
}

@Suite struct WorkingCalendarTests {
  private let england = WorkingCalendar(holidays: .england)

  @Test(arguments: [
    ("2026-04-02", true), ("2026-04-03", false), ("2026-04-04", false), ("2026-04-06", false),
    ("2026-04-07", true),
  ])
  func workingDays(text: String, expected: Bool) throws {
    #expect(england.isWorkingDay(try #require(Day(text))) == expected)
  }

  @Test(arguments: [(0, "2026-04-02"), (1, "2026-04-07"), (2, "2026-04-08"), (4, "2026-04-10")])
  func workingDaysAreCountedOverEaster(count: Int, expected: String) throws {
    let day = try #require(Day("2026-04-02"))
    #expect(england.workingDay(count, after: day).description == expected)
  }
}
