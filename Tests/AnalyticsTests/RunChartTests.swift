import BenefitsAnalytics
import Testing

@Suite struct RunChartTests {
  @Test func pointsOnTheMedianNeitherBreakNorLengthenARun() throws {
    let chart = RunChart(values: [5, 6, 5, 6, 5, 4, 5])
    let phase = try #require(chart.phases.first)
    #expect(phase.centre == 5)
    #expect(phase.runs.useful == 3)
    #expect(phase.runs.longestRun == 2)
    #expect(phase.runs.longestSpan == 1...3)
    #expect(phase.runs.isLongestAbove == true)
    #expect(phase.runs.crossings == 1)
  }

  @Test func missingPeriodsKeepTheirPlaceAndBreakNoRun() throws {
    let chart = RunChart(values: [1, nil, 1, 9, nil, 9], baseline: 0..<6)
    let runs = try #require(chart.phases.first).runs
    #expect(runs.observations == 6)
    #expect(runs.useful == 4)
    #expect(runs.longestSpan == 0...2)
    #expect(runs.crossings == 1)
  }

  @Test func baselineFreezesTheMedianOfTheFirstPhaseOnly() {
    let chart = RunChart(values: [1, 2, 3, 10, 11, 20, 21, 22], baseline: 0..<3, phaseStarts: [5])
    #expect(chart.phases.map(\.centre) == [2, 21])
    #expect(chart.phases.map(\.range) == [0..<5, 5..<8])
    #expect(chart.phases.map(\.baseline) == [0..<3, 5..<8])
  }

  @Test func phaseStartsMayComeInAnyOrderTwiceOrOutside() {
    let chart = RunChart(values: [1, 2, 3, 4, 5], phaseStarts: [4, 2, 2, 0, -1, 5, 99])
    #expect(chart.phases.map(\.range) == [0..<2, 2..<4, 4..<5])
  }

  @Test func excludedPointsAreLeftOutOfMedianAndRuns() throws {
    let chart = RunChart(values: [1, 2, 900, 3], excluded: [2])
    let phase = try #require(chart.phases.first)
    #expect(phase.centre == 2)
    #expect(phase.runs.observations == 3)
  }

  @Test(arguments: [[], [nil, nil], [Double.nan], [.infinity, nil]] as [[Double?]])
  func nothingUsableHasADefinedAnswer(values: [Double?]) {
    for phase in RunChart(values: values).phases {
      #expect(phase.centre == nil)
      #expect(phase.runs.useful == 0)
      #expect(phase.runs.longestRun == nil)
      #expect(phase.runs.crossingsLimit == nil)
      #expect(!phase.runs.signal)
    }
  }

  @Test func constantSeriesHasALineAndNothingUseful() throws {
    let phase = try #require(RunChart(values: Array(repeating: 0.1, count: 30)).phases.first)
    #expect(phase.centre == 0.1)
    #expect(phase.runs.useful == 0)
    #expect(!phase.runs.signal)
  }

  @Test func aRunOneLongerThanTheLimitSignals() throws {
    // 12 useful observations allow a run of 7.
    let seven: [Double] = [-1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, 1]
    let eight: [Double] = [-1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1]
    for (values, signals) in [(seven, false), (eight, true)] {
      let runs = RunsAnalysis(
        values: values.map(\.self), range: 0..<12, excluded: [], centre: 0)
      #expect(runs.longestRunLimit == 7)
      #expect(runs.hasLongRun == signals)
      #expect(runs.isLongestAbove == true)
    }
  }

  @Test func fewerCrossingsThanTheLimitSignal() {
    // 12 useful observations need 3 crossings.
    let two = RunsAnalysis(
      values: [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, 1], range: 0..<12, excluded: [], centre: 0)
    let three = RunsAnalysis(
      values: [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, -1], range: 0..<12, excluded: [], centre: 0)
    #expect(two.hasFewCrossings)
    #expect(two.signal)
    #expect(!three.signal)
  }
}
