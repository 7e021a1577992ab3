import BenefitsTerminal
import Testing

@Suite struct TextSparklineTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
      ([7, 0], "█▁"),
      ([1, nil, 2], "▁·█"),
      ([3, 3, 3], "▄▄▄"),
      ([nil, nil], "··"),
      ([], ""),
      ([-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude], "▁▅█"),
      // Half of the smallest number is no number: equal, as far as a picture can tell.
      ([Double.leastNonzeroMagnitude, 0], "▄▄"),
    ] as [([Double?], String)])
  func showsTheCourse(values: [Double?], expected: String) {
    #expect(TextSparkline.text(values) == expected)
  }

  @Test func showsTheLastPeriods() {
    let values: [Double?] = [1_000] + (0..<12).map { Double($0) }
    #expect(TextSparkline.text(values).count == TextSparkline.length)
    #expect(TextSparkline.text(values).first == "▁")
    #expect(TextSparkline.text(values, length: 13).first == "█")
  }
}
