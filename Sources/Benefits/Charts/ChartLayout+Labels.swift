import BenefitsAnalytics
import BenefitsModel

extension ChartLayout {
  /// Places the labels of the lines that reach the right end, pushed apart in the margin.
  ///
  /// When there is no room for all, amber goes first, then the process limits, stretch, a stated baseline, the
  /// guardrail, the median or mean, and the forecast; the target stays.
  mutating func placeMarginLabels() {
    var shown = marginLabels
    let bounds = (plot.top - 4)...(plot.bottom + 4)
    while shown.map(\.length).reduce(0, +) > bounds.upperBound - bounds.lowerBound,
      let least = shown.indices.max(by: {
        (shown[$0].reference.kind, $0) < (shown[$1].reference.kind, $1)
      })
    {
      shown.remove(at: least)
    }
    let middles = LabelLayout.spread(
      shown.map {
        // The first line of a label stands beside its line; the others hang below it.
        let extra = ($0.length - 2 - ChartLayout.labelHeight) / 2
        return LabelLayout.Item(
          wanted: scale.position(of: $0.reference.value) + extra, length: $0.length)
      }, within: bounds)
    for (label, middle) in zip(shown, middles) {
      let (line, texts) = (label.reference, label.lines)
      let top = middle - Double(texts.count) * ChartLayout.labelHeight / 2
      for (number, text) in texts.enumerated() {
        self.texts.append(
          PlacedText(
            text, x: plot.right + 14,
            y: top + (Double(number) + 0.5) * ChartLayout.labelHeight + 4.5, role: line.role))
      }
      let (y, first) = (scale.position(of: line.value), top + ChartLayout.labelHeight / 2)
      if (first - y).magnitude > 10 {
        keyLines.append(
          PlacedLine(
            points: [Segment(plot.right + 2, y, plot.right + 12, first)],
            paint: Paint(stroke: .secondary, width: 0.75)))
      }
    }
  }

  /// Places the labels within the plot, each where it hides least.
  ///
  /// The latest point comes first and always stays; then a forecast before the right end, the baseline, the
  /// medians, means and targets that end before the right end, the words for gaps, the highest and lowest
  /// point, and the first point: each of these is left out where it would touch something.
  mutating func placePlotLabels() {
    placeLatest()
    placeForecastLabel()
    placeBaselineName()
    placeEmptyNote()
    for line in references.reversed()
    where line.slots.upperBound < axis.slots.count && !line.slots.isEmpty { placeEndLabel(line) }
    placeGaps()
    placeExtremes()
  }

  /// Names the band of the baseline within it, or in the key where there is no room.
  private mutating func placeBaselineName() {
    guard let band else { return }
    let candidates = [plot.top + 15, plot.bottom - 7].map {
      PlacedText(
        "Baseline", x: band.left + 5, y: $0, size: ChartLayout.noteSize, role: .secondary)
    }
    let fitting = candidates.filter { $0.box.right <= band.right }
    if !place(fitting, isRequired: false) {
      keys.insert(KeyItem(.band, "baseline"), at: 0)
    }
  }

  private mutating func placeEmptyNote() {
    guard !input.hasDrawnValue else { return }
    let shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
    place(
      shares.flatMap { across in
        shares.map { down in
          PlacedText(
            "No data", x: plot.left + (plot.right - plot.left) * across,
            y: plot.top + plot.height * down, size: 16, anchor: .middle, role: .secondary)
        }
      }, isRequired: true)
  }

  private mutating func placeLatest() {
    guard let index = input.latestUsed,
      let value = input.drawnValue(index)
    else { return }
    let number = input.format.label(value)
    let addition = input.seasons == .adjusted ? " adjusted" : ""
    let text = "\(ChartInput.label(input.points[index].period)): \(number)\(addition)"
    let (x, y) = (axis.centre(index), scale.position(of: value))
    for content in [text, number] {
      let candidates = around(x: x, y: y).map {
        PlacedText(content, x: $0.x, y: $0.y, anchor: $0.anchor, isBold: true, hasGround: true)
      }
      if place(candidates, isRequired: true) { return }
    }
  }

  /// Labels a forecast that the right margin does not; the caption has it where there is no room.
  private mutating func placeForecastLabel() {
    guard let forecast, !forecastReach.isAtEnd else { return }
    let text = "Forecast \(input.format.label(forecast.forecast.value))"
    let places = around(x: forecast.x, y: forecast.y).filter { $0.anchor != .middle }
    place(
      places.map {
        PlacedText(text, x: $0.x, y: $0.y, size: ChartLayout.noteSize, anchor: $0.anchor)
      }, isRequired: false)
  }

  private mutating func placeEndLabel(_ line: ReferenceLine) {
    let y = scale.position(of: line.value)
    let (start, end) = (axis.left(line.slots.lowerBound), axis.left(line.slots.upperBound))
    let text = "\(line.word) \(line.valueText)"
    let wide = TextMetrics.width(text, size: ChartLayout.noteSize)
    var places: [(x: Double, y: Double, anchor: PlacedText.Anchor)] = []
    if line.slots.upperBound >= input.points.count { places.append((end + 6, y + 4.5, .start)) }
    if wide <= end - start - 4 {
      for offset in [-5.0, 14, -18, 27, -31, 40] {
        for share in [1.0, 0, 0.5, 0.75, 0.25, 0.9, 0.1, 0.65, 0.35] {
          places.append((start + 2 + (end - start - 4 - wide) * share, y + offset, .start))
        }
      }
    }
    place(
      places.map {
        PlacedText(
          text, x: $0.x, y: $0.y, size: ChartLayout.noteSize, anchor: $0.anchor,
          role: line.role)
      }, isRequired: false)
  }

  /// Says "no data" in each gap, or sets a cross where the words do not fit.
  private mutating func placeGaps() {
    guard input.hasDrawnValue else { return }
    var needsKey = false
    var start = 0
    while start < input.points.count {
      guard input.points[start].use == .missing else {
        start += 1
        continue
      }
      var end = start
      while end < input.points.count, input.points[end].use == .missing { end += 1 }
      let middle = (axis.left(start) + axis.left(end)) / 2
      let places = [
        (middle, PlacedText.Anchor.middle), (axis.left(end) + 1, .end),
        (axis.left(start) - 1, .start),
      ]
      let candidates = [plot.bottom - 6, plot.top + 13, plot.bottom - 22].flatMap { y in
        places.map { x, anchor in
          PlacedText("no data", x: x, y: y, size: 11, anchor: anchor, role: .secondary)
        }
      }
      if !place(candidates, isRequired: false) {
        needsKey = true
        for index in start..<end {
          marks.append(
            PlacedMark(
              x: axis.centre(index), y: plot.bottom - 7,
              radius: min(3, max(1.5, axis.slotWidth * 0.4)), shape: .cross, filling: .none,
              role: .secondary, hover: sentences.hover(index)))
        }
      }
      start = end
    }
    if needsKey { keys.append(KeyItem(.mark(.cross, .none, .secondary), "no data")) }
  }

  private mutating func placeExtremes() {
    var drawn: [(index: Int, value: Double)] = []
    drawn.reserveCapacity(input.points.count)
    for index in input.points.indices where input.points[index].use == .used {
      if let value = input.drawnValue(index) { drawn.append((index, value)) }
    }
    guard drawn.count > 2, let last = drawn.last, let first = drawn.first else { return }
    let high = drawn.max { $0.value < $1.value } ?? first
    let low = drawn.min { $0.value < $1.value } ?? first
    var labelled = [last]
    for point in [high, low, first]
    where !labelled.contains(where: { $0.index == point.index || $0.value == point.value }) {
      labelled.append(point)
      let (x, y) = (axis.centre(point.index), scale.position(of: point.value))
      let isLow = point.index == low.index
      let places = around(x: x, y: y).filter { isLow ? $0.y > y : $0.y < y }.prefix(2)
      let text = input.format.label(point.value)
      place(
        places.map {
          PlacedText(
            text, x: $0.x, y: $0.y, size: 12, anchor: $0.anchor,
            role: .secondary)
        }, isRequired: false)
    }
  }

  /// Places for a label of a point, the best first.
  private func around(
    x: Double, y: Double
  ) -> [(x: Double, y: Double, anchor: PlacedText.Anchor)] {
    let gap = markRadius + 6
    var places: [(x: Double, y: Double, anchor: PlacedText.Anchor)] = []
    places.reserveCapacity(24)
    for distance in [0.0, 12, 24, 40] {
      for (anchor, shift) in [(PlacedText.Anchor.middle, 0.0), (.end, 6), (.start, -6)] {
        places.append((x + shift, y - gap - distance, anchor))
        places.append((x + shift, y + gap + 9 + distance, anchor))
      }
    }
    return places
  }

  /// Places the first of the candidates that costs least.
  ///
  /// A label that is not required must touch nothing; one that is may reach into the margins.
  ///
  /// - Returns: Whether one was placed.
  @discardableResult
  private mutating func place(_ candidates: [PlacedText], isRequired: Bool) -> Bool {
    let inner = Box(
      left: plot.left + 2, top: plot.top - 2, right: plot.right + 8, bottom: plot.bottom - 1)
    var outer = inner
    (outer.left, outer.right) = (4, width - 4)
    for bounds in isRequired ? [inner, outer] : [inner] {
      guard let best = cheapest(of: candidates, within: bounds, isRequired: isRequired) else {
        continue
      }
      texts.append(best)
      return true
    }
    return false
  }

  private func cheapest(
    of candidates: [PlacedText], within bounds: Box, isRequired: Bool
  ) -> PlacedText? {
    var best: (rank: Int, cost: Double)?
    // Most candidates say the same at another place.
    var measured: (rank: Int, width: Double)?
    for rank in candidates.indices {
      let width: Double
      if let measured, candidates[measured.rank].isAsWide(as: candidates[rank]) {
        width = measured.width
      } else {
        width = candidates[rank].width
        measured = (rank, width)
      }
      let inner = candidates[rank].box(width: width)
      guard bounds.contains(inner) else { continue }
      let box = Box(
        left: inner.left - 2, top: inner.top - 1, right: inner.right + 2, bottom: inner.bottom + 1)
      guard !isTaken(box) else { continue }
      var cost = Double(rank) * 0.4
      // Later candidates cost no less than this.
      if let best, best.cost <= cost { break }
      for mark in marks where mark.box.overlaps(box) { cost += 20 }
      for (segment, weight) in obstacles where box.meets(segment) { cost += weight }
      if isRequired {
        if best.map({ cost < $0.cost }) ?? true { best = (rank, cost) }
      } else if cost == Double(rank) * 0.4 {
        return candidates[rank]
      }
    }
    return best.map { candidates[$0.rank] }
  }

  /// Whether another text stands where a box is.
  private func isTaken(_ box: Box) -> Bool {
    texts.contains { text in
      // Only what stands at the same height need be measured.
      let (top, bottom) = text.rows
      return top < box.bottom && box.top < bottom && text.box.overlaps(box)
    }
  }
}
