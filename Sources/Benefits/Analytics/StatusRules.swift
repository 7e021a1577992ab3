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

  let promise: Promise
  let isClosed: Bool
  let isMetBefore: Bool

  /// Fills in the status, the state of the guardrail, and the status before the rule for stale data.
  func decide(_ assessment: inout Assessment) {
    judgeGuardrail(&assessment)
    if let early = unjudged(assessment) {
      assessment.status = early
      return
    }
    let status = judged(assessment)
    if assessment.overdue.count >= StatusRules.staleAfter {
      assessment.status = .stale
      assessment.statusBeforeStale = status
    } else {
      assessment.status = status
    }
  }

  /// Rules 1 to 5: there is nothing to judge.
  private func unjudged(_ assessment: Assessment) -> Status? {
    if isClosed { return .closed }
    if assessment.target == nil, assessment.commitment.guardrail == nil { return .notDefined }
    // A limit that has a worse side is judged by itself.
    let needsBaseline = assessment.target != nil || promise.sign == 0
    // Where no go-live is known, a promise cannot be judged without a baseline either.
    let isLive = assessment.goLive.map { $0 <= assessment.asOf } ?? (assessment.target != nil)
    if needsBaseline, isLive, assessment.baseline == nil { return .noBaseline }
    if let first = assessment.firstBenefit, assessment.asOf < first { return .notDue }
    if assessment.latest == nil {
      let isAnythingRecorded = assessment.points.contains { $0.measurement != nil }
      return isAnythingRecorded || !assessment.overdue.isEmpty ? .noData : .notDue
    }
    return nil
  }

  private func judged(_ assessment: Assessment) -> Status {
    guard assessment.target != nil else { return assessment.guardrailStatus ?? .notDefined }
    if assessment.guardrailStatus == .breached { return .breached }
    return promised(assessment)
  }

  /// Rules 7 to 18, for a measure with a target.
  private func promised(_ assessment: Assessment) -> Status {
    if isWorseThanBaseline(assessment) { return .deteriorated }
    let hasEvidence = assessment.evidence != nil
    if hasEvidence, assessment.metOfLast >= assessment.sustain.periods { return .sustained }
    if assessment.isMet { return hasEvidence ? .realised : .metUnproven }
    if isMetBefore { return .notSustained }
    if assessment.isReachByPassed {
      let isPartial = assessment.realised.map { $0 >= StatusRules.partial - StatusRules.rounding }
      return isPartial == true ? .missedPartial : .missed
    }
    guard let pace = assessment.pace else {
      // A target that is not better than the baseline, and not met, is behind from the start.
      if assessment.plannedRealised == nil, assessment.baseline != nil { return .offTrack }
      return assessment.concern == nil ? .onTrack : .watch
    }
    if assessment.pointsSinceGoLive < StatusRules.leastPoints, !reaches(pace, StatusRules.onTrack) {
      return .tooEarly
    }
    // What is as planned, and is all the same not expected to arrive, is to be watched.
    if assessment.outlook?.isMiss != true {
      if reaches(pace, StatusRules.ahead) { return .ahead }
      if reaches(pace, StatusRules.onTrack) { return .onTrack }
    }
    return reaches(pace, StatusRules.watch) ? .watch : .offTrack
  }

  private func reaches(_ pace: Double, _ threshold: Double) -> Bool {
    pace >= threshold - StatusRules.rounding
  }

  private func isWorseThanBaseline(_ assessment: Assessment) -> Bool {
    guard assessment.concern != nil, let level = assessment.recentLevel,
      let baseline = assessment.baseline
    else {
      return false
    }
    return promise.isWorse(level, than: baseline)
  }

  private func judgeGuardrail(_ assessment: inout Assessment) {
    guard let guardrail = assessment.commitment.guardrail, let level = assessment.recentLevel else {
      return
    }
    // A band has no middle without a baseline.
    guard promise.sign != 0 || assessment.baseline != nil else {
      assessment.breachedSince = nil
      return
    }
    assessment.isLevelPastGuardrail = guardrail.isPassed(
      by: level, promise: promise, baseline: assessment.baseline)
    assessment.isLevelStrained = guardrail.isStrained(
      at: level, promise: promise, baseline: assessment.baseline)
    if assessment.breachedSince != nil {
      assessment.guardrailStatus = .breached
    } else {
      let isStrained = assessment.isLevelStrained || assessment.concern != nil
      assessment.guardrailStatus = isStrained ? .strained : .holding
    }
  }
}
