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
  /// What the point tells: `improvement`, `concern` or `neutral`; `nil` when no rule marks it.
  public var signal: String?
  /// The rules that mark it, in words, as `outside limits`.
  public var rules: [String]
  /// The rules that mark it, each with its span, as `shift (Apr 2025 to Dec 2025)`.
  public var causes: [String]
  /// The remark that was recorded with it.
  public var note: String?
  /// The number of its phase, from 1.
  public var phase: Int
  /// The median or the mean of its phase.
  public var centre: Double?
  /// The lower process limit; `nil` where there is none.
  public var lower: Double?
  /// The upper process limit; `nil` where there is none.
  public var upper: Double?
  /// The value as the chart writes it.
  public var valueText: String
  /// The median or the mean as the chart writes it.
  public var centreText: String
  /// The lower process limit as the chart writes it.
  public var lowerText: String
  /// The upper process limit as the chart writes it.
  public var upperText: String
}

extension ChartInput {
  /// The rows of the table that belongs to the chart, one for each point.
  public var rows: [ChartRow] {
    let marked = ChartInput.marked(by: causes, rules: control?.rules)
    let phases = phases
    let text = { (value: Double?) in value.map { format.short($0) } ?? "" }
    return points.indices.map { index in
      let point = points[index]
      let isShown = point.use != .suppressed && point.use != .missing
      let phase = phases.firstIndex { $0.range.contains(index) } ?? 0
      let centre = phases.indices.contains(phase) ? phases[phase].centre : nil
      let limit = { (line: [Double?]?) in
        line.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
      let (lower, upper) = (limit(control?.lines.lower), limit(control?.lines.upper))
      let value = isShown ? point.value : nil
      return ChartRow(
        period: point.period, value: value,
        adjusted: seasons == .adjusted && point.use == .used ? usedValue(index) : nil,
        numerator: isShown && isRatio ? point.measurement?.number : nil,
        denominator: isShown ? point.measurement?.denominator : nil,
        state: state(of: point), signal: marked.signal(of: index)?.rawValue,
        rules: marked[index].map(\.rule.phrase).firstOfEach,
        causes: marked[index].map { "\($0.rule.rawValue) (\(spoken($0.span)))" },
        note: point.measurement?.note, phase: phase + 1, centre: centre, lower: lower, upper: upper,
        valueText: text(value), centreText: text(centre), lowerText: text(lower),
        upperText: text(upper))
    }
  }

  /// The rules that mark several points, each with its span: `shift, Apr 2025 to Dec 2025`.
  package var causeSpans: [String] {
    causes.filter { $0.span.count > 1 }.map { "\($0.rule.phrase), \(spoken($0.span))" }.firstOfEach
  }

  /// A span of points in words: `Apr 2025 to Dec 2025`.
  func spoken(_ span: ClosedRange<Int>) -> String {
    let (first, last) = (points[span.lowerBound].period, points[span.upperBound].period)
    return first == last ? first.spoken : "\(first.spoken) to \(last.spoken)"
  }

  /// What a point is, in words.
  ///
  /// `isFinal` tells without a word whether that is `final`.
  package func state(of point: SeriesPoint) -> String {
    switch point.use {
    case .missing: "no data"
    case .suppressed: "suppressed"
    case .excluded: "excluded"
    case .partial:
      point.parts.map { "partial, \($0.recorded) of \($0.expected)" } ?? "not over yet"
    case .used:
      (point.measurement?.state.rawValue ?? "final")
        + (revised.contains(point.period) ? ", revised" : "")
    }
  }

  /// Whether a point is used, and its value is final as it was first recorded.
  func isFinal(_ index: Int) -> Bool {
    points[index].use == .used && (points[index].measurement?.state ?? .final) == .final
      && !revised.contains(points[index].period)
  }
}

extension ChangeSignal.Rule {
  /// The rule in words.
  fileprivate var phrase: String { rawValue.split(separator: "-").joined(separator: " ") }
}

extension [String] {
  /// The texts without repetitions.
  fileprivate var firstOfEach: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
