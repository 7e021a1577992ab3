import BenefitsAnalytics
import BenefitsModel

/// The words of a chart, made from the same facts as the picture.
package struct ChartSentences: Hashable, Sendable {
  let input: ChartInput
  /// What the rules find.
  let causes: [SpecialCause]
  /// The findings that mark each point, the deciding one first.
  let marked: MarkedPoints

  /// The latest point that is used.
  private let latest: Int?
  /// What a point is within each of the causes, in words: many points share one.
  private var parts: [String] = []

  /// Creates the words of a chart.
  package init(_ input: ChartInput) {
    self.input = input
    causes = input.causes
    latest = input.latestUsed
    marked = ChartInput.marked(by: causes, rules: input.control?.rules)
    let namesSpans = input.control != nil
    // A closure would take a copy of all of this.
    for cause in causes {
      parts.append(part(in: cause, namesSpan: namesSpans && cause.span.count > 1))
    }
  }

  /// The message: the name, and what the rules of the chart find.
  package var title: String { "\(input.title): \(finding)" }

  /// The message with spaces that no line is broken at: within periods and before the words they count.
  package var breakableTitle: String { "\(input.title): \(clause(glue: "\u{A0}"))" }

  /// Unit, place, cadence and the direction that is better.
  package var subtitle: String { subtitle(glue: " ") }

  /// The subtitle with spaces that no line is broken at: within cadence and direction.
  package var breakableSubtitle: String { subtitle(glue: "\u{A0}") }

  /// Unit, cadence and direction: what the charts of several places share.
  var shared: String { subtitle(glue: "\u{A0}", names: nil) }

  private func subtitle(glue: Character) -> String { subtitle(glue: glue, names: input.place) }

  private func subtitle(glue: Character, names place: String?) -> String {
    // The direction is that of the values, not of their ranges.
    let isRange = input.kind == .mr
    let glued = [
      isRange ? "moving range" : nil, cadence, isRange ? nil : input.direction.map(\.phrase),
    ].map { words in
      words.map { String($0.map { $0 == " " ? glue : $0 }) }
    }
    return ([input.unit, place] + glued).compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: "\(glue)· ")
  }

  /// How often there is a value: `monthly`, `every 2 months`.
  package var cadence: String? {
    guard !input.isEventGaps else { return "each event" }
    let period = input.points.first?.period ?? input.trajectory.first?.period
    guard let kind = period?.kind else { return nil }
    guard input.interval == 1 else {
      return "every \(input.interval) \(ChartSentences.plural(kind))"
    }
    return switch kind {
    case .day: "daily"
    case .week: "weekly"
    case .month: "monthly"
    case .quarter: "quarterly"
    case .year: "yearly"
    }
  }

  /// What a colleague would say on the telephone about the chart.
  package var description: String {
    var sentences: [String] = []
    guard let first = input.points.first, let last = input.points.last else {
      return "\(chartName) without any period."
    }
    let kind =
      input.points.count == 1
      ? first.period.kind.rawValue : ChartSentences.plural(first.period.kind)
    let span =
      input.points.count == 1
      ? first.period.spoken : "\(first.period.spoken) to \(last.period.spoken)"
    let direction = input.kind == .mr ? "" : input.direction.map { "; \($0.phrase)" } ?? ""
    let counted =
      input.isEventGaps
      ? "\(input.points.count == 1 ? "gap" : "gaps") between events"
      : kind + (input.seasons == .adjusted ? ", seasonally adjusted" : "")
    sentences.append("\(chartName) of \(input.points.count) \(counted), \(span)\(direction).")
    if let baseline = input.baseline {
      let source: String
      if let range = input.baselineRange, !range.isEmpty, range.upperBound <= input.points.count {
        source =
          "\(input.points[range.lowerBound].period.spoken) to "
          + input.points[range.upperBound - 1].period.spoken
      } else {
        source = "stated"
      }
      let level = input.level.map { "; level now \(input.format.full($0))" } ?? ""
      sentences.append("Baseline \(input.format.full(baseline)) (\(source))\(level).")
    } else {
      let phases = input.phases
      for phase in phases {
        guard let centre = phase.centre, input.points.indices.contains(phase.range.lowerBound)
        else { continue }
        let from =
          phases.count > 1
          ? " from \(input.points[phase.range.lowerBound].period.spoken)" : ""
        sentences.append(
          "\(input.centreWord.capitalisedFirst)\(from) \(input.format.full(centre)).")
      }
    }
    if let limits = limitsSentence { sentences.append(limits) }
    sentences.append(latestSentence)
    if let target = input.targets.last {
      let by = target.reachBy.map { " by \($0.spoken)" } ?? ""
      sentences.append("Target \(input.format.full(target.value))\(by).")
    }
    if let guardrail = input.guardrail {
      sentences.append("Guardrail \(input.format.full(guardrail.limit)).")
    }
    if let variation = input.variation {
      sentences.append("\(VariationGlyph(variation.word).words).")
    }
    if let word = input.assurance?.word {
      sentences.append("\(AssuranceGlyph(word, direction: input.direction).words).")
    }
    if let forecast = input.forecast { sentences.append(forecastSentence(forecast)) }
    sentences += absences
    if let sentence = input.sentence { sentences.append(sentence) }
    return sentences.joined(separator: " ")
  }

  private var latestSentence: String {
    guard let latest = input.latestUsed, let value = input.points[latest].value else {
      return "No value."
    }
    let state = input.state(of: input.points[latest])
    let signal = marked.signal(of: latest).map { ", \($0.rawValue)" } ?? ""
    return "Latest value \(input.format.full(value)) in \(input.points[latest].period.spoken)"
      + "\(state == "final" ? "" : " (\(state))")\(adjusted(latest))\(signal)."
  }

  private func adjusted(_ index: Int) -> String {
    guard input.seasons == .adjusted, let value = input.usedValue(index) else { return "" }
    return ", seasonally adjusted \(input.format.full(value))"
  }

  /// How many periods have no value, and which when they are few.
  private var absences: [String] {
    [
      (SeriesPoint.Use.missing, "Without data"), (.suppressed, "Suppressed"),
      (.excluded, "Excluded"),
    ]
    .compactMap { use, words in
      let indices = input.points.indices.filter { input.points[$0].use == use }
      guard !indices.isEmpty else { return nil }
      guard indices.count <= 4 else { return "\(words): \(indices.count) periods." }
      let periods = indices.map { input.points[$0].period.spoken }
      return "\(words): \(periods.joined(separator: ", "))."
    }
  }

  /// The words that show when a pointer rests on the mark of a point.
  package func hover(_ index: Int) -> String {
    var words = TextBytes()
    return hover(index, in: &words)
  }

  /// The same, put together in bytes that serve one point after the other.
  func hover(_ index: Int, in words: inout TextBytes) -> String {
    let use = input.points[index].use
    words.removeAll()
    words.append(plain: input.points[index].period.spoken)
    words.append(": ")
    if let value = input.points[index].value, use != .suppressed, use != .missing {
      words.append(plain: input.format.full(value))
      if !input.isFinal(index) {
        words.append(", ")
        words.append(plain: input.state(of: input.points[index]))
      }
      if use == .used { words.append(plain: adjusted(index)) }
    } else {
      words.append(plain: input.state(of: input.points[index]))
    }
    let marking = marked.places(of: index)
    // The table has every rule; here two of three add nothing to a shift.
    for place in marking where causes[place].rule != .twoOfThree || marking.count == 1 {
      words.append(", ")
      words.append(plain: parts[place])
    }
    if let signal = marked.signal(of: index), signal != .neutral {
      words.append(": ")
      words.append(plain: signal.rawValue)
    }
    return words.text
  }

  /// What a point is within a finding, with its span where the chart has more than runs.
  private func part(in cause: SpecialCause, namesSpan: Bool) -> String {
    var words = TextBytes()
    switch cause.rule {
    case .shift, .longestRun, .trend:
      words.append("one of ")
      words.append(plain: String(cause.length))
      words.append(" in a row ")
      words.append(plain: side(of: cause))
    case .outsideLimits, .twoOfThree: words.append(plain: phrase(of: cause))
    }
    guard namesSpan else { return words.text }
    if cause.span.upperBound == latest {
      words.append(" since ")
      words.append(plain: input.points[cause.span.lowerBound].period.spoken)
    } else {
      words.append(" (")
      words.append(plain: input.spoken(cause.span))
      words.append(")")
    }
    return words.text
  }

  private var chartName: String { input.kind.title.capitalisedFirst }

  /// The limits that are drawn at the latest value.
  private var limitsSentence: String? {
    guard let control = input.control, let latest = input.latestUsed else { return nil }
    let format = input.format
    switch (control.lines.lower[latest], control.lines.upper[latest]) {
    case (let lower?, let upper?):
      return "Process limits \(format.short(lower)) to \(format.full(upper))."
    case (let lower?, nil): return "Lower process limit \(format.full(lower))."
    case (nil, let upper?): return "Upper process limit \(format.full(upper))."
    case (nil, nil): return nil
    }
  }

  /// What is expected, with its intervals.
  func forecastSentence(_ forecast: ChartForecast) -> String {
    let format = input.format
    let span = { (range: ClosedRange<Double>) in
      "\(format.short(range.lowerBound)) to \(format.full(range.upperBound))"
    }
    return "If it goes on as before, \(format.full(forecast.value)) is expected for "
      + "\(forecast.period.spoken) (80% interval \(span(forecast.middle80)), 95% "
      + "\(span(forecast.middle95)))."
  }

  private static func plural(_ kind: PeriodKind) -> String { kind.rawValue + "s" }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalisedFirst: String { prefix(1).uppercased() + String(dropFirst()) }
}
