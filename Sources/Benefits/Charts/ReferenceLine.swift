import BenefitsAnalytics
import BenefitsModel

/// A level line of a chart with its label: a median or mean, a target, a guardrail or a stated baseline.
struct ReferenceLine: Hashable {
  /// What the line stands for, in the order in which labels give way when there is no room, last first.
  enum Kind: Int, Hashable, Comparable {
    case target, forecast, centre, guardrail, baseline, stretch, process, amber

    static func < (lhs: Kind, rhs: Kind) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  var kind: Kind
  var value: Double
  /// The slots that it runs over.
  var slots: Range<Int>
  /// The slot by which the value is to be reached.
  var reachBy: Int?
  /// The words of its label.
  var word: String
  var valueText: String
  /// A second line of its label.
  var addition: String?
  /// Whether a line in the middle is a mean, which is drawn through, rather than a median.
  var isMean = false

  var paint: Paint {
    switch kind {
    case .centre: Paint(stroke: .ink, width: 1.2, dash: isMean ? nil : "8 4")
    case .target, .forecast: Paint(stroke: .ink, width: 1.5, dash: "3 3")
    case .stretch: Paint(stroke: .secondary, width: 1.2, dash: "3 3")
    case .guardrail: Paint(stroke: .ink, width: 2.5)
    case .process: ReferenceLine.processPaint
    case .amber: Paint(stroke: .secondary, width: 1.2, dash: "12 3")
    case .baseline: Paint(stroke: .secondary, width: 1.2, dash: "8 3 2 3")
    }
  }

  static let processPaint = Paint(stroke: .secondary, width: 1.2, dash: "6 4")

  var role: ColourRole {
    switch kind {
    case .centre, .target, .guardrail, .forecast: .ink
    case .stretch, .amber, .baseline, .process: .secondary
    }
  }
}

extension ChartInput {
  /// Every level line of the chart over a row of slots.
  func referenceLines(slots: [Period]) -> [ReferenceLine] {
    let everywhere = 0..<slots.count
    let line = { (kind: ReferenceLine.Kind, value: Double, slots: Range<Int>, word: String) in
      ReferenceLine(
        kind: kind, value: value, slots: slots, word: word, valueText: format.label(value))
    }
    var lines: [ReferenceLine] = []
    let phases = phases
    for (number, phase) in phases.enumerated() {
      guard let centre = phase.centre, centre.isDrawable else { continue }
      let range = phase.range.clamped(to: 0..<points.count)
      guard !range.isEmpty else { continue }
      // The line of a baseline is what the future is compared with; one of the data ends with them.
      let isLast = number == phases.count - 1
      var drawn = line(
        .centre, centre, isLast && phase.isFrozen ? range.lowerBound..<slots.count : range,
        centreWord.capitalisedFirst)
      drawn.isMean = centreWord == "mean"
      lines.append(drawn)
    }
    for target in targets where target.value.isDrawable {
      let range = slotRange(from: target.from, through: target.through, in: slots)
      guard !range.isEmpty else { continue }
      var drawn = line(.target, target.value, range, "Target")
      drawn.addition = target.reachBy.map { "by \(ChartInput.label($0))" }
      drawn.reachBy = target.reachBy.flatMap { period in
        slots.firstIndex { $0.kind == period.kind && $0 == period }
      }
      lines.append(drawn)
      if let stretch = target.stretch, stretch.isDrawable {
        lines.append(line(.stretch, stretch, range, "Stretch"))
      }
    }
    if let guardrail, !everywhere.isEmpty {
      if guardrail.limit.isDrawable {
        lines.append(line(.guardrail, guardrail.limit, everywhere, "Guardrail"))
      }
      if let amber = guardrail.amber, amber.isDrawable {
        lines.append(line(.amber, amber, everywhere, "Amber"))
      }
    }
    if isBaselineStated, let baseline, baseline.isDrawable, !everywhere.isEmpty {
      lines.append(line(.baseline, baseline, everywhere, "Baseline"))
    }
    return lines
  }

  /// The periods of the axis: those of the points, then those still to come up to the last reach-by.
  ///
  /// No more than as many again as there are points, and at least twelve, are still to come: a promise for a
  /// far day would leave no room for what has happened.
  var slots: (periods: [Period], isCut: Bool) {
    guard let last = points.last?.period else { return plannedSlots }
    let periods = points.map(\.period)
    // Nobody knows on which days there will be events.
    guard !isEventGaps else { return (periods, false) }
    let ends =
      targets.compactMap(\.reachBy)
      + [trajectory.last?.period, forecast?.period].compactMap(\.self)
    let end = ends.filter { $0.kind == last.kind }.max() ?? last
    let step = max(interval, 1)
    let wanted = max(last.distance(to: end), 0) / step
    let count = min(wanted, max(points.count, 12))
    guard count > 0 else { return (periods, false) }
    return (periods + (1...count).map { last.advanced(by: $0 * step) }, count < wanted)
  }

  /// The periods of the axis while nothing is recorded or due: those of the plan.
  private var plannedSlots: (periods: [Period], isCut: Bool) {
    let ends = trajectory.map(\.period) + targets.compactMap(\.reachBy)
    guard !isEventGaps, let kind = ends.first?.kind, ends.allSatisfy({ $0.kind == kind }),
      let first = ends.min(), let last = ends.max()
    else { return ([], false) }
    let periods = Array(stride(from: first, through: last, by: max(interval, 1)))
    return (Array(periods.prefix(60)), periods.count > 60)
  }

  private func slotRange(from: Period?, through: Period?, in slots: [Period]) -> Range<Int> {
    guard let kind = slots.first?.kind else { return 0..<0 }
    var (start, end) = (0, slots.count)
    if let from, from.kind == kind { start = slots.firstIndex { $0 >= from } ?? slots.count }
    if let through, through.kind == kind {
      end = slots.lastIndex { $0 <= through }.map { $0 + 1 } ?? 0
    }
    return start..<max(start, end)
  }

  /// A period for a label: shorter than for a sentence where that says as much.
  static func label(_ period: Period) -> String {
    period.kind == .week ? period.first.spoken : period.spoken
  }
}
