import BenefitsModel
import Testing

@Suite struct PeriodEqualityTests {
  @Test func periodsOfDifferentKindsAreUnequal() throws {
    let month = try #require(Period(label: "2025-01"))
    let year = try #require(Period(label: "2025"))
    let quarter = Period(.quarter, containing: month.first)
    #expect(month != year)
    #expect(Set([month, year, quarter]).count == 3)
  }

  @Test func oneQuarterUnderTwoNamesIsUnequal() throws {
    let day = try #require(Day("2025-01-31"))
    let financial = Period(.quarter, containing: day, yearStart: .april)
    let calendar = Period(.quarter, containing: day, yearStart: .january)
    #expect(financial != calendar)
    #expect(financial.first == calendar.first)
    #expect(financial == Period(.quarter, containing: day.advanced(by: -30), yearStart: .april))
  }
}
