public import BenefitsModel

/// What verifying a database found.
public struct Verification: Hashable, Sendable {
  /// Something that is not as it was written.
  public struct Finding: Hashable, Sendable {
    /// The entry concerned, where one can be named.
    public var entry: EntryID?
    /// What differs, in one line.
    public var description: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - entry: The entry concerned.
    ///   - description: What differs, in one line.
    public init(entry: EntryID? = nil, _ description: String) {
      self.entry = entry
      self.description = description
    }
  }

  /// How many entries there are.
  public var entries = 0
  /// The hash of the last entry.
  public var headHash: String?
  /// The entry whose hash was expected, where it was found.
  public var expectedEntry: EntryID?
  /// What was found; nothing when all is as it was written.
  public var findings: [Finding] = []

  /// Whether everything is as it was written.
  public var isWhole: Bool { findings.isEmpty }

  /// Creates a verification that has found nothing yet.
  public init() {}

  mutating func add(_ entry: EntryID? = nil, _ description: String) {
    findings.append(Finding(entry: entry, description))
  }
}
