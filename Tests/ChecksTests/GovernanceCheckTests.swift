import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import Testing

@Suite struct ReviewOverdueTests {
  private static let first = Review(
    id: id("R1"), date: day("2025-06-01"), body: "Board", nextDue: day("2025-09-01"))

  @Test(arguments: [
    ("2025-09-01", CheckOutcome.pass), ("2025-09-02", .warn), ("2025-12-01", .warn),
  ])
  func theDueDayIsInTime(asOf: String, expected: CheckOutcome) throws {
    let result = try Fixture().probe("review.overdue", of: "R1", asOf: asOf) {
      $0.reviews = [Self.first]
    }
    #expect(result.outcome == expected)
    #expect(result.owner == "Board")
  }

  @Test func aLaterReviewTakesItsPlace() throws {
    let later = Review(id: id("R2"), date: day("2025-09-10"), body: "board")
    let run = CheckRun(
      Assessor(
        snapshot: {
          var snapshot = Fixture().snapshot()
          snapshot.plan.reviews = [Self.first, later]
          return snapshot
        }(), asOf: day("2025-10-01")),
      checks: [CheckVocabulary.check("review.overdue")].compactMap { $0 })
    #expect(run.results.map(\.subject.id) == ["R2"])
    #expect(run.results.first?.outcome == .notApplicable)
    // Before it was held, the first one was overdue.
    let before = try Fixture().probe("review.overdue", of: "R1", asOf: "2025-09-05") {
      $0.reviews = [Self.first, later]
    }
    #expect(before.outcome == .warn)
    #expect(before.evidence["days_overdue"] == 4)
  }

  @Test func anotherBodyOrBenefitDoesNot() throws {
    for other in [
      Review(id: id("R2"), date: day("2025-09-10"), body: "Senate"),
      Review(id: id("R2"), date: day("2025-09-10"), body: "Board", benefits: [id("B1")]),
    ] {
      let result = try Fixture().probe("review.overdue", of: "R1", asOf: "2025-10-01") {
        $0.reviews = [Self.first, other]
      }
      #expect(result.outcome == .warn)
    }
  }

  @Test func aReviewOfTheProgrammeCountsForItsBenefits() throws {
    var ofBenefit = Self.first
    ofBenefit.benefits = [id("B1")]
    let whole = Review(
      id: id("R2"), date: day("2025-08-10"), body: "Board", nextDue: day("2025-12-01"))
    let reviews = [ofBenefit, whole]
    let result = try Fixture().probe("review.overdue", of: "R2", asOf: "2025-10-01") {
      $0.reviews = reviews
    }
    #expect(result.outcome == .pass)
  }

  @Test func withoutAnyThereIsNothingToSay() throws {
    #expect(try Fixture().probe("review.overdue", of: "prog").outcome == .notApplicable)
  }
}

@Suite struct ActionOverdueTests {
  private func result(
    asOf: String, raised: String? = nil, done: String? = nil
  ) throws -> CheckResult {
    try Fixture().probe("action.overdue", of: "T1", asOf: asOf) {
      $0.actions = [
        Action(
          id: id("T1"), text: "Relieve the caseload", owner: "Nursing Lead",
          raised: raised.map(day), due: day("2025-06-30"), doneOn: done.map(day),
          measures: [id("M1")])
      ]
    }
  }

  @Test(arguments: [
    ("2025-06-30", CheckOutcome.notDue, CheckSeverity?.none), ("2025-07-01", .warn, .warn),
    ("2025-07-30", .warn, .warn), ("2025-07-31", .fail, .error),
  ])
  func lateIsWorseAfterAMonth(
    asOf: String, outcome: CheckOutcome, severity: CheckSeverity?
  ) throws {
    let result = try result(asOf: asOf)
    #expect(result.outcome == outcome)
    #expect(result.severity == severity)
  }

  @Test func doneIsDoneFromItsDay() throws {
    #expect(try result(asOf: "2025-08-01", done: "2025-07-20").outcome == .pass)
    #expect(try result(asOf: "2025-07-19", done: "2025-07-20").outcome == .warn)
  }

  @Test func isNotThereBeforeItIsRaised() throws {
    #expect(try result(asOf: "2025-05-31", raised: "2025-06-01").outcome == .notDue)
  }

  @Test func saysWhoIsToDoWhat() throws {
    let result = try result(asOf: "2025-07-01")
    #expect(
      result.message
        == "Action T1 'Relieve the caseload' was due on 30 Jun 2025, 1 day ago (Nursing Lead): do "
        + "it, or agree another day")
    #expect(result.subject.measure == id("M1"))
    #expect(result.subject.benefit == id("B1"))
  }
}

@Suite struct DecisionMissingTests {
  /// From 0 in April 2025 by a straight line to 120 in April 2026; nothing happens.
  private func result(
    asOf: String = "2026-02-01", level: Double = 1, _ change: (inout Plan) -> Void = { _ in }
  ) throws -> CheckResult {
    try Fixture(
      baseline: Fixture.baselineWindow, target: Target(value: 120, reachBy: month("2026-04")),
      values: [0, 0, 0, 0] + (1...9).map { Double($0) * level }
    ).probe("decision.missing", asOf: asOf, change)
  }

  @Test func twoPeriodsOffTrackNeedAnAnswer() throws {
    let result = try result()
    #expect(result.outcome == .fail)
    #expect(result.severity == .error)
    #expect(result.evidence["periods"] ?? 0 >= 2)
    #expect(result.message.contains("and nothing was decided or is to be done"))
  }

  @Test func onTrackNeedsNone() throws {
    #expect(try result(level: 10).outcome == .pass)
  }

  // Off track from the seventh value after go-live on, which is November 2025.
  @Test func theFirstPeriodIsTooSoon() throws {
    #expect(try result(asOf: "2025-11-30").outcome == .pass)
    #expect(try result(asOf: "2025-12-01").outcome == .notDue)
    #expect(try result(asOf: "2026-01-01").outcome == .fail)
  }

  @Test(arguments: [
    ("2026-01-15", CheckOutcome.pass), ("2025-05-15", .fail), ("2026-02-02", .fail),
  ])
  func aDecisionOfThatTimeIsOne(date: String, expected: CheckOutcome) throws {
    let result = try result {
      $0.decisions = [
        Decision(
          id: id("D1"), date: day(date), body: "Board", text: "Go on", measures: [id("M1")])
      ]
    }
    #expect(result.outcome == expected)
  }

  @Test(arguments: [
    (String?.none, CheckOutcome.pass), ("2026-01-10", .pass), ("2025-06-10", .fail),
  ])
  func anActionIsOneWhileItIsOpen(done: String?, expected: CheckOutcome) throws {
    let result = try result {
      $0.actions = [
        Action(
          id: id("T1"), text: "Train", owner: "Lead", due: day("2026-03-01"),
          doneOn: done.map(day), benefits: [id("B1")])
      ]
    }
    #expect(result.outcome == expected)
  }

  @Test func whatIsDecidedOfOthersIsNone() throws {
    let result = try result {
      $0.decisions = [
        Decision(id: id("D1"), date: day("2026-01-15"), body: "Board", text: "Go on")
      ]
      $0.reviews = [
        Review(
          id: id("R1"), date: day("2026-01-15"), body: "Board", benefits: [id("B1")])
      ]
    }
    #expect(result.outcome == .fail)
  }

  @Test func withoutATargetThereIsNoTrack() throws {
    #expect(try Fixture().probe("decision.missing").outcome == .notApplicable)
  }
}
