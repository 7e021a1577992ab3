public import BenefitsAnalytics
public import BenefitsModel

extension ChartInput {
  /// Creates the input of the chart of an assessed series.
  ///
  /// - Parameters:
  ///   - assessment: What is known of the series.
  ///   - plan: The plan that the series belongs to, for names, years and annotations.
  public init(_ assessment: Assessment, plan: Plan) {
    let (measure, series) = (assessment.measure, assessment.series)
    let isPart = series != measure.wholeSeries(in: plan.programme.id)
    self.init(
      name: measure.title, points: assessment.points, chart: assessment.chart,
      id: isPart
        ? "\(measure.id)_\(series.site)_\(series.stratum)" : measure.id.text,
      unit: measure.unit, decimals: measure.decimals, direction: measure.direction,
      yearStart: plan.calendar.yearStarts)
    place = ChartInput.place(of: series, in: plan)
    sign = assessment.sign
    control = assessment.control
    variation = assessment.variation
    assurance = assessment.assurance
    isPercentage = measure.kind == .proportion && measure.unit == "%"
    isRatio = measure.kind.isRatio
    isEventGaps = measure.kind == .event
    interval = measure.frequency.interval
    switch assessment.seasonality {
    case nil: seasons = .none
    case .adjusted: seasons = .adjusted
    case .sameSeason:
      seasons = .sameSeason
      remarks.append("Too little is recorded to tell a change from the seasons of the year.")
    }
    if let last = assessment.lastEvent, let complete = assessment.completeTo, last < complete {
      let days = last.distance(to: complete)
      remarks.append(
        "No event from \(last.spoken) to \(complete.spoken), \(days) "
          + "\(days == 1 ? "day" : "days") so far, not used.")
    }
    phaseNames = ChartInput.phaseNames(of: assessment)
    baseline = assessment.baseline
    baselineRange = assessment.baselineRange
    if case .stated = assessment.commitment.baseline?.basis { isBaselineStated = true }
    let isToDate = assessment.target?.basis == .toDate
    level = isToDate ? nil : assessment.level
    targets = ChartInput.targets(assessment.commitment.targets.filter { $0.basis == .level })
    guardrail = assessment.commitment.guardrail
    trajectory = assessment.trajectory.filter(\.value.isFinite)
    isTrajectoryAssumed = assessment.isTrajectoryAssumed
    annotations = ChartInput.annotations(of: assessment, plan: plan)
    sentence = assessment.sentence.isEmpty ? nil : assessment.sentence
    if !isToDate, let outlook = assessment.outlook {
      forecast = ChartForecast(outlook.forecast, of: outlook.period)
    }
    for target in assessment.commitment.targets where target.basis == .toDate {
      remarks.append(
        "The target, \(format.full(target.value)) in all by \(target.reachBy.spoken), "
          + "is for the running sum and is not drawn"
          + (isToDate ? assessment.level.map { "; so far \(format.full($0))" } ?? "" : "") + ".")
    }
    if control?.kind == .mr { showMovingRanges() }
  }

  /// Shows a control chart in the place of the run chart.
  ///
  /// - Parameter control: A control chart of the same periods.
  public mutating func show(_ control: ControlChart) {
    self.control = control
    baselineRange = control.phases.first.flatMap { $0.baseline == $0.range ? nil : $0.baseline }
    decimals = max(
      decimals,
      ValueFormat.decimals(
        for: control.values, lines: control.lines.lower, control.lines.upper,
        control.lines.centre))
    if control.kind == .mr { showMovingRanges() }
  }

  /// Puts the moving ranges in the place of the values, with nothing that belongs to these.
  private mutating func showMovingRanges() {
    guard let control else { return }
    for index in points.indices where control.values.indices.contains(index) {
      points[index].value = control.values[index]
      points[index].measurement = nil
      if points[index].use != .suppressed {
        points[index].use = control.values[index] == nil ? .missing : .used
      }
    }
    (baseline, level, guardrail, forecast, sentence) = (nil, nil, nil, nil, nil)
    (isBaselineStated, isPercentage, isRatio) = (false, false, false)
    (targets, trajectory, remarks) = ([], [], [])
  }

  private static func place(of series: Series, in plan: Plan) -> String {
    let isWhole = series.site == Site.ID(plan.programme.id)
    let site =
      isWhole
      ? plan.programme.title
      : plan.sites.first { $0.id == series.site }?.title ?? series.site.text
    guard series.stratum != .all else { return site }
    let stratum = plan.strata.first { $0.id == series.stratum }?.title ?? series.stratum.text
    return "\(site), \(stratum)"
  }

  private static func phaseNames(of assessment: Assessment) -> [String?] {
    let phases = assessment.chart.phases
    return phases.indices.map { index in
      guard index > 0 else { return nil }
      let points = assessment.points
      let (start, previous) = (phases[index].range.lowerBound, phases[index - 1].range.lowerBound)
      guard points.indices.contains(start), points.indices.contains(previous) else { return nil }
      return assessment.measure.phases.last {
        $0.from <= points[start].period && $0.from > points[previous].period
      }?.reason
    }
  }

  /// Each target is in force until the next one is; what has no `from` follows the one before it.
  private static func targets(_ targets: [Target]) -> [ChartTarget] {
    var drawn = targets.map {
      ChartTarget(value: $0.value, stretch: $0.stretch, from: $0.from, reachBy: $0.reachBy)
    }
    for index in drawn.indices.dropFirst() {
      let previous = drawn[index - 1]
      let from = drawn[index].from ?? previous.reachBy?.advanced(by: 1)
      drawn[index].from = from
      drawn[index - 1].through = from?.advanced(by: -1)
    }
    return drawn
  }

  private static func annotations(of assessment: Assessment, plan: Plan) -> [ChartAnnotation] {
    var annotations = plan.annotations(of: assessment.series).map {
      ChartAnnotation(date: $0.date, kind: $0.kind, text: $0.text)
    }
    if let goLive = assessment.goLive,
      !annotations.contains(where: { $0.kind == .goLive && $0.date == goLive })
    {
      let measure = assessment.measure
      let project = (measure.benefits + measure.guards)
        .compactMap { plan.benefit($0).flatMap { plan.project($0.project) } }
        .first { $0.goLive == goLive }
      let text = project.map { "\($0.title) goes live" } ?? "Go-live"
      let place = annotations.firstIndex { $0.date > goLive } ?? annotations.endIndex
      annotations.insert(ChartAnnotation(date: goLive, kind: .goLive, text: text), at: place)
    }
    return annotations
  }
}
