import BenefitsAnalytics
import BenefitsCharts
import BenefitsModel
import Testing

@Suite struct ChartSentencesTests {
  private func input(
    _ values: [Double?], baseline: Range<Int>? = nil, phaseStarts: [Int] = [],
    direction: Direction? = .lower
  ) -> ChartInput {
    let first = ChartSamples.period("2024-04")
    let points = values.enumerated().map { index, value in
      SeriesPoint(
        period: first.advanced(by: index), value: value, use: value == nil ? .missing : .used)
    }
    return ChartInput(
      name: "Falls", points: points,
      chart: RunChart(values: values, baseline: baseline, phaseStarts: phaseStarts),
      direction: direction)
  }

  private func title(_ input: ChartInput) -> String { ChartFigure(input).title }

  private let high: [Double?] = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]

  @Test(arguments: [
    (Direction.lower, "improvement"), (.higher, "concern"), (.stable, "change"), (nil, "change"),
  ])
  func aRunToTheLatestValueIsNamedByDirection(direction: Direction?, word: String) {
    let input = input(
      high + Array(repeating: 7, count: 9), baseline: 0..<12, direction: direction)
    #expect(
      title(input) == "Falls: \(word) since Apr 2025, 9 values in a row below the baseline median")
  }

  @Test func aRunThatHasEndedIsToldWithItsEnd() {
    let input = input(
      high + Array(repeating: 7, count: 9) + [11], baseline: 0..<12)
    #expect(title(input) == "Falls: improvement from Apr 2025 to Dec 2025, not since")
  }

  @Test func theMirrorImageOfAChangeIsNotMarked() {
    // Ten low, then ten high values around a median of all of them.
    let values = Array(repeating: 2.0, count: 10) + Array(repeating: 8.0, count: 10)
    let directed = input(values, direction: .higher)
    #expect(directed.causes.map(\.signal) == [.improvement])
    #expect(
      title(directed) == "Falls: improvement since Feb 2025, 10 values in a row above the median")
    // Without a direction there is no good and no bad, and both runs are marked.
    #expect(input(values, direction: nil).causes.map(\.isUpward) == [false, true])
    // Against a baseline each run is a change.
    let frozen = input(
      [4, 6, 4, 6, 4, 6] + Array(repeating: 9, count: 9) + Array(repeating: 1, count: 9),
      baseline: 0..<6)
    #expect(frozen.causes.map(\.signal) == [.concern, .improvement])
  }

  @Test func aMissingValueDoesNotEndARun() {
    let input = input(
      high + Array(repeating: 7, count: 9) + [nil], baseline: 0..<12)
    #expect(title(input).hasPrefix("Falls: improvement since Apr 2025"))
  }

  @Test func withoutASignal() {
    let values: [Double?] = [9, 11, 11, 9, 9, 11, 9, 11, 11, 9, 9, 11]
    #expect(title(input(values)) == "Falls: no significant change")
  }

  @Test func fewCrossings() {
    // 20 useful values, longest run 7 ≤ 7, 5 crossings where 6 or more are expected.
    let values = [1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 1, 9, 9, 9, 1, 9, 9].map(Double.init)
    let chart = RunChart(values: values)
    #expect(chart.phases[0].runs.hasFewCrossings && !chart.phases[0].runs.hasLongRun)
    let words = title(input(values))
    #expect(words.hasPrefix("Falls: not random, crosses the median 5 times where 6 or more"))
  }

  @Test(
    arguments: [
      ([], "no data"), ([nil, nil], "no data"), ([4], "too few values to show a change"),
      ([5, 5, 5], "too few values to show a change"),
    ] as [([Double?], String)])
  func withoutEnoughValues(values: [Double?], expected: String) {
    #expect(title(input(values)) == "Falls: \(expected)")
  }

  @Test func aLaterPhaseIsComparedWithTheOneBefore() {
    let values: [Double?] = high + [7, 6, 7, 6, 7, 6, 7, 6]
    #expect(
      title(input(values, phaseStarts: [12])) == "Falls: median 6.5 since Apr 2025, down from 10.0")
  }

  @Test func seasonsThatCannotBeTakenOutAreNotCalledAChange() {
    var input = input(high + Array(repeating: 7, count: 9), baseline: 0..<12)
    input.seasons = .sameSeason
    #expect(title(input) == "Falls: too few years to judge apart from the seasons")
    #expect(input.rows.allSatisfy { $0.signal == nil })
  }

  @Test func subtitleHasUnitPlaceCadenceAndDirection() {
    #expect(
      ChartGallery.quarterly.figure.subtitle == "% · Home First · quarterly · higher is better")
    #expect(ChartGallery.bareSeries.subtitle == "monthly · lower is better")
    #expect(ChartGallery.events.figure.subtitle.contains("each event"))
    var input = input([1, 2, 3])
    input.interval = 2
    #expect(ChartFigure(input).subtitle == "every 2 months · lower is better")
  }

  @Test func descriptionTellsWhatAColleagueWould() {
    let words = ChartGallery.states.figure.description
    for part in [
      "XmR chart of 24 months, Apr 2024 to Mar 2026; lower is better.",
      "Process limits 10.8 to 13.0 days.",
      "Baseline 11.9 days (Apr 2024 to Mar 2025); level now 10.8 days.",
      "Latest value 10.6 days in Mar 2026 (provisional), improvement.",
      "Target 9.5 days by Dec 2026.", "Without data: Jul 2024, Aug 2025, Sep 2025, Oct 2025.",
      "Suppressed: Jun 2025.", "Excluded: May 2025.",
    ] {
      #expect(words.contains(part), "\(words)")
    }
  }

  @Test func descriptionEndsWithTheStatus() {
    let sample = ChartGallery.states
    let assessment = sample.assessment
    let figure = ChartFigure(assessment, plan: sample.plan)
    #expect(figure.description.hasSuffix(assessment.sentence))
  }

  @Test func descriptionOfNothing() {
    #expect(ChartFigure(input([])).description == "Run chart without any period.")
    #expect(ChartFigure(input([nil])).description.contains("No value."))
  }

  @Test func descriptionCountsManyGaps() {
    let words = ChartFigure(input([1, nil, nil, nil, nil, nil, 2])).description
    #expect(words.contains("Without data: 5 periods."))
  }

  @Test func descriptionOfAdjustedValuesHasBoth() {
    let words = ChartGallery.seasonalFigure.description
    #expect(words.contains("36 months, seasonally adjusted"))
    #expect(words.contains("in Mar 2026, seasonally adjusted 21.1 per 1,000"), "\(words)")
  }
}
