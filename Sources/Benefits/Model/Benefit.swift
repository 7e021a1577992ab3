/// A measurable improvement that somebody perceives, or a worsening when it is a disbenefit.
public struct Benefit: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a benefit.
  public typealias ID = Identifier<Benefit>

  /// The identifier.
  public var id: ID
  /// The name for headings.
  public var title: String
  /// The primary aim that the benefit counts towards.
  public var aim: Aim
  /// The project that is to bring the benefit.
  public var project: Project.ID
  /// The role that answers for the benefit.
  public var owner: String?
  /// Where the benefit stands in its life.
  public var lifecycle: Lifecycle
  /// The kind of value, which is never added to another kind.
  public var valueClass: BenefitClass?
  /// The first day on which any of the benefit is expected; the project's go-live when none is given.
  public var firstBenefit: Day?
  /// The weight in a roll-up, above 0.
  public var weight: Double
  /// Whether this is a worsening that is tolerated.
  public var isDisbenefit: Bool
  /// Why the benefit was closed or superseded.
  public var reason: String?
  /// How far the benefit may fall behind its plan; the usual thresholds of the pace when none is given.
  public var tolerance: Tolerance?
  /// The day by which the benefit is handed over to business as usual.
  public var handOver: Day?
  /// The role that answers for the benefit in business as usual.
  public var bauOwner: String?
  /// Words by which checks and listings select it.
  public var tags: [String]

  /// Creates a benefit.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  ///   - aim: The primary aim.
  ///   - project: The project that is to bring the benefit.
  ///   - owner: The role that answers for the benefit.
  ///   - lifecycle: Where the benefit stands in its life.
  ///   - valueClass: The kind of value.
  ///   - firstBenefit: The first day on which any of the benefit is expected.
  ///   - weight: The weight in a roll-up, above 0.
  ///   - isDisbenefit: Whether this is a worsening that is tolerated.
  ///   - reason: Why the benefit was closed or superseded.
  ///   - tolerance: How far the benefit may fall behind its plan.
  ///   - handOver: The day by which the benefit is handed over to business as usual.
  ///   - bauOwner: The role that answers for the benefit in business as usual.
  ///   - tags: Words by which checks and listings select it.
  public init(
    id: ID, title: String, aim: Aim, project: Project.ID, owner: String? = nil,
    lifecycle: Lifecycle = .planned, valueClass: BenefitClass? = nil, firstBenefit: Day? = nil,
    weight: Double = 1, isDisbenefit: Bool = false, reason: String? = nil,
    tolerance: Tolerance? = nil, handOver: Day? = nil, bauOwner: String? = nil, tags: [String] = []
  ) {
    self.id = id
    self.title = title
    self.aim = aim
    self.project = project
    self.owner = owner
    self.lifecycle = lifecycle
    self.valueClass = valueClass
    self.firstBenefit = firstBenefit
    self.weight = weight
    self.isDisbenefit = isDisbenefit
    self.reason = reason
    self.tolerance = tolerance
    self.handOver = handOver
    self.bauOwner = bauOwner
    self.tags = tags
  }
}

/// Where a benefit stands in its life.
public enum Lifecycle: String, Hashable, Sendable, Codable, CaseIterable {
  /// An idea that nothing is promised for yet.
  case draft
  /// Planned, not yet promised.
  case planned
  /// Promised.
  case committed
  /// Being brought about and measured.
  case realising
  /// Ended.
  case closed
  /// Replaced by another benefit.
  case superseded
}

/// The kind of value of a benefit; values of different kinds are never added together.
public enum BenefitClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// A budget becomes smaller.
  case cashReleasing = "cash-releasing"
  /// Time or capacity is freed, no budget becomes smaller.
  case nonCashReleasing = "non-cash-releasing"
  /// The gain falls to people or to society.
  case societal
  /// The gain is described rather than counted.
  case qualitative
}
