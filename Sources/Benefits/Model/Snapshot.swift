/// Everything that was known at one entry: the plan in force and the newest measurements.
public struct Snapshot: Hashable, Sendable {
  /// The plan in force.
  public var plan: Plan
  /// The newest measurement of each period, in calendar order, without withdrawn ones.
  public var measurements: SeriesMeasurements
  /// The last entry that was taken into account.
  public var entry: EntryID
  /// When that entry was recorded.
  public var recordedAt: Instant
  /// The hash of that entry in hexadecimal, where the ledger holds one.
  public var headHash: String?

  /// Creates a snapshot.
  ///
  /// - Parameters:
  ///   - plan: The plan in force.
  ///   - measurements: The newest measurement of each period, in calendar order.
  ///   - entry: The last entry that was taken into account.
  ///   - recordedAt: When that entry was recorded.
  ///   - headHash: The hash of that entry in hexadecimal.
  public init(
    plan: Plan, measurements: SeriesMeasurements, entry: EntryID, recordedAt: Instant,
    headHash: String? = nil
  ) {
    self.plan = plan
    self.measurements = measurements
    self.entry = entry
    self.recordedAt = recordedAt
    self.headHash = headHash
  }

  /// Creates a snapshot from measurements by their series.
  ///
  /// - Parameters:
  ///   - plan: The plan in force.
  ///   - measurements: The newest measurement of each period, in calendar order.
  ///   - entry: The last entry that was taken into account.
  ///   - recordedAt: When that entry was recorded.
  ///   - headHash: The hash of that entry in hexadecimal.
  public init(
    plan: Plan, measurements: [Series: [Measurement]], entry: EntryID, recordedAt: Instant,
    headHash: String? = nil
  ) {
    self.init(
      plan: plan, measurements: SeriesMeasurements(measurements), entry: entry,
      recordedAt: recordedAt, headHash: headHash)
  }
}
