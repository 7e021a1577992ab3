import BenefitsAnalytics
import BenefitsModel

extension RunChartLayout {
  /// Places the labels of both axes.
  mutating func placeAxisLabels() {
    for (tick, text) in zip(scale.ticks.values, input.format.labels(scale.ticks)) {
      texts.append(
        PlacedText(
          text, x: plot.left - 6, y: scale.position(of: tick) + 4, size: RunChartLayout.noteSize,
          anchor: .end,
          role: .secondary))
    }
    for label in axis.labels {
      texts.append(
        PlacedText(
          label.text, x: axis.centre(label.slot), y: plot.bottom + 18 + 16 * Double(label.line),
          size: PeriodAxis.labelSize, anchor: .middle, role: .secondary))
    }
  }

  /// Places what stands under the axis: key, captions and the list of annotations.
  ///
  /// - Returns: The height of the whole.
  mutating func placeNotes(from start: Double) -> Double {
    var cursor = placeKey(from: start)
    for caption in captions {
      for line in noteLines(caption, indent: 0) {
        cursor += 16
        texts.append(note(line, indent: 0, y: cursor))
      }
    }
    cursor = placeList(from: cursor)
    return cursor + 10
  }

  private mutating func placeKey(from start: Double) -> Double {
    guard !keys.isEmpty else { return start }
    var cursor = start + 16
    var x = RunChartLayout.edge
    for item in keys {
      let words = TextMetrics.lines(
        item.words, within: width - 2 * RunChartLayout.edge - item.signWidth - 6,
        size: RunChartLayout.noteSize)
      let wide =
        item.signWidth + 6
        + (words.map { TextMetrics.width($0, size: RunChartLayout.noteSize) }.max() ?? 0)
      if x > RunChartLayout.edge, x + wide > width - RunChartLayout.edge {
        x = RunChartLayout.edge
        cursor += 18
      }
      place(item.sign, x: x, y: cursor - 4, width: item.signWidth)
      for (number, line) in words.enumerated() {
        if number > 0 { cursor += 16 }
        texts.append(note(line, indent: x - RunChartLayout.edge + item.signWidth + 6, y: cursor))
      }
      x += wide + 18
    }
    return cursor + 3
  }

  private mutating func place(_ sign: KeyItem.Sign, x: Double, y: Double, width: Double) {
    switch sign {
    case .mark(let shape, let filling, let role):
      let radius = shape == .diamond || shape == .triangle ? 4.9 : shape == .cross ? 3 : 3.8
      keyMarks.append(
        PlacedMark(
          x: x + width / 2, y: y, radius: radius, shape: shape, filling: filling, role: role))
    case .line(let paint):
      keyLines.append(PlacedLine(points: [Segment(x, y, x + width, y)], paint: paint))
    case .band:
      keyBand = Box(left: x, top: y - 6, right: x + width, bottom: y + 6)
    }
  }

  private var captions: [String] {
    var captions: [String] = []
    if startsAboveZero { captions.append("The value axis does not start at 0.") }
    if isCut {
      let ends = input.targets.compactMap(\.reachBy) + input.trajectory.suffix(1).map(\.period)
      if let end = ends.filter({ $0.kind == axis.slots.first?.kind }).max() {
        captions.append("The plan runs on to \(end.spoken).")
      }
    }
    return captions + input.remarks
  }

  private mutating func placeList(from start: Double) -> Double {
    var cursor = start
    let drawn = drawnAnnotations.map(\.annotation)
    if !drawn.isEmpty { cursor += 4 }
    for (number, annotation) in drawn.enumerated() {
      cursor += 18
      listNumbers.append(
        Flag(
          number: number + 1, day: 0, x: RunChartLayout.edge + 8, y: cursor - 4))
      for (place, line) in noteLines(entry(annotation), indent: 24).enumerated() {
        if place > 0 { cursor += 15 }
        texts.append(note(line, indent: 24, y: cursor, role: .ink))
      }
    }
    var others: [String] = []
    for annotation in input.annotations
    where axis.position(of: annotation.date) != nil && !drawn.contains(annotation) {
      others.append(entry(annotation))
    }
    for (number, phase) in input.chart.phases.enumerated().dropFirst() {
      guard input.phaseNames.indices.contains(number), let name = input.phaseNames[number],
        !name.isEmpty, input.points.indices.contains(phase.range.lowerBound),
        !texts.contains(where: { $0.content == XMLText.cleaned(name) })
      else { continue }
      let from = input.points[phase.range.lowerBound].period.spoken
      others.append("Phase \(number + 1) from \(from): \(name)")
    }
    if !others.isEmpty { cursor += 4 }
    for text in others {
      for (place, line) in noteLines(text, indent: 24).enumerated() {
        cursor += place > 0 ? 15 : 17
        texts.append(note(line, indent: 24, y: cursor, role: .ink))
      }
    }
    return cursor
  }

  private func entry(_ annotation: ChartAnnotation) -> String {
    let what =
      annotation.text.isEmpty
      ? annotation.kind.rawValue.split(separator: "-").joined(separator: " ") : annotation.text
    return "\(annotation.date.spoken): \(what)"
  }

  private func noteLines(_ text: String, indent: Double) -> [String] {
    TextMetrics.lines(
      XMLText.cleaned(text), within: width - 2 * RunChartLayout.edge - indent,
      size: RunChartLayout.noteSize)
  }

  private func note(
    _ text: String, indent: Double, y: Double, role: ColourRole = .secondary
  ) -> PlacedText {
    PlacedText(
      text, x: RunChartLayout.edge + indent, y: y, size: RunChartLayout.noteSize, role: role)
  }
}
