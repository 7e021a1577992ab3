import BenefitsModel

/// One series on one day: each step towards its assessment rests on the ones before, and is taken when it is first
/// asked for.
///
/// It is a class so that all copies of an assessment share what was worked out.
final class SeriesReading: Sendable {
  let combined: CombinedSeries
  let asOf: Day
  /// The day up to which values may be known: the day itself, or that of the last entry where it is later.
  let knownThrough: Day
  /// Whether the day is earlier than the one that the question is asked for, so that only what was due by then counts.
  private let isEarlier: Bool
  private let index: PlanIndex
  /// The same series on a later day, whose values begin with those of this one.
  private let later: SeriesReading?
  let known = Known()

  /// What was worked out so far.
  struct Known: ~Copyable, Sendable {
    let dues = Once<Dues>()
    let recorded = Once<RecordedSeries>()
    let judged = Once<JudgedValues>()
    let baseline = Once<FrozenBaseline>()
    let baselineRange = Once<Range<Int>?>()
    let target = Once<Target?>()
    let line = Once<TargetLine?>()
    let course = Once<Course>()
    let controlLimits = Once<ControlChart.Limits?>()
    let unjudged = Once<Status?>()
    let progress = Once<Progress>()
    let chart = Once<RunChart>()
    let control = Once<ControlChart?>()
    let concern = Once<ChangeSignal?>()
    let outlook = Once<Outlook?>()
    let trajectory = Once<[PlannedValue]>()
    let guardrail = Once<GuardrailState>()
    let verdict = Once<StatusRules.Verdict>()
  }

  /// The values that are judged, and how the seasons were taken out of them.
  struct JudgedValues {
    let values: [UsedValue]
    let seasonality: Seasonality?
  }

  /// Reads a series on the day that the question is asked for, or on an earlier one.
  ///
  /// - Parameters:
  ///   - combined: The series.
  ///   - earlier: The earlier day.
  ///   - index: The plan.
  ///   - recorded: The day of the last entry.
  ///   - later: The same series on a later day, where that was read already.
  init(
    _ combined: CombinedSeries, asOf earlier: Day?, index: PlanIndex, recorded: Day,
    later: SeriesReading? = nil
  ) {
    self.combined = combined
    self.index = index
    asOf = earlier ?? index.asOf
    isEarlier = earlier != nil
    knownThrough = max(asOf, recorded)
    // Seasons are taken from all values, and days between events have no fixed places.
    let measure = combined.context.measure
    self.later = measure.isSeasonal || measure.kind == .event ? nil : later
  }
}

extension SeriesReading {
  /// The same without what is recorded; status, guardrail and progress are those of this one.
  var outline: SeriesReading {
    let combination = Combination(of: measure, own: [])
    let outline = SeriesReading(
      CombinedSeries(series, in: context, index: index, hidden: nil, combination: combination),
      asOf: isEarlier ? asOf : nil, index: index, recorded: knownThrough)
    _ = outline.known.verdict { verdict }
    _ = outline.known.guardrail { guardrail }
    _ = outline.known.progress { progress }
    return outline
  }
}

extension SeriesReading: Equatable {
  static func == (lhs: SeriesReading, rhs: SeriesReading) -> Bool {
    lhs === rhs
      || lhs.asOf == rhs.asOf && lhs.knownThrough == rhs.knownThrough
        && lhs.isEarlier == rhs.isEarlier && lhs.series == rhs.series
        && lhs.combined.combination == rhs.combined.combination
        && lhs.combined.hidden == rhs.combined.hidden && lhs.index.plan == rhs.index.plan
  }
}

// MARK: - What the plan says

extension SeriesReading {
  var series: Series { combined.series }
  var context: PlanIndex.MeasureContext { combined.context }
  var measure: Measure { combined.context.measure }
  var benefits: [Benefit] { combined.context.benefits }
  var commitment: Commitment { combined.commitment }
  var goLive: Day? { combined.goLive }
  var firstBenefit: Day? { combined.firstBenefit }
  var policy: CheckPolicy { index.plan.checks }
  var sustain: SustainRule { policy.sustain }
  var goLivePeriod: Period? { combined.goLivePeriod }

  /// What is due on the day.
  private var dues: Dues {
    guard isEarlier else { return context.dues }
    return known.dues { Dues(Dues.cadence(of: measure), asOf: asOf, calendar: index.plan.calendar) }
  }

  /// The last period, of the measure's kind, up to which values are due.
  var dueThrough: Period {
    measure.kind == .event ? measure.period(of: dues.due.last) : dues.due
  }

  /// The waivers for the measure that count on the day.
  private var waivers: [Waiver] {
    isEarlier ? index.waivers(for: context, on: asOf) : context.waivers
  }

  /// What accepts the status on the day, where it is one that asks somebody to act.
  var waiver: Waiver? {
    let waivers = waivers
    guard !waivers.isEmpty else { return nil }
    let checks = status.breachedChecks
    return waivers.filter { waiver in
      checks.contains(waiver.check)
        && waiver.voidIf.reason(realised: realised, status: status) == nil
    }.max { $0.expires < $1.expires }
  }

  /// The day on which the first value that is waited for is due, while nothing is recorded.
  var firstDue: Day? {
    guard points.isEmpty else { return nil }
    let cadence = Dues.cadence(of: measure)
    var start = cadence.from
    if !context.isBegun, let firstBenefit {
      start = max(
        start, Period(cadence.kind, containing: firstBenefit, yearStart: start.yearStart))
    }
    return cadence.periods(from: start, through: start.advanced(by: cadence.interval)).first
      .map { cadence.dueDay(of: $0, in: index.plan.calendar) }
  }
}

// MARK: - What is recorded

extension SeriesReading {
  /// The measurements that were due, in calendar order.
  private var measurements: ArraySlice<Measurement> {
    let combination = combined.combination
    return isEarlier
      ? combination.measurements(through: dues.due.last) : combination.measurements[...]
  }

  var recorded: RecordedSeries {
    known.recorded {
      let dues = context.isClosed ? nil : dues
      let waitedFrom = context.isBegun ? nil : firstBenefit
      guard measure.kind != .event else {
        return RecordedSeries(
          events: measurements, of: measure,
          dueFrom: waitedFrom.map { Period(.month, containing: $0) }, dues: dues, asOf: asOf)
      }
      return RecordedSeries(
        measurements, partial: combined.combination.partial, of: measure,
        baseline: commitment.baseline, dueFrom: waitedFrom.map(measure.period(of:)), dues: dues,
        asOf: asOf
      ).hiding(combined.hidden)
    }
  }

  var points: [SeriesPoint] { recorded.points }
  var overdue: [Period] { recorded.overdue }
  var gaps: [Period] { recorded.gaps }
  var lastEvent: Day? { recorded.lastEvent }
  var completeTo: Day? { recorded.completeTo }

  /// The periods with a value that had not begun on the day that values may be known up to.
  var future: [Period] {
    measurements.reversed().prefix { $0.period.first > knownThrough }.reversed().map(\.period)
  }

  var partConflicts: [PartConflict]? {
    combined.combination.conflicts?.filter { $0.period.end <= asOf }
  }

  private var judged: JudgedValues {
    known.judged {
      if let later {
        let last = dues.due.last
        let count = later.values.partitioned { $0.period.last > last }
        return JudgedValues(values: Array(later.values[..<count]), seasonality: nil)
      }
      let used = points.usedValues
      guard measure.isSeasonal, measure.kind != .event else {
        return JudgedValues(values: used, seasonality: nil)
      }
      let seasonality = Seasonality(used, kind: measure.frequency.kind, goLive: goLivePeriod)
      return JudgedValues(
        values: seasonality?.judged(used, window: commitment.baseline?.window) ?? used,
        seasonality: seasonality)
    }
  }

  var values: [UsedValue] { judged.values }
  var seasonality: Seasonality? { judged.seasonality }

  /// The values that are judged, each in the place of its point.
  var judgedValues: [Double?] {
    var judged = [Double?](repeating: nil, count: points.count)
    for value in values { judged[value.index] = value.value }
    return judged
  }

  /// The index in the points of the latest usable one.
  var latest: Int? { values.last?.index }

  /// How many usable points lie in the period of go-live or later.
  var pointsSinceGoLive: Int { values.count { isAfterGoLive($0.period) } }

  /// Whether a period lies in or after the one of go-live, or after the baseline where no go-live is known.
  func isAfterGoLive(_ period: Period) -> Bool {
    if let goLivePeriod { return period >= goLivePeriod }
    return commitment.baseline?.window.map { period > $0.upperBound } ?? true
  }
}

// MARK: - What was promised

extension SeriesReading {
  /// The later reading where its baseline is that of this one: all of its window is known, and neither is judged as
  /// a run chart.
  var laterOfSameBaseline: SeriesReading? {
    guard let later, let last = values.last, values.count >= FrozenBaseline.controlChartLength,
      commitment.baseline?.window.map({ last.period >= $0.upperBound }) ?? true
    else { return nil }
    return later
  }

  var frozenBaseline: FrozenBaseline {
    known.baseline {
      laterOfSameBaseline?.frozenBaseline
        ?? FrozenBaseline(
          commitment.baseline, of: measure, values: values, seasonality: seasonality,
          levelPoints: policy.levelPoints)
    }
  }

  var baseline: Double? { frozenBaseline.value }
  var baselinePoints: Int? { frozenBaseline.count }
  var centre: Double? { frozenBaseline.centre }
  var isRunChart: Bool { frozenBaseline.isRunChart }

  var baselineRange: Range<Int>? {
    known.baselineRange {
      guard let window = commitment.baseline?.window else { return nil }
      if let later = laterOfSameBaseline { return later.baselineRange }
      let points = points
      let first = points.partitioned { $0.period >= window.lowerBound }
      let end = points.partitioned { $0.period > window.upperBound }
      return first < end ? first..<end : nil
    }
  }

  var target: Target? {
    // One alone is in force whatever is recorded.
    guard commitment.targets.count > 1 else { return commitment.targets.first }
    return known.target {
      let current = values.last.map { max($0.period, dueThrough) } ?? dueThrough
      return commitment.targets.inForce(for: current)
    }
  }

  var isToDate: Bool { target?.basis == .toDate }

  var promise: Promise {
    // Only where no direction is better do the numbers matter.
    guard measure.direction == .stable else {
      return Promise(direction: measure.direction, baseline: nil, target: nil)
    }
    return Promise(direction: .stable, baseline: baseline, target: target?.value)
  }

  var sign: Double { promise.sign }

  var line: TargetLine? {
    known.line {
      target.map {
        TargetLine(
          to: $0, baseline: baseline, window: commitment.baseline?.window, goLive: goLivePeriod,
          firstMeasured: measure.frequency.from)
      }
    }
  }

  var isTrajectoryAssumed: Bool { target.map { $0.trajectory == nil } ?? false }

  var trajectory: [PlannedValue] {
    known.trajectory {
      guard let line, line.origin <= line.target.reachBy else { return [] }
      var periods = measure.frequency.periods(from: line.origin, through: line.target.reachBy)
      // The corners of the line are shown even where no value is measured there.
      if periods.first != line.origin { periods.insert(line.origin, at: 0) }
      if let last = periods.last, last < line.target.reachBy { periods.append(line.target.reachBy) }
      return periods.compactMap { period in
        line.ownValue(at: period, interval: measure.frequency.interval)
          .map { PlannedValue(period: period, value: $0) }
      }
    }
  }

  var isReachByPassed: Bool { target.map { $0.reachBy <= dueThrough } ?? false }
}

// MARK: - What is reached

extension SeriesReading {
  var course: Course {
    known.course {
      Course(
        values, of: measure, commitment: commitment, baseline: frozenBaseline, promise: promise,
        policy: policy, toDateAfter: isToDate ? line?.origin : nil)
    }
  }

  /// What could be said at the end of each used period, in calendar order.
  var steps: ArraySlice<Course.Step> {
    if let later = laterOfSameBaseline, measure.direction != .stable,
      commitment.targets.count <= 1
    {
      return later.steps[..<values.count]
    }
    return course.steps[...]
  }

  var level: Double? { steps.last?.compared }
  var recentLevel: Double? { steps.last?.level }
  var metOfLast: Int { steps.last?.metOfLast ?? 0 }
  var evidence: ChangeSignal? { course.evidence }

  var levelPoints: Int {
    guard isToDate, let line else {
      return min(values.count, measure.aggregation == .last ? 1 : policy.levelPoints)
    }
    return values.count { $0.period > line.origin }
  }

  var isProvisional: Bool {
    values.suffix(isToDate ? 1 : max(1, levelPoints)).contains { value in
      let state = points[value.index].measurement?.state
      return state == .provisional || state == .estimated
    }
  }

  var progress: Progress {
    known.progress {
      Progress(
        reached: level, at: values.last?.period, baseline: baseline, line: line, promise: promise)
    }
  }

  var planned: Double? { progress.planned }
  var realised: Double? { progress.realised }
  var plannedRealised: Double? { progress.plannedRealised }
  var pace: Double? { progress.pace }
  var variance: Double? { progress.variance }

  var reachByLevel: Double? {
    target.flatMap { target in
      steps.last { $0.value.period <= target.reachBy }?.compared
    }
  }

  var isMetAtReachBy: Bool? { isReachByPassed ? reachByLevel.flatMap(isMet) : nil }
  var isMet: Bool { level.flatMap(isMet) ?? false }

  private func isMet(_ level: Double) -> Bool? {
    target.map { promise.isMet(level, target: $0.value) }
  }

  var realisedSince: Period? {
    steps.first { $0.isRealised && isAfterGoLive($0.value.period) }?.value.period
  }

  /// Whether it was realised before the latest value.
  var isMetBefore: Bool {
    steps.dropLast().contains { $0.isRealised && isAfterGoLive($0.value.period) }
  }
}

extension Measure {
  /// Returns the period of the measure's kind that holds a day.
  func period(of day: Day) -> Period {
    Period(frequency.kind, containing: day, yearStart: frequency.from.yearStart)
  }
}

extension Baseline {
  /// The window, where the baseline is one.
  var window: ClosedRange<Period>? {
    guard case .window(let from, let to) = basis, from <= to else { return nil }
    return from...to
  }
}
