import BenefitsModel
import BenefitsStorage
import Testing

/// Synthetic plans, drafts and measurements.
enum Synthetic {
  static func id<Noun>(_ text: String) throws -> Identifier<Noun> {
    try #require(Identifier<Noun>(text))
  }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func period(_ label: String) throws -> Period { try #require(Period(label: label)) }

  static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  /// A draft recorded at a moment, by default noon of 1 May 2026.
  static func draft(
    _ moment: String = "2026-05-01T12:00:00Z", stated: Bool = false, clock: String? = nil,
    command: String = "benefits-cli test", reason: String? = nil, source: SourceFile? = nil
  ) throws -> EntryDraft {
    EntryDraft(
      recordedAt: try instant(moment), isStated: stated, clock: try clock.map(instant),
      recordedBy: "Analyst", command: command, reason: reason, source: source)
  }

  static func series(
    _ measure: String, at site: String = "home-first", for stratum: String = "all"
  ) throws -> Series {
    Series(measure: try id(measure), site: try id(site), stratum: try id(stratum))
  }

  /// One measure of each kind of period, and nothing promised.
  static func smallPlan() throws -> Plan {
    var plan = Plan(
      programme: Programme(id: try id("home-first"), title: "Home First", purpose: "Synthetic"))
    for (name, from) in [
      ("D", "2024-01-01"), ("W", "2024-W01"), ("M", "2024-01"), ("Q", "2024/25-Q1"),
      ("Y", "2024/25"),
    ] {
      plan.measures.append(
        Measure(
          id: try id(name), title: "Measure \(name)", kind: .value, unit: "days",
          direction: .lower, frequency: Frequency(from: try period(from))))
    }
    return plan
  }

  /// Everything that a plan can say.
  static func fullPlan() throws -> Plan {
    let programme = Programme(
      id: try id("home-first"), title: "Home First",
      purpose: "Older people are helped quickly at home")
    let crisis = Measure(
      id: try id("HF-M01"), title: "Crisis referrals seen within 2 hours", kind: .proportion,
      unit: "%", direction: .higher,
      frequency: Frequency(
        from: try period("2023-04"), interval: 1, lagWorkingDays: 15, graceDays: 3, finalDays: 60),
      benefits: [try id("HF-B01")], definition: "Seen within 2 hours, \"of all\" referrals / month",
      source: "Crisis system", owner: "Data Intelligence Lead", suppressBelow: 5, isSeasonal: true,
      phases: [
        Phase(from: try period("2025-04"), reason: "New steady state"),
        Phase(from: try period("2025-10")),
      ], definitionVersion: "2", definitionFrom: try period("2025-04"),
      possible: Bounds(from: 0, to: 100), expected: Bounds(from: 40), tolerance: 2.5,
      equityGap: 3, tags: ["frailty", "Winter"])
    let readmissions = Measure(
      id: try id("HF-M08"), title: "Readmissions within 30 days", kind: .proportion, unit: "%",
      direction: .lower, frequency: Frequency(from: try period("2023/24-Q1"), interval: 2),
      role: .balancing, benefits: [try id("HF-B03")], guards: [try id("HF-B01")])
    let savings = Measure(
      id: try id("HF-M14"), title: "Savings", kind: .value, unit: "£k", direction: .higher,
      frequency: Frequency(from: try period("2023/24")), decimals: 2, aggregation: .sum)
    let whole = try series("HF-M01")
    let window = Baseline.Basis.window(from: try period("2023-04"), to: try period("2024-03"))
    let commitments: [Series: Commitment] = [
      whole: Commitment(
        baseline: Baseline(
          basis: window, state: .validated, validatedBy: "Head of Performance",
          validatedOn: try day("2024-05-10")),
        targets: [
          Target(
            value: 70, reachBy: try period("2024-09"), trajectory: .step),
          Target(
            value: 85, reachBy: try period("2025-03"), from: try period("2024-10"),
            holdUntil: try period("2027-03"), stretch: 90.5,
            trajectory: .table([
              PlannedValue(period: try period("2024-10"), value: 72.25),
              PlannedValue(period: try period("2024-11"), value: 0.1 + 0.2),
            ]),
            committedBy: "Chief Operating Officer", committedOn: try day("2024-02-01"),
            decision: "Board, 3 June 2024"),
        ]),
      try series("HF-M01", at: "alderwick", for: "fifth-1"): Commitment(
        baseline: Baseline(basis: window),
        targets: [
          Target(
            value: 80, reachBy: try period("2025-03"),
            trajectory: .sCurve(from: try period("2024-07")))
        ]),
      try series("HF-M08"): Commitment(
        baseline: Baseline(basis: .stated(value: 13.1, source: "2022/23 audit")),
        guardrail: Guardrail(limit: 14.5, amber: 14)),
      try series("HF-M14"): Commitment(
        baseline: Baseline(basis: .window(from: try period("2023/24"), to: try period("2023/24"))),
        targets: [
          Target(
            value: 400, reachBy: try period("2026/27"), basis: .toDate,
            trajectory: .linear(from: nil))
        ],
        guardrail: Guardrail(limit: -10)),
    ]
    return Plan(
      programme: programme, calendar: WorkingCalendar(holidays: .england, yearStarts: .april),
      projects: [
        Project(
          id: try id("P1"), title: "Urgent Community Response", owner: "Community Nursing Lead",
          goLive: try day("2024-07-01")), Project(id: try id("P2"), title: "Second"),
      ],
      sites: [
        Site(
          id: try id("alderwick"), title: "Alderwick", parent: try id("home-first"),
          goLive: try day("2024-07-01")), Site(id: try id("brackenmere"), title: "Brackenmere"),
      ],
      strata: [
        Stratum(id: try id("fifth-1"), title: "Most deprived fifth"),
        Stratum(id: try id("fifth-5"), title: "Least deprived fifth"),
      ],
      benefits: [
        Benefit(
          id: try id("HF-B01"), title: "Faster crisis response", aim: .patientExperience,
          project: try id("P1"), owner: "Community Nursing Lead", lifecycle: .realising,
          valueClass: .nonCashReleasing, firstBenefit: try day("2024-10-01"), weight: 2,
          tolerance: Tolerance(amber: 5, red: 12.5), handOver: try day("2026-04-01"),
          bauOwner: "Director of Operations", tags: ["frailty"]),
        Benefit(
          id: try id("HF-B03"), title: "Travel", aim: .costEfficiency, project: try id("P2"),
          lifecycle: .closed, isDisbenefit: true, reason: "Never came"),
      ],
      measures: [crisis, readmissions, savings], commitments: commitments,
      annotations: [
        Annotation(
          id: try id("go-live-1"), date: try day("2024-07-01"), kind: .goLive,
          text: "Crisis team live in Alderwick", projects: [try id("P1")],
          measures: [try id("HF-M01")], sites: [try id("alderwick")]),
        Annotation(
          id: try id("a2"), date: try day("2024-01-01"), kind: .dataIssue, text: "System change"),
      ],
      assumptions: [
        Assumption(
          id: try id("A1"), text: "A visit averts an admission", benefits: [try id("HF-B01")],
          state: .supported, testedOn: try day("2025-02-01"), evidence: "Audit of 120 visits"),
        Assumption(id: try id("A2"), text: "Staff stay", benefits: [try id("HF-B03")]),
      ],
      decisions: [
        Decision(
          id: try id("D-017"), date: try day("2026-01-15"), body: "Programme Board",
          text: "Accept the slip", benefits: [try id("HF-B01")], measures: [try id("HF-M08")])
      ],
      reviews: [
        Review(
          id: try id("R-1"), date: try day("2026-01-29"), body: "Programme Board",
          benefits: [try id("HF-B01")], decision: "D-017", narrative: "On course, but late",
          nextDue: try day("2026-04-30")),
        Review(
          id: try id("R-2"), date: try day("2026-04-30"), body: "Programme Board",
          kind: .sustainability),
      ],
      actions: [
        Action(
          id: try id("A-09"), text: "Relieve the caseload", owner: "Community Nursing Lead",
          raised: try day("2026-02-20"), due: try day("2026-05-29"),
          doneOn: try day("2026-05-20"), benefits: [try id("HF-B01")],
          measures: [try id("HF-M01")]),
        Action(
          id: try id("A-10"), text: "Count again", owner: "Analyst", due: try day("2026-06-30")),
      ],
      checks: CheckPolicy(profile: .board, waiverMaxDays: 60),
      waivers: [
        Waiver(
          id: try id("w1"), check: "data.overdue", subject: "HF-M08", reason: "System migration",
          approvedBy: "Chief Operating Officer", decision: "Board, 2 May 2024",
          created: try day("2024-05-02"), expires: try day("2024-08-31"))
      ])
  }

  /// A new database, with a plan where one is given.
  static func store(_ path: String, plan: Plan? = nil) throws -> Store {
    var store = try Store.create(
      at: path, origin: "test", draft: try draft("2026-01-01T09:00:00Z", command: "init"))
    if let plan {
      _ = try store.record(try draft("2026-01-01T10:00:00Z", command: "plan apply")) {
        try $0.apply(plan)
      }
    }
    return store
  }
}
