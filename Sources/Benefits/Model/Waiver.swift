/// An accepted or deferred breach, with a reason, an approver's role and an expiry date.
public struct Waiver: Hashable, Sendable, Identifiable {
  /// The identifier of a waiver.
  public typealias ID = Identifier<Waiver>

  /// What becomes of a breach.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is accepted: still printed, and counted apart.
    case accept
    /// It is not due before the waiver ends, and is judged again from the next day.
    case `defer`
  }

  /// The identifier.
  public var id: ID
  /// The check that is waived, as `target.met-by-date`.
  public var check: String
  /// The identifier of the measure, benefit or other subject that it is waived for.
  public var subject: String
  /// What becomes of the breach.
  public var kind: Kind
  /// Why the breach is accepted.
  public var reason: String
  /// The role that accepted it.
  public var approvedBy: String
  /// The decision that it rests on.
  public var decision: String?
  /// The first day on which it counts.
  public var created: Day
  /// The last day on which it counts.
  public var expires: Day
  /// What ends it before its time.
  public var voidIf: WaiverVoid
  /// Whether it also accepts that the check cannot be evaluated.
  public var acceptsUnknown: Bool

  /// Creates a waiver.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - check: The check that is waived.
  ///   - subject: The identifier of the subject.
  ///   - kind: What becomes of the breach.
  ///   - reason: Why the breach is accepted.
  ///   - approvedBy: The role that accepted it.
  ///   - decision: The decision that it rests on.
  ///   - created: The first day on which it counts.
  ///   - expires: The last day on which it counts.
  ///   - voidIf: What ends it before its time.
  ///   - acceptsUnknown: Whether it also accepts that the check cannot be evaluated.
  public init(
    id: ID, check: String, subject: String, kind: Kind = .accept, reason: String,
    approvedBy: String, decision: String? = nil, created: Day, expires: Day,
    voidIf: WaiverVoid = WaiverVoid(), acceptsUnknown: Bool = false
  ) {
    self.id = id
    self.check = check
    self.subject = subject
    self.kind = kind
    self.reason = reason
    self.approvedBy = approvedBy
    self.decision = decision
    self.created = created
    self.expires = expires
    self.voidIf = voidIf
    self.acceptsUnknown = acceptsUnknown
  }
}

/// What ends a waiver before its time: things have become worse than what was accepted.
public struct WaiverVoid: Hashable, Sendable {
  /// The realised % below which it ends.
  public var realisedBelow: Double?
  /// The statuses in which it ends.
  public var statuses: [Status]

  /// Whether nothing ends it before its time.
  public var isEmpty: Bool { realisedBelow == nil && statuses.isEmpty }

  /// Creates a condition.
  ///
  /// - Parameters:
  ///   - realisedBelow: The realised % below which the waiver ends.
  ///   - statuses: The statuses in which it ends.
  public init(realisedBelow: Double? = nil, statuses: [Status] = []) {
    self.realisedBelow = realisedBelow
    self.statuses = statuses
  }

  /// Returns why the waiver has ended.
  ///
  /// - Parameters:
  ///   - realised: The realised %, where there is one.
  ///   - status: The status.
  /// - Returns: The rest of a sentence that begins with the waiver; `nil` while it holds.
  public func reason(realised: Double?, status: Status) -> String? {
    if let realisedBelow, let realised, realised < realisedBelow - 1e-9 {
      return "realised \(Numeral.fixed(realised, decimals: 0))% is below "
        + "\(Numeral.fixed(realisedBelow, decimals: 0))%"
    }
    return statuses.contains(status) ? "the status is \(status.title)" : nil
  }
}

extension Waiver {
  /// Returns whether the waiver counts on a day: both its first and its last day do.
  ///
  /// - Parameter day: The day.
  /// - Returns: Whether the day lies in the waiver's time.
  public func isInForce(on day: Day) -> Bool { created <= day && day <= expires }

  /// Returns whether the waiver is for a measure: by its own identifier, by that of a benefit that it shows, or
  /// by that of the project or the programme behind it.
  ///
  /// - Parameters:
  ///   - measure: A measure of the plan.
  ///   - benefits: The benefits that the measure shows or guards.
  ///   - programme: The programme.
  /// - Returns: Whether the subject is the measure or stands above it.
  public func covers(_ measure: Measure, of benefits: [Benefit], in programme: Programme.ID) -> Bool
  {
    let name = subject.asciiLowercased()
    return name == measure.id.folded || measure.benefits.contains { $0.folded == name }
      || benefits.contains { $0.project.folded == name } || name == programme.folded
  }
}
