import BenefitsAnalytics
import BenefitsModel

extension ChartLayout {
  /// Places the labels of both axes.
  mutating func placeAxisLabels() {
    for (tick, text) in zip(scale.ticks.values, input.format.labels(scale.ticks)) {
      texts.append(
        PlacedText(
          text, x: plot.left - 6, y: scale.position(of: tick) + 4, size: ChartLayout.noteSize,
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
    var x = ChartLayout.edge
    for item in keys {
      let words = TextMetrics.lines(
        item.words, within: width - 2 * ChartLayout.edge - item.signWidth - 6,
        size: ChartLayout.noteSize)
      let wide =
        item.signWidth + 6
        + (words.map { TextMetrics.width($0, size: ChartLayout.noteSize) }.max() ?? 0)
      if x > ChartLayout.edge, x + wide > width - ChartLayout.edge {
        x = ChartLayout.edge
        cursor += 18
      }
      place(item.sign, x: x, y: cursor - 4, width: item.signWidth)
      for (number, line) in words.enumerated() {
        if number > 0 { cursor += 16 }
        texts.append(note(line, indent: x - ChartLayout.edge + item.signWidth + 6, y: cursor))
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
    case .revised:
      keyMarks.append(
        PlacedMark(
          x: x + width / 2, y: y, radius: 3.4, shape: .circle, filling: .solid, role: .common,
          isRevised: true))
    case .bracket:
      keyForecast = PlacedForecast(
        forecast: ChartForecast(period: axis.slots[0], value: 0, middle80: 0...0, middle95: 0...0),
        x: x + width / 2, y: y, middle80: y - 4...y + 4, middle95: y - 7...y + 7)
    case .band:
      keyBand = Box(left: x, top: y - 6, right: x + width, bottom: y + 6)
    }
  }

  private var captions: [String] {
    var captions: [String] = []
    if startsAboveZero { captions.append("The value axis does not start at 0.") }
    if input.points.contains(where: { $0.value.map { !$0.isDrawable } ?? false }) {
      captions.append("Values beyond 1e150 are not drawn.")
    }
    if isCut {
      let ends = input.targets.compactMap(\.reachBy) + input.trajectory.suffix(1).map(\.period)
      if let end = ends.filter({ $0.kind == axis.slots.first?.kind }).max() {
        captions.append("The plan runs on to \(end.spoken).")
      }
    }
    if !forecastReach.isDrawn, let forecast = input.forecast {
      captions.append(sentences.forecastSentence(forecast))
    }
    return captions + limitCaptions + input.remarks
  }

  /// What the process limits rest on, and why they are trial limits or none.
  private var limitCaptions: [String] {
    guard let control = input.control else { return [] }
    var text = "\(control.kind.title.capitalisedFirst)"
    if control.rules.name != .mdc { text += ", rules \(control.rules.name.rawValue)" }
    if control.kind.usesMovingRanges, control.rules.screens {
      text += "; moving ranges from 3.267 × their mean on are screened"
    }
    var captions = [text + "."]
    let phases = input.phases
    for phase in phases where input.points.indices.contains(phase.range.lowerBound) {
      let since =
        phases.count > 1 ? " from \(input.points[phase.range.lowerBound].period.spoken)" : ""
      if let missing = phase.missingLimits {
        captions.append("\(missing.phrase.capitalisedFirst)\(since).")
      } else if phase.isTrial {
        captions.append(
          "Trial limits\(since): they rest on \(phase.baselineCount) "
            + "\(phase.baselineCount == 1 ? "point" : "points").")
      }
    }
    if phases.count > 6, captions.count > 4 {
      let trial = phases.count(where: \.isTrial)
      let none = phases.count { $0.missingLimits != nil }
      captions = [
        captions[0],
        "Of \(phases.count) phases \(trial) have trial limits, which rest on fewer than "
          + "\(ControlChart.trialLength) points" + (none > 0 ? ", and \(none) have none." : "."),
      ]
    }
    return captions
  }

  private mutating func placeList(from start: Double) -> Double {
    var cursor = start
    let drawn = drawnAnnotations.map(\.annotation)
    if !drawn.isEmpty { cursor += 4 }
    for (number, annotation) in drawn.enumerated() {
      cursor += 18
      listNumbers.append(
        Flag(
          number: number + 1, day: 0, x: ChartLayout.edge + 8, y: cursor - 4))
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
    for (number, phase) in input.phases.enumerated().dropFirst() {
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
      XMLText.cleaned(text), within: width - 2 * ChartLayout.edge - indent,
      size: ChartLayout.noteSize)
  }

  private func note(
    _ text: String, indent: Double, y: Double, role: ColourRole = .secondary
  ) -> PlacedText {
    PlacedText(
      text, x: ChartLayout.edge + indent, y: y, size: ChartLayout.noteSize, role: role)
  }
}
