/// Something that a body decided about benefits or measures.
public struct Decision: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a decision.
  public typealias ID = Identifier<Decision>

  /// The identifier, by which targets, reviews and waivers name it.
  public var id: ID
  /// The day.
  public var date: Day
  /// The body that decided.
  public var body: String
  /// What was decided, in a sentence.
  public var text: String
  /// The benefits that it is about.
  public var benefits: [Benefit.ID]
  /// The measures that it is about.
  public var measures: [Measure.ID]

  /// Creates a decision; one that names no benefit and no measure is about the whole programme.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - date: The day.
  ///   - body: The body that decided.
  ///   - text: What was decided, in a sentence.
  ///   - benefits: The benefits that it is about.
  ///   - measures: The measures that it is about.
  public init(
    id: ID, date: Day, body: String, text: String, benefits: [Benefit.ID] = [],
    measures: [Measure.ID] = []
  ) {
    self.id = id
    self.date = date
    self.body = body
    self.text = text
    self.benefits = benefits
    self.measures = measures
  }
}
