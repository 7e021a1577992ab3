import Foundation
import Testing

/// What users of the field's packages have complained of longest, and what `analyse` answers instead.
@Suite struct AnalyseAnswerTests {
  private struct Answer: Decodable {
    struct Phase: Decodable {
      var from: String
      var to: String
      var baselinePoints: Int
      var centre: Double?
      var isTrial: Bool
      var noLimits: String?
    }
    struct Runs: Decodable {
      var longestRun: Int?
    }
    struct Rebase: Decodable {
      var from: String
      var to: String
    }
    var chart: String
    var periods: [String]
    var values: [Double?]
    var lower: [Double?]
    var upper: [Double?]
    var signals: [[String]?]
    var phases: [Phase]
    var runsAnalysis: [Runs]
    var variation: String?
    var variationReason: String?
    var assurance: String?
    var assuranceReason: String?
    var rebaseSuggestions: [Rebase]
  }

  private func run(_ csv: String, _ options: String) throws -> BuiltPrograms.Outcome {
    try BuiltPrograms.inEmptyFolder { folder in
      try csv.write(
        to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      return try BuiltPrograms.run("benefits-report analyse data.csv \(options)", in: folder)
    }
  }

  private func answer(_ csv: String, _ options: String) throws -> Answer {
    let outcome = try run(csv, options + " --format json")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(outcome.output.utf8))
  }

  private func csv(_ values: [Double?], skipping: Set<Int> = []) -> String {
    "period,value\n"
      + values.enumerated().filter { !skipping.contains($0.offset) }.map { index, value in
        "\(2020 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1),\(value.map { "\($0)" } ?? "")\n"
      }.joined()
  }

  /// Seven above the line with a month left out of the file between them (NHSRplotthedots issues 138 and 156).
  @Test func aMonthThatIsNotInTheFileKeepsItsPlaceAndBreaksNoRun() throws {
    let values: [Double?] =
      (0..<12).map { $0.isMultiple(of: 2) ? 9 : 11 } + [
        10.5, 10.5, 10.5, 0, 10.5, 10.5, 10.5, 10.5,
      ]
    let answer = try answer(
      csv(values, skipping: [15]), "--chart i --freeze 12 --direction higher")
    #expect(answer.periods.count == 20)
    #expect(answer.periods[15] == "2021-04")
    #expect(answer.values[15] == nil)
    #expect(answer.variation == "improvement-high")
    #expect(answer.signals[19] == ["shift"])
    #expect(answer.signals[15] == nil)
    // No moving range joins the neighbours of the gap: all ranges of the baseline are 2.
    #expect(answer.upper[19].map { abs($0 - (10 + 2.66 * 2)) < 1e-9 } == true)
  }

  /// qicharts2 ignores a freeze where parts are given; NHSRplotthedots freezes every one.
  @Test func freezeAndPhasesWorkTogether() throws {
    let values: [Double?] = (0..<24).map { index in
      (index < 18 ? 10 : 20) + (index.isMultiple(of: 2) ? 1 : -1) + (index < 12 ? 0 : 0.5)
    }
    let answer = try answer(csv(values), "--chart i --freeze 12 --phase 2021-07")
    #expect(answer.phases.map(\.baselinePoints) == [12, 6])
    #expect(answer.phases.map(\.centre) == [10, 20.5])
    #expect(answer.phases.map(\.isTrial) == [false, true])
  }

  /// NHSRplotthedots 0.2.2 ignores such a date in silence.
  @Test(arguments: ["--phase", "--exclude"])
  func aPeriodThatIsNotInTheDataIsAnErrorThatNamesTheNearest(option: String) throws {
    let outcome = try run(csv((0..<12).map { Double($0) }), "\(option) 2025-03")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("\(option): 2025-03 is not in the data; the nearest is 2020-12"))
  }

  /// NHSRplotthedots warns of "n < 12" at 12 points (issue 224).
  @Test func twelvePointsAreEnoughAndElevenAreTrialLimits() throws {
    let values: [Double?] = (0..<12).map { Double($0 % 4) }
    let twelve = try run(csv(values), "--chart i")
    #expect(twelve.errors.isEmpty)
    #expect(!twelve.output.contains("Trial limits"))
    #expect(try !answer(csv(values), "--chart i").phases[0].isTrial)
    let eleven = try run(csv(Array(values.dropLast())), "--chart i")
    #expect(eleven.output.contains("Trial limits:"))
  }

  /// Of 100 % throughout with a target of 100 % one tool says fail, another "inconsistent" (PowerBI-SPC issue 463).
  @Test func aConstantHundredPerCentPassesATargetOfHundredPerCent() throws {
    let rows =
      (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0),\(40 + $0),\(40 + $0)\n" }.joined()
      + (1...6).map { "2026-0\($0),50,50\n" }.joined()
    let options = "--kind proportion --multiply 100 --direction higher --target 100"
    let answer = try answer("period,value,denominator\n" + rows, options)
    #expect(answer.chart == "pp")
    #expect(answer.assurance == "pass")
    #expect(answer.variation == "common-cause")
    #expect(answer.phases[0].noLimits == "all-values-equal")
    #expect(answer.upper.allSatisfy { $0 == nil })
  }

  /// 57 / 100 × 100 is 56.99999999999999, and no value lies off the line for it.
  @Test func equalSharesLieOnTheirLineHoweverTheyAreShown() throws {
    let rows = (0..<20).map { index in
      "\(2020 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1),\(57 * (index % 3 + 1)),\(100 * (index % 3 + 1))\n"
    }.joined()
    let options = "--kind proportion --multiply 100 --direction higher --target 57"
    let answer = try answer("period,value,denominator\n" + rows, options)
    #expect(answer.phases[0].centre == 57)
    #expect(answer.values == [Double?](repeating: 57, count: 20))
    #expect(answer.signals.allSatisfy { $0 == nil })
    #expect(answer.rebaseSuggestions.isEmpty)
    #expect(answer.assurance == "pass")
  }

  // MARK: Words for what has no number

  @Test(arguments: [
    ("", "no-values"), ("5", "too-few-values"), ("5,,6,,5", "too-few-values"),
    ("5,5", "all-values-equal"),
  ])
  func aSeriesWithoutLimitsSaysWhy(cells: String, word: String) throws {
    let values = cells.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let answer = try answer(csv(values), "--chart i --direction higher --target 5")
    #expect(answer.phases[0].noLimits == word)
    #expect(answer.lower.allSatisfy { $0 == nil } && answer.upper.allSatisfy { $0 == nil })
    #expect(answer.assuranceReason?.isEmpty == false)
    #expect(answer.variationReason?.isEmpty == false)
  }

  @Test func fewerThanFifteenPointsAreARunChartUnlessOneIsAskedFor() throws {
    let values: [Double?] = (0..<15).map { Double($0 % 4) }
    #expect(try answer(csv(values), "--kind value").chart == "i")
    #expect(try answer(csv(Array(values.dropLast())), "--kind value").chart == "run")
    #expect(try answer(csv(Array(values.dropLast())), "--kind value --chart i").chart == "i")
  }

  /// The rules of the classical papers count the longest run of a constant series as 0; qicharts2 leaves it open.
  @Test func aConstantSeriesHasNoLongestRun() throws {
    let constant = csv([Double?](repeating: 5, count: 20))
    #expect(try answer(constant, "--chart run --rules perla").runsAnalysis[0].longestRun == 0)
    #expect(try answer(constant, "--chart run --rules qicharts2").runsAnalysis[0].longestRun == nil)
  }

  /// The method of runcharter and that of NHS Scotland differ in what a new line rests on.
  @Test func theMethodOfReBasingCanBeChosen() throws {
    let values: [Double?] = [1, 3, 1, 3, 1, 3, 1, 3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]
    #expect(try answer(csv(values), "").rebaseSuggestions.isEmpty)
    let scotland = try answer(csv(values), "--rebase nhs-scotland").rebaseSuggestions
    #expect(scotland.map(\.from) == ["2020-09"])
    #expect(scotland.map(\.to) == ["2021-05"])
    let own = try answer(csv(values), "--rebase runcharter --rebase-baseline 8 --rebase-run 6")
    #expect(own.rebaseSuggestions.map(\.to) == ["2021-02"])
    #expect(
      try answer(csv(values), "--rebase nhs-scotland --rebase-side below").rebaseSuggestions.isEmpty
    )
  }
}
