import BenefitsModel

/// What a policy says of one check on one subject.
struct CheckSettings: Hashable, Sendable {
  /// How much a breach matters; as the rule says when there is none.
  var severity: CheckSeverity?
  /// How many periods in a row it takes until the check is breached.
  var consecutive = 1
  /// The limits that take the place of the usual ones.
  var thresholds: [CheckThreshold: Double] = [:]
}

/// The settings of every check, worked out once from a policy.
struct CheckSettingsIndex {
  /// What holds for a check on every subject, and the rules that hold for some subjects only.
  private struct Entry {
    var usual: CheckSettings
    var selective: [CheckPolicyRule] = []
  }

  private let entries: [String: Entry]

  init(_ policy: CheckPolicy, checks: [Check]) {
    var entries: [String: Entry] = [:]
    for check in checks {
      var entry = Entry(usual: CheckSettings())
      if let usual = check.consecutive {
        entry.usual.consecutive =
          policy.consecutive.last { $0.checks.matches(check.id) }?.periods ?? usual
      }
      for rule in policy.rules where rule.checks.matches(check.id) {
        // The last rule counts, so that none may be taken in before those that stand above it.
        if rule.select == nil, entry.selective.isEmpty {
          entry.usual.take(rule, for: check)
        } else {
          entry.selective.append(rule)
        }
      }
      entries[check.id] = entry
    }
    self.entries = entries
  }

  /// Returns the settings of a check on a subject.
  func settings(of check: Check, for subject: CheckSubject, in index: CheckIndex) -> CheckSettings {
    guard let entry = entries[check.id] else { return CheckSettings() }
    var settings = entry.usual
    for rule in entry.selective where rule.select.map({ index.isSelected(subject, by: $0) }) ?? true
    {
      settings.take(rule, for: check)
    }
    return settings
  }
}

extension CheckSettings {
  fileprivate mutating func take(_ rule: CheckPolicyRule, for check: Check) {
    severity = rule.severity ?? severity
    if check.consecutive != nil { consecutive = rule.consecutive ?? consecutive }
    thresholds.merge(rule.thresholds) { _, new in new }
  }

  /// Returns a finding with the severity that the policy gives it.
  func weighed(_ finding: CheckFinding) -> CheckFinding {
    guard let severity, finding.isBreach else { return finding }
    var finding = finding
    finding.severity = severity
    finding.outcome = severity.outcome
    return finding
  }
}
