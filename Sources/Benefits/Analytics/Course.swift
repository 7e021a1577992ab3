import BenefitsModel

/// What could be said at the end of each used period, with what is known now.
struct Course {
  /// One used period and what could be said at its end.
  struct Step {
    var value: UsedValue
    /// The level of the last usable points up to here.
    var level: Double
    /// What is compared with the target: the level, or the running sum.
    var compared: Double
    /// Whether the level or running sum met the target in force.
    var isMet: Bool
    /// Whether the period by itself met the target in force.
    var isMetAlone: Bool
    /// Whether a favourable change had been shown.
    var isChanged: Bool
    /// In how many of the last periods the target was met.
    var metOfLast: Int
    /// Whether that was in as many as the plan asks for.
    var isSustained: Bool
    /// Whether the guardrail was passed: by the level or by two of the last three points.
    var isGuardrailPassed: Bool

    /// Whether it was realised or sustained.
    var isRealised: Bool {
      isChanged && (isMet || isSustained)
    }
  }

  /// How many useful points in a row up to the latest show a change.
  static let changeLength = 7

  /// The used periods in calendar order.
  private(set) var steps: [Step] = []
  /// What shows a favourable change at the end.
  private(set) var evidence: ChangeSignal?
  /// What shows an adverse change on a run chart at the end.
  private(set) var adverseRun: ChangeSignal?

  /// Walks through the used periods once.
  ///
  /// - Complexity: O(*n* · *t*), where *n* is the number of used periods and *t* of targets.
  init(
    _ values: [UsedValue], of measure: Measure, commitment: Commitment, baseline: FrozenBaseline,
    promise: Promise, policy: CheckPolicy, toDateAfter origin: Period?
  ) {
    steps.reserveCapacity(values.count)
    var counter = baseline.centre.map(RunCounter.init(centre:))
    var sum = 0.0
    var metAlone: [Bool] = []
    metAlone.reserveCapacity(values.count)
    let length = measure.aggregation == .last ? 1 : policy.levelPoints
    for (position, value) in values.enumerated() {
      if let change = value.change { counter?.count(change, at: value.index) }
      if let origin, value.period > origin { sum += value.recorded }
      let recent = values[max(0, position + 1 - length)...position]
      let level = measure.level(of: recent) ?? value.value
      let target = commitment.targets.inForce(for: value.period)
      let isToDate = target?.basis == .toDate
      let compared = isToDate ? sum : level
      metAlone.append(
        target.map {
          promise.isMet(isToDate ? sum : value.value, target: $0.value)
        } ?? false)
      let isPassed = commitment.guardrail.map { guardrail in
        let isBad = { guardrail.isPassed(by: $0, promise: promise, baseline: baseline.value) }
        let three = values[max(0, position - 2)...position]
        return isBad(level) || three.count { isBad($0.value) } >= 2
      }
      let metOfLast = metAlone.suffix(policy.sustain.window).count { $0 }
      steps.append(
        Step(
          value: value, level: level, compared: compared,
          isMet: target.map { promise.isMet(compared, target: $0.value) } ?? false,
          isMetAlone: metAlone[position],
          isChanged: counter.flatMap { Course.favourable(in: $0, sign: promise.sign) } != nil,
          metOfLast: metOfLast, isSustained: metOfLast >= policy.sustain.periods,
          isGuardrailPassed: isPassed ?? false))
    }
    evidence = counter.flatMap { Course.favourable(in: $0, sign: promise.sign) }
    adverseRun = counter.flatMap { Course.adverse(in: $0, sign: promise.sign) }
  }

  private static func favourable(in counter: RunCounter, sign: Double) -> ChangeSignal? {
    guard sign != 0 else { return nil }
    if let run = counter.current, run.isAbove == (sign > 0), run.length >= changeLength {
      return ChangeSignal(.shift, run: run)
    }
    return longRun(sign > 0 ? counter.longestAbove : counter.longestBelow, in: counter)
  }

  private static func adverse(in counter: RunCounter, sign: Double) -> ChangeSignal? {
    guard sign != 0 else { return longRun(counter.longest, in: counter) }
    return longRun(sign > 0 ? counter.longestBelow : counter.longestAbove, in: counter)
  }

  private static func longRun(_ run: RunCounter.Run?, in counter: RunCounter) -> ChangeSignal? {
    guard let run, let limit = RunsLimits.longestRun(useful: counter.useful), run.length > limit
    else { return nil }
    return ChangeSignal(.longestRun, run: run)
  }
}
