import BenefitsModel

extension Assessment {
  /// The reason of a status of a measure with a target.
  func targetReason(_ status: Status) -> String {
    guard let target else { return "\(reached): \(status.title)" }
    let goal = "the target of \(measure.text(target.value))"
    let due = "due by \(target.reachBy.named)"
    let change = baseline.map { "the change from \(measure.text($0))" } ?? "the change"
    switch status {
    case .deteriorated:
      let baseline = baseline.map { " the baseline of \(measure.text($0))" } ?? " the baseline"
      let worse = target.basis == .toDate ? ", and the last values are worse than" : ", worse than"
      return "\(reached)\(worse)\(baseline) by more than chance explains\(proof(concern)),"
        + " with \(goal) \(due)"
    case .sustained:
      let all = metOfLast == sustain.window ? "all" : metOfLast.spoken
      return "\(reached) and met \(goal) in \(all) of the last \(sustain.window.spoken)"
        + " \(isLastSixMonths ? "months" : "values"), and \(change) is more than chance explains"
    case .realised:
      return "\(reached), which meets \(goal) \(due), and \(change) is more than chance explains"
        + proof(evidence)
    case .metUnproven:
      return "\(reached), which meets \(goal) \(due), but chance alone could explain \(change)"
    case .notSustained:
      let since = realisedSince.map { ", first met \($0.namedWithPreposition)," } ?? ""
      return "\(reached), and \(goal)\(since) is no longer met"
    case .missedPartial, .missed: return "\(reached), \(way(to: "\(goal) that was \(due)"))"
    case .tooEarly:
      let count = pointsSinceGoLive
      let since = goLive.map { "go-live on \($0.spoken)" } ?? "the baseline"
      let few = count == 0 ? "no value" : "only \(count.spoken) value\(count == 1 ? "" : "s")"
      return
        "\(reached), \(way(to: "\(goal) \(due)"))\(planned("behind")), with \(few) since \(since),"
        + " which is too few to judge by"
    case .ahead: return "\(reached), \(way(to: "\(goal) \(due)"))\(planned("ahead of"))"
    case .onTrack: return "\(reached), \(way(to: "\(goal) \(due)"))\(planned("in line with"))"
    case .watch:
      return "\(reached), \(way(to: "\(goal) \(due)"))\(planned(watched))\(forecastMiss)"
    case .offTrack: return "\(reached), \(way(to: "\(goal) \(due)"))\(planned("far behind"))"
    default: return "\(reached): \(status.title)"
    }
  }

  /// The reason of the status of a guardrail.
  func guardrailReason(_ status: Status) -> String {
    guard let guardrail = commitment.guardrail else { return "\(reached): \(status.title)" }
    let limit = "the limit of \(measure.text(guardrail.limit))"
    switch status {
    case .breached:
      let since = breachedSince.map { " since \($0.named)" } ?? ""
      return isLevelPastGuardrail
        ? "\(reached), past \(limit)\(since)"
        : "\(reached), but two of the last three values are past \(limit)"
    case .strained:
      guard isLevelStrained, let amber = guardrail.amber else {
        return "\(reached), within \(limit), but getting worse by more than chance"
          + " explains\(proof(concern))"
      }
      return "\(reached), between the warning value of \(measure.text(amber)) and \(limit)"
    default: return "\(reached), within \(limit)"
    }
  }

  /// What was reached, and when: `Length of stay stood at 10.2 days over the three months to Mar 2026`.
  private var reached: String {
    guard let level, let latest else { return measure.title }
    let remarks = [
      isProvisional ? "provisional" : nil,
      seasonality.map { $0 == .sameSeason ? "not seasonally adjusted" : "seasonally adjusted" },
    ].compactMap(\.self)
    let remark = remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
    let period = points[latest].period
    if target?.basis == .toDate {
      return "\(measure.title) came to \(measure.text(level)) by \(period.named)\(remark)"
    }
    return
      "\(measure.title) stood at \(measure.text(level)) \(levelPhrase(to: period))\(remark)"
  }

  private func levelPhrase(to period: Period) -> String {
    guard levelPoints > 1 else { return period.namedWithPreposition }
    let count = levelPoints.spoken
    let used = points.indices.filter { points[$0].use == .used }.suffix(levelPoints)
    let isContiguous = used.last.flatMap { last in used.first.map { last - $0 } } == levelPoints - 1
    guard isContiguous, measure.frequency.interval == 1, measure.kind != .event else {
      return "over the last \(count) values to \(period.named)"
    }
    return "over the \(count) \(measure.frequency.kind.rawValue)s to \(period.named)"
  }

  /// Whether the last values that were looked at are those of as many months in a row.
  private var isLastSixMonths: Bool {
    let used = points.indices.filter { points[$0].use == .used }.suffix(sustain.window)
    guard let first = used.first, let last = used.last else { return false }
    return measure.frequency.kind == .month && measure.frequency.interval == 1
      && last - first == sustain.window - 1
  }

  /// How much of the way is done, never rounded up to the whole while it is not met.
  private func way(to goal: String) -> String {
    guard let realised else { return "short of \(goal)" }
    let isToDate = target?.basis == .toDate
    let from = isToDate ? "" : baseline.map { " from \(measure.text($0))" } ?? ""
    if realised < 0.5 {
      let start =
        isToDate ? "nothing" : "the baseline\(baseline.map { " of \(measure.text($0))" } ?? "")"
      // What reads as the same number is not called further away.
      let isFurther = realised < -0.5 && level.map(measure.text) != baseline.map(measure.text)
      return isFurther
        ? "further than \(start) from \(goal)" : "no nearer than \(start) to \(goal)"
    }
    let percent = Numeral.fixed(isMet ? realised : min(realised, 99), decimals: 0)
    return isToDate ? "\(percent)% of \(goal)" : "\(percent)% of the way\(from) to \(goal)"
  }

  /// Where it stands against the plan for the latest period.
  private func planned(_ relation: String) -> String {
    guard let planned, let latest else { return "" }
    let period = points[latest].period.named
    guard pace != nil else {
      return plannedRealised == nil ? "" : ", where little was planned by \(period)"
    }
    let by = target?.basis == .toDate ? "by" : "for"
    return ", \(relation) the \(measure.text(planned)) planned \(by) \(period)"
  }

  /// Where a measure that is to be watched stands against the plan; a forecast that misses may be all there is.
  private var watched: String {
    guard let pace, pace >= StatusRules.onTrack - StatusRules.rounding else {
      return "somewhat behind"
    }
    return pace >= StatusRules.ahead - StatusRules.rounding ? "ahead of" : "in line with"
  }

  /// What is expected of reach-by where that is why the measure is to be watched.
  private var forecastMiss: String {
    guard let outlook, outlook.isMiss, watched != "somewhat behind" else { return "" }
    return ", but on its present course \(measure.text(outlook.forecast.value)) is expected by then"
  }

  private func proof(_ signal: ChangeSignal?) -> String {
    guard let signal else { return "" }
    let isBetter = signal == evidence
    let side = isBetter ? "better" : "worse"
    switch signal.rule {
    case .shift, .longestRun:
      return " (\(signal.length.spoken) values in a row on the \(side) side of the baseline)"
    case .trend:
      return " (\(signal.length.spoken) values in a row, each \(side) than the one before)"
    case .twoOfThree:
      return " (two of the last three values far on the \(side) side of the baseline)"
    case .outsideLimits: return " (the latest value is far on the \(side) side of the baseline)"
    }
  }
}

extension Period {
  /// The period where a sentence names it: `Mar 2025`, `the week of 27 Jan 2025`.
  var named: String { kind == .week ? "the \(spoken)" : spoken }

  /// The period as a time at which something was so: `in Mar 2025`, `on 31 Jan 2025`.
  var namedWithPreposition: String {
    switch kind {
    case .day: "on \(named)"
    case .week, .month, .quarter, .year: "in \(named)"
    }
  }
}

extension Int {
  /// The number for a sentence: a word up to twelve, digits beyond.
  var spoken: String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(self) ? words[self] : String(self)
  }
}
