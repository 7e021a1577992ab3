/// What a plan says about its scheduled checks.
public struct CheckPolicy: Hashable, Sendable, Codable {
  /// Which checks run.
  public enum Profile: String, Hashable, Sendable, Codable, CaseIterable {
    /// Definition, baseline and target: what can be checked before any data.
    case plan
    /// Everything.
    case standard
    /// Everything, and a warning fails.
    case strict
    /// Progress, sustaining, harm and value.
    case board
  }

  /// Which checks run.
  public var profile: Profile
  /// The most days between the day on which a waiver is given and the day on which it expires, where the
  /// plan says so; else `CheckPolicy.usualWaiverMaxDays`.
  public var waiverMaxDays: Int?

  /// The most days that a waiver lasts where the plan says nothing else.
  public static let usualWaiverMaxDays = 92

  /// Creates a policy.
  ///
  /// - Parameters:
  ///   - profile: Which checks run.
  ///   - waiverMaxDays: The most days that a waiver lasts.
  public init(profile: Profile = .standard, waiverMaxDays: Int? = nil) {
    self.profile = profile
    self.waiverMaxDays = waiverMaxDays
  }
}

/// An accepted breach, with a reason, an approver's role and an expiry date.
public struct Waiver: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a waiver.
  public typealias ID = Identifier<Waiver>

  /// The identifier.
  public var id: ID
  /// The check that is waived, as `target.met-by-date`.
  public var check: String
  /// The identifier of the measure, benefit or other subject that it is waived for.
  public var subject: String
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

  /// Creates a waiver.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - check: The check that is waived.
  ///   - subject: The identifier of the subject.
  ///   - reason: Why the breach is accepted.
  ///   - approvedBy: The role that accepted it.
  ///   - decision: The decision that it rests on.
  ///   - created: The first day on which it counts.
  ///   - expires: The last day on which it counts.
  public init(
    id: ID, check: String, subject: String, reason: String, approvedBy: String,
    decision: String? = nil, created: Day, expires: Day
  ) {
    self.id = id
    self.check = check
    self.subject = subject
    self.reason = reason
    self.approvedBy = approvedBy
    self.decision = decision
    self.created = created
    self.expires = expires
  }
}

extension Waiver {
  /// Returns whether the waiver counts on a day: both its first and its last day do.
  ///
  /// - Parameter day: The day.
  /// - Returns: Whether the day lies in the waiver's time.
  public func isInForce(on day: Day) -> Bool { created <= day && day <= expires }

  /// Returns whether the waiver is for a measure: one for a benefit covers the measures that show it.
  ///
  /// - Parameter measure: A measure of the plan.
  /// - Returns: Whether the subject is the measure or one of its benefits.
  public func covers(_ measure: Measure) -> Bool {
    let name = subject.asciiLowercased()
    return name == measure.id.folded || measure.benefits.contains { $0.folded == name }
  }
}
