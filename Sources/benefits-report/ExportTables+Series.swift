import BenefitsAnalytics
import BenefitsModel
import BenefitsReports

extension ExportTables {
  /// Every series that anything is recorded or promised of, the wholes of all measures among them.
  private var allSeries: [Series] {
    var byMeasure = Dictionary(
      grouping: Set(reading.snapshot.measurements.keys).union(reading.plan.commitments.keys),
      by: \.measure)
    return reading.plan.measures.flatMap { measure in
      let whole = reading.plan.wholeSeries(of: measure)
      let parts = (byMeasure.removeValue(forKey: measure.id) ?? []).filter { $0 != whole }
      return [whole] + parts.sorted()
    }
  }

  private func eachAssessment(_ body: (Assessment) throws -> Void) throws {
    for series in allSeries { try body(assessor.assess(series)) }
  }

  var series: ExportTable {
    ExportTable(
      "series",
      [
        "measure": { .string($0.measure.id.text) }, "site": { .string($0.series.site.text) },
        "stratum": { .string($0.series.stratum.text) },
        "status": { .string($0.status.rawValue) },
        "status_before_stale": { JSONValue($0.statusBeforeStale?.rawValue) },
        "latest_period": { JSONValue($0.latestPoint?.period.description) },
        "latest": { JSONValue($0.latestPoint?.value) }, "level": { JSONValue($0.level) },
        "baseline": { JSONValue($0.baseline) }, "target": { JSONValue($0.target?.value) },
        "reach_by": { JSONValue($0.target?.reachBy.description) },
        "limit": { JSONValue($0.commitment.guardrail?.limit) },
        "planned": { JSONValue($0.planned) }, "realised_percent": { JSONValue($0.realised) },
        "planned_percent": { JSONValue($0.plannedRealised) }, "pace": { JSONValue($0.pace) },
        "variance": { JSONValue($0.variance) },
        "variation": { JSONValue($0.variation?.word.rawValue) },
        "assurance": { JSONValue($0.assurance?.word?.rawValue) },
        "chart": {
          .string($0.isRunChart ? "run" : $0.control?.kind.rawValue ?? "run")
        },
        "overdue": { .array($0.overdue.map { .string($0.description) }) },
        "gaps": { .array($0.gaps.map { .string($0.description) }) },
        "waived_until": { JSONValue($0.waiver?.expires.description) },
        "sentence": { .string($0.sentence) },
      ] as KeyValuePairs<String, (Assessment) -> JSONValue>, things: eachAssessment)
  }

  var points: ExportTable {
    ExportTable(
      "points",
      [
        "measure": { .string($0.assessment.measure.id.text) },
        "site": { .string($0.assessment.series.site.text) },
        "stratum": { .string($0.assessment.series.stratum.text) },
        "period": { .string($0.point.period.description) },
        "first_day": { .string($0.point.period.first.description) },
        "value": { JSONValue($0.isShown ? $0.point.value : nil) },
        "numerator": { JSONValue($0.hasParts ? $0.point.measurement?.number : nil) },
        "denominator": { JSONValue($0.isShown ? $0.point.measurement?.denominator : nil) },
        "use": { .string($0.point.use.rawValue) },
        "state": { JSONValue($0.point.measurement?.state.rawValue) },
        "centre": { JSONValue($0.centre) }, "lower": { JSONValue($0.lower) },
        "upper": { JSONValue($0.upper) },
        "signals": { .array($0.signals.map { .string($0) }) },
        "planned": { JSONValue($0.planned) }, "note": { JSONValue($0.point.measurement?.note) },
      ] as KeyValuePairs<String, (ExportedPoint) -> JSONValue>
    ) { emit in
      try eachAssessment { assessment in
        let planned = Dictionary(
          assessment.trajectory.map { ($0.period, $0.value) }
        ) { first, _ in first }
        for index in assessment.points.indices {
          try emit(ExportedPoint(assessment: assessment, index: index, trajectory: planned))
        }
      }
    }
  }

  var commitments: ExportTable {
    let history = records.history.commitments
    let rows = history.keys.sorted().flatMap { series in
      (history[series] ?? []).enumerated().flatMap { place, version in
        ExportedPromise.all(
          of: series, version, isCurrent: place == (history[series]?.count ?? 0) - 1)
      }
    }
    return ExportTable(
      "commitments", rows,
      [
        "measure": { .string($0.series.measure.text) }, "site": { .string($0.series.site.text) },
        "stratum": { .string($0.series.stratum.text) }, "entry": { .integer($0.entry) },
        "recorded_at": { .string($0.recordedAt.description) },
        "is_current": { .bool($0.isCurrent) }, "what": { .string($0.what) },
        "value": { JSONValue($0.value) }, "amber": { JSONValue($0.amber) },
        "stretch": { JSONValue($0.stretch) }, "basis": { JSONValue($0.basis) },
        "from": { JSONValue($0.from) }, "to": { JSONValue($0.to) },
        "hold_until": { JSONValue($0.holdUntil) }, "state": { JSONValue($0.state) },
        "source": { JSONValue($0.source) }, "by": { JSONValue($0.by) },
        "on": { JSONValue($0.on) }, "decision": { JSONValue($0.decision) },
      ])
  }

  var revisions: ExportTable {
    var hidden: [Series: Set<Period>] = [:]
    for series in Set(records.revisions.map(\.series)) {
      guard reading.plan.measure(series.measure) != nil else { continue }
      hidden[series] = Set(
        assessor.assess(series).points.filter { $0.use == .suppressed }.map(\.period))
    }
    let rows = records.revisions.compactMap { version in
      reading.plan.measure(version.series.measure).map { measure in
        ExportedRevision(
          version: version, measure: measure,
          isHidden: hidden[version.series]?.contains(version.measurement.period) ?? false)
      }
    }
    return ExportTable(
      "revisions", rows,
      [
        "measure": { .string($0.version.series.measure.text) },
        "site": { .string($0.version.series.site.text) },
        "stratum": { .string($0.version.series.stratum.text) },
        "period": { .string($0.version.measurement.period.description) },
        "entry": { .integer($0.version.entry) }, "value": { JSONValue($0.value) },
        "state": { .string($0.version.measurement.state.rawValue) },
        "is_excluded": { .bool($0.version.measurement.isExcluded) },
      ])
  }
}

/// One point of a series with its lines.
struct ExportedPoint {
  let assessment: Assessment
  let index: Int
  let trajectory: [Period: Double]

  var point: SeriesPoint { assessment.points[index] }

  /// Whether the number is shown: a small one is not, nor are its parts.
  var isShown: Bool { point.use != .suppressed }

  var hasParts: Bool { isShown && point.measurement?.denominator != nil }

  private var control: ControlChart? { assessment.isRunChart ? nil : assessment.control }

  var centre: Double? {
    if let control { return place(control.lines.centre) }
    return assessment.chart.phases.first { $0.range.contains(index) }?.centre
  }

  var lower: Double? { control.flatMap { place($0.lines.lower) } }
  var upper: Double? { control.flatMap { place($0.lines.upper) } }
  var planned: Double? { trajectory[point.period] }

  /// The names of the rules that mark the point.
  var signals: [String] {
    guard let control, control.marks.indices.contains(index) else { return [] }
    return control.marks[index].map(\.rawValue)
  }

  private func place(_ values: [Double?]) -> Double? {
    values.indices.contains(index) ? values[index] : nil
  }
}

/// A baseline, a target or a guardrail as an entry left it.
struct ExportedPromise {
  var series: Series
  var entry: EntryID
  var recordedAt: Instant
  var isCurrent: Bool
  var what: String
  var value: Double?
  var amber: Double?
  var stretch: Double?
  var basis: String?
  var from: String?
  var to: String?
  var holdUntil: String?
  var state: String?
  var source: String?
  var by: String?
  var on: String?
  var decision: String?

  /// The parts of a promise as one entry left it.
  static func all(
    of series: Series, _ version: CommitmentVersion, isCurrent: Bool
  ) -> [ExportedPromise] {
    let empty = ExportedPromise(
      series: series, entry: version.entry, recordedAt: version.recordedAt, isCurrent: isCurrent,
      what: "")
    var all: [ExportedPromise] = []
    if let baseline = version.commitment.baseline {
      var row = empty
      row.what = "baseline"
      switch baseline.basis {
      case .window(let from, let to): (row.from, row.to) = (from.description, to.description)
      case .stated(let value, let source): (row.value, row.source) = (value, source)
      }
      row.state = baseline.state.rawValue
      row.by = baseline.validatedBy
      row.on = baseline.validatedOn?.description
      all.append(row)
    }
    for target in version.commitment.targets {
      var row = empty
      row.what = "target"
      row.value = target.value
      row.stretch = target.stretch
      row.basis = target.basis.rawValue
      row.from = target.from?.description
      row.to = target.reachBy.description
      row.holdUntil = target.holdUntil?.description
      row.by = target.committedBy
      row.on = target.committedOn?.description
      row.decision = target.decision
      all.append(row)
    }
    if let guardrail = version.commitment.guardrail {
      var row = empty
      row.what = "guardrail"
      row.value = guardrail.limit
      row.amber = guardrail.amber
      all.append(row)
    }
    return all
  }
}

/// One version of a number that has several.
struct ExportedRevision {
  let version: MeasurementVersion
  let measure: Measure
  let isHidden: Bool

  /// The value; nothing where any version of the number is small.
  var value: Double? {
    let isSmall = measure.suppressBelow.map { version.measurement.denominator ?? $0 < $0 } ?? false
    return isHidden || isSmall ? nil : measure.value(of: version.measurement)
  }
}
