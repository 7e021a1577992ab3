import BenefitsAnalytics
package import BenefitsModel

/// Where everything in a set of small charts lies.
package struct SmallMultiplesLayout: Sendable {
  /// One of the charts.
  package struct Panel: Sendable {
    /// The part that holds the points.
    package let plot: Box
    /// The heights of the gridlines.
    package let gridlines: [Double]
    /// Medians or means, targets and guardrails.
    package let lines: [PlacedLine]
    /// The process limits as steps.
    package let limits: [[(Double, Double)?]]
    /// The data, broken where there are none.
    package let data: [(Double, Double)?]
    /// The marks of the points.
    package let marks: [PlacedMark]
  }

  /// The width of the drawing.
  package let width: Double
  /// The height of the drawing.
  package private(set) var height = 0.0
  /// The charts, from left to right and from top to bottom.
  package private(set) var panels: [Panel] = []
  /// Every line of text.
  package private(set) var texts: [PlacedText] = []
  /// The lines beside the words of the key.
  package private(set) var keyLines: [PlacedLine] = []
  /// The marks beside the words of the key.
  package private(set) var keyMarks: [PlacedMark] = []
  /// The axis of values that all charts share.
  package let domain: ValueDomain
  /// The periods that all charts share.
  package let slots: [Period]

  private static let edge = 12.0
  private static let gap = 18.0
  private static let plotHeight = 110.0
  private static let tickCount = 3

  /// Lays out a set of charts.
  package init(_ figure: SmallMultiples) {
    width = figure.width
    let inputs = figure.whole.map(\.input)
    slots = SmallMultiplesLayout.slots(of: inputs)
    let values = inputs.flatMap { input in
      input.points.indices.compactMap(input.drawnValue)
        + input.referenceLines(slots: input.points.map(\.period)).map(\.value)
        + input.limitSteps(slots: input.points.count).flatMap { $0.steps.map(\.value) }
    }
    domain = ValueDomain(
      of: values.filter(\.isDrawable), isPercentage: inputs.allSatisfy(\.isPercentage),
      count: SmallMultiplesLayout.tickCount)

    let edge = SmallMultiplesLayout.edge
    var cursor = 4.0
    for line in TextMetrics.balancedLines(
      XMLText.cleaned(figure.title(glue: "\u{A0}")), within: width - 2 * edge, size: 16,
      isBold: true)
    {
      cursor += 20
      texts.append(PlacedText(line, x: edge, y: cursor, size: 16, isBold: true))
    }
    let subtitle = inputs.first.map { ChartSentences($0).shared } ?? ""
    for line in TextMetrics.lines(XMLText.cleaned(subtitle), within: width - 2 * edge, size: 13)
    where !line.isEmpty {
      cursor += 19
      texts.append(PlacedText(line, x: edge, y: cursor, role: .secondary))
    }
    cursor += 12
    cursor = placePanels(figure.panels, from: cursor)
    cursor = placeKey(inputs, from: cursor)
    height = (cursor + 10).rounded(.up)
  }

  private var columns: Int { width >= 640 ? 3 : width >= 340 ? 2 : 1 }

  /// Every period from the first to the last of any chart, by the steps of all of them.
  private static func slots(of inputs: [ChartInput]) -> [Period] {
    guard let kind = inputs.lazy.compactMap(\.points.first?.period.kind).first else { return [] }
    let all = Set(inputs.flatMap { $0.points.map(\.period) }.filter { $0.kind == kind })
    guard let first = all.min(), let last = all.max() else { return [] }
    let step = max(inputs.map(\.interval).min() ?? 1, 1)
    // Rare events have no steps, and what is off the steps keeps its place.
    guard !inputs.contains(where: \.isEventGaps), first.distance(to: last) / step < 4_000 else {
      return all.sorted()
    }
    return all.union(stride(from: first, through: last, by: step)).sorted()
  }

  private mutating func placePanels(_ panels: [SmallMultiples.Panel], from start: Double) -> Double
  {
    guard !panels.isEmpty, !slots.isEmpty else {
      texts.append(
        PlacedText("No data", x: SmallMultiplesLayout.edge, y: start + 16, role: .secondary))
      return start + 22
    }
    let edge = SmallMultiplesLayout.edge
    let format = panels[0].input.format
    let ticks = LinearTicks(in: domain.bounds, count: SmallMultiplesLayout.tickCount)
    let labels = format.labels(ticks)
    let tickWidth = labels.map { TextMetrics.width($0, size: 11) }.max() ?? 0
    let columns = min(columns, panels.count)
    let left = max(30, edge + tickWidth + 6)
    let wide =
      (width - left - edge - SmallMultiplesLayout.gap * Double(columns - 1)) / Double(columns)
    var top = start
    var next = 0
    while next < panels.count {
      let row = panels[next..<min(next + columns, panels.count)]
      let names = row.map { panel in
        TextMetrics.lines(XMLText.cleaned(panel.name), within: wide, size: 13, isBold: true)
      }
      let nameHeight = 16 * Double(names.map(\.count).max() ?? 1)
      let captions = row.map {
        TextMetrics.lines($0.input.latestWords($0.state), within: wide, size: 12)
      }
      let captionHeight = 15 * Double(captions.map(\.count).max() ?? 1)
      let plotTop = top + nameHeight + captionHeight + 10
      for (column, panel) in row.enumerated() {
        let x = left + Double(column) * (wide + SmallMultiplesLayout.gap)
        for (number, line) in names[column].enumerated() {
          texts.append(
            PlacedText(line, x: x, y: top + 13 + 16 * Double(number), isBold: true))
        }
        for (number, line) in captions[column].enumerated() {
          texts.append(
            PlacedText(
              line, x: x, y: top + nameHeight + 11 + 15 * Double(number), size: 12,
              role: .secondary))
        }
        let plot = Box(
          left: x, top: plotTop, right: x + wide, bottom: plotTop + SmallMultiplesLayout.plotHeight)
        place(panel.input, in: plot, ticks: ticks)
      }
      for (tick, label) in zip(ticks.values, labels) {
        let scale = LinearScale(
          domain: domain.bounds, range: plotTop...(plotTop + SmallMultiplesLayout.plotHeight))
        texts.append(
          PlacedText(
            label, x: left - 5, y: scale.position(of: tick) + 4, size: 11, anchor: .end,
            role: .secondary))
      }
      let axis = PeriodAxis(
        slots: slots, range: 0...wide, yearStart: panels[0].input.yearStart)
      top =
        plotTop + SmallMultiplesLayout.plotHeight
        + (axis.labels.contains { $0.line == 1 } ? 40 : 24) + 14
      next += columns
    }
    return top
  }

  /// Places the labels of periods under one chart, moved in from its ends and left out where they would touch.
  private mutating func placeAxisLabels(_ axis: PeriodAxis, of plot: Box) {
    var ends = [plot.left - 7, plot.left - 7]
    for label in axis.labels {
      let half = TextMetrics.width(label.text, size: PeriodAxis.labelSize) / 2
      let x = min(max(axis.centre(label.slot), plot.left - 6 + half), plot.right + 6 - half)
      guard x - half > ends[label.line] else { continue }
      ends[label.line] = x + half + 4
      texts.append(
        PlacedText(
          label.text, x: x, y: plot.bottom + 16 + 15 * Double(label.line),
          size: PeriodAxis.labelSize, anchor: .middle, role: .secondary))
    }
  }

  private mutating func place(_ input: ChartInput, in plot: Box, ticks: LinearTicks) {
    let scale = LinearScale(domain: domain.bounds, range: plot.top...plot.bottom)
    let axis = PeriodAxis(
      slots: slots, range: plot.left...plot.right, yearStart: input.yearStart)
    placeAxisLabels(axis, of: plot)
    let places = Dictionary(
      slots.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let slot = { (index: Int) in places[input.points[index].period] }
    let edge = { (index: Int) -> Double in
      guard input.points.indices.contains(index) else {
        return input.points.indices.last.flatMap(slot).map { axis.left($0 + 1) } ?? plot.right
      }
      return slot(index).map(axis.left) ?? plot.left
    }
    let lines = input.referenceLines(slots: input.points.map(\.period)).filter {
      $0.kind == .centre || $0.kind == .target || $0.kind == .guardrail
    }.map { line in
      let y = scale.position(of: line.value)
      return PlacedLine(
        points: [Segment(edge(line.slots.lowerBound), y, edge(line.slots.upperBound), y)],
        paint: line.paint)
    }
    let limits = input.limitSteps(slots: input.points.count).map { limit in
      limit.steps.flatMap { step -> [(Double, Double)?] in
        let y = scale.position(of: step.value)
        return [(edge(step.slots.lowerBound), y), (edge(step.slots.upperBound), y)]
      }
    }
    let marked = ChartInput.marked(by: input.causes, rules: input.control?.rules)
    let sentences = ChartSentences(input)
    let starts = Set(input.phases.dropFirst().map(\.range.lowerBound))
    let radius = min(2.6, max(1.2, axis.slotWidth * 0.4))
    var data: [(Double, Double)?] = []
    var marks: [PlacedMark] = []
    for index in input.points.indices {
      if starts.contains(index) { data.append(nil) }
      guard let value = input.drawnValue(index), let slot = slot(index) else {
        data.append(nil)
        continue
      }
      let (x, y) = (axis.centre(slot), scale.position(of: value))
      let isUsed = input.points[index].use == .used
      if isUsed { data.append((x, y)) }
      let signal = isUsed ? marked.signal(of: index) : nil
      marks.append(
        ChartLayout.mark(
          input.points[index], signal: signal, x: x, y: y, radius: radius,
          hover: sentences.hover(index), isRevised: false))
    }
    panels.append(
      Panel(
        plot: plot, gridlines: ticks.values.map(scale.position), lines: lines, limits: limits,
        data: data, marks: marks))
  }

  private mutating func placeKey(_ inputs: [ChartInput], from start: Double) -> Double {
    var items: [KeyItem] = []
    let lines = inputs.flatMap { $0.referenceLines(slots: $0.points.map(\.period)) }
    for (kind, words) in [
      (ReferenceLine.Kind.target, "target"), (.guardrail, "guardrail"),
    ] {
      if let line = lines.first(where: { $0.kind == kind }) {
        items.append(KeyItem(.line(line.paint), words))
      }
    }
    for (isMean, words) in [(true, "mean"), (false, "median")] {
      if let line = lines.first(where: { $0.kind == .centre && $0.isMean == isMean }) {
        items.append(KeyItem(.line(line.paint), words))
      }
    }
    if inputs.contains(where: { !$0.limitSteps(slots: $0.points.count).isEmpty }) {
      items.append(KeyItem(.line(ReferenceLine.processPaint), "process limits"))
    }
    let marks = panels.flatMap(\.marks)
    for (shape, role, words) in [
      (PlacedMark.Shape.diamond, ColourRole.improvement, "improvement"),
      (.square, .concern, "concern"), (.triangle, .neutral, "change"),
    ] where marks.contains(where: { $0.shape == shape }) {
      items.append(KeyItem(.mark(shape, .solid, role), words))
    }
    if marks.contains(where: { $0.filling == .half }) {
      items.append(KeyItem(.mark(.circle, .half, .common), "provisional"))
    }
    if marks.contains(where: { $0.filling == .none }) {
      items.append(KeyItem(.mark(.circle, .none, .common), "not used"))
    }
    var cursor = start + 8
    let edge = SmallMultiplesLayout.edge
    var x = edge
    for item in items {
      let wide = item.signWidth + 6 + TextMetrics.width(item.words, size: 12)
      if x > edge, x + wide > width - edge {
        x = edge
        cursor += 18
      }
      switch item.sign {
      case .mark(let shape, let filling, let role):
        keyMarks.append(
          PlacedMark(
            x: x + item.signWidth / 2, y: cursor - 4, radius: shape == .diamond ? 4.9 : 3.8,
            shape: shape, filling: filling, role: role))
      case .line(let paint):
        keyLines.append(
          PlacedLine(
            points: [Segment(x, cursor - 4, x + item.signWidth, cursor - 4)], paint: paint))
      case .band, .revised, .bracket: break
      }
      texts.append(
        PlacedText(item.words, x: x + item.signWidth + 6, y: cursor, size: 12, role: .secondary))
      x += wide + 18
    }
    cursor += 17
    let scale =
      "All charts share one scale"
      + (domain.startsAboveZero ? ", which does not start at 0." : ".")
    for line in TextMetrics.lines(scale, within: width - 2 * edge, size: 12) {
      texts.append(PlacedText(line, x: edge, y: cursor, size: 12, role: .secondary))
      cursor += 16
    }
    return cursor - 16
  }
}

extension ChartInput {
  /// The latest value with its state: `Mar 2026: 88.9%, improving`.
  func latestWords(_ state: String) -> String {
    guard let latest = latestUsed, let value = drawnValue(latest) else { return "No data" }
    return "\(ChartInput.label(points[latest].period)): \(format.label(value)), \(state)"
  }
}
