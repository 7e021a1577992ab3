import BenefitsModel
import BenefitsPlan
import Testing

@Suite struct PlanDifferenceTests {
  /// The example plan with parts of its text replaced.
  private func plan(_ replacements: (String, String)...) throws -> Plan {
    try document(replacements).plan
  }

  private func document(_ replacements: [(String, String)]) throws -> PlanDocument {
    var text = Examples.design
    for (old, new) in replacements {
      let range = try #require(text.firstRange(of: old), "'\(old)' is not in the example")
      text.replaceSubrange(range, with: new)
    }
    return try PlanFile.document(text, file: "plan.yaml")
  }

  private func lines(_ replacements: (String, String)...) throws -> [String] {
    PlanDifference(from: try plan(), to: try document(replacements).plan).lines()
  }

  private func faults(_ asOf: String, _ replacements: (String, String)...) throws -> [String] {
    let document = try document(replacements)
    return PlanDifference(from: try plan(), to: document.plan)
      .faults(asOf: try #require(Day(asOf)), places: document.places).map(\.line)
  }

  @Test func listsAllOfAFirstPlan() throws {
    let difference = PlanDifference(from: nil, to: try plan())
    #expect(
      difference.lines() == [
        "add     programme home-first: Home First",
        "add     calendar: holidays england, year_starts april",
        "add     checks: profile standard",
        "add     project P1: Urgent Community Response",
        "add     site alderwick: Alderwick",
        "add     benefit HF-B01: Faster crisis response at home",
        "add     benefit HF-B03: Shorter stays for frail inpatients",
        "add     measure HF-M01: Crisis referrals seen within 2 hours",
        "add     measure HF-M08: Readmissions within 30 days",
        "add     baseline of HF-M01: from 2023-04, to 2024-03, state validated, "
          + "validated_by Head of Performance, validated_on 2024-05-10",
        "add     baseline of HF-M08: value 13.1, source 2022/23 audit, state provisional",
        "add     targets of HF-M01: 85 by 2025-03",
        "add     guardrail of HF-M08: limit 14.5, amber 14",
        "add     annotation 2024-07-01-go-live: Crisis team live in Alderwick and Brackenmere",
      ])
    #expect(difference.absent.isEmpty)
    #expect(!difference.isEmpty)
  }

  @Test func isEmptyForTheSamePlan() throws {
    let difference = PlanDifference(from: try plan(), to: try plan())
    #expect(difference.isEmpty)
    #expect(difference.lines().isEmpty)
  }

  @Test func showsFieldsBeforeAndAfter() throws {
    #expect(
      try lines(
        ("owner: Data Intelligence Lead", "owner: Data Lead"), ("weight: 2", "weight: 3"),
        ("suppress_below: 5\n", "\n"), ("lag_working_days: 15", "lag_working_days: 10"),
        ("holidays: england", "holidays: none"))
        == [
          "change  calendar: holidays: england → none",
          "change  benefit HF-B01: weight: 2 → 3",
          "change  measure HF-M01: owner: Data Intelligence Lead → Data Lead",
          "change  measure HF-M01: frequency lag_working_days: 15 → 10",
          "change  measure HF-M01: suppress_below: 5 → (none)",
        ])
  }

  @Test func showsAChangedPromise() throws {
    #expect(
      try lines(
        ("value: 85", "value: 80"), ("reach_by: 2025-03", "reach_by: 2025-06"),
        ("limit: 14.5", "limit: 15"), ("shape: linear", "2024-07: 62, 2025-06: 80"),
        ("to: 2024-03", "to: 2024-02"))
        == [
          "change  baseline of HF-M01: to: 2024-03 → 2024-02",
          "change  targets of HF-M01: target by 2025-03: 85 → 80",
          "change  targets of HF-M01: trajectory, by 2025-03: linear → (none)",
          "change  targets of HF-M01: trajectory 2024-07, by 2025-03: (none) → 62",
          "change  targets of HF-M01: trajectory 2025-06, by 2025-03: (none) → 80",
          "change  targets of HF-M01: reach_by, by 2025-03: 2025-03 → 2025-06",
          "change  guardrail of HF-M08: limit: 14.5 → 15",
        ])
  }

  @Test func addsATargetBesideAnother() throws {
    #expect(
      try lines(("targets: [{", "targets: [{value: 90, reach_by: 2026-03, from: 2025-04}, {"))
        == ["change  targets of HF-M01: target by 2026-03: (none) → 90"])
  }

  @Test func leavesWhatIsAbsentUntouched() throws {
    let small = try PlanFile.read(
      "programme: {id: home-first, title: Home First}", file: "plan.yaml")
    let difference = PlanDifference(from: try plan(), to: small)
    #expect(
      difference.absent.map(\.description) == [
        "project P1", "site alderwick", "benefit HF-B01", "benefit HF-B03", "measure HF-M01",
        "measure HF-M08", "baseline of HF-M01 at home-first", "baseline of HF-M08 at home-first",
        "targets of HF-M01 at home-first", "guardrail of HF-M08 at home-first",
        "annotation 2024-07-01-go-live",
      ])
    #expect(
      difference.lines() == [
        "change  programme home-first: purpose: Older people are helped quickly at home → (none)",
        "change  calendar: holidays: england → none",
        "absent  project P1: stays as it is", "absent  site alderwick: stays as it is",
        "absent  benefit HF-B01: stays as it is", "absent  benefit HF-B03: stays as it is",
        "absent  measure HF-M01: stays as it is", "absent  measure HF-M08: stays as it is",
        "absent  annotation 2024-07-01-go-live: stays as it is",
      ])
    #expect(difference.lines(retiring: true).contains("retire  measure HF-M01"))
  }

  @Test func listsAnAbsentTarget() throws {
    let difference = PlanDifference(
      from: try plan(),
      to: try plan(
        ("targets: [{value: 85, from: 2024-06, reach_by: 2025-03, hold_until: 2027-03, ", "#"),
        ("trajectory: {shape: linear}", "#")))
    #expect(difference.isEmpty)
    #expect(difference.absent == [PlanItem(.targets, "HF-M01 at home-first")])
    #expect(difference.lines() == ["absent  targets of HF-M01: stays as it is"])
  }

  @Test func seesAnotherOrder() throws {
    let first = try PlanFile.read(Self.twoSites("a", "b"), file: "plan.yaml")
    let second = try PlanFile.read(Self.twoSites("b", "a"), file: "plan.yaml")
    #expect(
      PlanDifference(from: first, to: second).lines()
        == ["change  site b: place: behind a → before a"])
  }

  private static func twoSites(_ first: String, _ second: String) -> String {
    "programme: {id: p, title: P}\nsites: [\(first), \(second)]\n"
  }

  @Test func doesNotMindCapitals() throws {
    #expect(try lines(("id: P1", "id: p1")).isEmpty)
  }

  // MARK: - What may not change

  @Test func refusesAnotherKind() throws {
    #expect(
      try faults(
        "2024-01-01", ("kind: proportion", "kind: value"), ("    multiply: 100\n", ""))
        == ["plan.yaml:15:11: HF-M01 is a proportion and cannot become a value"])
  }

  @Test func refusesAnotherKindOfPeriod() throws {
    #expect(
      try faults(
        "2024-01-01", ("every: month, from: 2023-04, lag", "every: quarter, from: 2023/24-Q1, lag"))
        == ["plan.yaml:23:16: HF-M01 is taken by the month and cannot be taken by the quarter"])
  }

  @Test func refusesAnotherProgramme() throws {
    #expect(
      try faults(
        "2024-01-01", ("id: home-first", "id: other"), ("parent: home-first", "parent: other"))
        == ["plan.yaml:1:17: the programme of this database is 'home-first'; its id never changes"])
  }

  @Test(arguments: [
    ("value: 85", "value: 80"), ("reach_by: 2025-03", "reach_by: 2025-04"),
    ("hold_until: 2027-03", "hold_until: 2026-03"), ("shape: linear", "shape: step"),
  ])
  func asksForADecisionAfterGoLive(old: String, new: String) throws {
    let expected = [
      "plan.yaml:26:15: a target of HF-M01 changes after the go-live on 2024-07-01, which needs a "
        + "decision"
    ]
    #expect(try faults("2024-07-01", (old, new)) == expected)
    #expect(try faults("2024-06-30", (old, new)) == [])
    #expect(
      try faults("2024-07-01", (old, new), ("committed_on:", "decision: D-17, committed_on:"))
        == [])
  }

  @Test func letsACommitmentBeNamedAfterGoLive() throws {
    #expect(
      try faults(
        "2024-07-01", ("Chief Operating Officer", "Chief Executive"), ("weight: 2", "weight: 1"))
        == [])
  }

  @Test func asksForADecisionOnAChangedBaseline() throws {
    #expect(
      try faults("2025-01-01", ("to: 2024-03", "to: 2024-04")) == [
        "plan.yaml:25:22: the baseline of HF-M01 changes after the go-live on 2024-07-01, which "
          + "needs a decision"
      ])
    #expect(
      try faults(
        "2025-01-01", ("to: 2024-03", "to: 2024-04"),
        ("committed_on:", "decision: D-17, committed_on:")) == [])
    #expect(
      try faults(
        "2025-01-01", ("state: validated", "state: provisional"),
        (", validated_by: Head of Performance, validated_on: 2024-05-10", "")) == [])
  }

  @Test func asksForADecisionOnATargetTakenOut() throws {
    let two = ("targets: [{", "targets: [{value: 90, reach_by: 2026-03, from: 2025-04}, {")
    let current = try plan(two)
    let document = try document([])
    let day = try #require(Day("2025-01-01"))
    #expect(
      PlanDifference(from: current, to: document.plan)
        .faults(asOf: day, places: document.places).map(\.line) == [
          "plan.yaml:26:15: the target of HF-M01 by 2026-03 is taken out after the go-live on "
            + "2024-07-01, which needs a decision"
        ])
  }

  @Test func refusesOtherYearsForAYearlyMeasure() throws {
    let text = { (yearStart: String, from: String) in
      """
      programme: {id: p, title: P}
      measures:
        - {id: M1, title: M, kind: count, unit: n, direction: lower, frequency: {every: year, from: \(from)}}
        - {id: M2, title: M, kind: count, unit: n, direction: lower, frequency: {every: month, from: 2025-04}}
      calendar: {year_starts: \(yearStart)}
      """
    }
    let current = try PlanFile.read(text("april", "2025/26"), file: "plan.yaml")
    let document = try PlanFile.document(text("january", "2025"), file: "plan.yaml")
    let day = try #require(Day("2025-01-01"))
    #expect(
      PlanDifference(from: current, to: document.plan).faults(asOf: day, places: document.places)
        .map(\.line) == [
          "plan.yaml:5:25: M1 is taken by years that begin in april, so year_starts cannot change"
        ])
  }

  @Test func aFirstPlanHasNothingToRefuse() throws {
    let document = try document([])
    let day = try #require(Day("2026-01-01"))
    #expect(
      PlanDifference(from: nil, to: document.plan).faults(asOf: day, places: document.places)
        .isEmpty)
  }

  @Test func addsAFirstPromiseAfterGoLiveWithoutADecision() throws {
    let current = try plan(
      ("targets: [{value: 85, from: 2024-06, reach_by: 2025-03, hold_until: 2027-03, ", "#"),
      ("trajectory: {shape: linear}", "#"))
    let document = try document([])
    let day = try #require(Day("2026-01-01"))
    #expect(
      PlanDifference(from: current, to: document.plan).faults(asOf: day, places: document.places)
        .isEmpty)
  }

  @Test func findsThePlaceOfEachThing() throws {
    let document = try document([])
    let placed = document.plan.items.filter { document.places.location(of: $0) != nil }
    #expect(placed == document.plan.items)
    #expect(
      document.places.location(of: PlanItem(.benefit, "hf-b03"))?.description == "plan.yaml:9:5")
    #expect(document.places.location(of: PlanItem(.benefit, "HF-B99")) == nil)
  }
}
