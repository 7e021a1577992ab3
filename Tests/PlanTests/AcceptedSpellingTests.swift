import BenefitsModel
import BenefitsPlan
import Testing

/// What a plan file may say in more than one way.
@Suite struct AcceptedSpellingTests {
  /// Reads a plan with one measure that the text goes on with, after `frequency`.
  private func plan(
    _ more: String, every: String = "month", from: String = "2023-04", kind: String = "value",
    top: String = ""
  ) throws -> Plan {
    try PlanFile.read(
      """
      programme: {id: p, title: P}
      projects: [{id: P1, title: One, go_live: 2024-07-01}]
      sites: [north, {id: south, title: South, parent: p, go_live: 2024-09-01}]
      strata: [over-85, {id: others, title: All others}]
      benefits: [{id: B1, title: Ben, aim: patient-experience, project: P1}]
      measures:
        - {id: M1, title: M, benefits: B1, kind: \(kind), unit: days, direction: lower,
           frequency: {every: \(every), from: \(from)}\(more.isEmpty ? "" : ", " + more)}
      \(top)
      """, file: "plan.yaml")
  }

  private func commitment(
    _ more: String, every: String = "month", from: String = "2023-04"
  ) throws -> Commitment {
    let plan = try plan(more, every: every, from: from)
    return plan.commitments[plan.wholeSeries(of: plan.measures[0])] ?? Commitment()
  }

  private func period(_ label: String) throws -> Period { try #require(Period(label: label)) }

  // MARK: - Names

  @Test func bareIdentifiersAreSitesAndStrata() throws {
    let plan = try plan("")
    #expect(plan.sites.map(\.id.text) == ["north", "south"])
    #expect(plan.sites.map(\.title) == ["north", "South"])
    #expect(plan.sites.map(\.parent) == [nil, Site.ID(plan.programme.id)])
    #expect(plan.strata.map(\.id.text) == ["over-85", "others"])
    #expect(plan.strata.map(\.title) == ["over-85", "All others"])
    #expect(plan.measures[0].benefits.map(\.text) == ["B1"])
  }

  @Test(arguments: [
    ("cost-improvement", Aim.costEfficiency), ("staff-well-being", .staffWellbeing),
    ("cost-efficiency", .costEfficiency), ("staff-wellbeing", .staffWellbeing),
  ])
  func aims(spelling: String, aim: Aim) throws {
    let text = """
      programme: {id: p, title: P}
      projects: [{id: P1, title: One}]
      benefits: [{id: B1, title: B, aim: \(spelling), project: p1, disbenefit: yes,
        lifecycle: closed, reason: Merged into another}]
      """
    let benefit = try #require(try PlanFile.read(text, file: "plan.yaml").benefits.first)
    #expect(benefit.aim == aim)
    #expect(benefit.isDisbenefit)
    #expect(benefit.reason == "Merged into another")
    #expect(benefit.project.text == "P1")
  }

  @Test func everyScalarIsText() throws {
    let plan = try PlanFile.read(
      "programme: {id: 1e3, title: 2024-07-01, purpose: no}\nprojects: [{id: 007, title: null}]",
      file: "plan.yaml")
    #expect(plan.programme.id.text == "1e3")
    #expect(plan.programme.title == "2024-07-01")
    #expect(plan.programme.purpose == "no")
    #expect(plan.projects.map(\.id.text) == ["007"])
    #expect(plan.projects.map(\.title) == ["null"])
  }

  @Test func sectionsMayBeEmpty() throws {
    let plan = try PlanFile.read(
      "programme: {id: p, title: P}\nprojects:\nsites: []\ncalendar:\nchecks:\nwaivers:\n",
      file: "plan.yaml")
    #expect(plan == Plan(programme: plan.programme))
  }

  // MARK: - Periods and dates

  @Test(arguments: [
    ("month", "2023-04", PeriodKind.month, 1), ("2 months", "2023-04", .month, 2),
    ("3 Months", "2023-04", .month, 3), ("quarter", "2023/24-Q1", .quarter, 1),
    ("week", "2023-W14", .week, 1), ("2 weeks", "2023-W14", .week, 2),
    ("day", "2023-04-01", .day, 1), ("year", "2023/24", .year, 1),
    ("quarter", "2023-05", .quarter, 1), ("month", "2023-04-15", .month, 1),
    ("month", "2023/24", .month, 1), ("month", "Apr-23", .month, 1),
  ])
  func frequencies(every: String, from: String, kind: PeriodKind, interval: Int) throws {
    let frequency = try plan("", every: every, from: from).measures[0].frequency
    #expect(frequency.kind == kind)
    #expect(frequency.interval == interval)
    #expect(
      frequency.from.contains(try #require(Day("2023-04-03")))
        || frequency.from.first == Day("2023-04-01"))
  }

  @Test(arguments: [
    ("2025-03", "2025-03"), ("2025-03-31", "2025-03"), ("2025-03-01", "2025-03"),
    ("2024/25-Q4", "2025-03"), ("2024/25", "2025-03"), ("Mar 2025", "2025-03"),
    ("2025-W13", "2025-03"),
  ])
  func reachByIsThePeriodThatHoldsTheLastDay(written: String, expected: String) throws {
    let target = try commitment(
      "targets: [{value: 2, reach_by: \(written), hold_until: \(written)}]"
    ).targets[0]
    #expect(target.reachBy == (try period(expected)))
    #expect(target.holdUntil == (try period(expected)))
  }

  @Test func reachByOfAQuarterlyMeasureMayBeAMonth() throws {
    let target = try commitment(
      "targets: [{value: 2, reach_by: 2025-03, from: 2024-05}]", every: "quarter",
      from: "2023/24-Q1"
    ).targets[0]
    #expect(target.reachBy == (try period("2024/25-Q4")))
    #expect(target.from == (try period("2024/25-Q1")))
  }

  @Test(arguments: [
    ("2024/25", "2024-04"), ("2024/25-Q2", "2024-07"), ("2024-07-15", "2024-07"),
    ("2024-07", "2024-07"),
  ])
  func fromIsThePeriodThatHoldsTheFirstDay(written: String, expected: String) throws {
    let target = try commitment("targets: [{value: 2, from: \(written), reach_by: 2026-03}]")
      .targets[0]
    #expect(target.from == (try period(expected)))
  }

  @Test func yearsMayBeginInJanuary() throws {
    let text = """
      programme: {id: p, title: P}
      calendar: {year_starts: january}
      measures:
        - {id: M1, title: M, kind: count, unit: n, direction: lower,
           frequency: {every: quarter, from: 2025-Q1}, targets: [{value: 2, reach_by: 2026}]}
      """
    let plan = try PlanFile.read(text, file: "plan.yaml")
    #expect(plan.measures[0].frequency.from.description == "2025-Q1")
    #expect(
      plan.commitments.values.first?.targets.first?.reachBy.description == "2026-Q4")
  }

  // MARK: - Promises

  @Test func promisesOfPartsStandBesideThatOfTheWhole() throws {
    let plan = try plan(
      """
      baseline: [{value: 9, source: Audit}, {site: north, from: 2023-04, to: 2024-03},
        {stratum: over-85, value: 12, source: Audit}],
        targets: [{value: 7, reach_by: 2025-03}, {value: 8, reach_by: 2025-03, site: NORTH},
        {value: 10, reach_by: 2025-03, site: south, stratum: over-85}],
        guardrail: [{limit: 10}, {limit: 11, amber: 10.5, site: p, stratum: others}]
      """)
    let measure = plan.measures[0]
    let whole = plan.wholeSeries(of: measure)
    let north = try #require(Site.ID("north"))
    let south = try #require(Site.ID("south"))
    let old = try #require(Stratum.ID("over-85"))
    let others = try #require(Stratum.ID("others"))
    #expect(plan.commitments.count == 5)
    #expect(plan.commitments[whole]?.targets.map(\.value) == [7])
    #expect(plan.commitments[whole]?.guardrail == Guardrail(limit: 10))
    let atNorth = plan.commitments[Series(measure: measure.id, site: north)]
    #expect(atNorth?.targets.map(\.value) == [8])
    #expect(
      atNorth?.baseline?.basis == .window(from: try period("2023-04"), to: try period("2024-03")))
    #expect(
      plan.commitments[Series(measure: measure.id, site: south, stratum: old)]?.targets.map(\.value)
        == [10])
    #expect(
      plan.commitments[Series(measure: measure.id, site: whole.site, stratum: old)]?.baseline?.basis
        == .stated(value: 12, source: "Audit"))
    #expect(
      plan.commitments[Series(measure: measure.id, site: whole.site, stratum: others)]?.guardrail
        == Guardrail(limit: 11, amber: 10.5))
  }

  @Test func targetsStandInTheOrderOfTheirReachBy() throws {
    let targets = try commitment(
      "targets: [{value: 5, from: 2025-04, reach_by: 2026-03}, {value: 7, reach_by: 2025-03}]"
    ).targets
    #expect(targets.map(\.value) == [7, 5])
  }

  @Test(arguments: [
    ("trajectory: linear", "linear"), ("trajectory: {shape: linear}", "linear"),
    ("trajectory: {shape: linear, from: 2024-10}", "linear 2024-10"),
    ("trajectory: {from: 2024/25-Q3}", "linear 2024-10"), ("trajectory: step", "step"),
    ("trajectory: {shape: step}", "step"), ("trajectory: s-curve", "s-curve"),
    ("trajectory: {shape: s-curve, from: 2024-10}", "s-curve 2024-10"),
    ("trajectory: {2024-08: 8.5, 2024-07: 9, Sep-24: 8}", "2024-07=9 2024-08=8.5 2024-09=8"),
  ])
  func trajectories(written: String, expected: String) throws {
    let shared = try commitment("targets: [{value: 7, reach_by: 2025-03}], \(written)")
    let own = try commitment("targets: [{value: 7, reach_by: 2025-03, \(written)}]")
    #expect(shared == own)
    #expect(text(of: try #require(shared.targets.first?.trajectory)) == expected)
  }

  private func text(of trajectory: Trajectory) -> String {
    switch trajectory {
    case .linear(let from): "linear" + (from.map { " \($0)" } ?? "")
    case .step: "step"
    case .sCurve(let from): "s-curve" + (from.map { " \($0)" } ?? "")
    case .table(let values):
      values.map { "\($0.period)=\(Numeral.shortest($0.value))" }.joined(separator: " ")
    }
  }

  @Test func aTrajectoryGoesIntoEachTarget() throws {
    let targets = try commitment(
      "targets: [{value: 7, reach_by: 2025-03}, {value: 5, reach_by: 2026-03, trajectory: step}], "
        + "trajectory: s-curve"
    ).targets
    #expect(targets.map(\.trajectory) == [.sCurve(from: nil), .step])
  }

  @Test func basisAndStretch() throws {
    let target = try commitment(
      "baseline: {value: 7, source: x}, targets: {value: 7, reach_by: 2025-03, basis: to-date, stretch: 6}"
    ).targets[0]
    #expect(target.basis == .toDate)
    #expect(target.stretch == 6)
  }

  @Test func defaultsOfAMeasure() throws {
    let measure = try plan("").measures[0]
    #expect(
      measure
        == Measure(
          id: measure.id, title: "M", kind: .value, unit: "days", direction: .lower,
          frequency: Frequency(from: try period("2023-04")), benefits: measure.benefits))
    #expect(measure.role == .outcome)
    #expect(measure.aggregation == .mean)
  }

  @Test func phasesMayBeBare() throws {
    let phases = try plan("phases: [2024-04, {from: 2025/26, reason: Why}]").measures[0].phases
    #expect(
      phases == [
        Phase(from: try period("2024-04")), Phase(from: try period("2025-04"), reason: "Why"),
      ])
  }

  // MARK: - Annotations, checks, waivers

  @Test func annotationsGetIdentifiersThatStay() throws {
    let plan = try plan(
      "",
      top: """
        annotations:
          - {date: 2024-07-01, kind: decision, text: One}
          - {date: 2024-07-01, kind: decision, text: Two, measures: [m1], sites: [p, north]}
          - {date: 2024-07, kind: context, text: Three}
          - {id: 2024-07-01-decision-3, date: 2025-01-01, kind: pdsa, text: Four}
          - {date: 2024-07-01, kind: decision, text: Five}
        """)
    #expect(
      plan.annotations.map(\.id.text) == [
        "2024-07-01-decision", "2024-07-01-decision-2", "2024-07-01-context",
        "2024-07-01-decision-3", "2024-07-01-decision-4",
      ])
    #expect(plan.annotations[1].measures.map(\.text) == ["M1"])
    #expect(plan.annotations[1].sites.map(\.text) == ["p", "north"])
  }

  @Test func waivers() throws {
    let plan = try plan(
      "",
      top: """
        checks: {profile: strict, waiver_max_days: 185}
        waivers:
          - {id: W-004, check: target.met-by-date, subject: m1, kind: accept, reason: Moved,
             approved_by: Senior Responsible Owner, decision: D-017, created: 2026-01-15, expires: 2026-06-30}
        """)
    #expect(plan.checks == CheckPolicy(profile: .strict, waiverMaxDays: 185))
    #expect(
      plan.waivers == [
        Waiver(
          id: try #require(Waiver.ID("W-004")), check: "target.met-by-date", subject: "M1",
          reason: "Moved", approvedBy: "Senior Responsible Owner", decision: "D-017",
          created: try #require(Day("2026-01-15")), expires: try #require(Day("2026-06-30")))
      ])
  }

  @Test(arguments: [(92, true), (93, false)]) func waiversLastAQuarter(
    days: Int, isRead: Bool
  ) throws {
    let created = try #require(Day("2026-01-15"))
    let waiver = """
      waivers: [{id: W1, check: data.overdue, subject: p, reason: R, approved_by: Board,
        created: \(created), expires: \(created.advanced(by: days))}]
      """
    if isRead {
      #expect(try plan("", top: waiver).waivers.count == 1)
    } else {
      #expect(throws: PlanFaults.self) { try plan("", top: waiver) }
    }
  }
}
