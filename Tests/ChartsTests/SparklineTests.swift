import BenefitsAnalytics
import BenefitsCharts
import Testing

@Suite struct SparklineTests {
  @Test(
    arguments: [
      ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([5, 5, 5], "▄▄▄"), ([1, nil, 3], "▁·█"), ([], ""),
      ([nil, nil], "··"), ([-1e308, 1e308], "▁█"), ([2], "▄"), ([.nan, 1, 2], "·▁█"),
      ([7, 0], "█▁"),
      ([-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude], "▁▅█"),
      ([Double.leastNonzeroMagnitude, 0], "▄▄"),
    ] as [([Double?], String)])
  func text(values: [Double?], expected: String) {
    #expect(Sparkline(values: values).text == expected)
  }

  @Test func showsTheLastPeriods() {
    #expect(Sparkline(values: [9, 1, 2, 3], limit: 3).values == [1, 2, 3])
    #expect(Sparkline(values: (0..<40).map(Double.init)).values.count == 24)
  }

  @Test(
    arguments: [
      [], [nil], [3], [1, nil, 2, nil, 3], [1e-300, 1e300], [-1e308, 1e308, nil],
    ] as [[Double?]])
  func drawingIsFiniteAndInside(values: [Double?]) throws {
    let root = try XMLDocument(Sparkline(values: values, target: 2).svg(.standAlone)).root
    #expect(root["viewBox"] == "0 0 120 24")
    #expect(root["aria-hidden"] == "true")
    for element in root.all {
      for name in ["cx", "x1", "x2"] {
        if let x = element[name] { #expect((0...120).contains(try #require(Double(x)))) }
      }
      for name in ["cy", "y1", "y2"] {
        if let y = element[name] { #expect((0...24).contains(try #require(Double(y)))) }
      }
    }
    let marked = root.all.filter { $0.name == "circle" && $0["r"] == "2.5" }
    #expect(marked.count == (values.contains { $0 != nil } ? 1 : 0))
  }

  @Test func gapsBreakTheLine() throws {
    let root = try XMLDocument(Sparkline(values: [1, 2, nil, 3, 4]).svg()).root
    let path = try #require(root.all.first { $0.name == "path" }?["d"])
    #expect(path.filter { $0 == "M" }.count == 2)
  }

  @Test func targetIsAThinLine() throws {
    let with = try XMLDocument(Sparkline(values: [1, 2], target: 3).svg()).root
    let without = try XMLDocument(Sparkline(values: [1, 2]).svg()).root
    #expect(with.all.contains { $0.name == "line" && $0["stroke-dasharray"] != nil })
    #expect(!without.all.contains { $0.name == "line" })
  }

  @Test func endsAtTheLatestValue() {
    let sample = ChartGallery.weekly
    #expect(sample.assessment.points.last?.value == nil)
    #expect(Sparkline(sample.assessment).values.last != .some(nil))
    #expect(Sparkline(sample.assessment).target == 20)
  }
}
