import BenefitsAnalytics
import Testing

@Suite struct ControlChartTests {
  private func agrees(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return (one - other).magnitude <= 1e-9 * max(one.magnitude, other.magnitude)
  }

  /// Lower limit, centre and upper limit of the first, and upper limit of the last point, worked out by hand from
  /// the published formulas for numerators 5, 8, 6 of 50, 80, 40.
  @Test(arguments: [
    (ChartKind.p, 0.0, 19.0 / 170, 0.2453954985),
    (ChartKind.u, 0.0, 19.0 / 170, 0.2535988106),
  ])
  func limitsFollowTheDenominator(kind: ChartKind, lower: Double, centre: Double, upper: Double) {
    let chart = ControlChart(kind, numbers: [5, 8, 6], denominators: [50, 80, 40])
    #expect(chart.lines.lower[0] == lower)
    #expect(agrees(chart.lines.centre[0], centre))
    #expect((chart.lines.upper[0].map { ($0 - upper).magnitude } ?? 1) < 1e-4)
    #expect(chart.lines.upper[2] ?? 0 > chart.lines.upper[0] ?? 1)
  }

  /// |10/50 − 30/100| · 1000 and the upper limit 3.267 times that, from the published formula.
  @Test func movingRangesOfSharesAreMultipliedForDisplay() {
    let chart = ControlChart(.mr, numbers: [10, 30], denominators: [50, 100], multiply: 1000)
    #expect(chart.values[0] == nil)
    #expect(agrees(chart.values[1], 100))
    #expect(agrees(chart.lines.centre[1], 100))
    #expect(agrees(chart.lines.upper[1], 326.7))
  }

  /// NHSRplotthedots 0.2.2 calls a target inconsistent where it has no limits to compare it with.
  @Test(arguments: [(RuleSet.Name.nhsr, Assurance.Word?.some(.inconsistent)), (.mdc, nil)])
  func onePointInTheLastPhaseHasNoLimits(name: RuleSet.Name, word: Assurance.Word?) {
    let values: [Double?] = [1, 2, 1, 2, 1, 2, 9]
    let chart = ControlChart(.i, numbers: values, rules: RuleSet(name), phaseStarts: [6])
    #expect(Assurance(chart, target: 5, sign: 1).word == word)
  }

  /// The formula of a C chart: 4 ± 3 · √4, not below 0.
  @Test func countsHavePoissonLimitsFromZero() {
    let chart = ControlChart(.c, numbers: [4, 3, 5, 4])
    #expect(chart.lines.lower == [0, 0, 0, 0])
    #expect(chart.lines.upper == [10, 10, 10, 10])
  }

  @Test func xmrLimitsAreNotClipped() {
    let chart = ControlChart(.i, numbers: [1, 9, 1, 9])
    #expect(chart.lines.lower.allSatisfy { agrees($0, 5 - 2.66 * 8) })
  }

  @Test func screeningLeavesOutLargeRangesOnce() {
    let values: [Double?] = [10, 11, 10, 11, 10, 11, 10, 40, 10, 11, 10, 11]
    let all = ControlChart(.i, numbers: values)
    let screened = ControlChart(.i, numbers: values, rules: RuleSet(.nhsr))
    #expect(all.phases[0].screenedRanges == 0)
    #expect(screened.phases[0].screenedRanges == 2)
    #expect(agrees(screened.phases[0].averageRange, 1))
  }

  @Test func freezeAndPhasesWorkTogether() {
    let values: [Double?] = [1, 3, 1, 3, 9, 9, 11, 21, 23, 21, 40, 40]
    let mdc = ControlChart(.i, numbers: values, baseline: 0..<4, phaseStarts: [7])
    #expect(mdc.phases.map(\.centre) == [2, 29])
    let nhsr = ControlChart(
      .i, numbers: values, rules: RuleSet(.nhsr), baseline: 0..<4, phaseStarts: [7])
    #expect(nhsr.phases.map(\.centre) == [2, 26.25])
    let qicharts = ControlChart(
      .i, numbers: values, rules: RuleSet(.qicharts2), baseline: 0..<4, phaseStarts: [7])
    #expect(agrees(qicharts.phases[0].centre, 37.0 / 7))
  }

  @Test func noRangeJoinsValuesAcrossAnExcludedPointUnlessTheRulesSaySo() {
    let values: [Double?] = [10, 99, 20, 22]
    let own = ControlChart(.i, numbers: values, excluded: [1])
    #expect(own.phases[0].averageRange == 2)
    var rules = RuleSet(.qicharts2)
    rules.screens = false
    let joined = ControlChart(.i, numbers: values, rules: rules, excluded: [1])
    #expect(joined.phases[0].averageRange == 6)
    #expect(joined.isOutside[1])
    #expect(!own.isOutside[1])
  }

  @Test(arguments: ChartKind.allCases, RuleSet.Name.allCases)
  func hostileSeriesHaveDefinedAnswers(kind: ChartKind, name: RuleSet.Name) {
    let hostile: [[Double?]] = [
      [], [nil], [nil, nil, nil], [5], [5, 7], [Double](repeating: 0.1, count: 30),
      [Double](repeating: 0, count: 30), [1e300, -1e300, 1e300, 1e300, nil, 1e308],
      [.leastNonzeroMagnitude, 1e-300, .leastNonzeroMagnitude, 0],
      [.nan, .infinity, 3, -.infinity], [-1, -2, -3, -4],
    ]
    for values in hostile {
      for denominator: Double? in [nil, 0, -1, .leastNonzeroMagnitude, 1e300, 10] {
        let chart = ControlChart(
          kind, numbers: values, denominators: values.map { _ in denominator },
          rules: RuleSet(name), baseline: 0..<min(2, values.count), phaseStarts: [3, 99],
          excluded: [0], multiply: 100)
        let lines = chart.lines
        for line in [chart.values, lines.centre, lines.lower, lines.upper, lines.nearUpper] {
          #expect(line.allSatisfy { $0?.isFinite ?? true })
          #expect(line.count == values.count)
        }
        _ = Variation(chart, sign: 1)
        _ = Assurance(chart, target: 1, sign: -1)
        _ = RebaseSuggestion.all(in: chart)
      }
    }
  }

  @Test func equalValuesHaveAWordInsteadOfLimits() {
    let chart = ControlChart(.i, numbers: [Double](repeating: 0.1, count: 20))
    #expect(chart.phases[0].missingLimits == .equalValues)
    #expect(chart.signals.isEmpty)
    #expect(chart.lines.upper.allSatisfy { $0 == nil })
    #expect(Variation(chart, sign: 1)?.word == .commonCause)
    #expect(Assurance(chart, target: 0.1, sign: 1).word == .pass)
    #expect(Assurance(chart, target: 0.2, sign: 1).word == .fail)
  }

  @Test func twelvePointsAreNotTrialLimits() {
    let values: [Double?] = (0..<12).map { Double($0 % 3) }
    #expect(!ControlChart(.i, numbers: values).phases[0].isTrial)
    #expect(ControlChart(.i, numbers: Array(values.dropLast())).phases[0].isTrial)
  }

  @Test func hundredThousandPointsAreNoProblem() {
    let values: [Double?] = (0..<100_000).map { Double(($0 &* 7919) % 1009) }
    let chart = ControlChart(.i, numbers: values)
    #expect(chart.lines.centre.count == 100_000)
    #expect(RunsDistribution(above: 50_000, below: 50_000).lower ?? 0 > 49_000)
  }
}
