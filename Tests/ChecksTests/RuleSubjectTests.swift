import BenefitsAnalytics
import BenefitsModel
import Testing

@testable import BenefitsChecks

@Suite struct RuleSubjectTests {
  private let fixture = Fixture(
    baseline: Fixture.baselineWindow, target: Target(value: 20, reachBy: month("2025-12")),
    values: [10, 10, 10, 10, 12, 14, 16, 18])

  private func run(
    _ rule: CheckRule, asOf: String = "2025-09-01", history: History = History()
  ) -> [CheckResult] {
    let check = Check(
      "def.test", family: .definition, severities: [.warn], breach: "",
      explanation: CheckExplanation(what: "", why: "", fix: "", source: ""), rule: rule)
    return CheckRun(
      Assessor(snapshot: fixture.snapshot(), asOf: day(asOf)), history: history, checks: [check]
    ).results
  }

  @Test func ofABenefitLooksAtItsMeasuresAndProject() throws {
    let results = run(
      .benefit { subject in
        .breach(
          .warn,
          "\(subject.measures.count) \(subject.project?.title ?? "-") "
            + "\(subject.headlineAssessment?.level ?? 0)", action: "act")
      })
    let result = try #require(results.first)
    #expect(results.count == 1)
    #expect(result.identity == "def.test:B1")
    #expect(result.subject.project == id("P1"))
    #expect(result.subject.aim == .patientExperience)
    #expect(result.subject.measure == nil)
    #expect(result.message == "Benefit 1 Project 16.0 (Benefit Owner): act")
  }

  @Test func ofAProjectLooksAtItsBenefits() throws {
    let result = try #require(
      run(.project { .breach(.warn, "has \($0.benefits.count)", action: "act") }).first)
    #expect(result.identity == "def.test:P1")
    #expect(result.message == "Project has 1 (no owner): act")
  }

  @Test func ofThePlanHasASubjectForEachFinding() throws {
    let results = run(
      .plan { plan in
        [
          PlanFinding(plan.subject, .pass("is there")),
          PlanFinding(
            plan.subject("A-1", title: "Hire", benefit: plan.benefit(id("B1"))),
            .breach(.error, "was due", action: "do it")),
        ]
      })
    #expect(results.map(\.identity) == ["def.test:prog", "def.test:A-1"])
    #expect(results.last?.subject.benefit == id("B1"))
    #expect(results.last?.message == "Hire was due (no owner): do it")
  }

  @Test func ofAMeasureLooksBackPeriodByPeriod() throws {
    let results = run(
      .measure { subject in
        let levels = (1...20).compactMap { subject.earlier($0)?.level }
        return .pass(levels.map { Numeral.fixed($0, decimals: 1) }.joined(separator: " "))
      })
    #expect(results.first?.finding == "14.0 12.0 10.7 10.0 10.0 10.0 10.0")
  }

  @Test func ofAMeasureKnowsEarlierPromisesAndNumbers() throws {
    let series = Series(measure: id("M1"), site: id("prog"))
    let history = History(
      commitments: [
        series: [
          CommitmentVersion(
            commitment: Commitment(), entry: 2, recordedAt: Instant(secondsSince1970: 0))
        ]
      ],
      revisions: [
        series: [
          Revision(
            before: Measurement(period: month("2025-02"), number: 9),
            after: Measurement(period: month("2025-02"), number: 10))
        ]
      ])
    let results = run(
      .measure { .pass("\($0.versions.count) \($0.revisions.map(\.period))") }, history: history)
    #expect(results.first?.finding == "1 [2025-02]")
  }
}

@Suite struct PeriodEndsTests {
  private func ends(_ frequency: Frequency, asOf: String) -> [String] {
    let measure = Measure(
      id: id("M1"), title: "", kind: .count, unit: "", direction: .lower, frequency: frequency)
    let ends = PeriodEnds(measure, before: day(asOf))
    return (1...4).compactMap { ends.day($0)?.description }
  }

  @Test(arguments: [
    ("2025-04-24", ["2025-03-31", "2025-02-28", "2025-01-31"]),
    ("2025-03-31", ["2025-02-28", "2025-01-31"]),
    ("2025-04-01", ["2025-03-31", "2025-02-28", "2025-01-31"]),
    ("2025-01-31", []),
  ])
  func areTheLastDaysOfEarlierPeriods(asOf: String, expected: [String]) {
    #expect(ends(Frequency(from: month("2025-01")), asOf: asOf) == expected)
  }

  @Test(arguments: [
    ("2025-04-24", ["2025-03-31", "2025-01-31"]),
    ("2025-06-15", ["2025-05-31", "2025-03-31", "2025-01-31"]),
    ("2025-05-31", ["2025-03-31", "2025-01-31"]),
  ])
  func areThoseOfMeasuredPeriodsOnly(asOf: String, expected: [String]) {
    #expect(ends(Frequency(from: month("2025-01"), interval: 2), asOf: asOf) == expected)
  }
}
