import BenefitsAnalytics
import BenefitsModel

extension ChartLayout {
  /// The radius of a mark: smaller where slots are narrow.
  var markRadius: Double { min(3.8, max(1.3, axis.slotWidth * 0.38)) }

  /// Places the band of the baseline's window.
  mutating func placeBand() {
    if let range = input.baselineRange?.clamped(to: 0..<input.points.count), !range.isEmpty {
      band = Box(
        left: axis.left(range.lowerBound), top: plot.top, right: axis.left(range.upperBound),
        bottom: plot.bottom)
    }
    for phase in input.phases.dropFirst()
    where axis.slots.indices.contains(phase.range.lowerBound) {
      let x = axis.left(phase.range.lowerBound)
      phaseStarts.append(x)
      obstacles.append((Segment(x, plot.top, x, plot.bottom), 2))
    }
  }

  /// Notes where the flags' lines run, so that labels keep off them.
  mutating func placeFlagLines() {
    for flag in flags { obstacles.append((Segment(flag.day, plot.top, flag.day, plot.bottom), 2)) }
  }

  /// Places medians or means, targets, guardrails and the planned values.
  mutating func placeReferenceLines() {
    for reference in references {
      let y = scale.position(of: reference.value)
      let line = Segment(
        axis.left(reference.slots.lowerBound), y, axis.left(reference.slots.upperBound), y)
      var segments = [line]
      lines.append(PlacedLine(points: segments, paint: reference.paint))
      obstacles.append((line, 6))
      if let slot = reference.reachBy, reference.slots.contains(slot) {
        // A short upright on the line says when it is to be reached.
        let x = axis.centre(slot)
        segments = [Segment(x, y - 5, x, y + 5)]
        obstacles.append((segments[0], 6))
        lines.append(PlacedLine(points: segments, paint: Paint(stroke: .ink, width: 1.5)))
      }
    }
    trajectory = Array(repeating: nil, count: axis.slots.count)
    for planned in input.trajectory where planned.value.isDrawable {
      guard let slot = axis.slots.slot(of: planned.period), trajectory[slot] == nil else {
        continue
      }
      trajectory[slot] = (axis.centre(slot), scale.position(of: planned.value))
    }
    for (start, end) in zip(trajectory, trajectory.dropFirst()) {
      if let start, let end { obstacles.append((Segment(start.0, start.1, end.0, end.1), 3)) }
    }
    if SVGPath.hasLine(trajectory) {
      keys.append(
        KeyItem(
          .line(ChartLayout.trajectoryPaint),
          input.isTrajectoryAssumed ? "planned (a straight line is assumed)" : "planned"))
    }
  }

  static var trajectoryPaint: Paint { Paint(stroke: .secondary, width: 1.5, dash: "1 3") }

  /// Places the data line and the marks.
  mutating func placePoints() {
    let marked = sentences.marked
    let starts = Set(input.phases.dropFirst().map(\.range.lowerBound))
    marks.reserveCapacity(input.points.count)
    data.reserveCapacity(input.points.count + starts.count)
    obstacles.reserveCapacity(obstacles.count + input.points.count)
    let radius = markRadius
    var words = TextBytes(capacity: 160)
    for index in input.points.indices {
      let use = input.points[index].use
      if starts.contains(index) { data.append(nil) }
      let x = axis.centre(index)
      guard let value = input.drawnValue(index) else {
        data.append(nil)
        if use == .suppressed { placeSuppressed(at: x, index: index) }
        continue
      }
      let y = scale.position(of: value)
      let isOff = use == .excluded || use == .partial
      if use == .partial { data.append(nil) }
      if !isOff { data.append((x, y)) }
      let signal = isOff ? nil : marked.signal(of: index)
      marks.append(
        ChartLayout.mark(
          input.points[index], signal: signal, x: x, y: y, radius: radius,
          hover: sentences.hover(index, in: &words),
          isRevised: input.revised.contains(input.points[index].period)))
    }
    for (start, end) in zip(data, data.dropFirst()) {
      if let start, let end { obstacles.append((Segment(start.0, start.1, end.0, end.1), 8)) }
    }
    keys += keyItems
    placeRecorded()
  }

  /// Places the values as they are recorded behind those that the seasons are taken out of.
  private mutating func placeRecorded() {
    guard input.seasons == .adjusted, input.hasDrawnValue else { return }
    recorded = input.points.indices.map { index in
      guard input.points[index].use == .used, let value = input.points[index].value,
        value.isDrawable
      else { return nil }
      return (axis.centre(index), scale.position(of: value))
    }
    for (start, end) in zip(recorded, recorded.dropFirst()) {
      if let start, let end { obstacles.append((Segment(start.0, start.1, end.0, end.1), 4)) }
    }
    keys.insert(
      contentsOf: [
        KeyItem(.mark(.circle, .solid, .common), "seasonally adjusted"),
        KeyItem(.line(ChartLayout.recordedPaint), "as recorded"),
      ], at: 0)
  }

  static var recordedPaint: Paint { Paint(stroke: .common, width: 0.75) }

  private mutating func placeSuppressed(at x: Double, index: Int) {
    marks.append(
      PlacedMark(
        x: x, y: plot.bottom - 7, radius: min(4, max(2, axis.slotWidth * 0.4)), shape: .square,
        filling: .none, role: .secondary, hover: sentences.hover(index)))
  }

  /// The mark of a point: its shape and colour by what it tells, its filling by what it is.
  static func mark(
    _ point: SeriesPoint, signal: Signal?, x: Double, y: Double, radius: Double, hover: String,
    isRevised: Bool
  ) -> PlacedMark {
    let (shape, role): (PlacedMark.Shape, ColourRole) =
      switch signal {
      case .improvement: (.diamond, .improvement)
      case .concern: (.square, .concern)
      case .neutral: (.triangle, .neutral)
      case nil: (.circle, .common)
      }
    let filling = ChartLayout.filling(point.use, point.measurement?.state)
    let reach = radius * (shape == .circle || shape == .square ? 1 : 1.3)
    return PlacedMark(
      x: x, y: y, radius: filling == .solid ? reach : reach * 1.15, shape: shape,
      filling: filling, role: role, hover: hover, isRevised: isRevised)
  }

  private static func filling(
    _ use: SeriesPoint.Use, _ state: MeasurementState?
  ) -> PlacedMark.Filling {
    guard use == .used else { return .none }
    return switch state {
    case .provisional: .half
    case .estimated: .dot
    default: .solid
    }
  }

  /// The words that the marks need, in a fixed order, and none that they do not.
  private var keyItems: [KeyItem] {
    var items: [KeyItem] = []
    let causes = sentences.causes
    let side = { (signal: Signal) in
      let sides = Set(causes.filter { $0.signal == signal }.map(\.isUpward))
      return sides.count == 2 ? "on one side of" : sides.contains(true) ? "above" : "below"
    }
    for (signal, shape, role, word) in [
      (Signal.improvement, PlacedMark.Shape.diamond, ColourRole.improvement, ", improvement"),
      (.concern, .square, .concern, ", concern"), (.neutral, .triangle, .neutral, ""),
    ] where sentences.marked.tells(signal) {
      items.append(
        KeyItem(
          .mark(shape, .solid, role),
          input.control == nil
            ? "long run \(side(signal)) the median\(word)" : "special cause\(word)"))
    }
    var (isHalf, isDot, isRevised, isExcluded, isPartial) = (false, false, false, false, false)
    for index in input.points.indices where input.drawnValue(index) != nil {
      let use = input.points[index].use
      let filling = ChartLayout.filling(use, input.points[index].measurement?.state)
      isHalf = isHalf || filling == .half
      isDot = isDot || filling == .dot
      isExcluded = isExcluded || use == .excluded
      isPartial = isPartial || use == .partial
      isRevised = isRevised || input.revised.contains(input.points[index].period)
    }
    if isHalf { items.append(KeyItem(.mark(.circle, .half, .common), "provisional")) }
    if isDot { items.append(KeyItem(.mark(.circle, .dot, .common), "estimated")) }
    let hollow = [isExcluded ? "excluded" : nil, isPartial ? "partial" : nil].compactMap(\.self)
    if !hollow.isEmpty {
      items.append(
        KeyItem(.mark(.circle, .none, .common), hollow.joined(separator: " or ") + ", not used"))
    }
    if isRevised { items.append(KeyItem(.revised, "revised")) }
    if input.points.contains(where: { $0.use == .suppressed }) {
      items.append(KeyItem(.mark(.square, .none, .secondary), "suppressed"))
    }
    return items
  }
}
