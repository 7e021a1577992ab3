import BenefitsModel

/// A generator of the same numbers in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes plans that a plan file can say, with texts and numbers that are easy to write wrongly.
struct RandomPlan {
  private var generator: Seeded

  init(seed: Int) { generator = Seeded(seed) }

  static let hostileTexts = [
    "no", "null", "~", "1e3", "2024-07-01", "85%", "%", "- a", "a: b", "a:", "a #b", "#b", "it's",
    "\"x\"", "a, b", "[a]", "{a: b}", "&a *a", "*a", "R&D, *R", "@x", "`x`", "!x", "| x", "> x",
    "\\n",
    "£k", "Ωμέγα", "e\u{301}", "👩🏽‍⚕️", "per 1,000", "?", "-", "=", "<<", "yes", "snake_case", "0x10",
    "'", "\"", "\\", "a\tb", "true",
  ]

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func pick<T>(_ list: [T]) -> T {
    list[Int.random(in: 0..<list.count, using: &generator)]
  }

  private mutating func maybe<T>(_ percent: Int, _ make: (inout RandomPlan) -> T) -> T? {
    chance(percent) ? make(&self) : nil
  }

  private mutating func text() -> String {
    chance(50) ? pick(Self.hostileTexts) : pick(Self.hostileTexts) + " " + pick(Self.hostileTexts)
  }

  private mutating func lines() -> String {
    chance(60)
      ? text() : [text(), pick(["", " x", "-", "x\u{2028}y"]), text()].joined(separator: "\n")
  }

  private mutating func number() -> Double {
    pick([0.00001, 0.1 + 0.2, -3.5, 0, 85, 1e15, -1e-9, 123456.789, 14.5, 1e14 + 0.5])
  }

  private mutating func day() -> Day {
    Day(epochDay: Int.random(in: 19_000..<21_000, using: &generator))
  }

  private mutating func some<T>(of list: [T]) -> [T] { list.filter { _ in chance(40) } }

  private func ids<Noun>(_ prefix: String, _ count: Int) -> [Identifier<Noun>] {
    (0..<count).compactMap { Identifier("\(prefix)-\($0).x") }
  }

  mutating func plan() -> Plan? {
    guard let id = Programme.ID(pick(["p", "Home-First", "007", "1e3"])) else { return nil }
    var plan = Plan(
      programme: Programme(id: id, title: text(), purpose: maybe(50) { $0.lines() }),
      calendar: WorkingCalendar(
        holidays: pick(Holidays.allCases), yearStarts: pick(YearStart.allCases)))
    plan.projects = ids("P", 2).map {
      Project(id: $0, title: text(), owner: maybe(50) { $0.text() })
    }
    plan.sites = ids("site", 3).map { Site(id: $0, title: chance(30) ? $0.text : text()) }
    plan.sites[1].parent = plan.sites[0].id
    plan.sites[2].parent = Site.ID(id)
    // Long before every baseline, which may not hold it.
    plan.sites[2].goLive = Day(epochDay: 10_000)
    plan.strata = ids("fifth", 2).map { Stratum(id: $0, title: chance(50) ? $0.text : text()) }
    plan.benefits = ids("B", 3).map { id in
      let lifecycle = pick(Lifecycle.allCases)
      let needsReason = lifecycle == .closed || lifecycle == .superseded
      return Benefit(
        id: id, title: text(), aim: pick(Aim.allCases), project: pick(plan.projects).id,
        owner: maybe(50) { $0.text() }, lifecycle: lifecycle,
        valueClass: maybe(50) { $0.pick(BenefitClass.allCases) },
        firstBenefit: maybe(50) { $0.day() }, weight: pick([1, 2, 0.5, 0.00002]),
        isDisbenefit: chance(20), reason: maybe(needsReason ? 100 : 20) { $0.lines() },
        tolerance: maybe(30) { Tolerance(amber: $0.pick([0.00001, 5]), red: $0.pick([5, 12.5])) },
        handOver: maybe(30) { $0.day() }, bauOwner: maybe(30) { $0.text() }, tags: tags())
    }
    for id in ids("M", 4) as [Measure.ID] { add(measure(id, plan), to: &plan) }
    plan.annotations = ids("A", 3).map { id in
      Annotation(
        id: id, date: day(), kind: pick(Annotation.Kind.allCases), text: lines(),
        projects: some(of: plan.projects.map(\.id)), measures: some(of: plan.measures.map(\.id)),
        sites: some(of: plan.sites.map(\.id)))
    }
    addGovernance(to: &plan)
    plan.checks = policy()
    plan.waivers = ids("W", 2).map { id in
      let created = day()
      return Waiver(
        id: id, check: "target.met-by-date", subject: pick(plan.measures).id.text,
        kind: pick(Waiver.Kind.allCases), reason: lines(), approvedBy: text(),
        decision: maybe(50) { $0.text() }, created: created,
        expires: created.advanced(by: Int.random(in: 1...92, using: &generator)),
        voidIf: WaiverVoid(
          realisedBelow: chance(50) ? 55.5 : nil,
          statuses: chance(50) ? [pick(Status.allCases), .missed] : []),
        acceptsUnknown: chance(30))
    }
    return plan
  }

  private mutating func tags() -> [String] { some(of: ["winter", "1e3", "no", "A.b-c"]) }

  private mutating func addGovernance(to plan: inout Plan) {
    let (benefits, measures) = (plan.benefits.map(\.id), plan.measures.map(\.id))
    plan.assumptions = ids("U", 2).map { id in
      let state = pick(Assumption.State.allCases)
      let isTested = state != .untested
      return Assumption(
        id: id, text: lines(), benefits: [pick(benefits)], state: state,
        testedOn: isTested ? maybe(50) { $0.day() } : nil,
        evidence: isTested ? maybe(50) { $0.lines() } : nil)
    }
    plan.decisions = ids("D", 2).map {
      Decision(
        id: $0, date: day(), body: text(), text: lines(), benefits: some(of: benefits),
        measures: some(of: measures))
    }
    plan.reviews = ids("R", 2).map { id in
      let date = day()
      return Review(
        id: id, date: date, body: text(), kind: pick(Review.Kind.allCases),
        benefits: some(of: benefits),
        decision: maybe(50) { $0.lines() }, narrative: maybe(50) { $0.lines() },
        nextDue: chance(50) ? date.advanced(by: 90) : nil)
    }
    plan.actions = ids("T", 2).map { id in
      let raised = maybe(50) { $0.day() }
      let due = raised?.advanced(by: 30) ?? day()
      return Action(
        id: id, text: lines(), owner: text(), raised: raised, due: due,
        doneOn: chance(50) ? due.advanced(by: pick([0, 7])) : nil, benefits: some(of: benefits),
        measures: some(of: measures))
    }
  }

  private mutating func policy() -> CheckPolicy {
    var policy = CheckPolicy(
      profile: pick(CheckPolicy.Profile.allCases), waiverMaxDays: chance(50) ? 200 : nil)
    if chance(50) { policy.failOn = pick(CheckSeverity.allCases) }
    if chance(50) { policy.sustain = SustainRule(periods: 3, window: 4) }
    if chance(50) { policy.levelPoints = 4 }
    if chance(50) {
      policy.consecutive = [
        ConsecutivePeriods(checks: Glob("signal.*"), periods: 3),
        ConsecutivePeriods(checks: Glob("traj.on-track"), periods: 2),
      ]
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      var rule = CheckPolicyRule(checks: Glob(pick(["*", "data.*", "traj.on-track"])))
      rule.severity = pick(CheckSeverity.allCases)
      if chance(50) { rule.consecutive = 4 }
      if chance(50) { rule.select = try? CheckSelection("aim:*+!role:context, owner:A B") }
      if chance(50) { rule.thresholds = [.warnBelowPace: 0.9, .graceDays: 30] }
      policy.rules.append(rule)
    }
    return policy
  }

  private mutating func measure(_ id: Measure.ID, _ plan: Plan) -> Measure {
    let kind = pick(MeasureKind.allCases)
    let every: PeriodKind = kind == .event ? .day : pick(PeriodKind.allCases)
    let from = Period(every, containing: day(), yearStart: plan.calendar.yearStarts)
    var measure = Measure(
      id: id, title: text(), kind: kind, unit: pick(["", "%", "days", "£k", "per 1,000"]),
      direction: pick(Direction.allCases),
      frequency: Frequency(
        from: from, interval: kind == .event ? 1 : pick([1, 1, 2, 6]),
        lagWorkingDays: pick([0, 15]),
        graceDays: pick([0, 3]), finalDays: pick([nil, 0, 60])), role: pick(MeasureRole.allCases),
      benefits: some(of: plan.benefits.map(\.id)), guards: some(of: plan.benefits.map(\.id)))
    if kind.isRatio { measure.multiply = pick([1, 100, 1000, 0.00001]) }
    measure.decimals = pick([0, 1, 6])
    if !kind.isRatio { measure.aggregation = pick([.sum, .mean, .last]) }
    measure.definition = maybe(50) { $0.lines() }
    measure.source = maybe(50) { $0.lines() }
    measure.owner = maybe(50) { $0.text() }
    measure.suppressBelow = maybe(30) { $0.pick([5, 0.5]) }
    measure.isSeasonal = chance(30)
    if chance(30) {
      measure.definitionVersion = text()
      measure.definitionFrom = maybe(50) { _ in from.advanced(by: 3) }
    }
    measure.possible = maybe(30) { $0.pick([Bounds(from: -3.5), Bounds(from: -3.5, to: 1e15)]) }
    measure.expected = maybe(30) { $0.pick([Bounds(from: 0.1, to: 14.5), Bounds(to: 85)]) }
    measure.tolerance = maybe(30) { $0.pick([4, 0.00001]) }
    measure.equityGap = maybe(30) { $0.pick([3, 0.5]) }
    measure.tags = tags()
    measure.comparison = MeasureComparison(
      site: plan.sites.isEmpty || chance(70) ? nil : pick(plan.sites).id,
      stratum: plan.strata.isEmpty || chance(70) ? nil : pick(plan.strata).id)
    if chance(40) {
      measure.phases = [3, 7].map {
        Phase(from: from.advanced(by: $0), reason: maybe(50) { $0.lines() })
      }
    }
    return measure
  }

  private mutating func add(_ measure: Measure, to plan: inout Plan) {
    plan.measures.append(measure)
    let sites = [Site.ID(plan.programme.id)] + plan.sites.map(\.id)
    let strata = [Stratum.ID.all] + plan.strata.map(\.id)
    for site in sites where chance(50) {
      for stratum in strata where chance(40) {
        let commitment = commitment(of: measure)
        if !commitment.isEmpty {
          plan.commitments[Series(measure: measure.id, site: site, stratum: stratum)] = commitment
        }
      }
    }
  }

  private mutating func commitment(of measure: Measure) -> Commitment {
    let from = measure.frequency.from
    var commitment = Commitment()
    if chance(60) {
      let basis: Baseline.Basis =
        chance(50)
        ? .window(from: from, to: from.advanced(by: pick([0, 11])))
        : .stated(value: 77.125, source: lines())
      let isValidated = chance(50)
      commitment.baseline = Baseline(
        basis: basis, state: isValidated ? .validated : .provisional,
        validatedBy: isValidated ? text() : nil, validatedOn: isValidated ? day() : nil)
    }
    if measure.direction != .stable {
      for place in 0..<pick([0, 1, 2]) {
        let reachBy = from.advanced(by: 12 + place)
        commitment.targets.append(
          Target(
            value: number(), reachBy: reachBy, from: maybe(30) { _ in from.advanced(by: 2) },
            holdUntil: maybe(30) { _ in reachBy.advanced(by: 5) },
            stretch: maybe(30) { $0.number() },
            basis: pick(Target.Basis.allCases), trajectory: maybe(70) { $0.trajectory(from) },
            committedBy: maybe(50) { $0.text() }, committedOn: maybe(50) { $0.day() },
            decision: maybe(50) { $0.text() }))
      }
    }
    if chance(40) {
      let limit = pick([-3.5, 0, 14.5, 0.00001])
      commitment.guardrail = Guardrail(
        limit: limit, amber: chance(50) ? limit + measure.direction.sign * 0.5 : nil)
    }
    return commitment
  }

  private mutating func trajectory(_ from: Period) -> Trajectory {
    pick([
      .linear(from: nil), .linear(from: from), .step, .sCurve(from: nil), .sCurve(from: from),
      .table((0..<3).map { PlannedValue(period: from.advanced(by: $0), value: number()) }),
    ])
  }
}
