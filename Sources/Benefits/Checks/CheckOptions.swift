public import BenefitsModel

/// What is asked of one run beside what the plan's policy says.
public struct CheckOptions: Hashable, Sendable {
  /// Which checks run; the plan's own choice when there is none.
  public var profile: CheckPolicy.Profile?
  /// The severity from which a breach fails the run; that of the plan when there is none, or else `error`, and
  /// `warn` for the strict profile.
  public var failOn: CheckSeverity?
  /// The subjects that are checked; all of them when there is none.
  public var select: CheckSelection?
  /// The patterns of the checks that run, of those of the profile; all of them when there is none.
  public var checks: [Glob]
  /// Whether a value that may still change is enough to change what a check of several periods says.
  public var includesProvisional: Bool
  /// Whether a run that checks nothing is no fault.
  public var allowsEmpty: Bool
  /// Whether only what is new or has become worse fails the run.
  public var failsOnNewOnly: Bool
  /// Whether only what is new, worse or resolved is listed.
  public var changesOnly: Bool
  /// What the numbers of exit statuses mean.
  public var exitStyle: CheckExit.Style
  /// Whether the run ends with 0 whatever it found.
  public var exitsZero: Bool

  /// Creates options.
  ///
  /// - Parameters:
  ///   - profile: Which checks run.
  ///   - failOn: The severity from which a breach fails the run.
  ///   - select: The subjects that are checked.
  ///   - checks: The patterns of the checks that run.
  ///   - includesProvisional: Whether a value that may still change counts like any other.
  ///   - allowsEmpty: Whether a run that checks nothing is no fault.
  ///   - failsOnNewOnly: Whether only what is new or has become worse fails the run.
  ///   - changesOnly: Whether only what is new, worse or resolved is listed.
  ///   - exitStyle: What the numbers of exit statuses mean.
  ///   - exitsZero: Whether the run ends with 0 whatever it found.
  public init(
    profile: CheckPolicy.Profile? = nil, failOn: CheckSeverity? = nil,
    select: CheckSelection? = nil, checks: [Glob] = [], includesProvisional: Bool = false,
    allowsEmpty: Bool = false, failsOnNewOnly: Bool = false, changesOnly: Bool = false,
    exitStyle: CheckExit.Style = .ci, exitsZero: Bool = false
  ) {
    self.profile = profile
    self.failOn = failOn
    self.select = select
    self.checks = checks
    self.includesProvisional = includesProvisional
    self.allowsEmpty = allowsEmpty
    self.failsOnNewOnly = failsOnNewOnly
    self.changesOnly = changesOnly
    self.exitStyle = exitStyle
    self.exitsZero = exitsZero
  }
}
