import BenefitsAnalytics
import BenefitsModel
import Testing

/// Each status as a board member hears it: baseline 60, target 80 by March 2025, go-live July 2024.
@Suite struct SentenceTests {
  typealias Fixture = ProgrammeFixture

  /// The straight line from go-live to the target, and one month at the target.
  private let plan = (1...9).map { 60 + 20 * Double($0) / 9 }

  private func sentence(
    _ values: [Double], direction: Direction = .higher,
    change: (inout Fixture) throws -> Void = { _ in }
  ) throws -> String {
    var fixture = try Fixture(direction: direction)
    fixture.record(Fixture.before + values)
    fixture.asOf = try #require(fixture.measurements.last?.period.end)
    try change(&fixture)
    return try fixture.assessment.sentence
  }

  private func guardrail(_ values: [Double]) throws -> String {
    try sentence(values, direction: .lower) { fixture in
      fixture.measure.title = "Readmissions"
      fixture.commitment.targets = []
      fixture.commitment.guardrail = Guardrail(limit: 70, amber: 65)
      fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
    }
  }

  @Test func notDefined() throws {
    #expect(
      try sentence([61]) { $0.commitment = Commitment() }
        == "Visits within 2 hours: neither a target nor a guardrail is set; the Nursing Lead is asked"
        + " to set a target.")
  }

  @Test func aContextMeasureIsAskedForNoTarget() throws {
    let text = try sentence([61]) { fixture in
      fixture.measure.role = .context
      fixture.commitment = Commitment()
    }
    #expect(text == "Visits within 2 hours: neither a target nor a guardrail is set.")
  }

  @Test func closed() throws {
    #expect(
      try sentence([61]) {
        $0.benefit.lifecycle = .superseded
        $0.benefit.reason = "replaced by B2"
      }
        == "Visits within 2 hours: no longer followed, since benefit B1 was superseded (replaced by B2)."
    )
  }

  @Test func noBaseline() throws {
    #expect(
      try sentence([61]) { $0.commitment.baseline = nil }
        == "Visits within 2 hours: there is no baseline to compare with, though go-live was on"
        + " 1 Jul 2024; the Nursing Lead is asked to state one with its source.")
  }

  @Test func emptyBaselineWindow() throws {
    #expect(
      try sentence([61]) { fixture in
        let window = Baseline.Basis.window(
          from: try Fixture.period("2022-04"), to: try Fixture.period("2023-03"))
        fixture.commitment.baseline = Baseline(basis: window)
      }
        == "Visits within 2 hours: the baseline from Apr 2022 to Mar 2023 has no usable value, though"
        + " go-live was on 1 Jul 2024; the Nursing Lead is asked to have those values recorded, or to"
        + " state one with its source.")
  }

  @Test func notDue() throws {
    #expect(
      try sentence([61]) { $0.benefit.firstBenefit = try Fixture.day("2025-01-01") }
        == "Visits within 2 hours: no benefit is expected before 1 Jan 2025.")
  }

  @Test func firstValueNotDue() throws {
    #expect(
      try sentence([]) { fixture in
        fixture.measurements = []
        fixture.benefit.lifecycle = .planned
        fixture.measure.frequency.lagWorkingDays = 10
        fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
        fixture.asOf = try Fixture.day("2024-08-01")
      } == "Visits within 2 hours: the first value is due on 14 Aug 2024.")
  }

  @Test(arguments: [
    ("2024-08-02", "Jul 2024 is"), ("2024-09-02", "Jul 2024 and Aug 2024 are"),
    ("2024-11-02", "four values from Jul 2024 to Oct 2024 are"),
  ])
  func noData(asOf: String, overdue: String) throws {
    #expect(
      try sentence([]) { fixture in
        fixture.measurements = []
        fixture.benefit.lifecycle = .planned
        fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
        fixture.asOf = try Fixture.day(asOf)
      } == "Visits within 2 hours: nothing is recorded, though \(overdue) overdue; the Data Lead is"
        + " asked to record what is due.")
  }

  @Test func stale() throws {
    #expect(
      try sentence(Array(plan.prefix(7))) { $0.asOf = try Fixture.day("2025-03-31") }
        .hasPrefix("Visits within 2 hours stood at 73.3% over the three months to Jan 2025, "))
    #expect(
      try sentence(Array(plan.prefix(7))) { $0.asOf = try Fixture.day("2025-04-15") }
        == "Visits within 2 hours: nothing is recorded after Jan 2025, and Feb 2025 and Mar 2025 are"
        + " overdue (last known status: missed, partial); the Data Lead is asked to record them.")
  }

  @Test func deteriorated() throws {
    #expect(
      try sentence([59, 58, 57, 56, 57, 55, 54])
        == "Visits within 2 hours stood at 55.3% over the three months to Jan 2025, worse than the"
        + " baseline of 60.0% by more than chance explains (the latest value is far on the worse side"
        + " of the baseline), with the target of 80.0% due by Mar 2025; the Nursing Lead is asked to"
        + " find out why and to act.")
  }

  @Test func sustained() throws {
    #expect(
      try sentence(plan + [82, 83, 84, 85, 84, 84]) {
        $0.commitment.targets[0].holdUntil = try Fixture.period("2027-03")
      }
        == "Visits within 2 hours stood at 84.3% over the three months to Sep 2025 and met the target"
        + " of 80.0% in all of the last six months, and the change from 60.0% is more than chance"
        + " explains; the Nursing Lead is asked to hold it until Mar 2027.")
  }

  @Test func realised() throws {
    #expect(
      try sentence(plan + [82, 83, 84])
        == "Visits within 2 hours stood at 83.0% over the three months to Jun 2025, which meets the"
        + " target of 80.0% due by Mar 2025, and the change from 60.0% is more than chance explains"
        + " (twelve values in a row on the better side of the baseline); the Nursing Lead is asked to"
        + " hold it.")
  }

  @Test func metUnproven() throws {
    #expect(
      try sentence([59, 60, 59, 61, 60.5, 60]) { $0.commitment.targets[0].value = 60.5 }
        == "Visits within 2 hours stood at 60.5% over the three months to Dec 2024, which meets the"
        + " target of 60.5% due by Mar 2025, but chance alone could explain the change from 60.0%;"
        + " the Nursing Lead is asked to wait for more values before claiming it.")
  }

  @Test func notSustained() throws {
    #expect(
      try sentence(plan + [82, 83, 84, 76, 75, 74, 73])
        == "Visits within 2 hours stood at 74.0% over the three months to Oct 2025, and the target of"
        + " 80.0%, first met in May 2025, is no longer met; the Nursing Lead is asked to win it back"
        + " or to agree a new target.")
  }

  @Test(arguments: [
    (72.0, "60% of the way from 60.0% to the target"),
    (65, "25% of the way from 60.0% to the target"),
    (79.99, "99% of the way from 60.0% to the target"),
    (60.05, "no nearer than the baseline of 60.0% to the target"),
  ])
  func missed(level: Double, way: String) throws {
    let shown = Numeral.fixed(level, decimals: 1)
    #expect(
      try sentence(Array(repeating: level, count: 9)) { fixture in
        fixture.commitment.baseline = Baseline(basis: .stated(value: 60, source: "audit"))
        fixture.measurements.removeFirst(15)
      }
        == "Visits within 2 hours stood at \(shown)% over the three months to Mar 2025, \(way) of 80.0%"
        + " that was due by Mar 2025; the Nursing Lead is asked to agree a new date or to explain the"
        + " rest.")
  }

  @Test func missedByMoreThanTheBaseline() throws {
    let text = try sentence([62, 58, 62, 58, 62, 58, 62, 58, 57])
    #expect(
      text.contains(", further than the baseline of 60.0% from the target of 80.0% that was due"))
  }

  @Test(arguments: [(1, "one value"), (3, "three values")])
  func tooEarly(count: Int, few: String) throws {
    let text = try sentence(Array(repeating: 60, count: count))
    #expect(
      text.hasSuffix(
        ", with only \(few) since go-live on 1 Jul 2024, which is too few to judge by."))
  }

  @Test(arguments: [
    (68.0, "in line with", ""), (71.0, "ahead of", ""),
    (
      65.0, "somewhat behind",
      "; the Nursing Lead is asked to say how the plan will be caught up with"
    ),
    (61.0, "far behind", "; the Nursing Lead is asked to put it right or to agree a new plan"),
  ])
  func againstThePlan(level: Double, relation: String, asked: String) throws {
    let shown = Numeral.fixed(level, decimals: 1)
    // So near that the forecast does not miss it.
    let goal = relation.hasSuffix("behind") ? 80.0 : level + 1.5
    let percent = Numeral.fixed(100 * (level - 60) / (goal - 60), decimals: 0)
    #expect(
      try sentence(Array(repeating: level, count: 8)) { fixture in
        fixture.commitment.targets[0].trajectory = .table([
          PlannedValue(
            period: try Fixture.period("2024-07"), value: level == 65 || level == 61 ? 66 : 68)
        ])
        fixture.commitment.targets[0].value = goal
      }
        == "Visits within 2 hours stood at \(shown)% over the three months to Feb 2025, \(percent)% of"
        + " the way from 60.0% to the target of \(Numeral.fixed(goal, decimals: 1))% due by Mar 2025,"
        + " \(relation) the \(level == 65 || level == 61 ? "66.0%" : "68.0%") planned for Feb 2025\(asked)."
    )
  }

  @Test func littlePlanned() throws {
    #expect(
      try sentence([60, 61, 60]) { $0.commitment.targets[0].trajectory = .step }
        == "Visits within 2 hours stood at 60.3% over the three months to Sep 2024, 2% of the way from"
        + " 60.0% to the target of 80.0% due by Mar 2025, where little was planned by Sep 2024.")
  }

  @Test func runningSum() throws {
    #expect(
      try sentence([10, 10, 10]) { fixture in
        fixture.measure.unit = "£k"
        fixture.commitment.baseline = Baseline(basis: .stated(value: 0, source: "ledger"))
        fixture.commitment.targets[0] = Target(
          value: 180, reachBy: try Fixture.period("2025-03"), basis: .toDate)
        fixture.measurements.removeFirst(15)
        fixture.measurements[2].state = .provisional
      }
        == "Visits within 2 hours came to £30.0k by Sep 2024 (provisional), 17% of the target of £180.0k"
        + " due by Mar 2025, behind the £60.0k planned by Sep 2024, with only three values since"
        + " go-live on 1 Jul 2024, which is too few to judge by.")
  }

  @Test func holding() throws {
    #expect(
      try guardrail([60, 61, 60])
        == "Readmissions stood at 60.3% over the three months to Sep 2024, within the limit of 70.0%."
    )
  }

  @Test func strained() throws {
    #expect(
      try guardrail([65, 66, 65])
        == "Readmissions stood at 65.3% over the three months to Sep 2024, between the warning value of"
        + " 65.0% and the limit of 70.0%; the Nursing Lead is asked to look into it before the limit is"
        + " passed.")
  }

  @Test func breached() throws {
    #expect(
      try guardrail([71, 71, 71])
        == "Readmissions stood at 71.0% over the three months to Sep 2024, past the limit of 70.0% since"
        + " Aug 2024; the Nursing Lead is asked to act now or to accept the breach until a date.")
    #expect(
      try guardrail([71, 60, 71])
        == "Readmissions stood at 67.3% over the three months to Sep 2024, but two of the last"
        + " three values are past the limit of 70.0%; the Nursing Lead is asked to act now or to accept"
        + " the breach until a date.")
  }

  @Test func aGapInTheLastThreeIsNotCalledThreeMonths() throws {
    let text = try sentence([61, 62, 63, 64]) { $0.measurements.remove(at: 17) }
    #expect(text.contains("stood at 62.3% over the last three values to Oct 2024"))
  }

  @Test func aRunningTotalIsReadAtItsLastValue() throws {
    let text = try sentence([1, 2, 3]) { $0.measure.aggregation = .last }
    #expect(text.contains("stood at 3.0% in Sep 2024"))
  }

  @Test func withoutAnOwnerSomebodyIsToBeNamed() throws {
    let text = try sentence([61]) { fixture in
      fixture.benefit.owner = nil
      fixture.measure.owner = nil
      fixture.commitment = Commitment()
    }
    #expect(text.hasSuffix("; an owner, still to be named, is asked to set a target."))
  }
}

/// The same sentence in each kind of period.
@Suite struct PeriodPhraseTests {
  typealias Fixture = ProgrammeFixture

  @Test(arguments: [
    ("2023-04", "over the three months to Nov 2024", "due by Mar 2025"),
    ("2023/24-Q1", "over the three quarters to Q4 2027/28", "due by Q4 2028/29"),
    ("2023/24", "over the three years to 2042/43", "due by 2046/47"),
    (
      "2023-W01", "over the three weeks to the week of 15 May 2023",
      "due by the week of 12 Jun 2023"
    ),
    ("2023-04-01", "over the three days to 20 Apr 2023", "due by 24 Apr 2023"),
  ])
  func levelAndDueDate(from: String, over: String, due: String) throws {
    var fixture = try Fixture(every: from)
    fixture.goLive = try Fixture.period(from).advanced(by: 12).first
    fixture.record(Array(repeating: 60, count: 12) + Array(repeating: 70, count: 8))
    let sentence = try fixture.assessmentAfterLast().sentence
    #expect(
      sentence.hasPrefix(
        "Visits within 2 hours stood at 70.0% \(over), 50% of the way from 60.0% to the target of"
          + " 80.0% \(due), "), "\(sentence)")
  }
}
