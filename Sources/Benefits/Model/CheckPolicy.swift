/// What a plan says about its scheduled checks.
public struct CheckPolicy: Hashable, Sendable {
  /// Which checks run.
  public enum Profile: String, Hashable, Sendable, Codable, CaseIterable {
    /// Definition, baseline and target: what can be checked before any data.
    case plan
    /// Everything.
    case standard
    /// Everything, and a warning fails.
    case strict
    /// Progress, sustaining, harm and value.
    case board
  }

  /// Which checks run.
  public var profile: Profile
  /// The severity from which a breach fails a run, where the plan says so; else that of the profile.
  public var failOn: CheckSeverity?
  /// How many periods in a row it takes until a check is breached, by a pattern of its id; the last one that matches
  /// counts.
  public var consecutive: [ConsecutivePeriods]
  /// When a promise counts as sustained.
  public var sustain: SustainRule
  /// How many of the last points make the level of a series.
  public var levelPoints: Int
  /// What holds for some checks and some subjects only; the last one that matches counts.
  public var rules: [CheckPolicyRule]
  /// The most days between the day on which a waiver is given and the day on which it expires, where the
  /// plan says so; else `CheckPolicy.usualWaiverMaxDays`.
  public var waiverMaxDays: Int?

  /// The most days that a waiver lasts where the plan says nothing else.
  public static let usualWaiverMaxDays = 92
  /// How many points make a level where the plan says nothing else.
  public static let usualLevelPoints = 3

  /// Creates a policy.
  ///
  /// - Parameters:
  ///   - profile: Which checks run.
  ///   - failOn: The severity from which a breach fails a run.
  ///   - consecutive: How many periods in a row it takes until a check is breached.
  ///   - sustain: When a promise counts as sustained.
  ///   - levelPoints: How many of the last points make the level of a series.
  ///   - rules: What holds for some checks and some subjects only.
  ///   - waiverMaxDays: The most days that a waiver lasts.
  public init(
    profile: Profile = .standard, failOn: CheckSeverity? = nil,
    consecutive: [ConsecutivePeriods] = [], sustain: SustainRule = .usual,
    levelPoints: Int = usualLevelPoints, rules: [CheckPolicyRule] = [], waiverMaxDays: Int? = nil
  ) {
    self.profile = profile
    self.failOn = failOn
    self.consecutive = consecutive
    self.sustain = sustain
    self.levelPoints = levelPoints
    self.rules = rules
    self.waiverMaxDays = waiverMaxDays
  }
}

/// How many periods in a row it takes until checks are breached.
public struct ConsecutivePeriods: Hashable, Sendable {
  /// The pattern of the checks' ids, as `signal.*`.
  public var checks: Glob
  /// How many periods, at least 1.
  public var periods: Int

  /// Creates a number of periods.
  ///
  /// - Parameters:
  ///   - checks: The pattern of the checks' ids.
  ///   - periods: How many periods, at least 1.
  public init(checks: Glob, periods: Int) {
    self.checks = checks
    self.periods = periods
  }
}

/// In how many of the last periods a target must be met to be called sustained.
public struct SustainRule: Hashable, Sendable, Codable {
  /// In how many.
  public var periods: Int
  /// Out of how many of the last ones.
  public var window: Int

  /// Five of the last six.
  public static let usual = SustainRule(periods: 5, window: 6)

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - periods: In how many periods, at least 1 and at most as many as the window has.
  ///   - window: Out of how many of the last ones.
  public init(periods: Int, window: Int) {
    self.periods = periods
    self.window = window
  }
}

/// What a policy says of some checks on some subjects.
public struct CheckPolicyRule: Hashable, Sendable {
  /// The pattern of the checks' ids, as `traj.on-track` or `data.*`.
  public var checks: Glob
  /// The subjects that it holds for; all of them when there is none.
  public var select: CheckSelection?
  /// How much a breach matters.
  public var severity: CheckSeverity?
  /// How many periods in a row it takes until the check is breached.
  public var consecutive: Int?
  /// The limits that take the place of the usual ones.
  public var thresholds: [CheckThreshold: Double]

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - checks: The pattern of the checks' ids.
  ///   - select: The subjects that it holds for.
  ///   - severity: How much a breach matters.
  ///   - consecutive: How many periods in a row it takes until the check is breached.
  ///   - thresholds: The limits that take the place of the usual ones.
  public init(
    checks: Glob, select: CheckSelection? = nil, severity: CheckSeverity? = nil,
    consecutive: Int? = nil, thresholds: [CheckThreshold: Double] = [:]
  ) {
    self.checks = checks
    self.select = select
    self.severity = severity
    self.consecutive = consecutive
    self.thresholds = thresholds
  }
}

/// A limit of a check that a policy may set; the raw values are the keys of the plan file.
public enum CheckThreshold: String, Hashable, Sendable, CaseIterable {
  /// The pace below which a benefit is warned of.
  case warnBelowPace = "warn_below_pace"
  /// The pace below which a benefit fails.
  case errorBelowPace = "error_below_pace"
  /// The days after the due day until a value is overdue, where they are more than the measure's own.
  case graceDays = "grace_days"
  /// The days before a date from which it is looked at.
  case withinDays = "within_days"
  /// The realised % below which a benefit is warned of.
  case warnBelowRealised = "warn_below_realised"
  /// How many times the observed rate a required one may be.
  case warnAboveRate = "warn_above_rate"
}

/// How much a breach of a check matters.
public enum CheckSeverity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Worth knowing; never a failure.
  case info
  /// Wants attention; a failure only where warnings count as failures.
  case warn
  /// A broken promise.
  case error
  /// A broken promise that others rest on.
  case critical
}

extension CheckSeverity: Comparable {
  /// Orders two severities.
  ///
  /// - Parameters:
  ///   - lhs: A severity.
  ///   - rhs: Another severity.
  /// - Returns: Whether the first matters less.
  public static func < (lhs: CheckSeverity, rhs: CheckSeverity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int { CheckSeverity.allCases.firstIndex(of: self) ?? 0 }
}
