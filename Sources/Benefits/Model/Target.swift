/// What is promised: a value to be reached by a period.
public struct Target: Hashable, Sendable, Codable {
  /// What is compared with the target.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The current level of the series.
    case level
    /// The running sum of the values against their planned running sum.
    case toDate = "to-date"
  }

  /// The value to reach, in the measure's displayed unit.
  public var value: Double
  /// The period by which it is to be reached.
  public var reachBy: Period
  /// The first period for which this target is in force; from the beginning when none is given.
  public var from: Period?
  /// The last period up to which it is to be held.
  public var holdUntil: Period?
  /// A better value that is hoped for.
  public var stretch: Double?
  /// What is compared with the target.
  public var basis: Basis
  /// The planned values on the way.
  public var trajectory: Trajectory?
  /// The role that promised it.
  public var committedBy: String?
  /// The day on which it was promised.
  public var committedOn: Day?
  /// The decision that changed it after go-live.
  public var decision: String?

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - value: The value to reach, in the measure's displayed unit.
  ///   - reachBy: The period by which it is to be reached.
  ///   - from: The first period for which this target is in force.
  ///   - holdUntil: The last period up to which it is to be held.
  ///   - stretch: A better value that is hoped for.
  ///   - basis: What is compared with the target.
  ///   - trajectory: The planned values on the way.
  ///   - committedBy: The role that promised it.
  ///   - committedOn: The day on which it was promised.
  ///   - decision: The decision that changed it after go-live.
  public init(
    value: Double, reachBy: Period, from: Period? = nil, holdUntil: Period? = nil,
    stretch: Double? = nil, basis: Basis = .level, trajectory: Trajectory? = nil,
    committedBy: String? = nil, committedOn: Day? = nil, decision: String? = nil
  ) {
    self.value = value
    self.reachBy = reachBy
    self.from = from
    self.holdUntil = holdUntil
    self.stretch = stretch
    self.basis = basis
    self.trajectory = trajectory
    self.committedBy = committedBy
    self.committedOn = committedOn
    self.decision = decision
  }
}

/// The planned value of each period between baseline and target.
public enum Trajectory: Hashable, Sendable, Codable {
  /// A straight line: the baseline in the period before `from`, the target at reach-by.
  case linear(from: Period?)
  /// The baseline until reach-by, then the target.
  case step
  /// 3u² − 2u³ between the ends of the straight line.
  case sCurve(from: Period?)
  /// The values as planned, in calendar order.
  case table([PlannedValue])
}

/// The planned value of one period.
public struct PlannedValue: Hashable, Sendable, Codable {
  /// The period.
  public var period: Period
  /// The planned value, in the measure's displayed unit.
  public var value: Double

  /// Creates a planned value.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - value: The planned value, in the measure's displayed unit.
  public init(period: Period, value: Double) {
    self.period = period
    self.value = value
  }
}

/// A limit that must not be passed; which side is worse follows from the measure's direction.
public struct Guardrail: Hashable, Sendable, Codable {
  /// The value that must not be passed, in the measure's displayed unit.
  public var limit: Double
  /// The value from which the guardrail is strained.
  public var amber: Double?

  /// Creates a guardrail.
  ///
  /// - Parameters:
  ///   - limit: The value that must not be passed.
  ///   - amber: The value from which the guardrail is strained.
  public init(limit: Double, amber: Double? = nil) {
    self.limit = limit
    self.amber = amber
  }
}

/// What was promised of one series: its baseline, targets and guardrail.
public struct Commitment: Hashable, Sendable {
  /// What the future is compared with.
  public var baseline: Baseline?
  /// The targets in the order of their reach-by periods.
  public var targets: [Target]
  /// The limit that must not be passed.
  public var guardrail: Guardrail?

  /// Creates a commitment.
  ///
  /// - Parameters:
  ///   - baseline: What the future is compared with.
  ///   - targets: The targets in the order of their reach-by periods.
  ///   - guardrail: The limit that must not be passed.
  public init(baseline: Baseline? = nil, targets: [Target] = [], guardrail: Guardrail? = nil) {
    self.baseline = baseline
    self.targets = targets
    self.guardrail = guardrail
  }

  /// Whether nothing at all was promised.
  public var isEmpty: Bool { baseline == nil && targets.isEmpty && guardrail == nil }
}
