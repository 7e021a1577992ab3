import BenefitsModel
import Testing

@Suite struct FrequencyTests {
  private let england = WorkingCalendar(holidays: .england)

  private func period(_ label: String) throws -> Period { try #require(Period(label: label)) }

  private func monthly(lag: Int = 15, grace: Int = 0) throws -> Frequency {
    Frequency(from: try period("2023-04"), lagWorkingDays: lag, graceDays: grace)
  }

  /// March 2026 counts over Good Friday 3 April and Easter Monday 6 April.
  @Test(arguments: [
    ("2026-03", "2026-04-23"), ("2026-02", "2026-03-20"), ("2025-12", "2026-01-22"),
  ])
  func dueDay(label: String, expected: String) throws {
    #expect(try monthly().dueDay(of: period(label), in: england).description == expected)
  }

  @Test func withoutLagTheLastDayIsTheDueDay() throws {
    #expect(
      try monthly(lag: 0).dueDay(of: period("2026-03"), in: england).description == "2026-03-31")
  }

  @Test(arguments: [("2026-04-22", false), ("2026-04-23", true), ("2026-04-24", true)])
  func isDueFromItsDueDay(asOf: String, expected: Bool) throws {
    let day = try #require(Day(asOf))
    #expect(try monthly().isDue(period("2026-03"), asOf: day, in: england) == expected)
  }

  @Test func nothingIsDueBeforeThePeriodIsComplete() throws {
    let lastDay = try #require(Day("2026-03-31"))
    let frequency = try monthly(lag: 0)
    #expect(!frequency.isDue(try period("2026-03"), asOf: lastDay, in: england))
    #expect(frequency.isDue(try period("2026-03"), asOf: lastDay.advanced(by: 1), in: england))
  }

  @Test(arguments: [
    (0, "2026-04-23", false), (0, "2026-04-24", true), (3, "2026-04-26", false),
    (3, "2026-04-27", true),
  ])
  func isOverdueAfterTheGrace(grace: Int, asOf: String, expected: Bool) throws {
    let day = try #require(Day(asOf))
    #expect(
      try monthly(grace: grace).isOverdue(period("2026-03"), asOf: day, in: england) == expected)
  }

  @Test(arguments: [
    ("2023-04", true), ("2023-05", false), ("2023-06", true), ("2023-02", false), ("2026-04", true),
  ])
  func everySecondMonth(label: String, expected: Bool) throws {
    let frequency = Frequency(from: try period("2023-04"), interval: 2)
    #expect(try frequency.isMeasured(period(label)) == expected)
  }

  @Test func periodsBetweenTwo() throws {
    let frequency = Frequency(from: try period("2023-04"), interval: 2)
    let labels = { (periods: [Period]) in periods.map(\.description) }
    #expect(
      labels(frequency.periods(through: try period("2023-09"))) == [
        "2023-04", "2023-06", "2023-08",
      ])
    #expect(
      labels(frequency.periods(from: try period("2023-07"), through: try period("2023-10")))
        == ["2023-08", "2023-10"])
    #expect(
      labels(frequency.periods(from: try period("2022-01"), through: try period("2023-04")))
        == ["2023-04"])
    #expect(frequency.periods(through: try period("2023-03")).isEmpty)
  }
}
