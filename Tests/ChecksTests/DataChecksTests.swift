import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct DataOutOfRangeTests {
  private func result(
    _ values: [Double?], possible: Bounds? = nil, expected: Bounds? = nil,
    kind: MeasureKind = .value,
    annotated: String? = nil
  ) throws -> CheckResult {
    try Fixture(kind: kind, values: values).result("data.out-of-range", asOf: "2025-08-01") {
      $0.plan.measures[0].possible = possible
      $0.plan.measures[0].expected = expected
      if let annotated {
        $0.plan.annotations = [
          Annotation(id: id("A-1"), date: day(annotated), kind: .dataIssue, text: "Known")
        ]
      }
    }
  }

  @Test(arguments: [
    (0.0, CheckOutcome.pass), (10, .pass), (-0.1, .fail), (10.1, .fail),
  ])
  func aBoundIsPossible(value: Double, outcome: CheckOutcome) throws {
    let result = try result([5, 5, value], possible: Bounds(from: 0, to: 10))
    #expect(result.outcome == outcome)
    #expect(result.severity == (outcome == .fail ? .error : nil))
  }

  @Test func whatIsPossibleAndNotExpectedIsAWarning() throws {
    let result = try result(
      [5, 9, 5], possible: Bounds(from: 0, to: 10), expected: Bounds(from: 2, to: 8))
    #expect(result.severity == .warn)
    #expect(result.period == month("2025-02"))
    #expect(result.expected == 8)
    #expect(
      result.message
        == "Wait is 9.0 in Feb 2025, where 8.0 days or less is expected (Data Lead): correct or"
        + " annotate it")
  }

  @Test func anAnnotationExplainsWhatIsNotExpectedAndNotWhatIsImpossible() throws {
    let expected = Bounds(from: 2, to: 8)
    #expect(try result([5, 9], expected: expected, annotated: "2025-02-28").outcome == .pass)
    #expect(try result([5, 9], expected: expected, annotated: "2025-03-01").outcome == .warn)
    #expect(try result([5, 9], possible: expected, annotated: "2025-02-28").outcome == .fail)
  }

  @Test func countsAreNeverBelowZero() throws {
    #expect(try result([3, -1], kind: .count).outcome == .fail)
    #expect(try result([3, 0], kind: .count).outcome == .pass)
  }

  @Test func withoutBoundsAnythingGoes() throws {
    #expect(try result([3, -1]).outcome == .notApplicable)
    #expect(try result([], possible: Bounds(from: 0)).outcome == .notApplicable)
  }
}

@Suite struct DataDenominatorTests {
  private func result(
    _ pairs: [(Double?, Double?)], kind: MeasureKind = .proportion,
    annotated: String? = nil, state: MeasurementState = .final
  ) throws -> CheckResult {
    try Fixture(kind: kind, unit: "%").result("data.denominator", asOf: "2026-06-01") { snapshot in
      let series = Series(measure: id("M1"), site: id("prog"))
      snapshot.measurements[series] = pairs.enumerated().map { index, pair in
        Measurement(
          period: month("2025-01").advanced(by: index), number: pair.0, denominator: pair.1,
          state: state)
      }
      if let annotated {
        snapshot.plan.annotations = [
          Annotation(id: id("A-1"), date: day(annotated), kind: .dataIssue, text: "Known")
        ]
      }
    }
  }

  @Test func missingZeroAndTooSmallAreErrors() throws {
    for pair in [(5.0, nil), (0, 0), (5, -1), (101, 100)] as [(Double?, Double?)] {
      let result = try result([(50, 100), pair, (50, 100)])
      #expect(result.severity == .error, "\(pair)")
      #expect(result.period == month("2025-02"))
    }
    #expect(try result([(50, 100), (100, 100)]).outcome == .pass)
  }

  @Test func saysWhatIsWrong() throws {
    #expect(
      try result([(50, 100), (101, 100)]).message
        == "Wait counts 101 of 100 in Feb 2025 (Data Lead): correct it")
  }

  @Test func aRateMayCountMoreThanItsExposure() throws {
    #expect(try result([(300, 100)], kind: .rate).outcome == .pass)
  }

  // Six before make a usual denominator of 100.
  @Test(arguments: [(130.0, CheckOutcome.pass), (131, .warn), (70, .pass), (69, .warn)])
  func theLatestIsUsual(denominator: Double, expected: CheckOutcome) throws {
    let before: [(Double?, Double?)] = [90, 95, 100, 100, 105, 110].map { (50, $0) }
    let result = try result(before + [(50, denominator)])
    #expect(result.outcome == expected)
    #expect(result.evidence["usual_denominator"] == 100)
    #expect(try self.result(Array(before.dropFirst()) + [(50, denominator)]).outcome == .pass)
    #expect(try self.result(before + [(50, denominator)], annotated: "2025-07-31").outcome == .pass)
  }

  @Test func otherKindsHaveNone() throws {
    #expect(
      try Fixture(values: [1]).outcome("data.denominator", asOf: "2025-03-01") == .notApplicable)
    #expect(try result([]).outcome == .notApplicable)
    #expect(try result([(nil, nil)], state: .suppressed).outcome == .notApplicable)
  }
}

@Suite struct DataSmallNTests {
  private func result(_ counts: [Double?], below least: Double? = 10) throws -> CheckResult {
    try Fixture().result("data.small-n", asOf: "2026-01-01") { snapshot in
      snapshot.plan.measures[0].suppressBelow = least
      let series = Series(measure: id("M1"), site: id("prog"))
      snapshot.measurements[series] = counts.enumerated().map { index, n in
        Measurement(period: month("2025-01").advanced(by: index), number: 7, denominator: n)
      }
    }
  }

  @Test func enoughIsFine() throws {
    #expect(try result([10, 11, 12]).outcome == .pass)
  }

  @Test func aStatusThatRestsOnAnEarlierValueIsAWarning() throws {
    let result = try result([40, 41, 42, 9])
    #expect(result.outcome == .warn)
    #expect(result.period == month("2025-04"))
    #expect(result.evidence == ["suppressed": 1, "least": 10])
    #expect(
      result.message.contains(
        "may not be shown for Apr 2025, with fewer than 10, so that its status rests on Mar 2025"))
  }

  @Test func anOldSmallValueDoesNotMatter() throws {
    #expect(try result([9, 41, 42, 43]).outcome == .pass)
    #expect(try result([41, 42, 9, 43]).outcome == .pass)
  }

  @Test func anUnknownNIsAWarning() throws {
    let result = try result([40, 41, nil])
    #expect(result.outcome == .warn)
    #expect(result.message.contains("has no n recorded for Mar 2025"))
    #expect(try self.result([nil, 41, 42, 43]).outcome == .pass)
  }

  @Test func withoutALimitNothingIsSmall() throws {
    #expect(try result([1, 2, 3], below: nil).outcome == .notApplicable)
    #expect(try result([]).outcome == .notApplicable)
  }
}

@Suite struct DataProvisionalOldTests {
  // Due when the month has ended, final 30 days after: March 2025 by 30 April.
  private func outcome(
    _ state: MeasurementState, asOf: String, days: Int? = 30
  ) throws -> CheckResult {
    try Fixture(values: [1, 2, 3]).result("data.provisional-old", asOf: asOf) { snapshot in
      snapshot.plan.measures[0].frequency.finalDays = days
      let series = Series(measure: id("M1"), site: id("prog"))
      snapshot.measurements[series]?[2].state = state
    }
  }

  @Test(arguments: [
    (MeasurementState.provisional, "2025-04-30", CheckOutcome.pass),
    (.provisional, "2025-05-01", .warn), (.estimated, "2025-05-01", .warn),
    (.final, "2025-05-01", .pass),
  ])
  func isFinalInTime(state: MeasurementState, asOf: String, expected: CheckOutcome) throws {
    #expect(try outcome(state, asOf: asOf).outcome == expected)
  }

  @Test func saysByWhenItWasToBeFinal() throws {
    #expect(
      try outcome(.provisional, asOf: "2025-05-01").message
        == "Wait is still provisional for Mar 2025, which was to be final by 30 Apr 2025 (Data Lead):"
        + " record the final value")
  }

  @Test func withoutADayNothingIsLate() throws {
    #expect(try outcome(.provisional, asOf: "2026-05-01", days: nil).outcome == .notApplicable)
  }
}

@Suite struct DataPartialPeriodTests {
  @Test func whatWasRecordedAfterAnEarlierDayWasNotPartial() throws {
    let result = try Fixture(values: [1, 2, 3]).result("data.partial-period", asOf: "2025-03-15") {
      $0.recordedAt = Instant(startOf: day("2025-04-01"))
    }
    #expect(result.outcome == .pass)
  }

  @Test(arguments: [("2025-03-31", CheckOutcome.warn), ("2025-04-01", .pass)])
  func aPeriodThatIsNotOverIsNotUsed(asOf: String, expected: CheckOutcome) throws {
    let result = try Fixture(values: [1, 2, 3]).result("data.partial-period", asOf: asOf)
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .info : nil))
  }

  @Test func saysWhenItIsOver() throws {
    let result = try Fixture(values: [1, 2, 3]).result("data.partial-period", asOf: "2025-03-15")
    #expect(
      result.message
        == "Wait has a value for Mar 2025, which is not over before 1 Apr 2025 and is not used"
        + " (Data Lead): record it again then")
  }

  @Test func withoutAValueThereIsNothingToSay() throws {
    #expect(
      try Fixture().outcome("data.partial-period", asOf: "2025-03-15") == .notApplicable)
  }
}

@Suite struct DataFutureTests {
  private func result(recordedOn recorded: String, asOf: String) throws -> CheckResult {
    try Fixture(values: [1, 2, 3, 4]).result("data.future", asOf: asOf) {
      $0.recordedAt = Instant(startOf: day(recorded))
    }
  }

  @Test func aPeriodThatHadNotBegunWhenItWasRecordedIsAnError() throws {
    let result = try result(recordedOn: "2025-03-31", asOf: "2025-03-31")
    #expect(result.severity == .error)
    #expect(result.period == month("2025-04"))
    #expect(result.message.contains("has a value for Apr 2025, which begins on 1 Apr 2025"))
  }

  @Test func whatWasRecordedAfterAnEarlierDayIsNotOfTheFuture() throws {
    #expect(try result(recordedOn: "2025-04-02", asOf: "2025-02-15").outcome == .pass)
  }

  @Test func aPeriodThatHasBegunIsNotOfTheFuture() throws {
    #expect(try result(recordedOn: "2025-03-01", asOf: "2025-04-01").outcome == .pass)
  }

  @Test func withoutAValueThereIsNothingToSay() throws {
    #expect(try Fixture().outcome("data.future", asOf: "2025-03-15") == .notApplicable)
  }
}

@Suite struct DataUnexplainedOutlierTests {
  private let noise: [Double?] = [10, 11, 9, 10, 12, 9, 8, 11, 10, 9, 11, 10, 9, 11, 10, 10, 11, 9]

  private func result(_ values: [Double?], annotated: String? = nil) throws -> CheckResult {
    try Fixture(
      goLive: "2026-01-01",
      baseline: Baseline(basis: .window(from: month("2025-01"), to: month("2025-12"))),
      values: values
    ).result("data.unexplained-outlier", asOf: "2027-03-01") { snapshot in
      if let annotated {
        snapshot.plan.annotations = [
          Annotation(
            id: id("A-1"), date: day(annotated), kind: .dataIssue, text: "Known",
            measures: [id("M1")])
        ]
      }
    }
  }

  @Test(arguments: [20.0, 0])
  func aValueFarOutWantsAnExplanation(value: Double) throws {
    var values = noise
    values[15] = value
    let result = try result(values)
    #expect(result.severity == .info)
    #expect(result.period == month("2026-04"))
    #expect(try self.result(values, annotated: "2026-04-15").outcome == .pass)
    #expect(try self.result(values, annotated: "2026-05-01").outcome == .warn)
  }

  @Test func noiseNeedsNone() throws {
    #expect(try result(noise).outcome == .pass)
  }

  @Test func severalTogetherAreAChangeAndNoOutlier() throws {
    var values = noise
    values[16] = 20
    values[17] = 20
    #expect(try result(values).outcome == .pass)
  }

  @Test func whatIsLongAgoIsForgotten() throws {
    let values = noise.prefix(12) + [20] + noise.prefix(11) + [10]
    #expect(try result(Array(values.prefix(24))).outcome == .warn)
    #expect(try result(Array(values)).outcome == .pass)
  }

  @Test func aRunChartHasNoLimits() throws {
    #expect(try result(Array(noise.prefix(14))).outcome == .notApplicable)
  }
}

@Suite struct DefinitionVersionTests {
  private func outcome(
    _ check: String, from: String?, phase: String? = nil,
    baseline: Baseline = Fixture.baselineWindow
  ) throws -> CheckResult {
    try Fixture(baseline: baseline, values: [1, 2, 3, 4, 5, 6]).result(check, asOf: "2025-07-01") {
      $0.plan.measures[0].definitionVersion = "2"
      $0.plan.measures[0].definitionFrom = from.map(month)
      $0.plan.measures[0].phases = phase.map { [Phase(from: month($0), reason: "New")] } ?? []
    }
  }

  @Test(arguments: [
    (String?.none, String?.none, CheckOutcome.notApplicable), ("2025-03", nil, .fail),
    ("2025-03", "2025-04", .fail), ("2025-03", "2025-03", .pass), ("2025-01", nil, .pass),
    ("2025-07", nil, .pass),
  ])
  func aNewDefinitionBeginsAPhase(from: String?, phase: String?, expected: CheckOutcome) throws {
    #expect(try outcome("data.definition-break", from: from, phase: phase).outcome == expected)
  }

  @Test func saysWhereThePhaseIsMissing() throws {
    #expect(
      try outcome("data.definition-break", from: "2025-03").message
        == "Wait is counted otherwise from Mar 2025 on (version 2), and no phase begins there"
        + " (Benefit Owner): declare a phase from Mar 2025")
  }

  @Test(arguments: [
    (String?.none, CheckOutcome.notApplicable), ("2025-01", .pass), ("2025-02", .warn),
    ("2025-05", .warn),
  ])
  func theBaselineIsOfTheSameDefinition(from: String?, expected: CheckOutcome) throws {
    #expect(try outcome("baseline.source-differs", from: from).outcome == expected)
  }

  @Test func aStatedBaselineHasNoPeriods() throws {
    let stated = Baseline(basis: .stated(value: 10, source: "Audit"))
    #expect(
      try outcome("baseline.source-differs", from: "2025-05", baseline: stated).outcome
        == .notApplicable)
  }
}
