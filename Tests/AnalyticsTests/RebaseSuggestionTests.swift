import BenefitsAnalytics
import Testing

@Suite struct RebaseSuggestionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var values: [Double?]
    var baseline: Int
    var method: RebaseSuggestion.Method
    var centres: [Double]
    var starts: [Int]
  }

  /// Results of runcharter 0.2.0.9000 (rc-) and of the NHS Scotland rules in jsphdms/runchart b35086f (nss-) for our
  /// synthetic reference series.
  static let cases: [Case] = [
    Case(
      testDescription: "rc-s033-above-12-6",
      values: [
        21, 18, 25, 22, 22, 19, 14, 18, 20, 13, 16, 14, 15, 23, 19, 23, 22, 22, 24, 21, 22, 19,
      ], baseline: 12,
      method: RebaseSuggestion.Method(runLength: 6, side: .above),
      centres: [22.5], starts: [13]),
    Case(
      testDescription: "rc-s123-above-12-6",
      values: [
        16, 31, 26, 23, 23, 29, 28, 32, nil, 22, 21, 22, 29, 24, 29, nil, nil, 26, 26, 36, nil, 23,
      ], baseline: 12,
      method: RebaseSuggestion.Method(runLength: 6, side: .above),
      centres: [27.5], starts: [12]),
    Case(
      testDescription: "rc-s169-above-12-6",
      values: [
        20.35, 19.56, 18.84, 21.79, 20.19, 20.77, 21.84, 21.71, 22.97, 23.17, 21.21, 21.68, 23.72,
        23.63, 23.04, 24.5, 22.33, 22.74, 24.92, 24.03, 26.02, 24.25, 27.14, 24.82,
      ], baseline: 12,
      method: RebaseSuggestion.Method(runLength: 6, side: .above),
      centres: [23.335, 24.87], starts: [12, 18]),
    Case(
      testDescription: "nss-s139-rephase",
      values: [
        111.7, 110.4, 89.6, 85.2, 88.5, 106.2, 90.8, 110.1, 100.7, 101.5, 125, 128.2, 116.7, 120.7,
        113.5, 140.2, 124.3, 100.7,
      ], baseline: 8,
      method: RebaseSuggestion.Method(runLength: 9, centreLength: 8), centres: [118.7], starts: [8]),
    Case(
      testDescription: "nss-s165-rephase",
      values: [
        20.4, 19.8, 19.3, 19.6, 17.9, 19.3, 18.4, 18.5, 17.7, 16.7, 18.1, 17, 16.1, 17.7, 16.9,
        17.5, 16.5, 16.5, 15.9, 15.3, 14.7, 15.1, 14.4, 14.3, 14.1, 13.3, 12.7, 13.5, 13.4, 12.6,
        11.7, 12.1, 12.3, 11.1, 11.5, 11.1, 10, 10.2, 10.9, 10.3, 10.2, 9.1, 9.4, 9.1, 8.9, 10.5,
        8.2, 8.3, 8, 7.4, 7.3, 7, 6.6, 6.6, 6, 6.1, 6.7, 5.8, 5.2, 5.5,
      ], baseline: 8,
      method: RebaseSuggestion.Method(runLength: 9, centreLength: 8),
      centres: [17.25, 15.2, 13, 11, 9.1, 6.8], starts: [8, 16, 24, 32, 40, 48]),
  ]

  @Test(arguments: cases) func agreesWithReferences(expected: Case) throws {
    let base = expected.values.prefix(expected.baseline).compactMap { $0 }.sorted()
    let centre = (base[(base.count - 1) / 2] + base[base.count / 2]) / 2
    let found = RebaseSuggestion.all(
      in: expected.values, after: expected.baseline..<expected.values.count, centre: centre,
      method: expected.method)
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
