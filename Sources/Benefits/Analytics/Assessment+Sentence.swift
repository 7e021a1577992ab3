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
    let isTold = incomplete != nil && (status == .stale || status == .noData)
    guard status != .closed, status != .notDefined, !isTold, let incompleteness else {
      return judged
    }
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

  /// What is expected now of which role, or who accepts that it is not, as a clause; `nil` where nothing is.
  public var expectation: String? { acceptance ?? request }

  /// Who accepts the status until when, and by which decision.
  private var acceptance: String? {
    waiver.map { waiver in
      "accepted by \(spokenRole(waiver.approvedBy)) until \(waiver.expires.spoken)"
        + (waiver.decision.map { " (\($0))" } ?? "")
    }
  }

  /// What is expected now of which role.
  private var request: String? {
    switch status {
    case .closed, .notDue, .onTrack, .ahead, .holding, .tooEarly: nil
    case .notDefined:
      measure.role == .context ? nil : "\(benefitRole) is asked to set a target"
    case .noBaseline:
      commitment.baseline == nil
        ? "\(benefitRole) is asked to state one with its source"
        : "\(benefitRole) is asked to have those values recorded, or to state one with its source"
    case .noData: "\(measureRole) is asked to record what is due"
    case .stale:
      "\(measureRole) is asked to record \(incomplete == nil ? "them" : "what is missing")"
    case .deteriorated: "\(benefitRole) is asked to find out why and to act"
    case .sustained, .realised:
      switch target?.holdUntil {
      case nil: "\(benefitRole) is asked to hold it"
      case let until? where until.end > asOf:
        "\(benefitRole) is asked to hold it until \(until.named)"
      default: nil
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
        let lack = incomplete.map { "; \(clause(of: $0))" } ?? ""
        return "\(measure.title): no value that is recorded can be used, since each is incomplete,"
          + " excluded or suppressed\(lack)"
      }
      let periods = overdue.spokenList
      return "\(measure.title): nothing is recorded, though \(periods) \(overdue.isOrAre) overdue"
    default: return nil
    }
  }

  private func staleReason(_ status: Status) -> String {
    if let incomplete {
      let complete = latest.map { " since \(points[$0].period.named)" } ?? ""
      let later = overdue.filter { $0 > incomplete.period }
      let rest = later.isEmpty ? "" : ", and \(later.spokenList) \(later.isOrAre) overdue"
      return "\(measure.title): no value is complete\(complete); \(clause(of: incomplete))\(rest)"
        + " (last known status: \(status.title))"
    }
    let latest = points.last { $0.measurement != nil }?.period
    let since = latest.map { "nothing is recorded after \($0.named)" } ?? "nothing is recorded"
    return "\(measure.title): \(since), and \(overdue.spokenList) \(overdue.isOrAre) overdue"
      + " (last known status: \(status.title))"
  }
}

extension Assessment {
  /// A sum that lacks sites: `that of Mar 2019, 86.7%, lacks 60 of 240 sites`.
  private func clause(of incomplete: SeriesPoint) -> String {
    let value = incomplete.value.map { ", \(measure.text($0))," } ?? ""
    let lack = incomplete.parts.map { " lacks \($0.lack)" } ?? ""
    return "that of \(incomplete.period.named)\(value)\(lack)"
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
