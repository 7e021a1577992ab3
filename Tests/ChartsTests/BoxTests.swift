import BenefitsCharts
import Testing

@Suite struct BoxTests {
  private let box = Box(left: 10, top: 10, right: 20, bottom: 20)

  @Test(arguments: [
    (Segment(0, 15, 30, 15), true), (Segment(15, 0, 15, 30), true), (Segment(0, 0, 30, 30), true),
    (Segment(12, 12, 18, 14), true), (Segment(0, 25, 30, 25), false),
    (Segment(0, 15, 5, 15), false), (Segment(0, 22, 8, 30), false), (Segment(5, 18, 18, 32), false),
    (Segment(18, 5, 30, 18), false), (Segment(10, 10, 10, 10), true),
  ])
  func meets(segment: Segment, expected: Bool) {
    #expect(box.meets(segment) == expected)
    let reversed = Segment(segment.x2, segment.y2, segment.x1, segment.y1)
    #expect(box.meets(reversed) == expected)
  }

  @Test func touchingIsNoOverlap() {
    #expect(!box.overlaps(Box(left: 20, top: 10, right: 30, bottom: 20)))
    #expect(box.overlaps(Box(left: 19, top: 19, right: 30, bottom: 30)))
  }
}
