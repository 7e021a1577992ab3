import BenefitsModel

/// One series on the way to its assessment: each step rests on the ones before.
struct SeriesReading {
  let series: Series
  let context: PlanIndex.MeasureContext
  let calendar: WorkingCalendar
  let asOf: Day
  let commitment: Commitment
  let goLive: Day?
  let firstBenefit: Day?
  let recorded: RecordedSeries
  /// The day up to which values may be known: the day itself, or that of the last entry where it is later.
  private let knownThrough: Day
  private let future: [Period]
  private let partConflicts: [PartConflict]?
  let values: [UsedValue]
  let seasonality: Seasonality?
  let baseline: FrozenBaseline
  let target: Target?
  let promise: Promise
  let policy: CheckPolicy
  let line: TargetLine?
  let course: Course
  /// The last period, of the measure's kind, up to which values are due.
  let dueThrough: Period

  /// Reads a series on the day that the question is asked for, or on an earlier one, when only what was due counts.
  init(
    _ series: Series, in context: PlanIndex.MeasureContext, asOf earlier: Day? = nil,
    index: PlanIndex, parts: PartIndex, snapshot: Snapshot
  ) {
    let measure = context.measure
    self.series = series
    self.context = context
    calendar = snapshot.plan.calendar
    asOf = earlier ?? index.asOf
    policy = index.plan.checks
    commitment = index.commitment(of: series, in: context)
    goLive = index.goLive(of: series, in: context)
    firstBenefit = index.firstBenefit(of: series, in: context)

    let dues = context.isClosed ? nil : context.dues
    let waitedFrom = context.isBegun ? nil : firstBenefit
    var combination = parts.combination(
      of: series, measure: measure, measurements: snapshot.measurements)
    if earlier != nil {
      let last = context.dues.due.last
      combination.measurements.removeAll { $0.period.last > last }
    }
    let (day, known) = (asOf, max(asOf, snapshot.recordedAt.day))
    knownThrough = known
    future = combination.measurements.reversed().prefix { $0.period.first > known }
      .reversed().map(\.period)
    partConflicts = combination.conflicts?.filter { $0.period.end <= day }
    if measure.kind == .event {
      recorded = RecordedSeries(
        events: combination.measurements, of: measure,
        dueFrom: waitedFrom.map { Period(.month, containing: $0) }, dues: dues, asOf: asOf)
      dueThrough = measure.period(of: context.dues.due.last)
    } else {
      recorded = RecordedSeries(
        combination, of: measure, baseline: commitment.baseline,
        dueFrom: waitedFrom.map(measure.period(of:)), dues: dues, asOf: asOf
      ).hiding(parts.hidden[series])
      dueThrough = context.dues.due
    }

    let goLivePeriod = goLive.map(measure.period(of:))
    let used = recorded.points.usedValues
    let isSeasonal = measure.isSeasonal && measure.kind != .event
    seasonality =
      isSeasonal
      ? Seasonality(used, kind: measure.frequency.kind, goLive: goLivePeriod) : nil
    values = seasonality?.judged(used, window: commitment.baseline?.window) ?? used
    baseline = FrozenBaseline(
      commitment.baseline, of: measure, values: values, seasonality: seasonality,
      levelPoints: policy.levelPoints)

    // Closures may not capture what is not set up yet, hence the local names.
    let (start, window, through) = (baseline.value, baseline.window, dueThrough)
    let current = values.last.map { max($0.period, through) } ?? through
    target = commitment.targets.inForce(for: current)
    promise = Promise(direction: measure.direction, baseline: start, target: target?.value)
    line = target.map {
      TargetLine(
        to: $0, baseline: start, window: window, goLive: goLivePeriod,
        firstMeasured: measure.frequency.from)
    }
    course = Course(
      values, of: measure, commitment: commitment, baseline: baseline, promise: promise,
      policy: policy, toDateAfter: target?.basis == .toDate ? line?.origin : nil)
  }

  var measure: Measure { context.measure }
  private var points: [SeriesPoint] { recorded.points }
  private var isToDate: Bool { target?.basis == .toDate }
  private var goLivePeriod: Period? { goLive.map(measure.period(of:)) }

  /// Whether a period lies in or after the one of go-live, or after the baseline where no go-live is known.
  func isAfterGoLive(_ period: Period) -> Bool {
    if let goLivePeriod { return period >= goLivePeriod }
    return baseline.window.map { period > $0.upperBound } ?? true
  }

  private var baselineRange: Range<Int>? {
    guard let window = baseline.window,
      let first = points.firstIndex(where: { window.contains($0.period) }),
      let last = points.lastIndex(where: { window.contains($0.period) })
    else { return nil }
    return first..<(last + 1)
  }

  private var levelPoints: Int {
    guard isToDate, let line else {
      return min(values.count, measure.aggregation == .last ? 1 : policy.levelPoints)
    }
    return values.count { $0.period > line.origin }
  }

  /// The values that are judged, each in the place of its point.
  var judgedValues: [Double?] {
    var judged = [Double?](repeating: nil, count: points.count)
    for value in values { judged[value.index] = value.value }
    return judged
  }

  private var chart: RunChart {
    var drawn = judgedValues
    let excluded = Set(points.indices.filter { points[$0].use == .excluded })
    for index in excluded { drawn[index] = points[index].value }
    return RunChart(
      values: drawn, baseline: baseline.count ?? 0 > 0 ? baselineRange : nil,
      phaseStarts: phaseStarts, excluded: excluded)
  }

  private var phaseStarts: [Int] {
    measure.phases.compactMap { phase in points.firstIndex { $0.period >= phase.from } }
  }

  /// The strongest sign of a change for the worse at the latest point.
  private var concern: ChangeSignal? {
    if baseline.isRunChart { return course.adverseRun }
    guard let centre = baseline.centre else { return nil }
    // Days between events are too skewed for the limits of a status, and a stated number has none.
    if measure.kind != .event, let range = baselineRange,
      let chart = controlChart(baseline: range, phaseStarts: [])
    {
      return concern(on: chart)
    }
    return SpecialCauseSearch(rules: .mdc, lines: ChartLines(count: points.count))
      .latest(in: values.map { (index: $0.index, value: $0.value) }, centre: centre)
      .first { promise.sign == 0 || $0.isUpward == (promise.sign < 0) }
  }

  private var plannedValues: [PlannedValue] {
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

  /// The day on which the first value that is waited for is due, while nothing is recorded.
  private var firstDue: Day? {
    guard points.isEmpty else { return nil }
    let cadence = Dues.cadence(of: measure)
    var start = cadence.from
    if !context.isBegun, let firstBenefit {
      start = max(
        start, Period(cadence.kind, containing: firstBenefit, yearStart: start.yearStart))
    }
    return cadence.periods(from: start, through: start.advanced(by: cadence.interval)).first
      .map { cadence.dueDay(of: $0, in: calendar) }
  }

  private var isProvisional: Bool {
    values.suffix(isToDate ? 1 : max(1, levelPoints)).contains { value in
      let state = points[value.index].measurement?.state
      return state == .provisional || state == .estimated
    }
  }

  /// The assessment, with its status.
  var assessment: Assessment {
    let last = course.steps.last
    let progress = Progress(
      reached: last?.compared, at: last?.value.period, baseline: baseline.value, line: line,
      promise: promise)
    let isReachByPassed = target.map { $0.reachBy <= dueThrough } ?? false
    let atReachBy = target.flatMap { target in
      course.steps.last { $0.value.period <= target.reachBy }?.compared
    }
    let isMet = { (level: Double?) -> Bool? in
      guard let target, let level else { return nil }
      return promise.isMet(level, target: target.value)
    }
    let control = controlChart(
      baseline: baseline.count ?? 0 > 0 ? baselineRange : nil, phaseStarts: phaseStarts)
    let asked = last.flatMap { commitment.targets.inForce(for: $0.value.period) }
    var assessment = Assessment(
      series: series, measure: measure, commitment: commitment, asOf: asOf, goLive: goLive,
      points: points, chart: chart, baseline: baseline.value, baselinePoints: baseline.count,
      baselineRange: baselineRange, centre: baseline.centre, seasonality: seasonality,
      level: last?.compared, recentLevel: last?.level, sign: promise.sign, levelPoints: levelPoints,
      latest: last?.value.index, target: target, earlierTarget: earlierTarget,
      trajectory: plannedValues, isTrajectoryAssumed: target.map { $0.trajectory == nil } ?? false,
      planned: progress.planned, realised: progress.realised,
      plannedRealised: progress.plannedRealised, pace: progress.pace, variance: progress.variance,
      firstBenefit: firstBenefit, firstDue: firstDue,
      pointsSinceGoLive: values.count { isAfterGoLive($0.period) },
      isReachByPassed: isReachByPassed, reachByLevel: atReachBy,
      isMetAtReachBy: isReachByPassed ? isMet(atReachBy) : nil,
      isMet: isMet(last?.compared) ?? false, metOfLast: last?.metOfLast ?? 0,
      sustain: policy.sustain,
      realisedSince: course.steps.first { $0.isRealised && isAfterGoLive($0.value.period) }?
        .value.period,
      evidence: course.evidence, concern: concern, guardrailStatus: nil,
      isLevelPastGuardrail: false, isLevelStrained: false, breachedSince: course.breachedSince,
      isProvisional: isProvisional, lastEvent: recorded.lastEvent,
      completeTo: recorded.completeTo, overdue: recorded.overdue, gaps: recorded.gaps,
      knownThrough: knownThrough, future: future, partConflicts: partConflicts, status: .notDefined,
      statusBeforeStale: nil,
      waiver: nil, benefits: context.benefits,
      isRunChart: baseline.isRunChart, control: control,
      variation: control.flatMap { Variation($0, sign: promise.sign) },
      assurance: control.map {
        Assurance(
          $0, target: asked?.basis == .level ? asked?.value : nil, sign: promise.sign)
      })
    assessment.outlook = outlook
    StatusRules(
      promise: promise, isClosed: context.isClosed,
      isMetBefore: course.steps.dropLast().contains {
        $0.isRealised && isAfterGoLive($0.value.period)
      }
    ).decide(&assessment)
    let checks = assessment.status.breachedChecks
    assessment.waiver = context.waivers.filter { waiver in
      checks.contains(waiver.check)
        && waiver.voidIf.reason(realised: assessment.realised, status: assessment.status) == nil
    }.max { $0.expires < $1.expires }
    return assessment
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
