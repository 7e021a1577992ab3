import BenefitsModel

/// The JSON body of what a plan says about its checks; usual values are left out.
struct PolicyBody: Codable {
  struct Consecutive: Codable {
    var checks: String
    var periods: Int
  }

  struct Rule: Codable {
    var checks: String
    var select: String?
    var severity: CheckSeverity?
    var consecutive: Int?
    var thresholds: [String: Double]?
  }

  var profile: CheckPolicy.Profile
  var failOn: CheckSeverity?
  var consecutive: [Consecutive]?
  var sustain: SustainRule?
  var levelPoints: Int?
  var rules: [Rule]?
  var waiverMaxDays: Int?

  init(_ policy: CheckPolicy) {
    profile = policy.profile
    failOn = policy.failOn
    let consecutive = policy.consecutive.map {
      Consecutive(checks: $0.checks.text, periods: $0.periods)
    }
    self.consecutive = consecutive.isEmpty ? nil : consecutive
    sustain = policy.sustain == .usual ? nil : policy.sustain
    levelPoints =
      policy.levelPoints == CheckPolicy.usualLevelPoints ? nil : policy.levelPoints
    let rules = policy.rules.map { rule in
      let thresholds = Dictionary(
        rule.thresholds.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { _, last in last })
      return Rule(
        checks: rule.checks.text, select: rule.select?.text, severity: rule.severity,
        consecutive: rule.consecutive, thresholds: thresholds.isEmpty ? nil : thresholds)
    }
    self.rules = rules.isEmpty ? nil : rules
    waiverMaxDays = policy.waiverMaxDays
  }

  /// The policy, or `nil` where the body says something that we do not know.
  var policy: CheckPolicy? {
    var policy = CheckPolicy(
      profile: profile, failOn: failOn,
      consecutive: (consecutive ?? []).map {
        ConsecutivePeriods(checks: Glob($0.checks), periods: $0.periods)
      }, sustain: sustain ?? .usual, levelPoints: levelPoints ?? CheckPolicy.usualLevelPoints,
      waiverMaxDays: waiverMaxDays)
    for rule in rules ?? [] {
      var read = CheckPolicyRule(
        checks: Glob(rule.checks), severity: rule.severity, consecutive: rule.consecutive)
      if let text = rule.select {
        // Only what was read before is kept; anything else is damage, which the caller reports.
        guard let select = try? CheckSelection(text) else { return nil }
        read.select = select
      }
      for (key, value) in rule.thresholds ?? [:] {
        guard let threshold = CheckThreshold(rawValue: key) else { return nil }
        read.thresholds[threshold] = value
      }
      policy.rules.append(read)
    }
    return policy
  }
}

/// The JSON body of a waiver; usual values are left out.
struct WaiverBody: Codable {
  struct VoidIf: Codable {
    var realisedBelow: Double?
    var status: [Status]?
  }

  var check: String
  var subject: String
  var kind: Waiver.Kind?
  var reasonSha256: String
  var approvedBy: String
  var decisionSha256: String?
  var created: Day
  var expires: Day
  var voidIf: VoidIf?
  var unknown: Bool?

  init(_ waiver: Waiver, texts: inout TextShelf) {
    check = waiver.check
    subject = waiver.subject
    kind = waiver.kind == .accept ? nil : waiver.kind
    reasonSha256 = texts.add(waiver.reason)
    approvedBy = waiver.approvedBy
    decisionSha256 = texts.add(waiver.decision)
    created = waiver.created
    expires = waiver.expires
    let statuses = waiver.voidIf.statuses
    voidIf =
      waiver.voidIf.isEmpty
      ? nil
      : VoidIf(
        realisedBelow: waiver.voidIf.realisedBelow, status: statuses.isEmpty ? nil : statuses)
    unknown = waiver.acceptsUnknown ? true : nil
  }

  func waiver(_ id: Waiver.ID, texts: TextShelf) -> Waiver {
    Waiver(
      id: id, check: check, subject: subject, kind: kind ?? .accept,
      reason: texts.text(reasonSha256), approvedBy: approvedBy,
      decision: texts.text(decisionSha256), created: created, expires: expires,
      voidIf: WaiverVoid(
        realisedBelow: voidIf?.realisedBelow, statuses: voidIf?.status ?? []),
      acceptsUnknown: unknown ?? false)
  }

  var texts: [String?] { [reasonSha256, decisionSha256] }
}
