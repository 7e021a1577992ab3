public import BenefitsModel

/// Says of each series of a snapshot what is realised on one day.
///
/// An assessor reads no clock, file or database: the same snapshot and day give the same answers.
public struct Assessor: Sendable {
  /// What was known.
  public let snapshot: Snapshot
  /// The day that the question is asked for.
  public let asOf: Day
  let index: PlanIndex

  /// Creates an assessor.
  ///
  /// - Parameters:
  ///   - snapshot: What was known.
  ///   - asOf: The day that the question is asked for.
  /// - Complexity: O(*m*), where *m* is the size of the plan.
  public init(snapshot: Snapshot, asOf: Day) {
    self.snapshot = snapshot
    self.asOf = asOf
    index = PlanIndex(plan: snapshot.plan, asOf: asOf)
  }

  /// Returns the assessments of the whole series of each measure, in the order of the plan.
  ///
  /// - Returns: One assessment for each measure.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func assessments() -> [Assessment] {
    snapshot.plan.measures.map { assess(snapshot.plan.wholeSeries(of: $0)) }
  }

  /// Assesses one series.
  ///
  /// - Parameter series: A series of a measure of the plan.
  /// - Returns: What is known of the series on the day.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func assess(_ series: Series) -> Assessment {
    guard let context = index.context(of: series.measure) else {
      preconditionFailure("the plan has no measure \(series.measure)")
    }
    return assess(series, in: context)
  }

  private func assess(_ series: Series, in context: PlanIndex.MeasureContext) -> Assessment {
    let measure = context.measure
    let commitment = index.commitment(of: series, in: context)
    let goLive = index.goLive(of: series, in: context)
    let firstBenefit = index.firstBenefit(of: series, in: context)
    let inPeriods = { (day: Day) in
      Period(
        measure.frequency.kind, containing: day, yearStart: measure.frequency.from.yearStart)
    }
    let goLivePeriod = goLive.map(inPeriods)
    let dueFrom = context.isBegun ? nil : firstBenefit.map(inPeriods)

    let recorded = RecordedSeries(
      snapshot.measurements[series] ?? [], of: measure, baseline: commitment.baseline,
      dueFrom: dueFrom, dues: context.isClosed ? nil : context.dues, asOf: asOf)
    let points = recorded.points
    let values = points.usedValues
    let latest = values.last
    let baseline = FrozenBaseline(commitment.baseline, of: measure, values: values)
    let baselineRange = baseline.window.flatMap { window in
      points.firstIndex { window.contains($0.period) }.flatMap { first in
        points.lastIndex { window.contains($0.period) }.map { first..<($0 + 1) }
      }
    }

    let current = [latest?.period, context.dues.due].compactMap(\.self).max()
    let target = commitment.targets.inForce(for: current ?? context.dues.due)
    let promise = Promise(
      direction: measure.direction, baseline: baseline.value, target: target?.value)
    let line = target.map {
      TargetLine(
        to: $0, baseline: baseline.value, window: baseline.window, goLive: goLivePeriod,
        firstMeasured: measure.frequency.from)
    }
    let isToDate = target?.basis == .toDate
    let course = Course(
      values, of: measure, commitment: commitment, baseline: baseline, promise: promise,
      toDateAfter: isToDate ? line?.origin : nil)
    let last = course.steps.last
    let progress = Progress(
      reached: last?.compared, at: latest?.period, baseline: baseline.value, line: line,
      promise: promise)
    let levelPoints =
      isToDate
      ? values.count { value in line.map { value.period > $0.origin } ?? false }
      : min(values.count, measure.aggregation == .last ? 1 : Measure.levelLength)
    let atReachBy = target.flatMap { target in
      course.steps.last { $0.value.period <= target.reachBy }?.compared
    }
    let isReachByPassed = target.map { $0.reachBy <= context.dues.due } ?? false

    var assessment = Assessment(
      series: series, measure: measure, commitment: commitment, asOf: asOf, goLive: goLive,
      points: points,
      chart: RunChart(
        values: points.map { $0.use == .used || $0.use == .excluded ? $0.value : nil },
        baseline: baseline.count ?? 0 > 0 ? baselineRange : nil,
        phaseStarts: measure.phases.compactMap { phase in
          points.firstIndex { $0.period >= phase.from }
        },
        excluded: Set(points.indices.filter { points[$0].use == .excluded })),
      baseline: baseline.value, baselinePoints: baseline.count, baselineRange: baselineRange,
      centre: baseline.centre, level: last?.compared, levelPoints: levelPoints,
      latest: latest?.index, target: target,
      trajectory: line.map { plannedValues(of: $0, for: measure) } ?? [],
      isTrajectoryAssumed: target.map { $0.trajectory == nil } ?? false,
      planned: progress.planned, realised: progress.realised,
      plannedRealised: progress.plannedRealised, pace: progress.pace, variance: progress.variance,
      firstBenefit: firstBenefit,
      firstDue: points.isEmpty ? firstDue(from: dueFrom, in: context) : nil,
      pointsSinceGoLive: values.count { value in
        goLivePeriod.map { value.period >= $0 }
          ?? (baseline.window.map { value.period > $0.upperBound } ?? true)
      },
      isReachByPassed: isReachByPassed, reachByLevel: atReachBy,
      isMetAtReachBy: isReachByPassed
        ? atReachBy.flatMap { level in target.map { promise.isMet(level, target: $0.value) } }
        : nil,
      isMet: target.flatMap { target in
        last.map { promise.isMet($0.compared, target: target.value) }
      } ?? false,
      metOfLast: last?.metOfLast ?? 0,
      realisedSince: course.steps.first { step in
        step.isRealised && (goLivePeriod.map { step.value.period >= $0 } ?? true)
      }?.value.period,
      evidence: course.evidence,
      concern: concern(course, points: points, baseline: baseline, promise: promise),
      guardrailStatus: nil, isLevelPastGuardrail: false,
      isLevelStrained: false, breachedSince: course.breachedSince,
      isProvisional: values.suffix(max(1, isToDate ? 1 : levelPoints)).contains { value in
        let state = points[value.index].measurement?.state
        return state == .provisional || state == .estimated
      },
      overdue: recorded.overdue, gaps: recorded.gaps, status: .notDefined,
      statusBeforeStale: nil, benefits: context.benefits, isRunChart: baseline.isRunChart)
    StatusRules(
      promise: promise, flowLevel: last?.level, isClosed: context.isClosed,
      isMetBefore: course.wasRealisedBefore(since: goLivePeriod)
    ).decide(&assessment)
    return assessment
  }

  private func plannedValues(of line: TargetLine, for measure: Measure) -> [PlannedValue] {
    guard line.origin <= line.target.reachBy else { return [] }
    var periods = measure.frequency.periods(from: line.origin, through: line.target.reachBy)
    // The corners of the line are shown even where no value is measured there.
    if periods.first != line.origin { periods.insert(line.origin, at: 0) }
    if let last = periods.last, last < line.target.reachBy { periods.append(line.target.reachBy) }
    return periods.compactMap { period in
      line.ownValue(at: period, interval: measure.frequency.interval)
        .map { PlannedValue(period: period, value: $0) }
    }
  }

  private func firstDue(from: Period?, in context: PlanIndex.MeasureContext) -> Day? {
    let cadence = Dues.cadence(of: context.measure)
    let start = from.map { max($0, cadence.from) } ?? cadence.from
    return cadence.periods(from: start, through: start.advanced(by: cadence.interval)).first
      .map { cadence.dueDay(of: $0, in: snapshot.plan.calendar) }
  }

  /// Returns the strongest sign of a change for the worse at the latest point.
  private func concern(
    _ course: Course, points: [SeriesPoint], baseline: FrozenBaseline, promise: Promise
  ) -> ChangeSignal? {
    if baseline.isRunChart { return course.adverseRun }
    guard let centre = baseline.centre else { return nil }
    let used = points.map { $0.use == .used ? $0.value : nil }
    let window = points.indices.filter { baseline.window?.contains(points[$0].period) ?? false }
    let range = window.first.flatMap { first in window.last.map { first..<($0 + 1) } } ?? 0..<0
    let chart = XmRChart(values: used, baseline: range, centre: centre)
    let latest = course.steps.map { (index: $0.value.index, value: $0.value.value) }
    return MDCRules().latestSignals(of: latest, centre: centre, sigma: chart?.sigma)
      .first { promise.sign == 0 || $0.isUpward == (promise.sign < 0) }
  }
}

extension Course {
  /// The first period of the unbroken stretch up to the last in which the guardrail is passed.
  var breachedSince: Period? {
    steps.reversed().prefix(while: \.isGuardrailPassed).last?.value.period
  }

  /// Returns whether it was realised or sustained at the end of an earlier period since go-live.
  func wasRealisedBefore(since goLive: Period?) -> Bool {
    steps.dropLast().contains { step in
      step.isRealised && (goLive.map { step.value.period >= $0 } ?? true)
    }
  }
}
