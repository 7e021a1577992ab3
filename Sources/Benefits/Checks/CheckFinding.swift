import BenefitsModel

/// What a rule says about one subject, before waivers and wording.
struct CheckFinding: Sendable {
  /// What came of it.
  var outcome: CheckOutcome
  /// How much a breach matters; `nil` when there is none.
  var severity: CheckSeverity?
  /// What was found, as the rest of a sentence that begins with the subject's title.
  var fact: String
  /// What is to be done about it.
  var action: String?
  /// The number that was found.
  var value: Double?
  /// The number that was expected.
  var expected: Double?
  /// The period that the finding is about.
  var period: Period?
  /// The first period of an unbroken breach.
  var since: Period?
  /// The first day of what was found, where the rule knows it by itself.
  var firstDay: Day?
  /// The role that is to act; the owner of the promise when none is given.
  var owner: String?
  /// The other numbers that it rests on, by name.
  var evidence: [String: Double] = [:]

  /// Whether it is breached.
  var isBreach: Bool { outcome == .fail || outcome == .warn }

  /// Whether somebody has to look at it.
  var isOpen: Bool { isBreach || outcome == .unknown }

  static func breach(_ severity: CheckSeverity, _ fact: String, action: String) -> CheckFinding {
    CheckFinding(outcome: severity.outcome, severity: severity, fact: fact, action: action)
  }

  static func pass(_ fact: String) -> CheckFinding { CheckFinding(outcome: .pass, fact: fact) }

  static func unknown(_ reason: String, action: String) -> CheckFinding {
    CheckFinding(outcome: .unknown, fact: "cannot be evaluated: \(reason)", action: action)
  }

  static func notDue(_ reason: String) -> CheckFinding {
    CheckFinding(outcome: .notDue, fact: reason)
  }

  static func notApplicable(_ reason: String) -> CheckFinding {
    CheckFinding(outcome: .notApplicable, fact: reason)
  }

  /// The finding with the numbers that it rests on.
  func with(
    value: Double? = nil, expected: Double? = nil, period: Period? = nil, since: Period? = nil,
    evidence: [String: Double?] = [:]
  ) -> CheckFinding {
    var finding = self
    finding.value = value
    finding.expected = expected
    finding.period = period
    finding.since = since
    finding.evidence = evidence.compactMapValues { $0 }
    return finding
  }
}
