package import BenefitsAnalytics
public import BenefitsModel

/// One row of the table that belongs to a chart: a period with everything that is drawn of it.
public struct ChartRow: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The displayed value; `nil` where there is none to show.
  public var value: Double?
  /// The value without its season, where seasons are taken out.
  public var adjusted: Double?
  /// The numerator of a proportion or a rate.
  public var numerator: Double?
  /// The denominator of a proportion or a rate, or the n of a mean.
  public var denominator: Double?
  /// What the point is: `final`, `provisional`, `estimated`, `excluded`, `suppressed`, `no data`, `not over yet` or
  /// `partial`.
  public var state: String
  /// What the point tells: `improvement`, `concern` or `neutral`; `nil` when it is part of no over-long run.
  public var signal: String?
  /// The remark that was recorded with it.
  public var note: String?
  /// The median of its phase.
  public var median: Double?
  /// The value as the chart writes it.
  public var valueText: String
  /// The median as the chart writes it.
  public var medianText: String
}

extension ChartInput {
  /// The rows of the table that belongs to the chart, one for each point.
  public var rows: [ChartRow] {
    var signals: [Int: Signal] = [:]
    for run in longRuns { for index in run.points { signals[index] = run.signal } }
    return points.indices.map { index in
      let point = points[index]
      let isShown = point.use != .suppressed && point.use != .missing
      let median = chart.phases.first { $0.range.contains(index) }?.centre
      let value = isShown ? point.value : nil
      return ChartRow(
        period: point.period, value: value,
        adjusted: seasons == .adjusted && point.use == .used ? usedValue(index) : nil,
        numerator: isShown && isRatio ? point.measurement?.number : nil,
        denominator: isShown ? point.measurement?.denominator : nil,
        state: state(of: point), signal: signals[index]?.rawValue, note: point.measurement?.note,
        median: median, valueText: value.map { format.short($0) } ?? "",
        medianText: median.map { format.short($0) } ?? "")
    }
  }

  /// What a point is, in words.
  package func state(of point: SeriesPoint) -> String {
    switch point.use {
    case .missing: "no data"
    case .suppressed: "suppressed"
    case .excluded: "excluded"
    case .partial:
      point.parts.map { "partial, \($0.recorded) of \($0.expected)" } ?? "not over yet"
    case .used: point.measurement?.state.rawValue ?? "final"
    }
  }
}
