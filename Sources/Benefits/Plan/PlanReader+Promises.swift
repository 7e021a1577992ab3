import BenefitsModel

extension PlanReader {
  static let baselineKeys = FieldSet(
    phrase: "a baseline",
    keys: [
      "from", "to", "value", "source", "state", "validated_by", "validated_on", "site", "stratum",
    ])
  static let targetKeys = FieldSet(
    phrase: "a target",
    keys: [
      "value", "from", "reach_by", "hold_until", "stretch", "basis", "trajectory", "committed_by",
      "committed_on", "decision", "site", "stratum",
    ])
  static let guardrailKeys = FieldSet(
    phrase: "a guardrail", keys: ["limit", "amber", "site", "stratum"])

  /// Reads baseline, targets and guardrail of a measure, for the whole programme and for its parts.
  ///
  /// Everything is read, whatever else of the measure is wrong, so that all its faults come out at once.
  mutating func readPromises(
    of id: Measure.ID?, _ measure: Fields, _ direction: Direction?, _ reader: PeriodReader?
  ) {
    let trajectory = measure.node("trajectory", &faults).flatMap { readTrajectory($0, reader) }
    for node in measure.list("baseline", &faults) {
      readBaseline(node, of: id, measure, reader)
    }
    let targets = measure.list("targets", &faults)
    for node in targets { readTarget(node, of: id, measure, direction, trajectory, reader) }
    for node in measure.list("guardrail", &faults) {
      readGuardrail(node, of: id, measure, direction)
    }
    if measure.has("trajectory"), targets.isEmpty {
      faults.append(
        Fault(
          measure.keyPlace(of: "trajectory"),
          "\(measure.name) has a trajectory but no target for it to lead to",
          hint: "add targets: [{value: …, reach_by: …}]"))
    }
    if let id { settleTargets(of: id) }
  }

  /// The series that an entry of a measure speaks of.
  private mutating func series(of id: Measure.ID?, _ fields: Fields) -> Series? {
    let site = fields.node("site", &faults).map { self.site($0, called: "site") }
    let stratum = fields.node("stratum", &faults).map { self.stratum($0, called: "stratum") }
    guard let id, let programmeID else { return nil }
    switch (site, stratum) {
    case (.some(nil), _), (_, .some(nil)): return nil
    default:
      return Series(
        measure: id, site: (site ?? nil) ?? Site.ID(programmeID),
        stratum: (stratum ?? nil) ?? .all)
    }
  }

  // MARK: - Baseline

  private mutating func readBaseline(
    _ node: YAMLNode, of id: Measure.ID?, _ measure: Fields, _ reader: PeriodReader?
  ) {
    guard
      let fields = Fields(
        node, Self.baselineKeys, name: "the baseline of \(measure.name)", &faults)
    else { return }
    let series = series(of: id, fields)
    let state = fields.word("state", Baseline.State.self, &faults) ?? .provisional
    let validatedBy = fields.text("validated_by", &faults)
    let validatedOn = fields.day("validated_on", &faults)
    for key in ["validated_by", "validated_on"] where fields.has(key) && state != .validated {
      faults.append(
        Fault(
          fields.keyPlace(of: key), "'\(key)' is given, but the baseline is provisional",
          hint: "write state: validated, or leave '\(key)' out"))
      break
    }
    guard let basis = readBasis(fields, reader), let series else { return }
    if promises[series]?.baselinePlace != nil {
      faults.append(
        Fault(node.place, "there is a baseline of \(name(of: series)) already"))
      return
    }
    promises[series, default: Promise()].commitment.baseline = Baseline(
      basis: basis, state: state, validatedBy: validatedBy, validatedOn: validatedOn)
    promises[series]?.baselinePlace = node.place
    promises[series]?.windowEndPlace = fields.place(of: "to")
    places.add(PlanItem(.baseline, of: series), fields)
  }

  private mutating func readBasis(_ fields: Fields, _ reader: PeriodReader?) -> Baseline.Basis? {
    let from = fields.opening("from", reader, &faults)
    let to = fields.closing("to", reader, &faults)
    let value = fields.number("value", &faults)
    let source = fields.text("source", allowsLines: true, &faults)
    let hasWindow = fields.has("from") || fields.has("to")
    let hasValue = fields.has("value") || fields.has("source")
    if hasWindow == hasValue {
      faults.append(
        Fault(
          fields.place,
          hasWindow
            ? "\(fields.name) has both a window and a stated value; keep one of them"
            : "\(fields.name) has neither a window nor a value",
          hint: "write {from: …, to: …} for recorded periods, or {value: …, source: …}"))
      return nil
    }
    if hasValue {
      fields.require("value", &faults)
      fields.require("source", &faults, hint: "say where the stated value comes from")
      guard let value, let source else { return nil }
      return .stated(value: value, source: source)
    }
    fields.require("from", &faults)
    fields.require("to", &faults)
    guard let from, let to else { return nil }
    guard from <= to else {
      faults.append(
        Fault(fields.place(of: "to"), "the baseline ends in \(to), before it begins in \(from)"))
      return nil
    }
    return .window(from: from, to: to)
  }

  // MARK: - Targets

  private mutating func readTarget(
    _ node: YAMLNode, of id: Measure.ID?, _ measure: Fields, _ direction: Direction?,
    _ shared: Trajectory?, _ reader: PeriodReader?
  ) {
    guard
      let fields = Fields(node, Self.targetKeys, name: "a target of \(measure.name)", &faults)
    else { return }
    if direction == .stable {
      faults.append(
        Fault(
          fields.place, "\(measure.name) is to stay stable, so it has no target to reach",
          hint: "give it a guardrail, or say whether higher or lower is better"))
    }
    let series = series(of: id, fields)
    let value = fields.number("value", required: true, &faults)
    let reachBy = fields.closing("reach_by", required: true, reader, &faults)
    let from = fields.opening("from", reader, &faults)
    let holdUntil = fields.closing("hold_until", reader, &faults)
    let stretch = fields.number("stretch", &faults)
    let basis = fields.word("basis", Target.Basis.self, &faults) ?? .level
    let trajectory = fields.node("trajectory", &faults).flatMap { readTrajectory($0, reader) }
    let committedBy = fields.text("committed_by", &faults)
    let committedOn = fields.day("committed_on", &faults)
    let decision = fields.text("decision", &faults)
    if let from, let reachBy, reachBy < from {
      faults.append(
        Fault(
          fields.place(of: "reach_by"),
          "the target is to be reached by \(reachBy), before it begins in \(from)"))
    }
    if let reachBy, let holdUntil, holdUntil < reachBy {
      faults.append(
        Fault(
          fields.place(of: "hold_until"),
          "the target is to be held until \(holdUntil), before it is reached in \(reachBy)"))
    }
    guard let series, let value, let reachBy else { return }
    let target = Target(
      value: value, reachBy: reachBy, from: from, holdUntil: holdUntil, stretch: stretch,
      basis: basis, trajectory: trajectory ?? shared, committedBy: committedBy,
      committedOn: committedOn, decision: decision)
    promises[series, default: Promise()].targets.append(
      (target, fields.place, fields.place(of: "value")))
  }

  /// Puts the targets of a measure in the order of their reach-by periods, and refuses what they cannot be.
  private mutating func settleTargets(of id: Measure.ID) {
    for (series, promise) in promises where series.measure == id && !promise.targets.isEmpty {
      let item = PlanItem(.targets, of: series)
      let sorted = promise.targets.enumerated()
        .sorted {
          $0.element.target.reachBy == $1.element.target.reachBy
            ? $0.offset < $1.offset : $0.element.target.reachBy < $1.element.target.reachBy
        }
        .map(\.element)
      promises[series]?.commitment.targets = sorted.map(\.target)
      places.add(item, at: promise.targets[0].place)
      for (index, entry) in sorted.enumerated() {
        places.add(item, at: entry.place, field: String(index))
        if case .stated(let value, _)? = promise.commitment.baseline?.basis,
          value == entry.target.value, entry.target.basis == .level
        {
          faults.append(
            Fault(
              entry.valuePlace,
              "the target \(Numeral.shortest(value)) equals the baseline, so nothing is promised",
              hint: "write the value to be reached, or a guardrail if it is only to be kept"))
        }
        if index > 0, sorted[index - 1].target.reachBy == entry.target.reachBy,
          sorted[index - 1].target.from == entry.target.from
        {
          faults.append(
            Fault(
              max(entry.place, sorted[index - 1].place),
              "there is a target of \(name(of: series)) for \(entry.target.reachBy) already",
              hint: "keep one, or say with 'from' from when each is in force"))
        }
      }
    }
  }

  // MARK: - Guardrail

  private mutating func readGuardrail(
    _ node: YAMLNode, of id: Measure.ID?, _ measure: Fields, _ direction: Direction?
  ) {
    guard
      let fields = Fields(
        node, Self.guardrailKeys, name: "the guardrail of \(measure.name)", &faults)
    else { return }
    let series = series(of: id, fields)
    let limit = fields.number("limit", required: true, &faults)
    let amber = fields.number("amber", &faults)
    guard let limit else { return }
    if let amber, let direction, direction.sign * (amber - limit) < 0 {
      faults.append(
        Fault(
          fields.place(of: "amber"),
          "amber \(Numeral.shortest(amber)) lies beyond the limit \(Numeral.shortest(limit)), but it "
            + "is to warn before it (\(direction.phrase))"))
    }
    guard let series else { return }
    if promises[series]?.commitment.guardrail != nil {
      faults.append(Fault(node.place, "there is a guardrail of \(name(of: series)) already"))
      return
    }
    promises[series, default: Promise()].commitment.guardrail = Guardrail(
      limit: limit, amber: amber)
    places.add(PlanItem(.guardrail, of: series), fields)
  }

  /// A series for a message: the measure alone where the whole programme is meant.
  func name(of series: Series) -> String {
    guard let programmeID, series.site == Site.ID(programmeID), series.stratum == .all else {
      return series.description
    }
    return series.measure.text
  }
}
