import BenefitsModel

/// What is said of one check on one subject once the periods before have been looked at.
struct CheckVerdict {
  /// What was found, or what counts while it is pending or recovering.
  var finding: CheckFinding
  /// How it stands against the period before; `nil` where there is nothing to say.
  var state: CheckState?
  /// How many periods in a row it has been so.
  var consecutive: Int?
  /// The day of the first of these evaluations.
  var firstSeen: Day?

  /// How many periods are looked back at most.
  static let longestLook = 24
}

/// The evaluations of one check on one subject: now, and at the ends of earlier periods.
struct CheckReplay {
  /// How many periods in a row it takes until a breach counts.
  var needed = 1
  /// Whether the value of the latest period may still change, so that it changes nothing yet.
  var isTentative = false
  /// The day of an evaluation: 0 is now; `nil` before the first.
  let day: (Int) -> Day?
  /// What was found in an evaluation: 0 is now; `nil` before the first.
  let finding: (Int) -> CheckFinding?

  /// Looks at the periods before as far as it takes.
  ///
  /// What passes now needs no look back, unless only a value that may still change says so.
  func verdict() -> CheckVerdict? { finding(0).map(verdict) }

  /// Looks at the periods before what was found now.
  func verdict(_ now: CheckFinding) -> CheckVerdict {
    if now.outcome == .unknown { return counted(now, while: { $0.outcome == .unknown }, from: 0) }
    if isTentative { return tentative(now) }
    guard now.isBreach else { return CheckVerdict(finding: now) }
    let verdict = counted(now, while: \.isBreach, from: 0)
    guard let run = verdict.consecutive, run >= needed else { return pending(verdict) }
    return verdict.with(state: run == needed && needed > 1 ? .new : verdict.state)
  }

  /// The latest value may still change: what was so stays so.
  private func tentative(_ now: CheckFinding) -> CheckVerdict {
    let before = finding(1)
    let settled = before.map { counted($0, while: \.isBreach, from: 1) }
    let wasBreached = before?.isBreach == true && (settled?.consecutive ?? 0) >= needed
    if now.isBreach {
      let verdict = counted(now, while: \.isBreach, from: 0)
      return wasBreached ? verdict : pending(verdict)
    }
    guard wasBreached, var settled else { return CheckVerdict(finding: now) }
    settled.finding = settled.finding.adding("; a value that may still change says otherwise")
    return settled.with(state: .recovering)
  }

  /// A breach that does not count yet.
  private func pending(_ verdict: CheckVerdict) -> CheckVerdict {
    var verdict = verdict
    let wait =
      isTentative
      ? "pending a final value" : "pending, \(verdict.consecutive ?? 1) of \(needed) periods"
    verdict.finding = verdict.finding.passing(" (\(wait))")
    verdict.state = .pending
    return verdict
  }

  /// A finding with how long it has been so.
  private func counted(
    _ found: CheckFinding, while isSo: (CheckFinding) -> Bool, from start: Int
  ) -> CheckVerdict {
    var last = start
    while last - start + 1 < CheckVerdict.longestLook, let earlier = finding(last + 1),
      isSo(earlier)
    {
      last += 1
    }
    let state = CheckRecord.Standing(found)?.state(
      after: finding(start + 1).flatMap { CheckRecord.Standing($0) })
    return CheckVerdict(
      finding: found, state: state, consecutive: last - start + 1, firstSeen: day(last))
  }
}

extension CheckVerdict {
  fileprivate func with(state: CheckState?) -> CheckVerdict {
    var verdict = self
    verdict.state = state
    return verdict
  }
}
