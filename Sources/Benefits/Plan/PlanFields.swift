import BenefitsModel

/// The fields of a thing with their values in the words of a plan file, in the order of its reference.
struct PlanFields {
  /// A field with its value as it is shown, and as it is compared.
  struct Field {
    var field: String
    var value: String
    var compared: String
    /// The texts of a list; `nil` for a single text.
    var texts: [String]?
    /// The keys and texts of a map; `nil` for anything else.
    var inner: [(key: String, text: String)]?
    /// Whether a file that leaves the field out says the same.
    var isUsual = false
  }

  private(set) var list: [Field] = []

  private mutating func add(_ field: String, _ value: String?, isUsual: Bool = false) {
    guard let value, !value.isEmpty else { return }
    list.append(Field(field: field, value: value, compared: value, isUsual: isUsual))
  }

  private mutating func add(_ field: String, _ value: Double?, isUsual: Bool = false) {
    add(field, value.map(Numeral.plain), isUsual: isUsual)
  }

  private mutating func add(_ field: String, _ value: Day?) { add(field, value?.description) }

  private mutating func add(_ field: String, _ value: Period?) { add(field, value?.description) }

  /// Capitals in identifiers make no difference.
  private mutating func add<Noun>(_ field: String, _ ids: [Identifier<Noun>]) {
    guard !ids.isEmpty else { return }
    list.append(
      Field(
        field: field, value: ids.map(\.text).joined(separator: ", "),
        compared: ids.map(\.folded).joined(separator: ", "), texts: ids.map(\.text)))
  }

  /// Capitals in tags make no difference.
  private mutating func add(_ field: String, tags: [String]) {
    guard !tags.isEmpty else { return }
    list.append(
      Field(
        field: field, value: tags.joined(separator: ", "),
        compared: tags.map { $0.asciiLowercased() }.joined(separator: ", "), texts: tags))
  }

  /// A map of numbers, as `from 0 to 100`.
  private mutating func add(_ field: String, _ inner: [(key: String, number: Double?)]) {
    let texts = inner.compactMap { part in
      part.number.map { (key: part.key, text: Numeral.plain($0)) }
    }
    guard !texts.isEmpty else { return }
    let value = texts.map { "\($0.key) \($0.text)" }.joined(separator: " ")
    list.append(Field(field: field, value: value, compared: value, inner: texts))
  }

  private mutating func add(_ field: String, _ bounds: Bounds?) {
    add(field, [("from", bounds?.from), ("to", bounds?.to)])
  }

  /// Capitals in an identifier make no difference.
  private mutating func add<Noun>(_ field: String, _ id: Identifier<Noun>?) {
    guard let id else { return }
    list.append(Field(field: field, value: id.text, compared: id.folded))
  }

  /// The fields of one thing; empty where the plan does not have it.
  static func of(_ item: PlanItem, in plan: Plan, series: Series?) -> PlanFields {
    func find<Thing: Identifiable>(_ things: [Thing]) -> Thing?
    where Thing.ID == Identifier<Thing> {
      Identifier<Thing>(item.id).flatMap { id in things.first { $0.id == id } }
    }
    let commitment = series.flatMap { plan.commitments[$0] }
    return switch item.noun {
    case .programme: PlanFields(plan.programme)
    case .calendar: PlanFields(plan.calendar)
    case .checks: PlanFields(plan.checks)
    case .project: find(plan.projects).map(PlanFields.init) ?? PlanFields()
    case .site: find(plan.sites).map(PlanFields.init) ?? PlanFields()
    case .stratum: find(plan.strata).map(PlanFields.init) ?? PlanFields()
    case .benefit: find(plan.benefits).map(PlanFields.init) ?? PlanFields()
    case .measure: find(plan.measures).map(PlanFields.init) ?? PlanFields()
    case .baseline: commitment?.baseline.map(PlanFields.init) ?? PlanFields()
    case .targets: PlanFields(commitment?.targets ?? [])
    case .guardrail: commitment?.guardrail.map(PlanFields.init) ?? PlanFields()
    case .annotation: find(plan.annotations).map(PlanFields.init) ?? PlanFields()
    case .assumption: find(plan.assumptions).map(PlanFields.init) ?? PlanFields()
    case .decision: find(plan.decisions).map(PlanFields.init) ?? PlanFields()
    case .review: find(plan.reviews).map(PlanFields.init) ?? PlanFields()
    case .action: find(plan.actions).map(PlanFields.init) ?? PlanFields()
    case .waiver: find(plan.waivers).map(PlanFields.init) ?? PlanFields()
    }
  }

  /// What the thing is, in a few words, for the line that adds it.
  func summary(of item: PlanItem) -> String {
    switch item.noun {
    case .programme, .project, .site, .stratum, .benefit, .measure:
      list.first { $0.field == "title" }?.value ?? ""
    case .annotation, .assumption, .decision, .action:
      list.first { $0.field == "text" }?.value ?? ""
    case .review:
      list.filter { ["date", "body"].contains($0.field) }.map(\.value).joined(separator: ", ")
    case .waiver:
      list.filter { ["check", "subject", "expires"].contains($0.field) }
        .map { $0.field == "expires" ? "until \($0.value)" : $0.value }.joined(separator: ", ")
    case .targets:
      list.filter { $0.field.hasPrefix("target") }.map { "\($0.value) \($0.field.dropFirst(7))" }
        .joined(separator: "; ")
    default: list.map { "\($0.field) \($0.value)" }.joined(separator: ", ")
    }
  }

  /// The changes that turn these fields into others.
  func changes(to other: PlanFields) -> [PlanChange.FieldChange] {
    var changes: [PlanChange.FieldChange] = []
    for old in list {
      let new = other.list.first { $0.field == old.field }
      if new?.compared != old.compared {
        changes.append(.init(field: old.field, old: old.value, new: new?.value))
      }
    }
    for new in other.list where !list.contains(where: { $0.field == new.field }) {
      changes.append(.init(field: new.field, old: nil, new: new.value))
    }
    return changes
  }
}

// MARK: - The fields of each noun

extension PlanFields {
  init(_ programme: Programme) {
    add("title", programme.title)
    add("purpose", programme.purpose)
  }

  init(_ calendar: WorkingCalendar) {
    add("holidays", calendar.holidays.rawValue)
    add("year_starts", calendar.yearStarts.rawValue)
  }

  init(_ checks: CheckPolicy) {
    add("profile", checks.profile.rawValue)
    add("fail_on", checks.failOn?.rawValue)
    for one in checks.consecutive {
      add("consecutive \(one.checks.text)", String(one.periods))
    }
    let sustain = checks.sustain
    add("sustain", sustain == .usual ? nil : "\(sustain.periods) of \(sustain.window)")
    let points = checks.levelPoints
    add("level_points", points == CheckPolicy.usualLevelPoints ? nil : String(points))
    for rule in checks.rules {
      let name = "rule \(rule.checks.text)" + (rule.select.map { " for \($0.text)" } ?? "")
      let said = list.count { $0.field == name || $0.field.hasPrefix(name + " (") }
      add(
        said == 0 ? name : "\(name) (\(said + 1))",
        PlanFields(rule).list.dropFirst(rule.select == nil ? 1 : 2)
          .map { "\($0.field) \($0.value)" }.joined(separator: ", "))
    }
    add("waiver_max_days", checks.waiverMaxDays.map(String.init))
  }

  /// The fields of a rule of the policy, as the keys of its map.
  init(_ rule: CheckPolicyRule) {
    add("id", rule.checks.text)
    add("select", rule.select?.text)
    add("severity", rule.severity?.rawValue)
    add("consecutive", rule.consecutive.map(String.init))
    for threshold in CheckThreshold.allCases { add(threshold.rawValue, rule.thresholds[threshold]) }
  }

  init(_ project: Project) {
    add("title", project.title)
    add("owner", project.owner)
    add("go_live", project.goLive)
  }

  init(_ site: Site) {
    add("title", site.title, isUsual: site.title == site.id.text)
    add("parent", site.parent)
    add("go_live", site.goLive)
  }

  init(_ stratum: Stratum) {
    add("title", stratum.title, isUsual: stratum.title == stratum.id.text)
  }

  init(_ benefit: Benefit) {
    add("title", benefit.title)
    add("aim", benefit.aim.rawValue)
    add("project", benefit.project)
    add("owner", benefit.owner)
    add("lifecycle", benefit.lifecycle.rawValue)
    add("class", benefit.valueClass?.rawValue)
    add("first_benefit", benefit.firstBenefit)
    add("weight", benefit.weight, isUsual: benefit.weight == 1)
    add("disbenefit", benefit.isDisbenefit ? "true" : nil)
    add("reason", benefit.reason)
    add("tolerance", [("amber", benefit.tolerance?.amber), ("red", benefit.tolerance?.red)])
    add("hand_over", benefit.handOver)
    add("bau_owner", benefit.bauOwner)
    add("tags", tags: benefit.tags)
  }

  init(_ measure: Measure) {
    let usual = Measure(
      id: measure.id, title: measure.title, kind: measure.kind, unit: measure.unit,
      direction: measure.direction, frequency: measure.frequency)
    add("title", measure.title)
    add("benefits", measure.benefits)
    add("guards", measure.guards)
    add("role", measure.role.rawValue)
    add("kind", measure.kind.rawValue)
    add("unit", measure.unit)
    // What a ratio is multiplied by depends on its unit where it is not said, and a unit may change.
    add("multiply", measure.multiply, isUsual: !measure.kind.isRatio)
    add("decimals", String(measure.decimals), isUsual: measure.decimals == usual.decimals)
    add("direction", measure.direction.rawValue)
    add(
      "aggregation", measure.aggregation.rawValue,
      isUsual: measure.aggregation == usual.aggregation)
    add("definition", measure.definition)
    add("definition_version", measure.definitionVersion)
    add("definition_from", measure.definitionFrom)
    add("source", measure.source)
    add("owner", measure.owner)
    add("frequency every", Self.every(measure.frequency))
    add("frequency from", measure.frequency.from)
    add(
      "frequency lag_working_days", String(measure.frequency.lagWorkingDays),
      isUsual: measure.frequency.lagWorkingDays == 0)
    add(
      "frequency grace_days", String(measure.frequency.graceDays),
      isUsual: measure.frequency.graceDays == 0)
    add("frequency final_days", measure.frequency.finalDays.map(String.init))
    add("suppress_below", measure.suppressBelow)
    add("possible", measure.possible)
    add("expected", measure.expected)
    add("tolerance", measure.tolerance)
    add("equity_gap", measure.equityGap)
    add("seasonal", measure.isSeasonal ? "true" : nil)
    add("comparison_site", measure.comparison?.site)
    add("comparison_stratum", measure.comparison?.stratum)
    for phase in measure.phases {
      add("phase from \(phase.from)", phase.reason ?? "no reason given")
    }
    add("tags", tags: measure.tags)
  }

  static func every(_ frequency: Frequency) -> String {
    frequency.interval == 1
      ? frequency.kind.rawValue : "\(frequency.interval) \(frequency.kind.rawValue)s"
  }

  init(_ baseline: Baseline) {
    switch baseline.basis {
    case .window(let from, let to):
      add("from", from)
      add("to", to)
    case .stated(let value, let source):
      add("value", value)
      add("source", source)
    }
    add("state", baseline.state.rawValue)
    add("validated_by", baseline.validatedBy)
    add("validated_on", baseline.validatedOn)
  }

  init(_ guardrail: Guardrail) {
    add("limit", guardrail.limit)
    add("amber", guardrail.amber)
  }

  init(_ annotation: Annotation) {
    add("date", annotation.date)
    add("kind", annotation.kind.rawValue)
    add("text", annotation.text)
    add("projects", annotation.projects)
    add("measures", annotation.measures)
    add("sites", annotation.sites)
  }

  init(_ assumption: Assumption) {
    add("text", assumption.text)
    add("benefits", assumption.benefits)
    add("state", assumption.state.rawValue)
    add("tested_on", assumption.testedOn)
    add("evidence", assumption.evidence)
  }

  init(_ decision: Decision) {
    add("date", decision.date)
    add("body", decision.body)
    add("text", decision.text)
    add("benefits", decision.benefits)
    add("measures", decision.measures)
  }

  init(_ review: Review) {
    add("date", review.date)
    add("body", review.body)
    add("kind", review.kind.rawValue, isUsual: review.kind == .review)
    add("benefits", review.benefits)
    add("decision", review.decision)
    add("narrative", review.narrative)
    add("next_due", review.nextDue)
  }

  init(_ action: Action) {
    add("text", action.text)
    add("owner", action.owner)
    add("raised", action.raised)
    add("due", action.due)
    add("done_on", action.doneOn)
    add("benefits", action.benefits)
    add("measures", action.measures)
  }

  init(_ waiver: Waiver) {
    add("check", waiver.check)
    add("subject", waiver.subject)
    add("kind", waiver.kind.rawValue, isUsual: waiver.kind == .accept)
    add("reason", waiver.reason)
    add("approved_by", waiver.approvedBy)
    add("decision", waiver.decision)
    add("created", waiver.created)
    add("expires", waiver.expires)
    add("void_if realised_below", waiver.voidIf.realisedBelow)
    let statuses = waiver.voidIf.statuses.map(\.rawValue)
    if !statuses.isEmpty {
      let text = statuses.joined(separator: ", ")
      list.append(
        Field(field: "void_if status", value: text, compared: text, texts: statuses))
    }
    add("unknown", waiver.acceptsUnknown ? "true" : nil)
  }
}

// MARK: - Targets

extension PlanFields {
  /// The fields of all targets of a series, each under the period by which it is to be reached.
  init(_ targets: [Target]) {
    for target in targets { add(target, as: Self.label(of: target, among: targets)) }
  }

  /// What tells a target from the others: its reach-by period, and where needed its first.
  static func label(of target: Target, among targets: [Target]) -> String {
    let isUnique = targets.filter { $0.reachBy == target.reachBy }.count == 1
    return "by \(target.reachBy)" + (isUnique ? "" : target.from.map { " from \($0)" } ?? "")
  }

  /// The fields of one target without its trajectory, as the keys of its map.
  init(_ target: Target) {
    add("value", target.value)
    add("from", target.from)
    add("reach_by", target.reachBy)
    add("hold_until", target.holdUntil)
    add("stretch", target.stretch)
    add("basis", target.basis.rawValue, isUsual: target.basis == .level)
    add("committed_by", target.committedBy)
    add("committed_on", target.committedOn)
    add("decision", target.decision)
  }

  mutating func add(_ target: Target, as label: String) {
    add("target \(label)", target.value)
    add("from, \(label)", target.from)
    add("hold_until, \(label)", target.holdUntil)
    add("stretch, \(label)", target.stretch)
    add("basis, \(label)", target.basis == .level ? nil : target.basis.rawValue)
    switch target.trajectory {
    case nil: break
    case .linear(let from)?:
      add("trajectory, \(label)", "linear" + (from.map { " from \($0)" } ?? ""))
    case .step?: add("trajectory, \(label)", "step")
    case .sCurve(let from)?:
      add("trajectory, \(label)", "s-curve" + (from.map { " from \($0)" } ?? ""))
    case .table(let values)?:
      for planned in values { add("trajectory \(planned.period), \(label)", planned.value) }
    }
    add("committed_by, \(label)", target.committedBy)
    add("committed_on, \(label)", target.committedOn)
    add("decision, \(label)", target.decision)
  }
}
