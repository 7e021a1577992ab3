import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct AnalysisScanTests {
  private struct Result {
    var series: [AnalysisSeries] = []
    var needsWhole = false
    var warnings: [Fault] = []
    /// How many series were given before the last byte was read.
    var early = 0
  }

  private func scan(_ text: String, blockSize: Int) -> Result {
    var scan = AnalysisScan(file: "a.csv")
    var result = Result()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      result.series += scan.add(Array(bytes[start..<min(bytes.count, start + blockSize)]))
    }
    result.early = result.series.count
    result.series += scan.finish()
    result.needsWhole = scan.needsWhole
    result.warnings = scan.warnings
    return result
  }

  /// Quoted line ends, CR LF, a mark, letters of several bytes, rows out of order, a repeated row and blank ends.
  private static let table =
    "\u{FEFF}series,period,value,denominator\r\n"
    + "\"Ward 4,\r\nBelső\",2015-02,2,10\r\n\"Ward 4,\r\nBelső\",2015-01,1,10\r\n"
    + "b,2015-01-01,\"3\",4\nb,2015-02-01,,\nb,2015-04-01,5,6\nb,2015-04-01,5,6\n"
    + "c,2015-W01,0,1\nc,2015-W03,,0\n\n\n"

  @Test(arguments: [1, 2, 3, 5, 7, 11, 64, 100, 10_000])
  func anySplitGivesTheSameSeriesAsTheWhole(blockSize: Int) {
    let whole = AnalysisTable(Array(Self.table.utf8), file: "a.csv")
    let result = scan(Self.table, blockSize: blockSize)
    #expect(whole.faults == [])
    #expect(whole.series.count == 3)
    #expect(!result.needsWhole)
    #expect(result.series == whole.series)
    #expect(result.warnings == whole.warnings)
    #expect(whole.warnings.count == 1)
  }

  @Test func aSeriesIsGivenAsSoonAsTheNextBegins() {
    let rows = (0..<50).flatMap { series in
      (1...12).map { "s\(series),2020-\($0 < 10 ? "0" : "")\($0),\($0)\n" }
    }
    let result = scan("series,period,value\n" + rows.joined(), blockSize: 64)
    #expect(result.series.count == 50)
    #expect(result.early >= 49)
  }

  @Test(arguments: [
    "series,period,value\na,2015-01,1\nb,2015-01,1\na,2015-02,2\n",
    "period,value\n2015-01,x\n",
    "period,value\n2015-01,1\n\n2015-02,2\n",
    "period,value\n2015-01,1,2\n",
    "period,value\n2015-01,\"1\n",
    "period,number\n2015-01,1\n", "period,value\n", "", "\n\n",
    "period,value\n2015-01,1\n2015-01,2\n",
  ])
  func whateverIsMixedOrWrongIsToBeReadWhole(text: String) {
    for blockSize in [1, 4, 1000] { #expect(scan(text, blockSize: blockSize).needsWhole) }
  }
}
