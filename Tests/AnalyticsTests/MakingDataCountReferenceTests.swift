import BenefitsAnalytics
import Testing

/// Results of NHSRplotthedots 0.2.2 on R 4.2.2 for our synthetic reference series, as literals.
@Suite struct MakingDataCountReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var values: [Double?]
    var sign: Double
    var target: Double?
    var screens: Bool
    var freeze: Int?
    var phases: [Int]
    var variation: String
    var assurance: String?
    var marked: [Int]
    var upper: Double
  }

  static let cases: [Case] = [
    Case(
      testDescription: "ptd-s245-base", values: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 1.1, 0.1],
      sign: 1, target: 2,
      screens: true, freeze: nil, phases: [],
      variation: "concern-low", assurance: "fail",
      marked: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], upper: 0.2),
    Case(
      testDescription: "ptd-s245-neutral",
      values: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 1.1, 0.1], sign: 0, target: 2,
      screens: true, freeze: nil, phases: [],
      variation: "neutral-low", assurance: nil,
      marked: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], upper: 0.2),
    Case(
      testDescription: "ptd-s049-base", values: [46, 49, 48, 49, 49, 39, 44, 46, 45, 42, 39, 58],
      sign: 0, target: 75.85,
      screens: true, freeze: nil, phases: [],
      variation: "neutral-high", assurance: nil,
      marked: [11], upper: 53.8806666666667),
    Case(
      testDescription: "ptd-s049-decrease",
      values: [46, 49, 48, 49, 49, 39, 44, 46, 45, 42, 39, 58], sign: -1, target: 75.85,
      screens: true, freeze: nil, phases: [],
      variation: "concern-high", assurance: "pass",
      marked: [11], upper: 53.8806666666667),
    Case(
      testDescription: "ptd-s159-fix",
      values: [
        20.3, 20.4, 20.5, 19.8, 18.9, 20.4, 19.7, 19.7, 20, 20.3, 19.9, 19.9, 20.8, 20.2, 20.7,
      ], sign: -1, target: 20.33,
      screens: true, freeze: 12, phases: [],
      variation: "concern-high", assurance: "inconsistent",
      marked: [4, 12, 14], upper: 20.9143333333333),
    Case(
      testDescription: "ptd-s061-base", values: [0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 2],
      sign: 1, target: 0.87,
      screens: true, freeze: nil, phases: [],
      variation: "improvement-high", assurance: "inconsistent",
      marked: [7, 8, 9, 10, 11, 12, 13, 14, 15], upper: 1.7675),
    Case(
      testDescription: "ptd-s077-decrease",
      values: [0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 2, 1, 2, 2], sign: -1, target: nil,
      screens: true, freeze: nil, phases: [],
      variation: "concern-high", assurance: nil,
      marked: [12, 14, 15], upper: 1.765),
  ]

  @Test(arguments: cases) func agreesWithNHSRplotthedots(expected: Case) {
    var rules = RuleSet(.nhsr)
    rules.screens = expected.screens
    let chart = ControlChart(
      .i, numbers: expected.values, rules: rules, baseline: expected.freeze.map { 0..<$0 },
      phaseStarts: expected.phases)
    #expect(Variation(chart, sign: expected.sign)?.word.rawValue == expected.variation)
    let assurance = Assurance(chart, target: expected.target, sign: expected.sign)
    #expect(assurance.word?.rawValue == expected.assurance)
    #expect(chart.marks.indices.filter { !chart.marks[$0].isEmpty } == expected.marked)
    let upper = (chart.lines.upper.last ?? nil) ?? .infinity
    #expect((upper - expected.upper).magnitude <= 1e-9 * expected.upper.magnitude)
  }
}
