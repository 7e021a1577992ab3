import BenefitsAnalytics
import Testing

/// Results of qicharts2 0.8.1 on R 4.2.2 for our synthetic reference series (and, for the G chart, its public data), as literals.
@Suite struct ControlChartReferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var kind: ChartKind
    var numbers: [Double?]
    var denominators: [Double?]?
    var freeze: Int?
    var phases: [Int]
    var excluded: Set<Int>
    var screens: Bool
    var multiply: Double
    var centre: Double?
    var lower: Double?
    var upper: Double?
    var outside: [Int]

    init(
      _ name: String, _ kind: ChartKind, numbers: [Double?], denominators: [Double?]?, freeze: Int?,
      phases: [Int], excluded: Set<Int>, screens: Bool, multiply: Double, centre: Double?,
      lower: Double?, upper: Double?, outside: [Int]
    ) {
      testDescription = name
      self.kind = kind
      self.numbers = numbers
      self.denominators = denominators
      self.freeze = freeze
      self.phases = phases
      self.excluded = excluded
      self.screens = screens
      self.multiply = multiply
      self.centre = centre
      self.lower = lower
      self.upper = upper
      self.outside = outside
    }
  }

  static let cases: [Case] = [
    Case(
      "c-s041-exclude", .c, numbers: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      denominators: nil, freeze: nil, phases: [], excluded: [4, 5], screens: true,
      multiply: 1, centre: 4.8, lower: 0, upper: 11.372670690062,
      outside: []),
    Case(
      "cabg-gap-g", .g,
      numbers: [
        23, 39, 15, 34, 1, 49, 98, 29, 27, 13, 45, 7, 10, 27, 24, 14, 20, 38, 44, 11, 10, 3, 113,
        183, 3, 47, 18, 18, 33, 15, 2, 38, 27, 27, 1, 52, 23, 7, 26, 82, 5, 49, 5, 17, 24, 44, 26,
        2, 27, 46, 55, 97, 22, 22, 20, 4, 60, 51, 7, 21, 66, 36, 25, 72, 15, 5, 3,
      ],
      denominators: nil, freeze: nil, phases: [], excluded: [], screens: true,
      multiply: 1, centre: 24, lower: 0, upper: 128.174910231972,
      outside: [23]),
    Case(
      "i-s041-exclude-screened", .i, numbers: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      denominators: nil, freeze: nil, phases: [], excluded: [4, 5], screens: true,
      multiply: 1, centre: 4.8, lower: -4.36075650118204, upper: 13.960756501182,
      outside: []),
    Case(
      "ip-s263-exclude", .ip,
      numbers: [104, 427, 277, 367, 290, 396, 298, 293, 350, 222, 222, 412, 158],
      denominators: [262, 897, 586, 763, 613, 722, 590, 678, 755, 459, 434, 812, 309], freeze: nil,
      phases: [], excluded: [9, 11], screens: true,
      multiply: 1, centre: 0.481464669390225, lower: 0.367143551457521, upper: 0.59578578732293,
      outside: []),
    Case(
      "mr-s041-base", .mr, numbers: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      denominators: nil, freeze: nil, phases: [], excluded: [], screens: true,
      multiply: 1, centre: 3.36363636363636, lower: 0, upper: 10.989,
      outside: []),
    Case(
      "p-s263-exclude", .p,
      numbers: [104, 427, 277, 367, 290, 396, 298, 293, 350, 222, 222, 412, 158],
      denominators: [262, 897, 586, 763, 613, 722, 590, 678, 755, 459, 434, 812, 309], freeze: nil,
      phases: [], excluded: [9, 11], screens: true,
      multiply: 1, centre: 0.481464669390225, lower: 0.396191304027032, upper: 0.566738034753419,
      outside: [5]),
    Case(
      "pp-s263-exclude", .pp,
      numbers: [104, 427, 277, 367, 290, 396, 298, 293, 350, 222, 222, 412, 158],
      denominators: [262, 897, 586, 763, 613, 722, 590, 678, 755, 459, 434, 812, 309], freeze: nil,
      phases: [], excluded: [9, 11], screens: true,
      multiply: 1, centre: 0.481464669390225, lower: 0.349036466861002, upper: 0.613892871919449,
      outside: []),
    Case(
      "t-s277-exclude-screened", .t,
      numbers: [
        1.22, 52.02, 3.71, 5.72, 35.53, 23.73, 76.58, 1.85, 9.27, 6.38, 10.69, 30.97, 1.14, 28.97,
      ],
      denominators: nil, freeze: nil, phases: [], excluded: [2, 6, 9], screens: true,
      multiply: 1, centre: 12.000467667816, lower: 0, upper: 273.626730536958,
      outside: []),
    Case(
      "u-s041-exclude", .u, numbers: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      denominators: [
        713.5, 1471.2, 1078.2, 642.1, 1341.8, 1462, 1401.3, 1021.9, 1317.5, 1168.3, 1189.2, 1233.9,
      ], freeze: nil, phases: [], excluded: [4, 5], screens: true,
      multiply: 1000, centre: 4.27156472755426, lower: 0, upper: 9.85337111654858,
      outside: []),
    Case(
      "up-s041-exclude", .up, numbers: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      denominators: [
        713.5, 1471.2, 1078.2, 642.1, 1341.8, 1462, 1401.3, 1021.9, 1317.5, 1168.3, 1189.2, 1233.9,
      ], freeze: nil, phases: [], excluded: [4, 5], screens: true,
      multiply: 1000, centre: 4.27156472755426, lower: 0, upper: 12.4603563645265,
      outside: []),
  ]

  @Test(arguments: cases) func agreesWithQicharts2(expected: Case) {
    var rules = RuleSet(.qicharts2)
    rules.screens = expected.screens
    let chart = ControlChart(
      expected.kind, numbers: expected.numbers, denominators: expected.denominators, rules: rules,
      baseline: expected.freeze.map { 0..<$0 }, phaseStarts: expected.phases,
      excluded: expected.excluded, multiply: expected.multiply)
    let lines = chart.lines
    for (found, wanted) in [
      (lines.centre.last, expected.centre), (lines.lower.last, expected.lower),
      (lines.upper.last, expected.upper),
    ] {
      let found = found ?? nil
      guard let wanted else {
        #expect(found == nil)
        continue
      }
      #expect(((found ?? .infinity) - wanted).magnitude <= 1e-9 * max(1e-3, wanted.magnitude))
    }
    #expect(chart.isOutside.indices.filter { chart.isOutside[$0] } == expected.outside)
  }
}
