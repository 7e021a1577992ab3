public import BenefitsModel

/// What is known of one series on one day: its points, its level, how much is realised, and a status.
///
/// Each of these is worked out when it is first asked for, and kept.
public struct Assessment: Sendable {
  let reading: SeriesReading
  /// The chart that was chosen instead of the usual one.
  var chosen: ChosenChart?

  init(_ reading: SeriesReading) { self.reading = reading }

  /// The series.
  public var series: Series { reading.series }
  /// Its measure.
  public var measure: Measure { reading.measure }
  /// What was promised of it.
  public var commitment: Commitment { reading.commitment }
  /// The day that the question is asked for.
  public var asOf: Day { reading.asOf }
  /// The day on which the change behind the series went, or goes, live.
  public var goLive: Day? { reading.goLive }
  /// One point for each measured period, from the first to the last that is recorded or due.
  public var points: [SeriesPoint] { reading.points }
  /// The run chart of the points.
  public var chart: RunChart { reading.chart }
  /// The baseline's number.
  public var baseline: Double? { reading.baseline }
  /// How many usable points the baseline's number rests on; `nil` for a stated one.
  public var baselinePoints: Int? { reading.baselinePoints }
  /// The indices in `points` of the baseline's window.
  public var baselineRange: Range<Int>? { reading.baselineRange }
  /// The line that changes are judged against: the baseline's number, on a run chart its median.
  public var centre: Double? { reading.centre }
  /// How the seasons of the year are taken out; `nil` for a measure that has none.
  public var seasonality: Seasonality? { reading.seasonality }
  /// The current level: the mean of the last three usable points (ratio of sums for proportions and rates),
  /// the last point of a running total; for a target on the running sum, the sum to date.
  public var level: Double? { reading.level }
  /// The level of the last values themselves, also where a running sum is compared with the target.
  public var recentLevel: Double? { reading.recentLevel }
  /// +1 where higher is better, −1 where lower is, 0 for neither.
  public var sign: Double { reading.sign }
  /// How many usable points the level rests on; for a running sum, how many it adds up.
  public var levelPoints: Int { reading.levelPoints }
  /// The index in `points` of the latest usable point.
  public var latest: Int? { reading.latest }
  /// The target in force.
  public var target: Target? { reading.target }
  /// The last target that was to be reached before the one in force came into force.
  public var earlierTarget: EarlierTarget? { reading.earlierTarget }
  /// The planned value of each period from the one before the change begins to reach-by, for the target in
  /// force; for a running sum, what each period is planned to add.
  public var trajectory: [PlannedValue] { reading.trajectory }
  /// Whether the trajectory is assumed to be a straight line because the plan gives none.
  public var isTrajectoryAssumed: Bool { reading.isTrajectoryAssumed }
  /// The planned value of the latest period; for a running sum, the planned sum up to its end.
  public var planned: Double? { reading.planned }
  /// Realised %: 100 · (level − baseline) / (target − baseline), unclamped.
  public var realised: Double? { reading.realised }
  /// Planned %: 100 · (planned − baseline) / (target − baseline).
  public var plannedRealised: Double? { reading.plannedRealised }
  /// Realised % over planned %; `nil` while planned % is below 5.
  public var pace: Double? { reading.pace }
  /// How much better (worse when negative) the level is than the trajectory: sign · (level − planned).
  public var variance: Double? { reading.variance }
  /// The first day on which any benefit of the series is expected.
  public var firstBenefit: Day? { reading.firstBenefit }
  /// The day on which the first value that is waited for is due, while nothing is recorded.
  public var firstDue: Day? { reading.firstDue }
  /// How many usable points lie in the period of go-live or later.
  public var pointsSinceGoLive: Int { reading.pointsSinceGoLive }
  /// Whether the value of the reach-by period is due.
  public var isReachByPassed: Bool { reading.isReachByPassed }
  /// What was compared with the target at the end of the reach-by period.
  public var reachByLevel: Double? { reading.reachByLevel }
  /// Whether that met the target; `nil` until reach-by has passed, and without a level.
  public var isMetAtReachBy: Bool? { reading.isMetAtReachBy }
  /// Whether the level, or the running sum, meets the target now.
  public var isMet: Bool { reading.isMet }
  /// In how many of the last periods the target was met.
  public var metOfLast: Int { reading.metOfLast }
  /// In how many of how many last periods it takes to be called sustained.
  public var sustain: SustainRule { reading.sustain }
  /// The first period since go-live at whose end the target was met with evidence of change.
  public var realisedSince: Period? { reading.realisedSince }
  /// What shows a change for the better against the baseline.
  public var evidence: ChangeSignal? { reading.evidence }
  /// What shows a change for the worse against the baseline.
  public var concern: ChangeSignal? { reading.concern }
  /// Whether the guardrail is kept, strained or passed, whatever the status is.
  public var guardrailStatus: Status? { reading.guardrailStatus }
  /// Whether the level by itself has passed the guardrail's limit.
  public var isLevelPastGuardrail: Bool { reading.isLevelPastGuardrail }
  /// Whether the level by itself has come to the guardrail's amber value.
  public var isLevelStrained: Bool { reading.isLevelStrained }
  /// The first period of the unbroken stretch, up to the latest, in which the guardrail is passed.
  public var breachedSince: Period? { reading.breachedSince }
  /// Whether a value that the level rests on may still change.
  public var isProvisional: Bool { reading.isProvisional }
  /// The day of the last event, for rare events; the days since then are an open gap that is not used.
  public var lastEvent: Day? { reading.lastEvent }
  /// The day that the record of rare events is complete to.
  public var completeTo: Day? { reading.completeTo }
  /// The due periods without a value that are later than the latest one, in calendar order.
  ///
  /// A sum that lacks sites is no value. For rare events, these are the months that the record is not complete for.
  public var overdue: [Period] { reading.overdue }
  /// The due periods without a value that are earlier than the latest value, in calendar order.
  public var gaps: [Period] { reading.gaps }
  /// The day up to which values may be known: the day itself, or that of the last entry where it is later.
  public var knownThrough: Day { reading.knownThrough }
  /// The periods with a value that had not begun on that day.
  public var future: [Period] { reading.future }
  /// The periods whose recorded whole is not what its sites come to; `nil` where there are no two things to compare.
  public var partConflicts: [PartConflict]? { reading.partConflicts }
  /// The status.
  public var status: Status { reading.status }
  /// The status without the rule for stale data, where that rule decided.
  public var statusBeforeStale: Status? { reading.statusBeforeStale }
  /// Where the series is heading against its promise; `nil` after reach-by and with too few values.
  public var outlook: Outlook? { reading.outlook }
  /// What accepts the status on the day, where it is one that asks somebody to act.
  public var waiver: Waiver? { reading.waiver }
  /// The benefits behind the series: those that it shows, then those that it guards.
  public var benefits: [Benefit] { reading.benefits }

  /// Whether the series is judged as a run chart, for want of points for a control chart.
  public var isRunChart: Bool { chosen.map { $0.control == nil } ?? reading.isRunChart }
  /// The control chart, phase by phase; `nil` while the series is judged as a run chart.
  public var control: ControlChart? { chosen.map(\.control) ?? reading.control }
  /// What the latest point says of variation in its phase; `nil` where there is no control chart.
  public var variation: Variation? { chosen.map(\.variation) ?? reading.variation }
  /// Whether the process can be relied on to meet the target in force; `nil` where there is no control chart.
  public var assurance: Assurance? { chosen.map(\.assurance) ?? reading.assurance }
}

extension Assessment {
  /// The status where there is nothing to judge; `nil` where there is.
  package var unjudged: Status? { reading.unjudged }

  /// The same without what is recorded, for what is said of a benefit: status, realised % and guardrail stay.
  package var outline: Assessment { Assessment(reading.outline) }

  /// The process limits of the control chart, for which it need not be read; `nil` where there is none.
  package var controlLimits: ControlChart.Limits? {
    guard let chosen else { return reading.controlLimits }
    return chosen.control.map { (lower: $0.lines.lower, upper: $0.lines.upper) }
  }

  /// How much better (worse when negative) the last values are than the baseline; where neither direction is
  /// better, how far they have left it, as a negative number.
  public var improvement: Double? {
    guard let recentLevel, let baseline else { return nil }
    let change = recentLevel - baseline
    return sign == 0 ? -change.magnitude : sign * change
  }

  /// The latest overdue sum that lacks sites or strata, which is shown and not used.
  public var incomplete: SeriesPoint? {
    guard let first = overdue.first, let last = overdue.last, measure.kind != .event else {
      return nil
    }
    return points.last { point in
      (first...last).contains(point.period) && point.value != nil && point.parts?.missing ?? 0 > 0
    }
  }
}

extension Assessment: Hashable {
  /// Compares what two assessments are worked out from.
  ///
  /// - Parameters:
  ///   - lhs: An assessment.
  ///   - rhs: Another assessment.
  /// - Returns: Whether they say the same.
  public static func == (lhs: Assessment, rhs: Assessment) -> Bool {
    lhs.reading == rhs.reading && lhs.chosen?.control == rhs.chosen?.control
      && (lhs.chosen == nil) == (rhs.chosen == nil)
  }

  /// Feeds the assessment to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(series)
    hasher.combine(asOf)
  }
}
