import BenefitsAnalytics
import Testing

@Suite struct AnalysisTests {
  @Test func writesOneLineWithEveryKeyInOrder() {
    let analysis = Analysis(series: "Ward \"A\"\n", values: [1, nil, 2.5, 3])
    #expect(
      analysis.json == """
        {"series":"Ward \\"A\\"\\n","chart":"run","n":4,"useful":2,"values":[1,null,2.5,3],"centre":[2.5,2.5,2.5,2.5],\
        "lower":[null,null,null,null],"upper":[null,null,null,null],\
        "signals":[null,null,null,null],"level":2.1666666666666665,"runs_analysis":[{"centre":2.5,"n":4,\
        "useful":2,"longest_run":1,"longest_run_limit":4,"crossings":1,"crossings_limit":0,\
        "signal":false}]}
        """)
  }

  @Test func levelOfRatiosIsTheRatioOfSums() {
    let analysis = Analysis(
      series: "A", values: [0, 1, 1, 8], denominators: [5, 10, 10, 20],
      options: Analysis.Options(multiply: 100))
    #expect(analysis.level == 25)
    #expect(analysis.runChart.values == [0, 10, 10, 40])
  }

  @Test func valuesWithoutADenominatorAboveZeroAreMissing() {
    let analysis = Analysis(
      series: "A", values: [1, 2, 3, 4], denominators: [2, 0, nil, -1], options: .init())
    #expect(analysis.runChart.values == [0.5, nil, nil, nil])
    #expect(analysis.level == 0.5)
  }

  @Test func marksTheUsefulPointsOfAnOverlongRun() {
    // 12 useful observations on either side of a median of 2 allow a run of 7; here are 8.
    let analysis = Analysis(
      series: "A", values: [2, 1, 3, 3, 3, 3, 2, 3, 3, 3, 3, 1, 1, 1],
      options: Analysis.Options(freeze: 1))
    let marked = analysis.signals.enumerated().filter { $0.element != nil }.map(\.offset)
    #expect(marked == [2, 3, 4, 5, 7, 8, 9, 10])
    #expect(analysis.signals[2] == [.shift])
  }

  @Test func everyPhaseHasItsOwnAnalysis() {
    let analysis = Analysis(
      series: "A", values: [1, 2, 3, 7, 8, 9], options: Analysis.Options(phaseStarts: [3]))
    #expect(analysis.centre == [2, 2, 2, 8, 8, 8])
    #expect(analysis.useful == 4)
    #expect(analysis.json.contains(#""runs_analysis":[{"centre":2,"n":3,"useful":2"#))
  }

  @Test func aFreezeBeyondTheEndIsNoFreeze() {
    let analysis = Analysis(series: "A", values: [1, 2, 9], options: Analysis.Options(freeze: 12))
    #expect(analysis.centre == [2, 2, 2])
  }

  @Test(
    arguments: [[], [nil], [1e300, -1e300, 1e300], [Double.leastNonzeroMagnitude, 0]] as [[Double?]]
  )
  func hostileValuesGiveDefinedNumbers(values: [Double?]) {
    let json = Analysis(series: "A", values: values).json
    #expect(!json.contains("nan"))
    #expect(!json.contains("inf"))
  }
}
