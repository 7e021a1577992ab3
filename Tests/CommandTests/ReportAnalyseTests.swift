import Foundation
import Testing

/// `analyse`, as an analyst runs it on a file.
@Suite struct ReportAnalyseTests {
  /// One line of the JSON form.
  private struct Analysis: Decodable {
    struct Phase: Decodable {
      var n: Int
      var useful: Int
      var longestRun: Int?
      var longestRunLimit: Int?
      var crossings: Int?
      var crossingsLimit: Int?
      var signal: Bool
    }
    var series: String
    var n: Int
    var useful: Int
    var periods: [String]
    var values: [Double?]
    var centre: [Double?]
    var lower: [Double?]
    var upper: [Double?]
    var signals: [[String]?]
    var level: Double?
    var runsAnalysis: [Phase]
  }

  private func analyse(_ csv: String, _ options: String = "") throws -> [Analysis] {
    try BuiltPrograms.inEmptyFolder { folder in
      try csv.write(
        to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run(
        "benefits-report analyse data.csv --format json \(options)", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try outcome.output.split(separator: "\n").map {
        try decoder.decode(Analysis.self, from: Data($0.utf8))
      }
    }
  }

  private func csv(_ values: [Double?], from year: Int = 2015) -> String {
    let rows = values.enumerated().map { index, value in
      let month = index % 12 + 1
      return "\(year + index / 12)-\(month < 10 ? "0" : "")\(month),"
        + "\(value.map { "\($0)" } ?? "")\n"
    }
    return "period,value\n" + rows.joined()
  }

  /// Series s003 of our synthetic reference series; qicharts2 0.8.1 gives these results (run-s003-base).
  @Test func agreesWithQicharts2() throws {
    let values: [Double?] = [
      58.583503, 46.719048, 31.991563, 52.089475, 52.661048, 46.732771, 49.885506, 59.502312,
      40.697617, 40.837426, 43.128085, 48.207886, 42.963619, 35.507206, 33.148419, 52.750609,
      36.657758, 41.531295, 41.680884, 42.524378, 42.159527, 41.406963, 45.158029, 53.282133,
      46.091765, 39.548866, 51.266815,
    ]
    let analysis = try #require(try analyse(csv(values)).first)
    let phase = try #require(analysis.runsAnalysis.first)
    #expect(analysis.centre.allSatisfy { $0 == 43.128085 })
    #expect(phase.n == 27)
    #expect(phase.useful == 26)
    #expect(phase.longestRun == 6)
    #expect(phase.longestRunLimit == 8)
    #expect(phase.crossings == 10)
    #expect(phase.crossingsLimit == 8)
    #expect(!phase.signal)
  }

  @Test func everyArrayHasOneElementAPeriod() throws {
    let analysis = try #require(
      try analyse("period,value\n2025-01,1\n2025-02,\n2025-05,9\n2025-06,8\n").first)
    #expect(
      analysis.periods == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"])
    let values: [Double?] = [1, nil, nil, nil, 9, 8]
    #expect(analysis.values == values)
    for array in [analysis.centre, analysis.lower, analysis.upper] { #expect(array.count == 6) }
    #expect(analysis.centre.allSatisfy { $0 == 8 })
    #expect((analysis.lower + analysis.upper).allSatisfy { $0 == nil })
    #expect(analysis.signals.count == 6)
    #expect(analysis.signals.allSatisfy { $0 == nil })
    #expect(analysis.level == 6)
    #expect(analysis.n == 6)
    #expect(analysis.useful == 2)
  }

  @Test func theLevelOfProportionsIsTheRatioOfSums() throws {
    let analysis = try #require(
      try analyse("period,value,denominator\n2025-01,9,9\n2025-02,1,2\n2025-03,0,6\n2025-04,5,8\n")
        .first)
    let values: [Double?] = [1, 0.5, 0, 0.625]
    #expect(analysis.values == values)
    #expect(analysis.level == 6.0 / 16.0)
  }

  @Test func aPhaseHasItsOwnMedianAndAFrozenBaselineIsThatOfTheFirst() throws {
    let values: [Double?] = [1, 2, 9, 9, 20, 21, 22]
    let analysis = try #require(
      try analyse(csv(values), "--freeze 2 --phase 2015-05 --exclude 2015-07").first)
    let centre: [Double?] = [1.5, 1.5, 1.5, 1.5, 20.5, 20.5, 20.5]
    #expect(analysis.centre == centre)
    #expect(analysis.runsAnalysis.map(\.n) == [4, 2])
    // The last three used values: 9, 20 and 21.
    let level: Double = 50.0 / 3
    #expect(analysis.level == level)
  }

  @Test func aLongRunMarksItsPoints() throws {
    let values: [Double?] = [5, 5, 5, 5, 1, nil, 2, 3, 4, 1, 2, 5, 3, 4, 9, 9, 9, 9]
    let analysis = try #require(try analyse(csv(values), "--freeze 4").first)
    // Twelve points are off the frozen 5: a run of round(log2 12) + 3 = 7 is to be expected, eight lie below.
    let marked = analysis.signals.indices.filter { analysis.signals[$0] == ["shift"] }
    #expect(marked == [4, 6, 7, 8, 9, 10, 12, 13])
  }

  @Test func twoThousandSeriesInOneFile() throws {
    var text = "period,value,series\n"
    // A linear congruential generator (Numerical Recipes), so that the file is the same everywhere.
    var state: UInt32 = 20_250_101
    for series in 0..<2_000 {
      for month in 1...24 {
        state = state &* 1_664_525 &+ 1_013_904_223
        let label =
          "\(2023 + (month - 1) / 12)-\((month - 1) % 12 < 9 ? "0" : "")\((month - 1) % 12 + 1)"
        text += "\(label),\(state >> 20),ward \(series)\n"
      }
    }
    let analyses = try analyse(text, "--freeze 12")
    #expect(analyses.count == 2_000)
    let names = (0..<2_000).map { "ward \($0)" }
    #expect(analyses.map(\.series) == names)
    #expect(analyses.allSatisfy { $0.centre.count == 24 && $0.n == 24 })
    // On noise about one series in twelve signals (Anhøj & Olesen 2014); with a frozen half more do.
    let signals = analyses.count { $0.runsAnalysis.contains(where: \.signal) }
    #expect((40...700).contains(signals), "\(signals)")
  }
}
