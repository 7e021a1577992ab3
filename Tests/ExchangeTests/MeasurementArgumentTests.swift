import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct MeasurementArgumentTests {
  @Test func valuesOfAllKinds() throws {
    #expect(
      try Samples.arguments(["2025-01=-3.5", " Feb-25 = 4 "], of: "stay").lines == [
        "stay at home-first 2025-01 -3.5", "stay at home-first 2025-02 4",
      ])
    #expect(
      try Samples.arguments(["2025-01=212/260", "2025-02=suppressed"], of: "share").lines == [
        "share at home-first 2025-01 212/260", "share at home-first 2025-02 - suppressed",
      ])
  }

  @Test(arguments: [
    ("stay", "2025-01", "'2025-01' is not PERIOD=VALUE; write it as 2023-04=3.1"),
    ("share", "2025-01:3", "'2025-01:3' is not PERIOD=VALUE; write it as 2023-04=212/260"),
    ("visits", "2025-01=", "'2025-01=' has no value; write it as 2023-04=3"),
    ("stay", "2025-01=3,4", "'2025-01=3,4': \"3,4\" has a comma; a number uses a point: 3.4"),
    ("stay", "2025-99=3", "'2025-99' is not a period; write 2025-01"),
    ("stay", "=3", "the period is missing; write 2025-01"),
    (
      "share", "2025-01=81.5",
      "'2025-01=81.5': \"81.5\" is one number, but share is a proportion; write NUMERATOR/DENOMINATOR, "
        + "as 212/260"
    ),
    ("share", "2025-01=3/2", "'2025-01=3/2': the numerator 3 is larger than the denominator 2"),
    (
      "stay", "2026-04=3", "2026-04 is not complete: it ends on 30 Apr 2026, and it is 24 Apr 2026"
    ),
  ])
  func faultsHaveNoPlaceInAFile(measure: String, argument: String, expected: String) throws {
    let reading = try Samples.arguments([argument], of: measure)
    #expect(reading.faults.map(\.line) == [expected])
    #expect(reading.rows.isEmpty)
  }

  @Test func allFaultsAreReported() throws {
    let reading = try Samples.arguments(["2025-01=x", "2025-13=1", "2025-99=y"], of: "stay")
    #expect(
      reading.faults.map(\.line) == [
        "'2025-01=x': \"x\" is not a number", "'2025-13' is not a period; write 2025-01",
        "'2025-99' is not a period; write 2025-01", "'2025-99=y': \"y\" is not a number",
      ])
  }

  @Test func onePeriodTwice() throws {
    let same = try Samples.arguments(["2025-01=1", "2025-01=1.0"], of: "stay")
    #expect(same.faults == [])
    #expect(same.warnings.map(\.line) == ["'2025-01=1.0' was given twice; it counts once"])
    let different = try Samples.arguments(["2025-01=1", "Jan-25=2"], of: "stay")
    #expect(
      different.faults.map(\.line) == ["'2025-01=1' and 'Jan-25=2' give 2025-01 two values"])
  }
}
