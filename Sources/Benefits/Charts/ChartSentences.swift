import BenefitsAnalytics
import BenefitsModel

/// The words of a chart, made from the same facts as the picture.
package struct ChartSentences: Hashable, Sendable {
  private let input: ChartInput
  private let runs: [LongRun]

  /// Creates the words of a chart.
  package init(_ input: ChartInput) {
    self.input = input
    runs = input.longRuns
  }

  /// The message: what the runs analysis finds, and where the latest value stands against the target.
  package var title: String { "\(input.title): \(finding)" }

  /// The message with spaces that no line is broken at: within periods and before the words they count.
  package var breakableTitle: String { "\(input.title): \(clause(glue: "\u{A0}"))" }

  /// Unit, place, cadence and the direction that is better.
  package var subtitle: String { subtitle(glue: " ") }

  /// The subtitle with spaces that no line is broken at: within cadence and direction.
  package var breakableSubtitle: String { subtitle(glue: "\u{A0}") }

  private func subtitle(glue: Character) -> String {
    let glued = [cadence, input.direction.map(\.phrase)].map { words in
      words.map { String($0.map { $0 == " " ? glue : $0 }) }
    }
    return ([input.unit, input.place] + glued).compactMap(\.self).filter { !$0.isEmpty }
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

  /// What the runs analysis finds, in a clause without a full stop.
  package var finding: String { clause(glue: " ") }

  private func clause(glue: Character) -> String {
    let spoken = { (index: Int) in
      String(input.points[index].period.spoken.map { $0 == " " ? glue : $0 })
    }
    guard let latest = input.latestUsed else {
      return input.points.isEmpty || input.points.allSatisfy({ $0.use != .excluded })
        ? "no data" : "no value that is used"
    }
    guard
      let number = input.chart.phases.firstIndex(where: { $0.range.contains(latest) }),
      input.chart.phases[number].centre != nil
    else { return "no median to compare with" }
    guard input.seasons != .sameSeason else {
      return "too few years to judge apart from the seasons"
    }
    let phase = input.chart.phases[number]
    let median = phase.baseline == phase.range ? "median" : "baseline median"
    if let run = runs.last(where: { $0.phase == number }) {
      let side =
        "\(run.points.count)\(glue)values in a row \(run.isAbove ? "above" : "below") the \(median)"
      let from = spoken(run.span.lowerBound)
      let isCurrent = !(run.span.upperBound + 1..<input.points.count).contains { index in
        phase.range.contains(index) && input.usedValue(index).map { $0 != phase.centre } ?? false
      }
      let word =
        switch run.signal {
        case .improvement: "improvement"
        case .concern: "concern"
        case .neutral: "change"
        }
      if isCurrent { return "\(word) since \(from), \(side)" }
      return
        "\(word) from \(from) to \(spoken(run.span.upperBound)), not since"
    }
    if let change = phaseChange(number, from: spoken(phase.range.lowerBound)) { return change }
    if phase.runs.hasFewCrossings, let crossings = phase.runs.crossings,
      let limit = phase.runs.crossingsLimit
    {
      return "not random, crosses the \(median) \(ChartSentences.times(crossings)) "
        + "where \(limit) or more are expected"
    }
    // No run of so few values can be longer than its limit.
    if phase.runs.useful <= phase.runs.longestRunLimit ?? 0 {
      return "too few values to show a change"
    }
    return "no significant change"
  }

  /// The median of a later phase beside that of the one before.
  private func phaseChange(_ number: Int, from: String) -> String? {
    guard number > 0, !input.chart.phases[number].runs.signal,
      let centre = input.chart.phases[number].centre,
      let before = input.chart.phases[number - 1].centre
    else { return nil }
    let (now, then) = (input.format.label(centre), input.format.label(before))
    if now == then { return "median \(now) since \(from), as before" }
    return "median \(now) since \(from), \(centre > before ? "up" : "down") from \(then)"
  }

  /// What a colleague would say on the telephone about the chart.
  package var description: String {
    var sentences: [String] = []
    guard let first = input.points.first, let last = input.points.last else {
      return "Run chart without any period."
    }
    let kind =
      input.points.count == 1
      ? first.period.kind.rawValue : ChartSentences.plural(first.period.kind)
    let span =
      input.points.count == 1
      ? first.period.spoken : "\(first.period.spoken) to \(last.period.spoken)"
    let direction = input.direction.map { "; \($0.phrase)" } ?? ""
    let counted =
      input.isEventGaps
      ? "\(input.points.count == 1 ? "gap" : "gaps") between events"
      : kind + (input.seasons == .adjusted ? ", seasonally adjusted" : "")
    sentences.append("Run chart of \(input.points.count) \(counted), \(span)\(direction).")
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
      for phase in input.chart.phases {
        guard let centre = phase.centre, input.points.indices.contains(phase.range.lowerBound)
        else { continue }
        let from =
          input.chart.phases.count > 1
          ? " from \(input.points[phase.range.lowerBound].period.spoken)" : ""
        sentences.append("Median\(from) \(input.format.full(centre)).")
      }
    }
    sentences.append(latestSentence)
    if let target = input.targets.last {
      let by = target.reachBy.map { " by \($0.spoken)" } ?? ""
      sentences.append("Target \(input.format.full(target.value))\(by).")
    }
    if let guardrail = input.guardrail {
      sentences.append("Limit \(input.format.full(guardrail.limit)).")
    }
    sentences += absences
    if let sentence = input.sentence { sentences.append(sentence) }
    return sentences.joined(separator: " ")
  }

  private var latestSentence: String {
    guard let latest = input.latestUsed, let value = input.points[latest].value else {
      return "No value."
    }
    let state = input.state(of: input.points[latest])
    let signal = runs.last { $0.points.contains(latest) }.map { ", \($0.signal.rawValue)" } ?? ""
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
      let periods = input.points.filter { $0.use == use }.map(\.period.spoken)
      guard !periods.isEmpty else { return nil }
      return periods.count <= 4
        ? "\(words): \(periods.joined(separator: ", "))."
        : "\(words): \(periods.count) periods."
    }
  }

  /// The words that show when a pointer rests on the mark of a point.
  package func hover(_ index: Int) -> String {
    let point = input.points[index]
    let state = input.state(of: point)
    var words = point.period.spoken
    if let value = point.value, point.use != .suppressed, point.use != .missing {
      words += ": \(input.format.full(value))"
      if state != "final" { words += ", \(state)" }
      if point.use == .used { words += adjusted(index) }
    } else {
      words += ": \(state)"
    }
    if let run = runs.first(where: { $0.points.contains(index) }) {
      words += ", one of \(run.points.count) in a row \(run.isAbove ? "above" : "below") the median"
      if run.signal != .neutral { words += ": \(run.signal.rawValue)" }
    }
    return words
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private static func plural(_ kind: PeriodKind) -> String { kind.rawValue + "s" }
}
