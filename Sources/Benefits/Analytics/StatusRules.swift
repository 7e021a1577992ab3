import BenefitsModel

/// The ordered rules that turn an assessment into one word; the first that matches wins.
struct StatusRules {
  /// The pace from which a measure is ahead, on track, and to be watched.
  static let ahead = 1.10
  static let onTrack = 0.95
  static let watch = 0.75
  /// The realised % from which a miss is partial.
  static let partial = 50.0
  /// The fewest points after go-live that being behind the plan is judged by.
  static let leastPoints = 7
  /// How many due periods without a value make a measure stale.
  static let staleAfter = 2
  /// How near to a threshold counts as on it: rounding in the last digits, nothing more.
  static let rounding = 1e-9

  let reading: SeriesReading

  /// The status, and the one without the rule for stale data where that rule decided.
  struct Verdict {
    var status: Status
    var beforeStale: Status?
  }

  var verdict: Verdict {
    if let early = reading.unjudged { return Verdict(status: early) }
    let status = judged
    return reading.overdue.count >= StatusRules.staleAfter
      ? Verdict(status: .stale, beforeStale: status) : Verdict(status: status)
  }

  /// Rules 1 to 5: there is nothing to judge.
  var unjudged: Status? {
    if reading.context.isClosed { return .closed }
    if reading.target == nil, reading.commitment.guardrail == nil { return .notDefined }
    // A limit that has a worse side is judged by itself.
    let needsBaseline = reading.target != nil || reading.promise.sign == 0
    // Where no go-live is known, a promise cannot be judged without a baseline either.
    let isLive = reading.goLive.map { $0 <= reading.asOf } ?? (reading.target != nil)
    if needsBaseline, isLive, reading.baseline == nil { return .noBaseline }
    if let first = reading.firstBenefit, reading.asOf < first { return .notDue }
    if reading.latest == nil {
      let isAnythingRecorded = reading.points.contains { $0.measurement != nil }
      return isAnythingRecorded || !reading.overdue.isEmpty ? .noData : .notDue
    }
    return nil
  }

  private var judged: Status {
    guard reading.target != nil else { return reading.guardrailStatus ?? .notDefined }
    if reading.guardrailStatus == .breached { return .breached }
    return promised
  }

  /// Rules 7 to 18, for a measure with a target.
  private var promised: Status {
    if isWorseThanBaseline { return .deteriorated }
    let hasEvidence = reading.evidence != nil
    if hasEvidence, reading.metOfLast >= reading.sustain.periods { return .sustained }
    if reading.isMet { return hasEvidence ? .realised : .metUnproven }
    if reading.isMetBefore { return .notSustained }
    if reading.isReachByPassed {
      let isPartial = reading.realised.map { $0 >= StatusRules.partial - StatusRules.rounding }
      return isPartial == true ? .missedPartial : .missed
    }
    guard let pace = reading.pace else {
      // A target that is not better than the baseline, and not met, is behind from the start.
      if reading.plannedRealised == nil, reading.baseline != nil { return .offTrack }
      return reading.concern == nil ? .onTrack : .watch
    }
    if reading.pointsSinceGoLive < StatusRules.leastPoints, !reaches(pace, StatusRules.onTrack) {
      return .tooEarly
    }
    // What is as planned, and is all the same not expected to arrive, is to be watched.
    if reaches(pace, StatusRules.onTrack), reading.outlook?.isMiss != true {
      return reaches(pace, StatusRules.ahead) ? .ahead : .onTrack
    }
    return reaches(pace, StatusRules.watch) ? .watch : .offTrack
  }

  private func reaches(_ pace: Double, _ threshold: Double) -> Bool {
    pace >= threshold - StatusRules.rounding
  }

  private var isWorseThanBaseline: Bool {
    // The comparison of two numbers comes first, since a concern takes a chart.
    guard let level = reading.recentLevel, let baseline = reading.baseline,
      reading.promise.isWorse(level, than: baseline)
    else { return false }
    return reading.concern != nil
  }
}

/// How a series stands against its guardrail, whatever the status is.
struct GuardrailState {
  /// Whether it is kept, strained or passed; `nil` where there is nothing to judge.
  var status: Status?
  var isLevelPast = false
  var isLevelStrained = false
  /// The first period of the unbroken stretch, up to the latest, in which it is passed.
  var breachedSince: Period?

  init(_ reading: SeriesReading) {
    guard let guardrail = reading.commitment.guardrail else { return }
    let promise = reading.promise
    // A band has no middle without a baseline.
    guard let level = reading.recentLevel, promise.sign != 0 || reading.baseline != nil else {
      return
    }
    breachedSince =
      reading.steps.reversed().prefix(while: \.isGuardrailPassed).last?.value.period
    isLevelPast = guardrail.isPassed(by: level, promise: promise, baseline: reading.baseline)
    isLevelStrained = guardrail.isStrained(
      at: level, promise: promise, baseline: reading.baseline)
    if breachedSince != nil {
      status = .breached
    } else {
      status = isLevelStrained || reading.concern != nil ? .strained : .holding
    }
  }
}

extension SeriesReading {
  /// The status where there is nothing to judge; `nil` where there is.
  var unjudged: Status? { known.unjudged { StatusRules(reading: self).unjudged } }

  var status: Status { verdict.status }
  var statusBeforeStale: Status? { verdict.beforeStale }
  var verdict: StatusRules.Verdict {
    known.verdict { StatusRules(reading: self).verdict }
  }

  var guardrailStatus: Status? { guardrail.status }
  var isLevelPastGuardrail: Bool { guardrail.isLevelPast }
  var isLevelStrained: Bool { guardrail.isLevelStrained }
  var breachedSince: Period? { guardrail.breachedSince }
  var guardrail: GuardrailState { known.guardrail { GuardrailState(self) } }
}
