import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct SustainHeldTests {
  /// Four values of 10, then a target of 20 that is met for as long as it says.
  private func fixture(_ after: [Double]) -> Fixture {
    Fixture(
      baseline: Fixture.baselineWindow,
      target: Target(value: 20, reachBy: month("2025-12"), holdUntil: month("2026-12")),
      values: [10, 11, 9, 10] + after)
  }

  private static let met = [22, 21, 23, 22, 21, 23, 22, 21.0]

  @Test func holdsWhileItIsMet() throws {
    let result = try fixture(Self.met).probe("sustain.held", asOf: "2026-01-01")
    #expect(result.outcome == .pass)
    #expect(result.evidence["met_of_last"] == 6)
  }

  @Test func isLostOnceLevelAndPeriodsMiss() throws {
    let result = try fixture(Self.met + [12, 13, 12]).probe("sustain.held", asOf: "2026-04-01")
    #expect(result.outcome == .fail)
    #expect(result.severity == .error)
    #expect(result.since == month("2026-01"))
    #expect(
      result.message.contains("is at 12.3 v 20.0 days, which was realised in"))
  }

  @Test func oneBadPeriodIsNoLoss() throws {
    let result = try fixture(Self.met + [5]).probe("sustain.held", asOf: "2026-02-01")
    #expect(result.outcome == .pass)
  }

  @Test func cannotBeHeldBeforeItIsRealised() throws {
    let result = try fixture([12, 12, 12]).probe("sustain.held", asOf: "2025-08-01")
    #expect(result.outcome == .notDue)
  }

  @Test func endsWithHoldUntil() throws {
    var fixture = fixture(Self.met + [12, 13, 12])
    fixture.target?.holdUntil = month("2026-02")
    #expect(try fixture.probe("sustain.held", asOf: "2026-04-01").outcome == .notApplicable)
  }

  @Test func withoutATargetThereIsNothingToHold() throws {
    #expect(try Fixture().probe("sustain.held").outcome == .notApplicable)
  }
}

@Suite struct SustainSlippingTests {
  private func result(_ after: [Double]) throws -> CheckResult {
    try Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-12")),
      values: [10, 11, 9, 10] + after
    ).probe("sustain.slipping", asOf: "2027-12-01")
  }

  private static let steady = [
    40, 41, 39, 40, 41, 39, 40, 41, 39, 40, 41, 39, 40, 41, 39, 40, 41, 39, 40, 41, 39, 40.0,
  ]

  @Test func steadyValuesDoNotSlip() throws {
    let result = try result(Self.steady)
    #expect(result.outcome == .pass, "\(result.message)")
  }

  @Test func sevenFallingValuesDo() throws {
    let result = try result(Self.steady + [39, 38, 37, 36, 35, 34, 33])
    #expect(result.outcome == .warn)
    #expect(result.message.contains("but is getting worse since"))
  }

  @Test func sevenRisingValuesDoNot() throws {
    #expect(try result(Self.steady + [41, 42, 43, 44, 45, 46, 47]).outcome == .pass)
  }

  @Test func needsTwelveValues() throws {
    #expect(try result(Array(Self.steady.prefix(9))).outcome == .notDue)
  }

  @Test func whatIsNotRealisedCannotSlip() throws {
    #expect(try result([12, 12, 12]).outcome == .notDue)
  }

  @Test func whatIsLostIsForAnotherCheck() throws {
    #expect(try result(Self.steady + [12, 12, 12]).outcome == .notApplicable)
  }
}

@Suite struct SustainedBenefitTests {
  private func result(
    _ check: String, realised: Bool = true, lifecycle: Lifecycle = .realising,
    _ change: (inout Plan) -> Void = { _ in }
  ) throws -> CheckResult {
    try Fixture(
      lifecycle: lifecycle, baseline: Fixture.baselineWindow,
      target: Target(value: 20, reachBy: month("2025-12")),
      values: [10, 11, 9, 10] + (realised ? [22, 21, 23, 22, 21, 23, 22, 21] : [11, 10, 9])
    ).probe(check, of: "B1", asOf: "2026-01-01", change)
  }

  private static let checks = [
    "sustain.handover", "sustain.review-overdue", "sustain.assessment-old",
  ]

  @Test(arguments: checks) func onlyWhatIsRealisedIsLookedAt(check: String) throws {
    #expect(try result(check, realised: false).outcome == .notDue)
    #expect(try result(check, lifecycle: .closed).outcome == .notApplicable)
    #expect(try result(check, lifecycle: .draft).outcome == .notApplicable)
  }

  @Test(arguments: [
    (String?.none, String?.none, CheckOutcome.notApplicable), ("2026-01-02", nil, .notDue),
    ("2026-01-01", nil, .warn), ("2025-06-01", "Ward Manager", .pass),
  ])
  func handOverNeedsAnOwner(day text: String?, owner: String?, expected: CheckOutcome) throws {
    let result = try result("sustain.handover") {
      $0.benefits[0].handOver = text.map(day)
      $0.benefits[0].bauOwner = owner
    }
    #expect(result.outcome == expected)
  }

  // Asked for on 1 January 2026; 183 days before is 2 July 2025.
  @Test(arguments: [
    ("2025-07-02", String?.none, CheckOutcome.pass), ("2025-07-01", nil, .warn),
    ("2025-03-01", "2026-01-01", .pass), ("2025-11-01", "2025-12-31", .warn),
    ("2026-01-02", nil, .warn),
  ])
  func reviewsGoOn(date: String, next: String?, expected: CheckOutcome) throws {
    let result = try result("sustain.review-overdue") {
      $0.reviews = [
        Review(id: id("R1"), date: day(date), body: "Board", nextDue: next.map(day))
      ]
    }
    #expect(result.outcome == expected)
  }

  @Test func aReviewOfOtherBenefitsDoesNotCount() throws {
    let result = try result("sustain.review-overdue") {
      $0.reviews = [
        Review(id: id("R1"), date: day("2025-12-01"), body: "Board", benefits: [id("B2")])
      ]
    }
    #expect(result.outcome == .warn)
    #expect(
      result.message
        == "Benefit is realised and was never reviewed (Benefit Owner): review it and name the next "
        + "day")
  }

  // Asked for on 1 January 2026; 366 days before is 31 December 2024.
  @Test(arguments: [
    ("2024-12-31", Review.Kind.sustainability, CheckOutcome.pass),
    ("2024-12-30", .sustainability, .warn), ("2025-12-01", .review, .warn),
  ])
  func sustainabilityIsAssessedOnceAYear(
    date: String, kind: Review.Kind, expected: CheckOutcome
  ) throws {
    let result = try result("sustain.assessment-old") {
      $0.reviews = [Review(id: id("R1"), date: day(date), body: "Board", kind: kind)]
    }
    #expect(result.outcome == expected)
    #expect(result.severity == (expected == .warn ? .info : nil))
  }
}
