import BenefitsAnalytics
import Testing

@Suite struct RebaseSuggestionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var method: RebaseSuggestion.Method
    var values: [Double?]
    /// The indices of the first points of the new levels.
    var starts: [Int]
    /// Their medians.
    var centres: [Double]
  }

  private static func runcharter(
    _ baseline: Int, _ run: Int, _ side: RebaseSuggestion.Side
  ) -> RebaseSuggestion.Method {
    var method = RebaseSuggestion.Convention.runcharter.method
    (method.baselineLength, method.runLength, method.side) = (baseline, run, side)
    return method
  }

  /// Results of runcharter 0.2.0.9000 for our synthetic reference series.
  static let runcharterCases: [Case] = [
    Case(
      testDescription: "rc-s123-above-12-6", method: runcharter(12, 6, .above),
      values: [
        16, 31, 26, 23, 23, 29, 28, 32, nil, 22, 21, 22, 29, 24, 29, nil, nil, 26, 26, 36, nil, 23,
      ],
      starts: [12], centres: [27.5]),
    Case(
      testDescription: "rc-s033-below-13-9", method: runcharter(13, 9, .below),
      values: [
        21, 18, 25, 22, 22, 19, 14, 18, 20, 13, 16, 14, 15, 23, 19, 23, 22, 22, 24, 21, 22, 19,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "rc-s169-above-12-6", method: runcharter(12, 6, .above),
      values: [
        20.35, 19.56, 18.84, 21.79, 20.19, 20.77, 21.84, 21.71, 22.97, 23.17, 21.21, 21.68, 23.72,
        23.63, 23.04, 24.5, 22.33, 22.74, 24.92, 24.03, 26.02, 24.25, 27.14, 24.82,
      ],
      starts: [12, 18], centres: [23.335, 24.87]),
    Case(
      testDescription: "rc-s165-below-12-6", method: runcharter(12, 6, .below),
      values: [
        20.4, 19.8, 19.3, 19.6, 17.9, 19.3, 18.4, 18.5, 17.7, 16.7, 18.1, 17, 16.1, 17.7, 16.9,
        17.5, 16.5, 16.5, 15.9, 15.3, 14.7, 15.1, 14.4, 14.3, 14.1, 13.3, 12.7, 13.5, 13.4, 12.6,
        11.7, 12.1, 12.3, 11.1, 11.5, 11.1, 10, 10.2, 10.9, 10.3, 10.2, 9.1, 9.4, 9.1, 8.9, 10.5,
        8.2, 8.3, 8, 7.4, 7.3, 7, 6.6, 6.6, 6, 6.1, 6.7, 5.8, 5.2, 5.5,
      ],
      starts: [12, 18, 24, 30, 36, 46, 52], centres: [16.7, 14.9, 13.35, 11.6, 10.2, 7.7, 6.35]),
    Case(
      testDescription: "rc-s145-above-12-6", method: runcharter(12, 6, .above),
      values: [
        92.6, 106.7, 115.6, 97.7, 88.6, 116.5, 104.8, 87.6, 91.1, 111.5, 95.6, 108.9, 94.1, 129.1,
        146, 135.5, 121.5, 121, 133.7, 127.5, 130.5, 139,
      ],
      starts: [13], centres: [131.4]),
    Case(
      testDescription: "rc-s113-above-13-9", method: runcharter(13, 9, .above),
      values: [
        22, nil, 26, nil, 20, 33, 21, 19, 29, 17, 22, 20, 27, 17, nil, 23, nil, 22, 23, 27, 32, 26,
        31, 19,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "rc-s233-below-12-6", method: runcharter(12, 6, .below),
      values: [
        216.2, 215.9, 199.5, 181.1, 176.6, 186, 191.4, 184.3, 238.5, 226, 237.2, 223.4, 224.4,
        218.2, 181.3, 195.1, 177.6, 179.2, 190.7, 191.3, 212.1, 236.1, 239.2, 232.8,
      ],
      starts: [14], centres: [186]),
    Case(
      testDescription: "rc-s149-above-12-6", method: runcharter(12, 6, .above),
      values: [
        89.6, 110.7, 86.5, 85.4, 106.9, 90.2, 100.7, 101.7, 89.5, 112, 89.9, 106.6, 115.6, 106.9,
        97.5, 93.5, 96.9, 100.2, 99.6, 117.9, 120.6, 109.5, 113.9, 99.2, 107.8, 113.1, 108.4, 132.5,
        109.5, 123.4, 99, 100.8, 110.5, 115.3, 111.7, 117,
      ],
      starts: [16, 24], centres: [104.85, 111.3]),
    Case(
      testDescription: "rc-s177-above-12-6", method: runcharter(12, 6, .above),
      values: [
        19.7, 19, 21, 21.3, 21.4, 21.7, 20.7, 22.8, 21.7, 22.9, 21.4, 22.4, 22.8, 22.8, 23.3, 23.9,
        23.9, 24, 23.8, 24.3, 25.7, 25.1,
      ],
      starts: [12], centres: [23.6]),
    Case(
      testDescription: "rc-s117-above-12-6", method: runcharter(12, 6, .above),
      values: [
        26, nil, 22, 19, 24, 25, 20, 21, 24, 15, 32, 25, 20, 19, 29, nil, 25, 27, 21, 19, 16, 28,
        21, 25,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "rc-s103-above-12-6", method: runcharter(12, 6, .above),
      values: [
        33, 21, 24, 35, 26, nil, 26, 19, 21, 37, 19, 24, 28, 19, 18, 24, 18, 29, 29, 17, 27, 26, 24,
        nil, 36, 25, 34,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "rc-s135-below-13-9", method: runcharter(13, 9, .below),
      values: [
        89.7, 110.2, 92.1, 94.2, 110.9, 112.5, 98.9, 113.3, 86.6, 104.2, 105.3, 93.2, 112, 100.2,
        103.8, 109.2, 89.7, 110.6, 102.9, 107.7, 103.2, 96.2, 91, 64, 71.8, 81.6, 97.9, 85.5, 83.5,
        69.2, 82, 84.3, 76.6, 89.6, 71.6, 73.4, 91.9, 77.5, 80, 69.6,
      ],
      starts: [20], centres: [85.5]),
  ]

  /// Results of the NHS Scotland rules in jsphdms/runchart b35086f for our synthetic reference series.
  static let scotlandCases: [Case] = [
    Case(
      testDescription: "nss-s115-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [23, 27, 43, 23, nil, 30, nil, 27, 27, 33, 24, 30, 23],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s239-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s139-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        111.7, 110.4, 89.6, 85.2, 88.5, 106.2, 90.8, 110.1, 100.7, 101.5, 125, 128.2, 116.7, 120.7,
        113.5, 140.2, 124.3, 100.7,
      ],
      starts: [8], centres: [118.7]),
    Case(
      testDescription: "nss-s165-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        20.4, 19.8, 19.3, 19.6, 17.9, 19.3, 18.4, 18.5, 17.7, 16.7, 18.1, 17, 16.1, 17.7, 16.9,
        17.5, 16.5, 16.5, 15.9, 15.3, 14.7, 15.1, 14.4, 14.3, 14.1, 13.3, 12.7, 13.5, 13.4, 12.6,
        11.7, 12.1, 12.3, 11.1, 11.5, 11.1, 10, 10.2, 10.9, 10.3, 10.2, 9.1, 9.4, 9.1, 8.9, 10.5,
        8.2, 8.3, 8, 7.4, 7.3, 7, 6.6, 6.6, 6, 6.1, 6.7, 5.8, 5.2, 5.5,
      ],
      starts: [8, 16, 24, 32, 40, 48], centres: [17.25, 15.2, 13, 11, 9.1, 6.8]),
    Case(
      testDescription: "nss-s035-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [116, 130, 119, 121, 110, 129, 125, 118],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s103-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        33, 21, 24, 35, 26, nil, 26, 19, 21, 37, 19, 24, 28, 19, 18, 24, 18, 29, 29, 17, 27, 26, 24,
        nil, 36, 25, 34,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s153-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        95, 98.7, 106.1, 104.1, 117.5, 105.1, 111, 130.7, 130.2, 108.7, 148.3, 114.9, 123.8, 144,
        119.6, 144.2, 133.5, 133,
      ],
      starts: [8], centres: [127]),
    Case(
      testDescription: "nss-s237-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s267-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        0.245283018867925, 0.288135593220339, 0.18, 0.171428571428571, 0.230769230769231, 0.15,
        0.227272727272727, 0.326086956521739, 0.189189189189189,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s269-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        0.781038374717833, 0.768079800498753, 0.770595690747782, 0.866504854368932,
        0.794538361508453, 0.754189944134078, 0.806666666666667, 0.863636363636364,
        0.805587892898719,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s107-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        20, 33, 21, 31, nil, 18, 32, 28, 26, 35, 25, 23, 15, 30, 34, 17, 29, 21, 22, 27, 27, 22, 28,
        25, 27, 24, 30, nil, 24, 21,
      ],
      starts: [], centres: []),
    Case(
      testDescription: "nss-s023-rephase", method: RebaseSuggestion.Convention.scotland.method,
      values: [
        55.677, 58.829, 33.602, 52.228, 53.308, 46.363, 59.956, 54.409, 49.598, 52.825, 47.307,
        36.911, 50.8, 42.617, 50.32, 45.062, 53.597, 58.597, 48.197, 55.64,
      ],
      starts: [8], centres: [48.4525]),
  ]

  @Test(arguments: runcharterCases + scotlandCases) func agreesWithReferences(expected: Case) {
    let chart = ControlChart(.run, numbers: expected.values)
    let found = RebaseSuggestion.all(in: chart, method: expected.method)
    #expect(found.map(\.start) == expected.starts)
    #expect(found.count == expected.centres.count)
    for (suggestion, wanted) in zip(found, expected.centres) {
      #expect((suggestion.centre - wanted).magnitude <= 1e-9 * max(1, wanted.magnitude))
    }
  }

  @Test func isSuggestedWithItsDatesAndNeverApplied() throws {
    let values: [Double?] = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
    let chart = ControlChart(
      .i, numbers: values + [Double?](repeating: 20, count: 9), baseline: 0..<12)
    let suggestion = try #require(RebaseSuggestion.all(in: chart).first)
    // The last point of the baseline lies above the line already; counting starts behind the baseline.
    #expect(suggestion.start == 12)
    #expect(suggestion.end == 20)
    #expect(chart.phases.count == 1)
    #expect(chart.phases[0].centre == 11)
  }
}
