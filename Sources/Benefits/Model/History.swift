/// What stood before what is known now: earlier versions of promises, and numbers that were revised.
public struct History: Hashable, Sendable {
  /// What was promised of each series after each entry that changed it, the first one first.
  public var commitments: [Series: [CommitmentVersion]]
  /// The numbers that became others after `since`, by series, in calendar order.
  public var revisions: [Series: [Revision]]
  /// The last day whose entries are not looked at for revisions; `nil` where nobody asked.
  public var since: Day?

  /// Creates a history.
  ///
  /// - Parameters:
  ///   - commitments: What was promised of each series after each entry that changed it.
  ///   - revisions: The numbers that became others after `since`.
  ///   - since: The last day whose entries are not looked at for revisions.
  public init(
    commitments: [Series: [CommitmentVersion]] = [:], revisions: [Series: [Revision]] = [:],
    since: Day? = nil
  ) {
    self.commitments = commitments
    self.revisions = revisions
    self.since = since
  }
}

/// What was promised of a series as one entry left it.
public struct CommitmentVersion: Hashable, Sendable {
  /// The promise; empty where the entry took everything back.
  public var commitment: Commitment
  /// The entry.
  public var entry: EntryID
  /// When the entry was recorded.
  public var recordedAt: Instant

  /// Creates a version.
  ///
  /// - Parameters:
  ///   - commitment: The promise.
  ///   - entry: The entry.
  ///   - recordedAt: When the entry was recorded.
  public init(commitment: Commitment, entry: EntryID, recordedAt: Instant) {
    self.commitment = commitment
    self.entry = entry
    self.recordedAt = recordedAt
  }
}

/// A number that was known to be one thing and is known to be another now.
public struct Revision: Hashable, Sendable {
  /// The measurement as it was known.
  public var before: Measurement
  /// The measurement as it is known now; of the state `withdrawn` where it was taken back.
  public var after: Measurement

  /// The period of both.
  public var period: Period { before.period }

  /// Creates a revision.
  ///
  /// - Parameters:
  ///   - before: The measurement as it was known.
  ///   - after: The measurement as it is known now.
  public init(before: Measurement, after: Measurement) {
    self.before = before
    self.after = after
  }
}
