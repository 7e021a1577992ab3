import BenefitsModel
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-04-24", 20_567),
    ("1900-01-01", -25_567), ("2199-12-31", 84_005),
  ])
  func daysSince1970(text: String, epochDay: Int) throws {
    let day = try #require(Day(text))
    #expect(day.epochDay == epochDay)
    #expect(Day(epochDay: epochDay).description == text)
  }

  @Test func everyDayReadsBack() throws {
    let first = try #require(Day("1900-01-01"))
    let last = try #require(Day("2199-12-31"))
    var previous = first.advanced(by: -1)
    for epochDay in first.epochDay...last.epochDay {
      let day = Day(epochDay: epochDay)
      let (year, month, dayOfMonth) = day.civil
      guard Day(year: year, month: month, day: dayOfMonth) == day, previous < day,
        day.weekday == previous.weekday % 7 + 1
      else {
        Issue.record("\(day) does not read back, or does not follow \(previous)")
        return
      }
      previous = day
    }
  }

  @Test(arguments: [
    "2025-02-29", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-01", "2025-01-00",
    "1899-12-31",
    "2200-01-01", "2025-1-1", "25-01-01", "2025/01/01", " 2025-01-01", "2025-01-0a", "",
  ])
  func textsThatAreNoDay(text: String) { #expect(Day(text) == nil) }

  /// 24 April 2026 is a Friday, 1 January 1900 a Monday.
  @Test(arguments: [("2026-04-24", 5), ("1900-01-01", 1), ("1970-01-01", 4), ("2024-02-29", 4)])
  func weekday(text: String, expected: Int) throws {
    #expect(try #require(Day(text)).weekday == expected)
  }

  @Test func spoken() throws { #expect(try #require(Day("2026-04-24")).spoken == "24 Apr 2026") }
}

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-04-24T09:30:05Z", 1_777_023_005),
    ("1969-12-31T23:59:59Z", -1),
  ])
  func textReadsBack(text: String, seconds: Int) throws {
    let instant = try #require(Instant(text))
    #expect(instant.secondsSince1970 == seconds)
    #expect(instant.description == text)
  }

  @Test(arguments: [
    "2026-04-24T24:00:00Z", "2026-04-24T09:60:00Z", "2026-04-24T09:30:60Z", "2026-04-24 09:30:00Z",
    "2026-04-24T09:30:00", "2026-04-24T09:30:00+01:00", "2026-02-30T09:30:00Z", "",
  ])
  func textsThatAreNoMoment(text: String) { #expect(Instant(text) == nil) }

  @Test func dayOfAMoment() throws {
    #expect(try #require(Instant("1969-12-31T23:59:59Z")).day.description == "1969-12-31")
    let day = try #require(Day("2026-04-24"))
    #expect(Instant(startOf: day).description == "2026-04-24T00:00:00Z")
    #expect(Instant(startOf: day).day == day)
  }
}

@Suite struct KnownAtTests {
  @Test func threeWaysToSayIt() throws {
    #expect(KnownAt("2026-04-24") == .day(try #require(Day("2026-04-24"))))
    #expect(
      KnownAt("2026-04-24T09:30:00Z") == .instant(try #require(Instant("2026-04-24T09:30:00Z"))))
    #expect(KnownAt("17") == .entry(17))
  }

  @Test(arguments: ["0", "-1", "latest", "2026-04", "1.5", ""])
  func textsThatAreNone(text: String) { #expect(KnownAt(text) == nil) }
}
