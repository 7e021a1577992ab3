import BenefitsAnalytics
import BenefitsModel

extension ChartLayout {
  /// Places the title and the subtitle.
  ///
  /// - Returns: Where the next part begins.
  mutating func placeHeader() -> Double {
    let room = width - 2 * ChartLayout.edge
    var cursor = 4.0
    for line in TextMetrics.balancedLines(
      XMLText.cleaned(sentences.breakableTitle), within: room, size: 16, isBold: true)
    {
      cursor += 20
      texts.append(
        PlacedText(line, x: ChartLayout.edge, y: cursor, size: 16, isBold: true))
    }
    cursor += 3
    for line in TextMetrics.lines(
      XMLText.cleaned(sentences.breakableSubtitle), within: room, size: 13)
    where !line.isEmpty {
      cursor += 18
      texts.append(
        PlacedText(line, x: ChartLayout.edge, y: cursor, role: .secondary))
    }
    cursor = placeVerdicts(from: cursor)
    return cursor + 10
  }

  /// Places the signs of variation and assurance with their words; a run chart has none.
  private mutating func placeVerdicts(from start: Double) -> Double {
    guard let variation = input.variation else { return start }
    let sign = VariationGlyph(variation.word)
    var verdicts = [(PlacedGlyph.Sign.variation(sign), sign.words)]
    if let assurance = input.assurance {
      let sign = AssuranceGlyph(assurance.word, direction: input.direction)
      switch assurance.missing {
      case nil: verdicts.append((.assurance(sign), sign.words))
      case .changed(let since) where input.points.indices.contains(since):
        verdicts.append(
          (
            .assurance(sign),
            "\(sign.words): re-base from \(input.points[since].period.spoken) suggested"
          ))
      default: break
      }
    }
    var cursor = start
    var x = width
    let indent = VariationGlyph.size + 7
    for (sign, words) in verdicts {
      let lines = TextMetrics.lines(
        words, within: width - 2 * ChartLayout.edge - indent, size: ChartLayout.labelSize)
      let wide =
        indent + (lines.map { TextMetrics.width($0, size: ChartLayout.labelSize) }.max() ?? 0)
      if x + wide > width - ChartLayout.edge || lines.count > 1 {
        x = ChartLayout.edge
        cursor += 26
      }
      glyphs.append(PlacedGlyph(sign: sign, x: x, y: cursor - 15))
      for (number, line) in lines.enumerated() {
        if number > 0 { cursor += 16 }
        texts.append(PlacedText(line, x: x + indent, y: cursor))
      }
      x = lines.count > 1 ? width : x + wide + 22
    }
    return cursor + 3
  }

  /// Places what stands directly above the plot: the names of phases, and the flags.
  ///
  /// - Returns: The top of the plot.
  mutating func placeStrip(from start: Double) -> Double {
    var cursor = start
    if placePhaseNames(baseline: cursor + 13) { cursor += 19 }
    if placeFlags(y: cursor + 10) { cursor += 24 }
    return cursor + (cursor == start ? 10 : 4)
  }

  /// Places the names of phases, or their numbers where the names do not fit: the list then has them.
  private mutating func placePhaseNames(baseline y: Double) -> Bool {
    let named = input.phases.enumerated().dropFirst().filter {
      axis.slots.indices.contains($0.element.range.lowerBound)
    }
    var isAny = false
    var right = -Double.infinity
    for (place, phase) in named.enumerated() {
      let x = axis.left(phase.element.range.lowerBound)
      let next =
        named.indices.contains(place + 1)
        ? axis.left(named[place + 1].element.range.lowerBound) - 8 : width - 4
      let number = "Phase \(phase.offset + 1)"
      for name in [phaseName(phase.offset) ?? number, number] {
        let text = PlacedText(
          XMLText.cleaned(name), x: x + 1, y: y, size: ChartLayout.noteSize, role: .secondary)
        guard x >= right, text.box.right <= next else { continue }
        texts.append(text)
        right = text.box.right + 8
        isAny = true
        break
      }
    }
    return isAny
  }

  private func phaseName(_ number: Int) -> String? {
    input.phaseNames.indices.contains(number)
      ? input.phaseNames[number].flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// Lays out the flags, pushed apart; their lines follow when the plot is known.
  private mutating func placeFlags(y: Double) -> Bool {
    let dated = drawnAnnotations
    guard !dated.isEmpty else { return false }
    let middles = LabelLayout.spread(
      dated.map { LabelLayout.Item(wanted: $0.x, length: 19) },
      within: (plot.left - 9)...(width - 4))
    for (index, middle) in middles.enumerated() {
      flags.append(Flag(number: index + 1, day: dated[index].x, x: middle, y: y))
    }
    return true
  }

  /// The annotations that are drawn, in calendar order, with where their day lies.
  ///
  /// Where there are too many, go-lives come first, then decisions, test cycles, data issues and context, and
  /// the later one before the earlier.
  var drawnAnnotations: [(annotation: ChartAnnotation, x: Double)] {
    let dated = input.annotations.compactMap { annotation in
      axis.position(of: annotation.date).map { (annotation: annotation, x: $0) }
    }
    guard dated.count > ChartLayout.flagLimit else { return dated }
    let rank: [Annotation.Kind] = [.goLive, .decision, .pdsa, .dataIssue, .context]
    let chosen = dated.indices.sorted { left, right in
      let (one, other) = (dated[left].annotation, dated[right].annotation)
      let order = (rank.firstIndex(of: one.kind) ?? 0, rank.firstIndex(of: other.kind) ?? 0)
      return order.0 == order.1
        ? (other.date, right) < (one.date, left) : order.0 < order.1
    }.prefix(ChartLayout.flagLimit)
    return chosen.sorted().map { dated[$0] }
  }
}
