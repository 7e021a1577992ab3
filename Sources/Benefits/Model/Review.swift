/// A dated look at benefits, or at the whole programme, by a body.
public struct Review: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a review.
  public typealias ID = Identifier<Review>

  /// What a body looked at.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// How the benefits are coming along.
    case review
    /// Whether what was realised will last.
    case sustainability
  }

  /// The identifier.
  public var id: ID
  /// The day.
  public var date: Day
  /// The body that looked, as `Programme Board`.
  public var body: String
  /// What it looked at.
  public var kind: Kind
  /// The benefits that it looked at; the whole programme when there are none.
  public var benefits: [Benefit.ID]
  /// What was decided, or the identifier of the decision.
  public var decision: String?
  /// What was seen and said.
  public var narrative: String?
  /// The day by which the body is to look again.
  public var nextDue: Day?

  /// Creates a review.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - date: The day.
  ///   - body: The body that looked.
  ///   - kind: What it looked at.
  ///   - benefits: The benefits that it looked at.
  ///   - decision: What was decided.
  ///   - narrative: What was seen and said.
  ///   - nextDue: The day by which the body is to look again.
  public init(
    id: ID, date: Day, body: String, kind: Kind = .review, benefits: [Benefit.ID] = [],
    decision: String? = nil, narrative: String? = nil, nextDue: Day? = nil
  ) {
    self.id = id
    self.date = date
    self.body = body
    self.kind = kind
    self.benefits = benefits
    self.decision = decision
    self.narrative = narrative
    self.nextDue = nextDue
  }
}
