import BenefitsExchange
import BenefitsModel
import Testing

@Suite struct AnalysisTableTests {
  private func table(
    _ text: String, _ options: AnalysisOptions = AnalysisOptions()
  ) -> AnalysisTable {
    AnalysisTable(Array(text.utf8), file: "a.csv", options: options)
  }

  private func labels(_ table: AnalysisTable) -> [[String]] {
    table.series.map { $0.periods.map(\.description) }
  }

  @Test func oneSeriesWithGapsAndBlankEnds() throws {
    let result = table("period,value\n2015-01,\n2015-02,3\n2015-05,4\n2015-06,\n")
    #expect(result.faults == [])
    #expect(
      labels(result) == [
        ["2015-01", "2015-02", "2015-03", "2015-04", "2015-05", "2015-06"]
      ])
    #expect(result.series.map(\.values) == [[nil, 3, nil, nil, 4, nil]])
    #expect(result.series.map(\.name) == [""])
    #expect(result.series.first?.denominators == nil)
  }

  @Test func rowsInAnyOrderAndSeriesByFirstAppearance() {
    let result = table("series,period,value\nb,2015-02,2\na,2015-01,9\nb,2015-01,1\n")
    #expect(result.series.map(\.name) == ["b", "a"])
    #expect(result.series.map(\.values) == [[1, 2], [9]])
  }

  @Test func denominatorsStayWithTheirPeriods() {
    let result = table("period,value,denominator\n2015-01,,386\n2015-03,4,5\n")
    #expect(result.faults == [])
    #expect(result.series.map(\.values) == [[nil, nil, 4]])
    #expect(result.series.map(\.denominators) == [[386, nil, 5]])
  }

  @Test func emptyDenominatorColumnIsNone() {
    let result = table("period,value,denominator\n2015-01,3,\n2015-02,4,\n")
    #expect(result.faults == [])
    #expect(result.series.map(\.denominators) == [nil])
  }

  @Test func datesThatAreAllTheFirstOfAMonthAreMonths() {
    #expect(
      labels(table("period,value\n2015-01-01,1\n2015-03-01,2\n")) == [
        ["2015-01", "2015-02", "2015-03"]
      ])
  }

  @Test(arguments: [
    ("2015-01-01,1\n2015-01-02,2\n2015-01-04,3", ["01", "02", "03", "04"]),
    ("2015-01-05,1\n2015-01-12,2\n2015-01-26,3\n2015-02-02,4", ["05", "12", "19", "26", "02"]),
    ("2015-01-01,1\n2015-01-04,2\n2015-01-11,3\n2015-01-30,4", ["01", "04", "11", "30"]),
  ])
  func daysKeepTheirStep(rows: String, expected: [String]) {
    let days = labels(table("period,value\n\(rows)\n"))[0].map { String($0.suffix(2)) }
    #expect(days == expected)
  }

  @Test(arguments: [
    ("2025-W52", "2026-W02", ["2025-W52", "2026-W01", "2026-W02"]),
    ("2025-Q4", "2026-Q1", ["2025-Q4", "2026-Q1"]),
    ("2025/26-Q3", "2025/26-Q4", ["2025/26-Q3", "2025/26-Q4"]),
    ("2023", "2025", ["2023", "2024", "2025"]),
    ("2023/24", "2024/25", ["2023/24", "2024/25"]),
    ("Dec-25", "Jan 2026", ["2025-12", "2026-01"]),
    ("30/12/2025", "31/12/2025", ["2025-12-30", "2025-12-31"]),
  ])
  func periodsOfAnyKind(first: String, last: String, expected: [String]) {
    let result = table("period,value\n\(first),1\n\(last),2\n")
    #expect(result.faults == [])
    #expect(labels(result) == [expected])
  }

  @Test func numbersOfAnyMagnitudeKeepFullPrecision() {
    let result = table(
      "period,value\n2015-01,1e300\n2015-02,-0.1234567890123456789\n2015-03,5e-324\n"
        + "2015-04,123456789012345680\n")
    #expect(result.faults == [])
    #expect(
      result.series.map(\.values) == [
        [1e300, -0.1234567890123456789, .leastNonzeroMagnitude, 123_456_789_012_345_680]
      ])
  }

  @Test func everyFaultIsReported() {
    let result = table(
      """
      period,value,denominator,series
      2015-01,NA,1,a
      2015-99,1,1,a
      2015-02,1e999,-1,a
      2015-03,1,-1,a
      2015-04,1,1,
      2015-05,1
      2015-W01,1,1,b
      2015-01,1,1,b
      2015-06,1,1,c
      2015-06,2,1,c
      2015-07,2,,c

      """)
    #expect(
      result.faults.map(\.line) == [
        "a.csv:2:9: column 2 'value': \"NA\" is not a number",
        "a.csv:3:1: column 1 'period': '2015-99' is not a period; write 2025-01, 2025-W05, 2025/26-Q3, "
          + "2025/26 or 2025-01-31",
        "a.csv:4:9: column 2 'value': \"1e999\" is larger than any number that can be computed with",
        "a.csv:5:11: column 3 'denominator': the denominator -1 is below 0",
        "a.csv:6:13: column 4 'series': the name of the series is missing",
        "a.csv:7:1: the row has 2 cells, but the header names 4 columns; 'denominator' is missing",
        "a.csv:9:1: '2015-01' is a month, but series 'b' begins with '2015-W01' on line 8",
        "a.csv:11:1: 2015-06 of series 'c' is on line 10 too: 1 there, 2 here",
        "a.csv:12:1: 2015-07 has a value but no denominator, as the other rows of 'c' have",
      ])
    #expect(result.faults.first?.hint == "leave the cell empty where a value is missing")
  }

  @Test func denominatorOfZeroIsAWarning() {
    let result = table("period,value,denominator\n2015-01,1,0\n2015-02,,0\n2015-03,1,4\n")
    #expect(result.faults == [])
    #expect(
      result.warnings.map(\.line) == [
        "a.csv:2:11: column 3 'denominator': the denominator is 0, so the period has no value"
      ])
    #expect(result.series.map(\.denominators) == [[0, 0, 4]])
  }

  @Test func missingMarksCanBeNamed() {
    let result = table("period,value\n2015-01,NA\n2015-02,2\n", AnalysisOptions(missing: ["NA"]))
    #expect(result.series.map(\.values) == [[nil, 2]])
  }

  @Test func identicalRepeatsAreAWarning() {
    let result = table("period,value\n2015-01,1\n2015-01,1.0\n")
    #expect(result.faults == [])
    #expect(
      result.warnings.map(\.line) == [
        "a.csv:3:1: 2015-01 of the file is on line 2 too, with the same value; it counts once"
      ])
  }

  @Test func otherColumnsAreAWarningAndNearMissesAFault() {
    #expect(
      table("period,split,value\n2015-01,x,1\n").warnings.map(\.line) == [
        "a.csv:1:8: column 2 'split' is not used"
      ])
    #expect(
      table("period,denominater,value\n2015-01,5,1\n").faults.map(\.line) == [
        "a.csv:1:8: column 2 'denominater' is not known; did you mean 'denominator'?"
      ])
    #expect(
      table("month,y\n2015-01,1\n").faults.map(\.line) == [
        "a.csv:1:1: no column is called 'period' or 'value'; the first line has 'month', 'y'"
      ])
  }

  @Test func columnsCanBeNamed() throws {
    let result = table(
      "month,y\n2015-01,1\n",
      AnalysisOptions(columns: [try ColumnChoice("period=month"), try ColumnChoice("value=y")]))
    #expect(result.series.map(\.values) == [[1]])
  }

  @Test func thousandsOfSeries() {
    let rows = (0..<3000).map { "2015-01,\($0),s\($0)\n2015-02,1,s\($0)\n" }.joined()
    let result = table("period,value,series\n" + rows)
    #expect(result.series.count == 3000)
    #expect(result.series.last?.values == [2999, 1])
  }
}
