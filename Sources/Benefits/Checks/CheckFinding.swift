import BenefitsModel

/// What a rule says about one subject, before waivers and wording.
///
/// Words and evidence are put together when they are asked for, since those of a past day hardly ever are.
struct CheckFinding {
  /// What came of it.
  var outcome: CheckOutcome
  /// How much a breach matters; `nil` when there is none.
  var severity: CheckSeverity?
  /// What was found, as the rest of a sentence that begins with the subject's title.
  var fact: String { words() }
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
  var evidence: [String: Double] {
    get { numbers?().compactMapValues { $0 } ?? [:] }
    set { numbers = { newValue.mapValues { $0 } } }
  }

  private var words: () -> String
  private var numbers: (() -> [String: Double?])?

  private init(
    _ outcome: CheckOutcome, severity: CheckSeverity? = nil, words: @escaping () -> String,
    action: String? = nil
  ) {
    self.outcome = outcome
    self.severity = severity
    self.words = words
    self.action = action
  }

  /// Whether it is breached.
  var isBreach: Bool { outcome == .fail || outcome == .warn }

  /// Whether somebody has to look at it.
  var isOpen: Bool { isBreach || outcome == .unknown }

  static func breach(
    _ severity: CheckSeverity, _ fact: @autoclosure @escaping () -> String, action: String
  ) -> CheckFinding {
    CheckFinding(severity.outcome, severity: severity, words: fact, action: action)
  }

  static func pass(_ fact: @autoclosure @escaping () -> String) -> CheckFinding {
    CheckFinding(.pass, words: fact)
  }

  static func unknown(
    _ reason: @autoclosure @escaping () -> String, action: String
  ) -> CheckFinding {
    CheckFinding(.unknown, words: { "cannot be evaluated: \(reason())" }, action: action)
  }

  static func notDue(_ reason: @autoclosure @escaping () -> String) -> CheckFinding {
    CheckFinding(.notDue, words: reason)
  }

  static func notApplicable(_ reason: @autoclosure @escaping () -> String) -> CheckFinding {
    CheckFinding(.notApplicable, words: reason)
  }

  /// The finding with more words at its end.
  func adding(_ more: String) -> CheckFinding {
    var finding = self
    finding.words = { [words] in words() + more }
    return finding
  }

  /// The finding as one that passes, with more words at its end.
  func passing(_ more: String) -> CheckFinding {
    var finding = adding(more)
    finding.outcome = .pass
    finding.severity = nil
    finding.action = nil
    finding.firstDay = nil
    finding.owner = nil
    return finding
  }

  /// The finding with the numbers that it rests on.
  func with(
    value: Double? = nil, expected: Double? = nil, period: Period? = nil, since: Period? = nil,
    evidence: @autoclosure @escaping () -> [String: Double?] = [:]
  ) -> CheckFinding {
    var finding = self
    finding.value = value
    finding.expected = expected
    finding.period = period
    finding.since = since
    finding.numbers = evidence
    return finding
  }
}
