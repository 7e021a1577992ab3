public import BenefitsModel

/// What is known of an entry before it is recorded: who records what, when and why.
public struct EntryDraft: Hashable, Sendable {
  /// When it is recorded: what the clock says, or the moment that the user stated.
  public var recordedAt: Instant
  /// Whether the user stated the moment.
  public var isStated: Bool
  /// What the clock says, to refuse a stated moment that lies in the future; not checked when `nil`.
  public var clock: Instant?
  /// The role that records it.
  public var recordedBy: String
  /// The command that records it, with its arguments.
  public var command: String
  /// Why it is recorded.
  public var reason: String?
  /// The file that it was read from.
  public var source: SourceFile?
  /// The version of the program that records it.
  public var toolVersion: String

  /// Creates a draft.
  ///
  /// - Parameters:
  ///   - recordedAt: When it is recorded.
  ///   - isStated: Whether the user stated the moment.
  ///   - clock: What the clock says, to refuse a stated moment in the future.
  ///   - recordedBy: The role that records it.
  ///   - command: The command that records it, with its arguments.
  ///   - reason: Why it is recorded.
  ///   - source: The file that it was read from.
  ///   - toolVersion: The version of the program that records it.
  public init(
    recordedAt: Instant, isStated: Bool = false, clock: Instant? = nil, recordedBy: String,
    command: String, reason: String? = nil, source: SourceFile? = nil,
    toolVersion: String = "0.1.0"
  ) {
    self.recordedAt = recordedAt
    self.isStated = isStated
    self.clock = clock
    self.recordedBy = recordedBy
    self.command = command
    self.reason = reason
    self.source = source
    self.toolVersion = toolVersion
  }
}

/// What came of an act of recording.
public struct Recorded<Result> {
  /// The entry that was written, or would have been in a dry run; `nil` when nothing had changed.
  public var entry: Entry?
  /// What the body returned.
  public var result: Result

  /// Creates an outcome.
  ///
  /// - Parameters:
  ///   - entry: The entry that was written.
  ///   - result: What the body returned.
  public init(entry: Entry?, result: Result) {
    self.entry = entry
    self.result = result
  }
}

/// What writing one row came to.
public enum WriteOutcome: Hashable, Sendable {
  /// Nothing was recorded before.
  case added
  /// An earlier row is replaced.
  case revised
  /// The same is recorded already, and nothing was written.
  case unchanged
}

extension RowCounts {
  /// Counts one outcome.
  mutating func count(_ outcome: WriteOutcome) {
    switch outcome {
    case .added: added += 1
    case .revised: revised += 1
    case .unchanged: unchanged += 1
    }
  }
}
