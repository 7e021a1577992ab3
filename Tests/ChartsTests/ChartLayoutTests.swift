import BenefitsAnalytics
import BenefitsCharts
import Testing

/// What must hold of every chart, whatever it shows.
@Suite struct ChartLayoutTests {
  private static let seeds = Array(0..<150).map(UInt64.init)

  private func layout(_ seed: UInt64) -> ChartLayout {
    ChartLayout(RandomCharts.input(seed: seed), size: RandomCharts.size(seed: seed))
  }

  @Test(arguments: seeds) func labelsDoNotOverlap(seed: UInt64) {
    let texts = layout(seed).texts.filter { !$0.content.isEmpty }
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] where text.box.overlaps(other.box) {
        Issue.record("'\(text.content)' overlaps '\(other.content)'")
      }
    }
  }

  @Test(arguments: seeds) func textsLieInThePicture(seed: UInt64) {
    let layout = layout(seed)
    let picture = Box(left: 0, top: 0, right: layout.width, bottom: layout.height)
    for text in layout.texts where !picture.contains(text.box) {
      Issue.record("'\(text.content)' leaves the picture: \(text.box)")
    }
  }

  @Test(arguments: seeds) func marksLieInThePlot(seed: UInt64) {
    let layout = layout(seed)
    let plot = layout.plot
    for mark in layout.marks {
      #expect((plot.left - 0.01...plot.right + 0.01).contains(mark.x))
      #expect((plot.top - 0.01...plot.bottom + 0.01).contains(mark.y))
    }
    let drawn = layout.input.points.filter { $0.value != nil }.count
    #expect(layout.marks.filter { $0.shape != .cross }.count >= drawn)
  }

  @Test(arguments: seeds) func everyLineLiesInThePlot(seed: UInt64) {
    let layout = layout(seed)
    let plot = layout.plot
    for line in layout.lines.flatMap(\.points) {
      #expect(line.x1 >= plot.left - 0.01 && line.x2 <= plot.right + 0.01)
      #expect(line.y1 >= plot.top - 5.01 && line.y2 <= plot.bottom + 5.01)
    }
    for point in layout.trajectory.compactMap(\.self) {
      #expect((plot.top - 0.01...plot.bottom + 0.01).contains(point.1))
    }
  }

  @Test(arguments: seeds) func ticksAscend(seed: UInt64) {
    let scale = layout(seed).scale
    #expect(scale.ticks.values.count >= 2)
    for (lower, upper) in zip(scale.ticks.values, scale.ticks.values.dropFirst()) {
      #expect(lower < upper)
    }
    #expect(scale.ticks.values.allSatisfy(scale.domain.contains))
  }

  @Test(arguments: seeds) func flagsStandApart(seed: UInt64) {
    let layout = layout(seed)
    #expect(layout.flags.count <= ChartLayout.flagLimit)
    #expect(layout.flags.count == layout.listNumbers.count)
    for (left, right) in zip(layout.flags, layout.flags.dropFirst()) {
      #expect(right.x - left.x >= 18.99)
    }
    for flag in layout.flags {
      #expect(flag.x >= 8 && flag.x <= layout.width - 8)
      #expect((layout.plot.left...layout.plot.right).contains(flag.day))
    }
  }

  @Test(arguments: seeds) func latestValueIsNamed(seed: UInt64) throws {
    let layout = layout(seed)
    let input = layout.input
    guard let latest = input.latestUsed, let value = input.drawnValue(latest) else { return }
    let number = input.format.label(value) + (input.seasons == .adjusted ? " adjusted" : "")
    let short = input.format.label(value)
    #expect(
      layout.texts.contains {
        $0.isBold && $0.size == 13 && ($0.content.hasSuffix(number) || $0.content == short)
      },
      "\(number) is missing")
  }
}
