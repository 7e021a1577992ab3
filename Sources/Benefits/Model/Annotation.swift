/// Something dated that a chart shows.
public struct Annotation: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of an annotation.
  public typealias ID = Identifier<Annotation>

  /// What kind of thing happened.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A project or a site went live.
    case goLive = "go-live"
    /// A plan-do-study-act cycle.
    case pdsa
    /// A decision was taken.
    case decision
    /// Something is known about the data.
    case dataIssue = "data-issue"
    /// Something else that helps to read the chart.
    case context
  }

  /// The identifier; a plan that gives none gets one made from date and kind.
  public var id: ID
  /// The day.
  public var date: Day
  /// What kind of thing happened.
  public var kind: Kind
  /// What happened, in a sentence.
  public var text: String
  /// The projects it belongs to.
  public var projects: [Project.ID]
  /// The measures it belongs to.
  public var measures: [Measure.ID]
  /// The sites it belongs to.
  public var sites: [Site.ID]

  /// Creates an annotation; one that belongs to nothing in particular belongs to every chart.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - date: The day.
  ///   - kind: What kind of thing happened.
  ///   - text: What happened, in a sentence.
  ///   - projects: The projects it belongs to.
  ///   - measures: The measures it belongs to.
  ///   - sites: The sites it belongs to.
  public init(
    id: ID, date: Day, kind: Kind, text: String, projects: [Project.ID] = [],
    measures: [Measure.ID] = [], sites: [Site.ID] = []
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.text = text
    self.projects = projects
    self.measures = measures
    self.sites = sites
  }
}
