import BenefitsAnalytics
import BenefitsModel

extension RunChartLayout {
  /// Places the title and the subtitle.
  ///
  /// - Returns: Where the next part begins.
  mutating func placeHeader() -> Double {
    let room = width - 2 * RunChartLayout.edge
    var cursor = 4.0
    for line in TextMetrics.lines(
      XMLText.cleaned(sentences.title), within: room, size: 16, isBold: true)
    {
      cursor += 20
      texts.append(
        PlacedText(line, x: RunChartLayout.edge, y: cursor, size: 16, isBold: true))
    }
    cursor += 3
    for line in TextMetrics.lines(XMLText.cleaned(sentences.subtitle), within: room, size: 13)
    where !line.isEmpty {
      cursor += 18
      texts.append(
        PlacedText(line, x: RunChartLayout.edge, y: cursor, role: .secondary))
    }
    return cursor + 10
  }

  /// Places what stands directly above the plot: the names of baseline and phases, and the flags.
  ///
  /// - Returns: The top of the plot.
  mutating func placeStrip(from start: Double) -> Double {
    var cursor = start
    if placeNames(baseline: cursor + 13) { cursor += 19 }
    if placeFlags(y: cursor + 10) { cursor += 24 }
    return cursor + 4
  }

  /// Places the names of baseline and phases where they fit; what does not goes into the key or the list.
  private mutating func placeNames(baseline y: Double) -> Bool {
    var isAny = false
    var right = -Double.infinity
    var names: [(x: Double, text: String, isBaseline: Bool)] = []
    if let range = input.baselineRange?.clamped(to: 0..<input.points.count), !range.isEmpty {
      names.append((axis.left(range.lowerBound), "Baseline", true))
    }
    for (number, phase) in input.chart.phases.enumerated().dropFirst() {
      guard axis.slots.indices.contains(phase.range.lowerBound) else { continue }
      names.append(
        (axis.left(phase.range.lowerBound), phaseName(number) ?? "Phase \(number + 1)", false))
    }
    names.sort { ($0.x, $0.text) < ($1.x, $1.text) }
    for (place, name) in names.enumerated() {
      let next = names.indices.contains(place + 1) ? names[place + 1].x - 8 : width - 4
      let options = name.isBaseline ? [name.text] : [name.text, shortName(name.text)]
      let fitting = options.first { text in
        let wide = TextMetrics.width(XMLText.cleaned(text), size: RunChartLayout.noteSize)
        return name.x >= right && name.x + wide <= next
      }
      guard let fitting else {
        if name.isBaseline { keys.append(KeyItem(.band, "baseline window")) }
        continue
      }
      let text = PlacedText(
        XMLText.cleaned(fitting), x: name.x + 1, y: y, size: RunChartLayout.noteSize,
        role: .secondary)
      texts.append(text)
      right = text.box.right + 8
      isAny = true
    }
    return isAny
  }

  private func phaseName(_ number: Int) -> String? {
    input.phaseNames.indices.contains(number)
      ? input.phaseNames[number].flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  private func shortName(_ name: String) -> String {
    for number in input.chart.phases.indices where phaseName(number) == name {
      return "Phase \(number + 1)"
    }
    return name
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
    guard dated.count > RunChartLayout.flagLimit else { return dated }
    let rank: [Annotation.Kind] = [.goLive, .decision, .pdsa, .dataIssue, .context]
    let chosen = dated.indices.sorted { left, right in
      let (one, other) = (dated[left].annotation, dated[right].annotation)
      let order = (rank.firstIndex(of: one.kind) ?? 0, rank.firstIndex(of: other.kind) ?? 0)
      return order.0 == order.1
        ? (other.date, right) < (one.date, left) : order.0 < order.1
    }.prefix(RunChartLayout.flagLimit)
    return chosen.sorted().map { dated[$0] }
  }
}
