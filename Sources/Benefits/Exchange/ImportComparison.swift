public import BenefitsModel

/// A row that adds a measurement or replaces one.
public struct ImportChange: Hashable, Sendable {
  /// The row as it was read.
  public var row: ImportRow
  /// What is to be recorded: the row, with what it leaves open taken over from before.
  public var measurement: Measurement
  /// What was recorded before; `nil` where the row adds.
  public var previous: Measurement?
}

/// A row that says something else than what is recorded.
public struct ImportConflict: Hashable, Sendable {
  /// The row as it was read.
  public var row: ImportRow
  /// What is recorded.
  public var current: Measurement

  /// Returns the conflict as a fault that names the entry of the recorded value and its date.
  ///
  /// - Parameters:
  ///   - measure: The measure of the row, which decides how the numbers are shown.
  ///   - entry: The entry that recorded the current value, where it is known.
  /// - Returns: The fault, with the option that takes the row as a revision.
  public func fault(measure: Measure?, recordedIn entry: Entry?) -> Fault {
    let showsStates =
      row.measurement.number == current.number && current.number != nil
      && row.measurement.state != current.state
    let text = { (measurement: Measurement) in
      measurement.text(of: measure) + (showsStates ? ", \(measurement.state.rawValue)" : "")
    }
    let origin = entry.map { " (entry \($0.id), \($0.recordedAt.day.spoken))" } ?? ""
    let subject = row.location.file.isEmpty ? "this" : "this row"
    return Fault(
      row.location,
      "\(current.period) already holds \(text(current))\(origin); \(subject) says "
        + text(row.measurement),
      hint: "run again with --revise \"why\" to record this as a revision")
  }
}

/// What rows would change of what is recorded: the decision behind `import` and `record`.
///
/// A row for a period that has a value already changes nothing when it says the same. It is a conflict when
/// it says something else, unless revisions are wanted. A row that only makes a provisional or estimated
/// value final, or adds a remark, is taken without being asked for.
public struct ImportComparison: Hashable, Sendable {
  /// What is to be written, in the order of the rows.
  public private(set) var changes: [ImportChange] = []
  /// What must not be written without a reason; the first ones where a file has thousands.
  public internal(set) var conflicts: [ImportConflict] = []
  /// How many conflicts there are.
  public internal(set) var conflictCount = 0
  /// How many rows add, revise and change nothing.
  public internal(set) var counts = RowCounts()

  let isRevision: Bool

  /// Compares rows with what is recorded.
  ///
  /// - Parameters:
  ///   - rows: The rows, each series and period at most once.
  ///   - isRevision: Whether different values are revisions rather than conflicts.
  ///   - current: Gives the recorded measurements of a series; it is asked once for each series.
  /// - Throws: What `current` throws.
  /// - Complexity: O(*n* + *m*), where *n* is the number of rows and *m* that of the recorded measurements.
  public init<Failure: Error>(
    _ rows: [ImportRow], isRevision: Bool,
    current: (Series) throws(Failure) -> [Measurement]
  ) throws(Failure) {
    self.isRevision = isRevision
    var recorded: [Series: [Period: Measurement]] = [:]
    for row in rows {
      if recorded[row.series] == nil {
        var measurements: [Period: Measurement] = [:]
        for measurement in try current(row.series) where measurement.state != .withdrawn {
          measurements[measurement.period] = measurement
        }
        recorded[row.series] = measurements
      }
      compare(row, with: recorded[row.series]?[row.measurement.period])
    }
  }

  private mutating func compare(_ row: ImportRow, with current: Measurement?) {
    guard let current else {
      counts.added += 1
      changes.append(ImportChange(row: row, measurement: row.measurement, previous: nil))
      return
    }
    switch Self.judge(row.measurement, beside: current, isRevision: isRevision) {
    case .unchanged: counts.unchanged += 1
    case .conflict:
      conflictCount += 1
      conflicts.append(ImportConflict(row: row, current: current))
    case .revised(let measurement):
      counts.revised += 1
      changes.append(ImportChange(row: row, measurement: measurement, previous: current))
    }
  }

  /// What a measurement is beside the one that is recorded.
  enum Judgement {
    case unchanged
    case conflict
    /// What is to be recorded: the new one, with what it leaves open taken over.
    case revised(Measurement)
  }

  /// Says what a measurement is beside the recorded one of the same period.
  static func judge(
    _ new: Measurement, beside current: Measurement, isRevision: Bool
  ) -> Judgement {
    var merged = new
    merged.isExcluded = current.isExcluded
    let isSameNumber =
      new.number == current.number
      && (new.denominator == current.denominator
        || (new.denominator == nil && current.denominator != nil && new.number != nil))
      && (new.number != nil || new.state == current.state)
    if isSameNumber {
      merged.denominator = new.denominator ?? current.denominator
      merged.note = new.note ?? current.note
    }
    if merged == current { return .unchanged }
    let isFinished =
      new.state == current.state
      || (new.state == .final && (current.state == .provisional || current.state == .estimated))
    return isRevision || (isSameNumber && isFinished) ? .revised(merged) : .conflict
  }

  /// Forgets all conflicts but the first ones of the file; they still count.
  ///
  /// - Parameter count: How many to keep.
  /// - Complexity: O(*n* log *n*), where *n* is the number of conflicts.
  package mutating func keepFirstConflicts(_ count: Int) {
    guard conflicts.count > count else { return }
    conflicts.sort { $0.row.location < $1.row.location }
    conflicts.removeLast(conflicts.count - count)
  }

  /// Returns the conflicts as faults that name the entries of the recorded values.
  ///
  /// - Parameters:
  ///   - plan: The plan that has the measures.
  ///   - versions: The versions of the measures that are in conflict.
  ///   - entries: The entries that recorded them.
  /// - Returns: The faults in the order of the rows.
  /// - Complexity: O(*n*), where *n* is the number of versions and entries.
  public func faults(
    plan: Plan, versions: [MeasurementVersion] = [], entries: [Entry] = []
  ) -> [Fault] {
    let entryByID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let measures = Dictionary(plan.measures.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var latest: [Series: [Period: EntryID]] = [:]
    for version in versions {
      latest[version.series, default: [:]][version.measurement.period] = max(
        version.entry, latest[version.series]?[version.measurement.period] ?? 0)
    }
    return conflicts.map { conflict in
      let entry = latest[conflict.row.series]?[conflict.current.period]
      return conflict.fault(
        measure: measures[conflict.row.series.measure],
        recordedIn: entry.flatMap { entryByID[$0] })
    }
  }
}
