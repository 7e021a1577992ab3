/// One act of recording: everything that one command wrote.
public struct Entry: Hashable, Sendable, Identifiable {
  /// The number of the entry, from 1 without gaps.
  public var id: EntryID
  /// When it was recorded.
  public var recordedAt: Instant
  /// Whether the moment was stated by the user rather than read from the clock.
  public var isStated: Bool
  /// The name of the copy of the database that it was first recorded in.
  public var origin: String
  /// The role that recorded it.
  public var recordedBy: String
  /// The command that wrote it, with its arguments.
  public var command: String
  /// Why it was recorded, where a reason was given.
  public var reason: String?
  /// The file that it was read from.
  public var source: SourceFile?
  /// How many rows it wrote.
  public var rows: RowCounts
  /// The hash of the entry in hexadecimal, where the ledger holds one.
  public var hash: String?

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - id: The number of the entry.
  ///   - recordedAt: When it was recorded.
  ///   - isStated: Whether the moment was stated by the user.
  ///   - origin: The name of the copy of the database.
  ///   - recordedBy: The role that recorded it.
  ///   - command: The command that wrote it.
  ///   - reason: Why it was recorded.
  ///   - source: The file that it was read from.
  ///   - rows: How many rows it wrote.
  ///   - hash: The hash of the entry in hexadecimal.
  public init(
    id: EntryID, recordedAt: Instant, isStated: Bool, origin: String, recordedBy: String,
    command: String, reason: String? = nil, source: SourceFile? = nil,
    rows: RowCounts = RowCounts(), hash: String? = nil
  ) {
    self.id = id
    self.recordedAt = recordedAt
    self.isStated = isStated
    self.origin = origin
    self.recordedBy = recordedBy
    self.command = command
    self.reason = reason
    self.source = source
    self.rows = rows
    self.hash = hash
  }
}

/// The file that an entry was read from.
public struct SourceFile: Hashable, Sendable {
  /// The name of the file without its folder.
  public var name: String
  /// The number of bytes.
  public var size: Int
  /// The SHA-256 of its bytes in hexadecimal.
  public var sha256: String

  /// Creates a source file.
  ///
  /// - Parameters:
  ///   - name: The name of the file without its folder.
  ///   - size: The number of bytes.
  ///   - sha256: The SHA-256 of its bytes in hexadecimal.
  public init(name: String, size: Int, sha256: String) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }
}

/// How many rows an act of recording added, revised and found unchanged.
public struct RowCounts: Hashable, Sendable {
  /// Rows for which nothing was recorded before.
  public var added: Int
  /// Rows that replace an earlier value.
  public var revised: Int
  /// Rows that say what was recorded already, and are not written again.
  public var unchanged: Int

  /// Creates counts.
  ///
  /// - Parameters:
  ///   - added: Rows for which nothing was recorded before.
  ///   - revised: Rows that replace an earlier value.
  ///   - unchanged: Rows that say what was recorded already.
  public init(added: Int = 0, revised: Int = 0, unchanged: Int = 0) {
    self.added = added
    self.revised = revised
    self.unchanged = unchanged
  }
}

/// One version of a measurement, with the entry that recorded it.
public struct MeasurementVersion: Hashable, Sendable {
  /// The series.
  public var series: Series
  /// The measurement as it was recorded.
  public var measurement: Measurement
  /// The entry that recorded it.
  public var entry: EntryID

  /// Creates a version.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - measurement: The measurement as it was recorded.
  ///   - entry: The entry that recorded it.
  public init(series: Series, measurement: Measurement, entry: EntryID) {
    self.series = series
    self.measurement = measurement
    self.entry = entry
  }
}
