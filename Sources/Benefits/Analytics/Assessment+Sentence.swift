import BenefitsModel

extension Assessment {
  /// Why the status is what it is and what is expected of whom, as one sentence that can be read aloud.
  public var sentence: String {
    guard let expectation else { return "\(reason)." }
    return "\(reason); \(expectation)."
  }

  /// Why the status is what it is, with its numbers, as a clause.
  public var reason: String {
    let judged = reasonWithoutValues ?? reasonWithValues
    guard status != .closed, status != .notDefined, let incompleteness else { return judged }
    return "\(judged); \(incompleteness)"
  }

  private var reasonWithValues: String {
    let status = statusBeforeStale ?? self.status
    guard self.status != .stale else { return staleReason(status) }
    if target == nil || status == .breached { return guardrailReason(status) }
    return targetReason(status)
  }

  /// What keeps the latest values from being used, where some sites or strata lack theirs, as a clause.
  var incompleteness: String? {
    let incomplete = points.suffix(from: latest.map { $0 + 1 } ?? 0).filter { $0.parts != nil }
    guard let last = incomplete.last, let parts = last.parts else { return nil }
    let which = latest == nil ? "" : " later"
    let count = incomplete.count
    return "\(count.spoken)\(which) value\(count == 1 ? " is" : "s are") incomplete and not used"
      + " (for \(last.period.named) \(parts.recorded) of \(parts.expected) sites or strata have one)"
  }

  /// What is expected now of which role, as a clause; `nil` where nothing is.
  public var expectation: String? {
    switch status {
    case .closed, .notDue, .onTrack, .ahead, .holding, .tooEarly: nil
    case .notDefined:
      measure.role == .context ? nil : "\(benefitRole) is asked to set a target"
    case .noBaseline: "\(benefitRole) is asked to state one with its source"
    case .noData: "\(measureRole) is asked to record what is due"
    case .stale: "\(measureRole) is asked to record \(overdue.count == 1 ? "it" : "them")"
    case .deteriorated: "\(benefitRole) is asked to find out why and to act"
    case .sustained, .realised:
      if let until = target?.holdUntil {
        "\(benefitRole) is asked to hold it until \(until.named)"
      } else {
        "\(benefitRole) is asked to hold it"
      }
    case .metUnproven: "\(benefitRole) is asked to wait for more values before claiming it"
    case .notSustained: "\(benefitRole) is asked to win it back or to agree a new target"
    case .missedPartial, .missed:
      "\(benefitRole) is asked to agree a new date or to explain the rest"
    case .watch: "\(benefitRole) is asked to say how the plan will be caught up with"
    case .offTrack: "\(benefitRole) is asked to put it right or to agree a new plan"
    case .strained: "\(benefitRole) is asked to look into it before the limit is passed"
    case .breached: "\(benefitRole) is asked to act now or to accept the breach until a date"
    }
  }

  private var benefitRole: String {
    spokenRole(benefits.lazy.compactMap(\.owner).first ?? measure.owner)
  }

  private var measureRole: String {
    spokenRole(measure.owner ?? benefits.lazy.compactMap(\.owner).first)
  }

  private func spokenRole(_ role: String?) -> String {
    guard let role else { return "an owner, still to be named," }
    return role.asciiLowercased().hasPrefix("the ") ? role : "the \(role)"
  }

  /// The reason of a status that rests on no value.
  private var reasonWithoutValues: String? {
    switch status {
    case .closed:
      let ended = benefits.first
      let why = ended?.reason.map { " (\($0))" } ?? ""
      return "\(measure.title): no longer followed, since benefit \(ended.map { "\($0.id)" } ?? "")"
        + " was \(ended?.lifecycle.rawValue ?? "closed")\(why)"
    case .notDefined: return "\(measure.title): neither a target nor a guardrail is set"
    case .noBaseline:
      let went = goLive.map { ", though go-live was on \($0.spoken)" } ?? ""
      if case .window(let from, let to)? = commitment.baseline?.basis {
        return "\(measure.title): the baseline from \(from.named) to \(to.named) has no usable"
          + " value\(went)"
      }
      return "\(measure.title): there is no baseline to compare with\(went)"
    case .notDue:
      if let firstBenefit, asOf < firstBenefit {
        return "\(measure.title): no benefit is expected before \(firstBenefit.spoken)"
      }
      guard let firstDue else { return "\(measure.title): no value is due yet" }
      return "\(measure.title): the first value is due on \(firstDue.spoken)"
    case .noData:
      guard points.allSatisfy({ $0.measurement == nil }) else {
        return "\(measure.title): no value that is recorded can be used, since each is incomplete,"
          + " excluded or suppressed"
      }
      let periods = overdue.spokenList
      return "\(measure.title): nothing is recorded, though \(periods) \(overdue.isOrAre) overdue"
    default: return nil
    }
  }

  private func staleReason(_ status: Status) -> String {
    let latest = points.last { $0.measurement != nil }?.period
    let since = latest.map { "nothing is recorded after \($0.named)" } ?? "nothing is recorded"
    return "\(measure.title): \(since), and \(overdue.spokenList) \(overdue.isOrAre) overdue"
      + " (last known status: \(status.title))"
  }
}

extension [Period] {
  /// The periods for a sentence: both of two, the number and both ends of more.
  var spokenList: String {
    guard let first, let last else { return "no period" }
    switch count {
    case 1: return first.named
    case 2: return "\(first.named) and \(last.named)"
    default: return "\(count.spoken) values from \(first.named) to \(last.named)"
    }
  }

  var isOrAre: String { count == 1 ? "is" : "are" }
}
