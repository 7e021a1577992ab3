public import BenefitsModel

/// What is known of one series on one day: its points, its level, how much is realised, and a status.
public struct Assessment: Hashable, Sendable {
  /// The series.
  public var series: Series
  /// Its measure.
  public var measure: Measure
  /// What was promised of it.
  public var commitment: Commitment
  /// The day that the question is asked for.
  public var asOf: Day
  /// The day on which the change behind the series went, or goes, live.
  public var goLive: Day?
  /// One point for each measured period, from the first to the last that is recorded or due.
  public var points: [SeriesPoint]
  /// The run chart of the points.
  public var chart: RunChart
  /// The baseline's number.
  public var baseline: Double?
  /// How many usable points the baseline's number rests on; `nil` for a stated one.
  public var baselinePoints: Int?
  /// The indices in `points` of the baseline's window.
  public var baselineRange: Range<Int>?
  /// The current level: the mean of the last three usable points (ratio of sums for proportions and rates).
  public var level: Double?
  /// The index in `points` of the latest usable point.
  public var latest: Int?
  /// The target in force.
  public var target: Target?
  /// The planned value of each period from the one before go-live to reach-by, for the target in force.
  public var trajectory: [PlannedValue]
  /// Whether the trajectory is assumed to be a straight line because the plan gives none.
  public var isTrajectoryAssumed: Bool
  /// The planned value of the latest period.
  public var planned: Double?
  /// Realised %: 100 · (level − baseline) / (target − baseline), unclamped.
  public var realised: Double?
  /// Planned %: 100 · (planned − baseline) / (target − baseline).
  public var plannedRealised: Double?
  /// Realised % over planned %; `nil` while planned % is below 5.
  public var pace: Double?
  /// How much better (worse when negative) the level is than the trajectory: sign · (level − planned).
  public var variance: Double?
  /// The due periods without a value that are later than the latest value, in calendar order.
  public var overdue: [Period]
  /// The due periods without a value that are earlier than the latest value, in calendar order.
  public var gaps: [Period]
  /// The status.
  public var status: Status
  /// The status without the rule for stale data, where that rule decided.
  public var statusBeforeStale: Status?
  /// Why the status is what it is, as one plain sentence that can be read aloud.
  public var sentence: String
}
