import BenefitsAnalytics
import Testing

/// Synthetic series whose expected numbers were computed with qicharts2 0.8.1 on R 4.2.2.
@Suite struct RunChartReferenceTests {
  struct Phase: Sendable {
    var centre: Double
    var observations, useful: Int
    var longestRun, longestRunLimit, crossings, crossingsLimit: Int?

    init(
      _ centre: Double, _ observations: Int, _ useful: Int, _ longestRun: Int?,
      _ longestRunLimit: Int?, _ crossings: Int?, _ crossingsLimit: Int?
    ) {
      self.centre = centre
      self.observations = observations
      self.useful = useful
      self.longestRun = longestRun
      self.longestRunLimit = longestRunLimit
      self.crossings = crossings
      self.crossingsLimit = crossingsLimit
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var values: [Double?]
    var denominators: [Double?]?
    var freeze: Int?
    var phaseStarts: [Int] = []
    var excluded: Set<Int> = []
    var phases: [Phase]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "s035 base", values: [116, 130, 119, 121, 110, 129, 125, 118],
      phases: [.init(120, 8, 8, 2, 6, 6, 1)]),
    Case(
      name: "s175 base",
      values: [
        20.36, 21.13, 20.96, 18.94, 20.02, 19.76, 17.11, 18.01, 16.82, 18.86, 17.92, 18.08, 17.18,
      ],
      phases: [.init(18.86, 13, 12, 6, 7, 1, 3)]),
    Case(
      name: "s139 freeze",
      values: [
        111.7, 110.4, 89.6, 85.2, 88.5, 106.2, 90.8, 110.1, 100.7, 101.5, 125, 128.2, 116.7, 120.7,
        113.5, 140.2, 124.3, 100.7,
      ],
      freeze: 9,
      phases: [.init(100.7, 18, 16, 9, 7, 4, 4)]),
    Case(
      name: "s041 exclude", values: [4, 2, 9, 5, 2, 3, 5, 2, 9, 4, 3, 5],
      excluded: [4, 5],
      phases: [.init(4.5, 10, 10, 3, 6, 5, 2)]),
    Case(
      name: "s065 exclude", values: [0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1],
      excluded: [5, 8],
      phases: [.init(0, 16, 6, 6, 6, 0, 1)]),
    Case(
      name: "s115 base", values: [23, 27, 43, 23, nil, 30, nil, 27, 27, 33, 24, 30, 23],
      phases: [.init(27, 13, 8, 2, 6, 6, 1)]),
    Case(
      name: "s115 exclude", values: [23, 27, 43, 23, nil, 30, nil, 27, 27, 33, 24, 30, 23],
      excluded: [1, 2, 12],
      phases: [.init(27, 10, 6, 2, 6, 3, 1)]),
    Case(
      name: "s023 part",
      values: [
        55.677, 58.829, 33.602, 52.228, 53.308, 46.363, 59.956, 54.409, 49.598, 52.825, 47.307,
        36.911, 50.8, 42.617, 50.32, 45.062, 53.597, 58.597, 48.197, 55.64,
      ],
      phaseStarts: [9],
      phases: [.init(53.308, 9, 8, 3, 6, 3, 1), .init(50.32, 11, 10, 2, 6, 6, 2)]),
    Case(
      name: "s215 part",
      values: [
        172.1, 188.8, 188.6, 189.6, 215.6, 225.8, 214, 215.9, 227.2, 211.9, 181.1, 169.4, 173.4,
        181.5, 189.7, 199, 209.7, 213.1, 232.1, 229.3, 222.5, 199.7, 188.4, 185.8,
      ],
      phaseStarts: [11],
      phases: [.init(211.9, 11, 10, 5, 6, 2, 2), .init(199, 13, 12, 6, 7, 2, 3)]),
    Case(
      name: "s123 freeze",
      values: [
        16, 31, 26, 23, 23, 29, 28, 32, nil, 22, 21, 22, 29, 24, 29, nil, nil, 26, 26, 36, nil, 23,
      ],
      freeze: 18,
      phases: [.init(26, 22, 15, 3, 7, 8, 4)]),
    Case(
      name: "s257 freeze",
      values: [88, nil, 133, 103, 52, 94, 125, 121, 126, 122, 100, 83, 72, nil, 91, 135],
      denominators: [
        330, 674, 724, 455, 346, 451, 706, 795, 637, 580, 400, 458, 426, 883, 536, 876,
      ],
      freeze: 10,
      phases: [.init(0.197802197802198, 16, 13, 4, 7, 7, 3)]),
    Case(
      name: "s251 part",
      values: [
        nil, 41, 57, 6, 26, 18, 28, 32, 27, 14, nil, 43, 45, 25, 53, 17, 57, 64, 28, 37, 17, 50, 30,
        6,
      ],
      denominators: [
        386, 642, 736, 348, 429, 294, 354, 751, 709, 291, 869, 783, 760, 800, 689, 487, 759, 875,
        667, 409, 338, 863, 854, 426,
      ],
      phaseStarts: [12],
      phases: [
        .init(0.0577615232787647, 12, 10, 4, 6, 3, 2),
        .init(0.0541166427831906, 12, 12, 2, 7, 9, 3),
      ]),
  ]

  @Test(arguments: cases)
  func agrees(with expected: Case) {
    let analysis = Analysis(
      series: expected.name, values: expected.values, denominators: expected.denominators,
      options: Analysis.Options(
        freeze: expected.freeze, phaseStarts: expected.phaseStarts, excluded: expected.excluded))
    #expect(analysis.runChart.phases.count == expected.phases.count)
    for (phase, expected) in zip(analysis.runChart.phases, expected.phases) {
      let difference = (phase.centre ?? .infinity) - expected.centre
      #expect(difference.magnitude <= 1e-9 * expected.centre.magnitude)
      #expect(phase.runs.observations == expected.observations)
      #expect(phase.runs.useful == expected.useful)
      #expect(phase.runs.longestRun == expected.longestRun)
      #expect(phase.runs.longestRunLimit == expected.longestRunLimit)
      #expect(phase.runs.crossings == expected.crossings)
      #expect(phase.runs.crossingsLimit == expected.crossingsLimit)
    }
  }
}
