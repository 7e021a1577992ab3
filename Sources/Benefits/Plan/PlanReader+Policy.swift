import BenefitsModel

extension PlanReader {
  static let checksKeys = FieldSet(
    phrase: "the part 'checks'",
    keys: ["profile", "fail_on", "defaults", "rules", "waiver_max_days"])
  static let checkDefaultsKeys = FieldSet(
    phrase: "the part 'defaults'", keys: ["consecutive", "sustain", "level_points"])
  static let sustainKeys = FieldSet(phrase: "'sustain'", keys: ["m", "n"])
  static let checkRuleKeys = FieldSet(
    phrase: "a rule",
    keys: ["id", "select", "severity", "consecutive"] + CheckThreshold.allCases.map(\.rawValue))

  mutating func readChecks(_ root: Fields) -> CheckPolicy {
    guard let node = root.blankableNode("checks"),
      let fields = Fields(node, Self.checksKeys, name: "the part 'checks'", &faults)
    else { return CheckPolicy() }
    places.add(PlanItem(.checks), fields)
    var policy = CheckPolicy()
    policy.profile = fields.word("profile", CheckPolicy.Profile.self, &faults) ?? .standard
    policy.failOn = fields.word("fail_on", CheckSeverity.self, &faults)
    readDefaults(fields, into: &policy)
    policy.rules = section(fields, "rules").enumerated().compactMap { readRule($1, $0) }
    policy.waiverMaxDays = fields.whole("waiver_max_days", in: 1...3660, &faults)
    return policy
  }

  private mutating func readDefaults(_ root: Fields, into policy: inout CheckPolicy) {
    guard let node = root.blankableNode("defaults"),
      let fields = Fields(node, Self.checkDefaultsKeys, name: "the part 'defaults'", &faults)
    else { return }
    policy.consecutive = readConsecutive(fields)
    policy.levelPoints =
      fields.whole("level_points", in: 1...12, &faults) ?? CheckPolicy.usualLevelPoints
    guard let inner = fields.node("sustain", &faults),
      let sustain = Fields(inner, Self.sustainKeys, name: "'sustain'", &faults)
    else { return }
    for key in Self.sustainKeys.keys { sustain.require(key, &faults, hint: "write {m: 5, n: 6}") }
    guard let periods = sustain.whole("m", in: 1...60, &faults),
      let window = sustain.whole("n", in: 1...60, &faults)
    else { return }
    guard periods <= window else {
      faults.append(
        Fault(
          sustain.place(of: "m"),
          "'m' is \(periods), but only the last \(window) periods are looked at",
          hint: "m is at most n"))
      return
    }
    policy.sustain = SustainRule(periods: periods, window: window)
  }

  private mutating func readConsecutive(_ root: Fields) -> [ConsecutivePeriods] {
    guard let node = root.node("consecutive", &faults) else { return [] }
    guard case .map(let pairs) = node.content else {
      faults.append(
        Fault(
          node.place, "'consecutive' is \(node.shape), but checks and numbers are expected",
          hint: #"write consecutive: {"signal.*": 2}"#))
      return []
    }
    return pairs.compactMap { pair in
      let set = FieldSet(phrase: "'consecutive'", keys: [pair.key])
      let lone = YAMLNode(content: .map([pair]), place: node.place)
      guard let field = Fields(lone, set, name: "'consecutive'", &faults),
        let periods = field.whole(pair.key, in: 1...60, &faults),
        let checks = readPattern(pair.key, at: pair.keyPlace, asksForConsecutive: true)
      else { return nil }
      return ConsecutivePeriods(checks: checks, periods: periods)
    }
  }

  private mutating func readRule(_ node: YAMLNode, _ index: Int) -> CheckPolicyRule? {
    guard
      let fields = Fields(node, Self.checkRuleKeys, name: "rule number \(index + 1)", &faults)
    else { return nil }
    let pattern = fields.text(
      "id", required: true, hint: "the check that the rule is for, as traj.on-track or data.*",
      &faults)
    let selection = fields.text("select", &faults)
    var rule = CheckPolicyRule(checks: Glob(pattern ?? "*"))
    rule.severity = fields.word("severity", CheckSeverity.self, &faults)
    rule.consecutive = fields.whole("consecutive", in: 1...60, &faults)
    for threshold in CheckThreshold.allCases {
      rule.thresholds[threshold] = readThreshold(threshold, fields)
    }
    if let warn = rule.thresholds[.warnBelowPace], let error = rule.thresholds[.errorBelowPace],
      error > warn
    {
      faults.append(
        Fault(
          fields.place(of: "error_below_pace"),
          "'error_below_pace' is \(Numeral.shortest(error)), above 'warn_below_pace', "
            + "\(Numeral.shortest(warn)), so that nothing would be warned of",
          hint: "what fails is worse than what is warned of"))
    }
    if let selection {
      do throws(CheckSelectionFault) {
        rule.select = try CheckSelection(selection)
      } catch {
        faults.append(Fault(fields.place(of: "select"), "'select': \(error)"))
      }
    }
    guard let pattern,
      let checks = readPattern(
        pattern, at: fields.place(of: "id"), asksForConsecutive: rule.consecutive != nil)
    else { return nil }
    rule.checks = checks
    guard case .map(let pairs) = node.content,
      pairs.contains(where: { !["id", "select"].contains($0.key) })
    else {
      faults.append(
        Fault(
          fields.place, "the rule for \(pattern) sets nothing",
          hint: "give it \(Self.checkRuleKeys.keys.dropFirst(2).joined(separator: ", "))"))
      return nil
    }
    examine(rule, fields)
    return rule
  }

  private mutating func readThreshold(_ threshold: CheckThreshold, _ fields: Fields) -> Double? {
    switch threshold {
    case .graceDays, .withinDays:
      return fields.whole(threshold.rawValue, in: 0...3660, &faults).map(Double.init)
    case .warnBelowPace, .errorBelowPace, .warnBelowRealised, .warnAboveRate:
      guard let number = fields.positive(threshold.rawValue, &faults) else { return nil }
      if threshold != .warnBelowRealised, number > 10 {
        faults.append(
          Fault(
            fields.place(of: threshold.rawValue),
            "'\(threshold.rawValue)' is \(Numeral.shortest(number)), but a share is expected",
            hint: "1 is as planned; write 0.9 for 90 %"))
        return nil
      }
      return number
    }
  }

  /// Refuses limits that none of the rule's checks has.
  private mutating func examine(_ rule: CheckPolicyRule, _ fields: Fields) {
    guard let register else { return }
    let items = register.items(matching: rule.checks)
    for threshold in CheckThreshold.allCases
    where rule.thresholds[threshold] != nil
      && !items.contains(where: { $0.thresholds.contains(threshold) })
    {
      let takers = register.items.filter { $0.thresholds.contains(threshold) }.map(\.id)
      let usual = Set(items.flatMap(\.thresholds)).map(\.rawValue).sorted()
      faults.append(
        Fault(
          fields.keyPlace(of: threshold.rawValue),
          "'\(threshold.rawValue)' is no limit of \(rule.checks.text)",
          hint: usual.isEmpty
            ? "it is one of \(takers.joined(separator: ", "))"
            : "its limits are \(usual.joined(separator: ", "))"))
    }
  }

  /// A pattern of checks' ids; a fault where no check fits it.
  private mutating func readPattern(
    _ text: String, at place: SourceLocation, asksForConsecutive: Bool
  ) -> Glob? {
    let pattern = Glob(text)
    guard let register else { return pattern }
    let items = register.items(matching: pattern)
    guard !items.isEmpty else {
      let near = Suggestion.clause(for: text, in: register.items.map(\.id))
      faults.append(
        Fault(
          place,
          pattern.isPlain
            ? "there is no check '\(text)'\(near)" : "no check fits the pattern '\(text)'",
          hint: near.isEmpty ? "'benefits-report explain' lists them" : nil))
      return nil
    }
    if asksForConsecutive, !items.contains(where: \.honoursConsecutive) {
      let ids = register.items.filter(\.honoursConsecutive).map(\.id)
      faults.append(
        Fault(
          place, "\(text) is breached at once, whatever the number of periods",
          hint: "several periods in a row are asked of \(ids.joined(separator: ", "))"))
      return nil
    }
    return pattern
  }
}

// MARK: - What only the whole plan shows

extension PlanReader {
  /// Refuses a baseline that already holds some of the change it is to be compared with.
  mutating func examine(_ plan: Plan) {
    for series in plan.commitmentOrder {
      guard let promise = promises[series],
        case .window(let from, let to)? = promise.commitment.baseline?.basis,
        let goLive = plan.goLive(of: series), from.first <= goLive, goLive < to.end
      else { continue }
      let last = Period(to.kind, containing: goLive, yearStart: calendar.yearStarts)
        .advanced(by: -1)
      faults.append(
        Fault(
          promise.windowEndPlace ?? promise.baselinePlace
            ?? SourceLocation(whole: ""),
          "the baseline of \(name(of: series)), \(from) to \(to), holds the go-live on \(goLive)",
          hint: from <= last
            ? "end it before the change: to: \(last)"
            : "choose a window that ends before the change"))
    }
  }
}
