import BenefitsAnalytics
import BenefitsModel

extension ChartSentences {
  /// What the rules of the chart find, in a clause without a full stop.
  package var finding: String { clause(glue: " ") }

  /// The finding, with a space of one's choice where no line is to be broken.
  func clause(glue: Character) -> String {
    if let finding = input.finding { return finding }
    guard let latest = input.latestUsed else {
      return input.points.isEmpty || input.points.allSatisfy({ $0.use != .excluded })
        ? "no data" : "no value that is used"
    }
    let phases = input.phases
    guard let number = phases.firstIndex(where: { $0.range.contains(latest) }),
      phases[number].centre != nil
    else { return "no \(input.centreWord) to compare with" }
    guard input.seasons != .sameSeason else {
      return "too few years to judge apart from the seasons"
    }
    if let control = input.control {
      return finding(on: control, latest: latest, phase: number, glue: glue)
    }
    return runsFinding(latest: latest, phase: number, glue: glue)
  }

  private func spoken(_ index: Int, _ glue: Character) -> String {
    String(input.points[index].period.spoken.map { $0 == " " ? glue : $0 })
  }

  // MARK: Run charts

  private func runsFinding(latest: Int, phase number: Int, glue: Character) -> String {
    let phase = input.chart.phases[number]
    let median = phase.baseline == phase.range ? "median" : "baseline median"
    if let run = causes.last(where: { $0.phase == number }) {
      let side =
        "\(run.length)\(glue)values in a row \(run.isUpward ? "above" : "below") the \(median)"
      let from = spoken(run.span.lowerBound, glue)
      let isCurrent = !(run.span.upperBound + 1..<input.points.count).contains { index in
        phase.range.contains(index) && input.usedValue(index).map { $0 != phase.centre } ?? false
      }
      if isCurrent { return "\(run.signal.word) since \(from), \(side)" }
      return "\(run.signal.word) from \(from) to \(spoken(run.span.upperBound, glue)), not since"
    }
    if !phase.runs.signal, let change = phaseChange(number, glue: glue) { return change }
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

  /// The line of a later phase beside that of the one before.
  private func phaseChange(_ number: Int, glue: Character) -> String? {
    let phases = input.phases
    guard number > 0, let centre = phases[number].centre, let before = phases[number - 1].centre
    else { return nil }
    let from = spoken(phases[number].range.lowerBound, glue)
    let (now, then) = (input.format.label(centre), input.format.label(before))
    let word = input.centreWord
    if now == then { return "\(word) \(now) since \(from), as before" }
    return "\(word) \(now) since \(from), \(centre > before ? "up" : "down") from \(then)"
  }

  // MARK: Control charts

  private func finding(
    on control: ControlChart, latest: Int, phase number: Int, glue: Character
  ) -> String {
    if control.kind == .mr { return rangeFinding(control, glue: glue) }
    if let deciding = marked[latest].first {
      let same = marked[latest].filter { $0.signal == deciding.signal }
      // A shift or a trend tells more of since when it is so than a single point does.
      let telling = same.contains(where: \.isSustained) ? same.filter(\.isSustained) : same
      let cause = telling.min { $0.span.lowerBound < $1.span.lowerBound } ?? deciding
      let when =
        cause.span.count == 1
        ? "in\(glue)\(spoken(latest, glue))" : "since \(spoken(cause.span.lowerBound, glue))"
      return "\(cause.signal.word) \(when), \(phrase(of: cause, glue: glue))"
    }
    if let cause = causes.last(where: { $0.phase == number && $0.isSustained }) {
      return "\(cause.signal.word) from \(spoken(cause.span.lowerBound, glue)) to "
        + "\(spoken(cause.span.upperBound, glue)), not since"
    }
    if let change = phaseChange(number, glue: glue) { return change }
    switch control.phases[number].missingLimits {
    case .equalValues: return "all values equal"
    case .noValues, .tooFewValues: return "too few values to show a change"
    case .runChart, nil: return "no significant change"
    }
  }

  private func rangeFinding(_ control: ControlChart, glue: Character) -> String {
    let outside = control.isOutside.indices.filter { control.isOutside[$0] }
    guard let last = outside.last else { return "no moving range above its limit" }
    return outside.count == 1
      ? "the moving range of \(spoken(last, glue)) is above its limit"
      : "\(outside.count)\(glue)moving ranges above their limit, the last in \(spoken(last, glue))"
  }

  /// A cause as a clause: `9 values in a row below the mean`.
  func phrase(of cause: SpecialCause, glue: Character = " ") -> String {
    switch cause.rule {
    case .outsideLimits: cause.isUpward ? "above the upper limit" : "below the lower limit"
    case .shift, .longestRun, .trend:
      "\(cause.length)\(glue)values in a row \(side(of: cause))"
    case .twoOfThree:
      "two of three values close to the \(cause.isUpward ? "upper" : "lower") limit"
    }
  }

  /// Where the points of a shift lie, or where those of a trend go.
  func side(of cause: SpecialCause) -> String {
    cause.rule == .trend
      ? cause.isUpward ? "rising" : "falling"
      : cause.isUpward ? "above the " + input.centreWord : "below the " + input.centreWord
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
}
