/// A programme of change, which has projects and promises benefits.
public struct Programme: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a programme.
  public typealias ID = Identifier<Programme>

  /// The identifier, which is also the identifier of the whole programme as a site.
  public var id: ID
  /// The name for headings.
  public var title: String
  /// The shared purpose, in a sentence.
  public var purpose: String?

  /// Creates a programme.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  ///   - purpose: The shared purpose, in a sentence.
  public init(id: ID, title: String, purpose: String? = nil) {
    self.id = id
    self.title = title
    self.purpose = purpose
  }
}

/// A project of a programme: what is being done.
public struct Project: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a project.
  public typealias ID = Identifier<Project>

  /// The identifier.
  public var id: ID
  /// The name for headings.
  public var title: String
  /// The role that answers for the project.
  public var owner: String?
  /// The day on which the project goes live.
  public var goLive: Day?

  /// Creates a project.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  ///   - owner: The role that answers for the project.
  ///   - goLive: The day on which the project goes live.
  public init(id: ID, title: String, owner: String? = nil, goLive: Day? = nil) {
    self.id = id
    self.title = title
    self.owner = owner
    self.goLive = goLive
  }
}

/// A place where measures are taken.
public struct Site: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a site.
  public typealias ID = Identifier<Site>

  /// The identifier.
  public var id: ID
  /// The name for headings.
  public var title: String
  /// The site that this one is a part of; the programme itself when none is given.
  public var parent: ID?
  /// The day on which the change goes live here.
  public var goLive: Day?

  /// Creates a site.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  ///   - parent: The site that this one is a part of.
  ///   - goLive: The day on which the change goes live here.
  public init(id: ID, title: String, parent: ID? = nil, goLive: Day? = nil) {
    self.id = id
    self.title = title
    self.parent = parent
    self.goLive = goLive
  }
}

/// A group of people or cases that a measure is split by, such as a deprivation fifth.
public struct Stratum: Hashable, Sendable, Codable, Identifiable {
  /// The identifier of a stratum.
  public typealias ID = Identifier<Stratum>

  /// The identifier.
  public var id: ID
  /// The name for headings.
  public var title: String

  /// Creates a stratum.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - title: The name for headings.
  public init(id: ID, title: String) {
    self.id = id
    self.title = title
  }

  /// Everybody: the stratum of a series that is not split.
  public static let all = Stratum(id: .all, title: "All")
}

extension Identifier where Noun == Stratum {
  /// The stratum of a series that is not split.
  public static var all: Self {
    guard let all = Self("all") else { preconditionFailure("'all' is an identifier") }
    return all
  }
}
