import BenefitsCharts
import Testing

@Suite struct LabelLayoutTests {
  private func items(_ wanted: [Double], length: Double = 15) -> [LabelLayout.Item] {
    wanted.map { LabelLayout.Item(wanted: $0, length: length) }
  }

  @Test func whatDoesNotTouchStays() {
    #expect(LabelLayout.spread(items([20, 100, 60]), within: 0...200) == [20, 100, 60])
  }

  @Test func twoAreMovedEquallyFar() {
    #expect(LabelLayout.spread(items([50, 52]), within: 0...200) == [43.5, 58.5])
  }

  @Test func threeMoveAsOneGroup() {
    // 48, 52 and 53 are pooled around their mean, 51.
    #expect(LabelLayout.spread(items([48, 53, 52]), within: 0...200) == [36, 66, 51])
  }

  @Test func theBoundsHold() {
    #expect(LabelLayout.spread(items([0, 1]), within: 0...200) == [7.5, 22.5])
    #expect(LabelLayout.spread(items([199, 200]), within: 0...200) == [177.5, 192.5])
  }

  @Test func equalWishesKeepTheirOrder() {
    #expect(LabelLayout.spread(items([80, 80]), within: 0...200) == [72.5, 87.5])
  }

  @Test func nothingIsNothing() { #expect(LabelLayout.spread([], within: 0...1).isEmpty) }

  @Test(arguments: Array(0..<200).map(UInt64.init)) func neverOverlaps(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let items = (0..<generator.integer(in: 1...9)).map { _ in
      LabelLayout.Item(
        wanted: generator.unit() * 300, length: Double(generator.integer(in: 10...30)))
    }
    let middles = LabelLayout.spread(items, within: 0...300)
    let spans = items.indices.sorted { middles[$0] < middles[$1] }.map {
      (middles[$0] - items[$0].length / 2, middles[$0] + items[$0].length / 2)
    }
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 + 1e-9 })
    #expect(spans.allSatisfy { $0.0 >= -1e-9 && $0.1 <= 300 + 1e-9 })
  }
}
