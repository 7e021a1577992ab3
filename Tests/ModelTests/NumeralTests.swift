import BenefitsModel
import Testing

@Suite struct NumeralTests {
  private func fault(_ text: String, lenient: Bool = false) -> String? {
    do throws(NumeralFault) {
      _ = try Numeral.read(text, lenient: lenient)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", 0), ("3", 3), ("+3", 3), ("-3.5", -3.5), (".5", 0.5), ("007", 7),
    (" 3.1 ", 3.1), ("1e3", 1000), ("1.5E-2", 0.015), ("0.1", 0.1), ("1000000000000000", 1e15),
    ("123456789012345.6", 123456789012345.6),
  ])
  func read(text: String, expected: Double) throws {
    let number = try Numeral.read(text)
    #expect(number == expected)
    #expect(number.sign == .plus || number != 0)
  }

  @Test(arguments: [
    ("", "the number is missing"), ("  ", "the number is missing"),
    ("3,4", "\"3,4\" has a comma; a number uses a point: 3.4"),
    ("1,23", "\"1,23\" has a comma; a number uses a point: 1.23"),
    ("1,234", "\"1,234\" is not a plain number; write 1234"),
    ("-12,345.6", "\"-12,345.6\" is not a plain number; write -12345.6"),
    ("£3", "\"£3\" is not a plain number; write 3"),
    ("3%", "\"3%\" is not a plain number; write 3"),
    ("3 000", "\"3 000\" is not a plain number; write 3000"),
    ("nan", "\"nan\" is not a number"), ("NaN", "\"NaN\" is not a number"),
    ("inf", "\"inf\" is not a number"), ("-Infinity", "\"-Infinity\" is not a number"),
    ("0x10", "\"0x10\" is not a number"), ("0x1p3", "\"0x1p3\" is not a number"),
    ("1.2.3", "\"1.2.3\" is not a number"), ("1.", "\"1.\" is not a number"),
    ("--1", "\"--1\" is not a number"), ("1e", "\"1e\" is not a number"),
    ("1e+", "\"1e+\" is not a number"), ("٣", "\"٣\" is not a number"),
    ("３", "\"３\" is not a number"),
    ("-0.0.66962", "\"-0.0.66962\" is not a number"), ("%", "\"%\" is not a number"),
    ("−5", "\"−5\" is not a plain number; write -5"), ("–", "\"–\" is not a number"),
    (
      String(repeating: "x", count: 60),
      "\"\(String(repeating: "x", count: 45))…\" is not a number"
    ),
    ("1e16", "\"1e16\" is larger than 1,000,000,000,000,000, the most that can be recorded"),
    ("1e999", "\"1e999\" is larger than 1,000,000,000,000,000, the most that can be recorded"),
  ])
  func refusals(text: String, expected: String) { #expect(fault(text) == expected) }

  @Test(arguments: [
    ("1,234.5", 1234.5), ("£3", 3), ("3%", 3), ("−1,000", -1000), ("-£1,000", -1000), ("€ 12", 12),
    ("$1,234,567", 1_234_567),
  ])
  func lenientReading(text: String, expected: Double) throws {
    #expect(try Numeral.read(text, lenient: true) == expected)
  }

  @Test(arguments: ["3,4", "1,23,456", "1.2.3", "nan", "inf", "0x10", "12,34"])
  func lenientReadingStillRefuses(text: String) { #expect(fault(text, lenient: true) != nil) }

  @Test func largestIsAChoice() throws {
    #expect(try Numeral.read("1e300", largest: .greatestFiniteMagnitude) == 1e300)
    #expect(throws: NumeralFault.tooLargeToCompute("1e309")) {
      try Numeral.read("1e309", largest: .greatestFiniteMagnitude)
    }
  }

  @Test(arguments: [
    (0.5, 0, "1"), (-0.5, 0, "-1"), (-0.4, 0, "0"), (1.5, 0, "2"), (2.5, 0, "3"),
    (2.675, 2, "2.68"),
    (1.005, 2, "1.01"), (0.995, 2, "1.00"), (999.95, 1, "1,000.0"), (-0.04, 1, "0.0"),
    (-0.05, 1, "-0.1"),
    (0, 2, "0.00"), (-0.0, 1, "0.0"), (1234567.891, 1, "1,234,567.9"), (999, 0, "999"),
    (1000, 0, "1,000"), (1e15, 0, "1,000,000,000,000,000"), (1e16, 0, "10,000,000,000,000,000"),
    (1e-7, 3, "0.000"), (5e-7, 6, "0.000001"), (1e21, 0, "1,000,000,000,000,000,000,000"),
    (85, 1, "85.0"),
    (0.1 + 0.2, 15, "0.300000000000000"),
  ])
  func fixed(number: Double, decimals: Int, expected: String) {
    #expect(Numeral.fixed(number, decimals: decimals) == expected)
  }

  @Test func fixedWithoutGroups() {
    #expect(Numeral.fixed(1234567.891, decimals: 2, grouped: false) == "1234567.89")
  }

  @Test(arguments: [
    (3, "3"), (-0.0, "0"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1e300, "1e+300"),
    (-2.5, "-2.5"), (1e15, "1000000000000000"), (1e16, "1e+16"), (123456789, "123456789"),
  ])
  func shortest(number: Double, expected: String) { #expect(Numeral.shortest(number) == expected) }

  @Test func shortestReadsBack() throws {
    var state: UInt64 = 42
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(Int64(bitPattern: state) >> 20) / 1000
      #expect(try Numeral.read(Numeral.shortest(number)) == number)
    }
  }
}

@Suite struct MeasureTextTests {
  @Test(arguments: [
    ("%", 85, "85.0%"), ("days", 9.46, "9.5 days"), ("£k", 1234, "£1,234.0k"), ("£", -3.5, "-£3.5"),
    ("", 7, "7.0"), ("per 1,000", 20.25, "20.3 per 1,000"),
  ])
  func valueWithItsUnit(unit: String, value: Double, expected: String) throws {
    let frequency = Frequency(from: try #require(Period(label: "2023-04")))
    let measure = Measure(
      id: try #require(Measure.ID("m")), title: "M", kind: .value, unit: unit, direction: .higher,
      frequency: frequency)
    #expect(measure.text(value) == expected)
  }
}
