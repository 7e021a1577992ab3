/// Something that must be true for a benefit to come, as "a visit within two hours averts an admission".
public struct Assumption: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of an assumption.
  public typealias ID = Identifier<Assumption>

  /// What is known of whether it is true.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody has looked yet.
    case untested
    /// What was found speaks for it.
    case supported
    /// What was found speaks against it.
    case refuted
  }

  /// The identifier.
  public var id: ID
  /// What is assumed, in a sentence.
  public var text: String
  /// The benefits that rest on it.
  public var benefits: [Benefit.ID]
  /// What is known of whether it is true.
  public var state: State
  /// The day on which it was tested.
  public var testedOn: Day?
  /// What was found.
  public var evidence: String?

  /// Creates an assumption.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - text: What is assumed, in a sentence.
  ///   - benefits: The benefits that rest on it.
  ///   - state: What is known of whether it is true.
  ///   - testedOn: The day on which it was tested.
  ///   - evidence: What was found.
  public init(
    id: ID, text: String, benefits: [Benefit.ID], state: State = .untested, testedOn: Day? = nil,
    evidence: String? = nil
  ) {
    self.id = id
    self.text = text
    self.benefits = benefits
    self.state = state
    self.testedOn = testedOn
    self.evidence = evidence
  }
}
