import BenefitsModel
import Testing

@testable import BenefitsExchange

@Suite struct CompactRowTests {
  private func row(series: Int, day: Int32, line: UInt32 = 1) -> CompactRow {
    CompactRow(
      series: series, day: day, number: 1, denominator: .nan, state: .final, hasNote: false,
      place: CompactRow.Place(line: line, column: 1))
  }

  @Test func aRowTakesThirtyTwoBytes() { #expect(MemoryLayout<CompactRow>.stride == 32) }

  @Test(arguments: [-25_567, -1, 0, 20_000, 84_005] as [Int32], MeasurementState.allCases)
  func whatIsPackedComesOutAgain(day: Int32, state: MeasurementState) {
    for (series, hasNote) in [(0, false), (1_000_000, true)] {
      let row = CompactRow(
        series: series, day: day, number: 2.5, denominator: 4, state: state, hasNote: hasNote,
        place: CompactRow.Place(line: 7, column: 9))
      #expect(row.series == series && row.day == day)
      #expect(row.state == state && row.hasNote == hasNote)
      #expect(row.compact.number == 2.5 && row.compact.denominator == 4)
    }
  }

  @Test(arguments: [0, 1, 2, 48, 49, 1000, 50_000], 1...3)
  func rowsAreSortedBySeriesPeriodAndPlace(count: Int, seed: UInt64) {
    var random = SplitMix(seed: seed)
    var rows = (0..<count).map { index in
      row(
        series: Int.random(in: 0..<max(count / 20, 1), using: &random),
        day: Int32.random(in: -30...30, using: &random) * 31, line: UInt32(index))
    }
    let expected = rows.sorted {
      ($0.series, $0.day, $0.place.line) < ($1.series, $1.day, $1.place.line)
    }
    rows.shuffle(using: &random)
    rows.sortBySubject()
    #expect(rows.map(\.place.line) == expected.map(\.place.line))
  }

  @Test func namesAreNumberedInTheOrderInWhichTheyAreMet() {
    var random = SplitMix(seed: 11)
    var names = NameIndex()
    var numbers: [String: Int] = [:]
    for _ in 0..<20_000 {
      let name = "site-\(Int.random(in: 0..<3000, using: &random))"
      let expected = numbers[name] ?? numbers.count
      numbers[name] = expected
      let bytes = Array(name.utf8)
      #expect(names.index(of: bytes.span) == expected)
    }
    #expect(names.count == numbers.count)
  }
}
