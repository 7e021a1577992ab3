/// Something that a role is to do for a benefit or a measure by a day.
public struct Action: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of an action.
  public typealias ID = Identifier<Action>

  /// The identifier.
  public var id: ID
  /// What is to be done, in a sentence.
  public var text: String
  /// The role that is to do it.
  public var owner: String
  /// The day on which it was agreed.
  public var raised: Day?
  /// The day by which it is to be done.
  public var due: Day
  /// The day on which it was done.
  public var doneOn: Day?
  /// The benefits that it is for.
  public var benefits: [Benefit.ID]
  /// The measures that it is for.
  public var measures: [Measure.ID]

  /// Creates an action; one that names no benefit and no measure is for the whole programme.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - text: What is to be done, in a sentence.
  ///   - owner: The role that is to do it.
  ///   - raised: The day on which it was agreed.
  ///   - due: The day by which it is to be done.
  ///   - doneOn: The day on which it was done.
  ///   - benefits: The benefits that it is for.
  ///   - measures: The measures that it is for.
  public init(
    id: ID, text: String, owner: String, raised: Day? = nil, due: Day, doneOn: Day? = nil,
    benefits: [Benefit.ID] = [], measures: [Measure.ID] = []
  ) {
    self.id = id
    self.text = text
    self.owner = owner
    self.raised = raised
    self.due = due
    self.doneOn = doneOn
    self.benefits = benefits
    self.measures = measures
  }
}
