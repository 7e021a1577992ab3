import BenefitsCharts
import Testing

@Suite struct SVGNumberTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (-0.001, "0"), (1, "1"), (-1.5, "-1.5"), (0.05, "0.05"), (10.1, "10.1"),
    (0.1, "0.1"), (9.99, "9.99"), (99.9, "99.9"), (100, "100"), (100.01, "100.01"), (1000, "1000"),
    (1005.5, "1005.5"),
    (-98765.43, "-98765.43"), (1234567.8, "1234567.8"), (0.999, "1"), (123.456, "123.46"),
    (-0.125, "-0.13"), (1e300, "10000000"),
    (-1e300, "-10000000"),
  ])
  func text(value: Double, expected: String) { #expect(SVGNumber.text(value) == expected) }

  @Test(arguments: [UInt64(1), 2, 3]) func readsBackToAHundredth(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let value = (generator.unit() - 0.5) * 4000
      let read = try #require(Double(SVGNumber.text(value)))
      #expect((read - value).magnitude <= 0.005_000_1)
    }
  }

  @Test func refusesWhatIsNotANumber() async {
    await #expect(processExitsWith: .failure) { _ = SVGNumber.text(.nan) }
  }
}
