import BenefitsExchange
import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// What `record` and `import` do with the measurements they have read: all of them are recorded, or none.
struct MeasurementRecording {
  var recording: Recording
  /// What the measurements come from, as the user named it; empty for what was typed.
  var name: String
  /// Why different numbers replace those recorded; `nil` when they are conflicts.
  var revision: String?

  /// What was read, and what of it is to be written.
  struct Outcome {
    var plan: Plan
    var reading: ImportReading
    var comparison: ImportComparison
    /// The file that was read.
    var source: SourceFile?
  }

  /// Compares measurements with those recorded, and records them where nothing is wrong.
  func record(
    _ reading: ImportReading, plan: Plan, with writer: inout EntryWriter
  ) throws -> Outcome {
    let comparison = try ImportComparison(reading.rows, isRevision: revision != nil) {
      series throws(StoreError) in try writer.measurements(of: series)
    }
    if reading.faults.isEmpty, comparison.conflicts.isEmpty {
      for change in comparison.changes {
        try Interruption.check()
        _ = try writer.write(change.measurement, to: change.row.series)
      }
      writer.countUnchanged(comparison.counts.unchanged)
    }
    return Outcome(plan: plan, reading: reading, comparison: comparison)
  }

  /// Opens the database, lets a body read and record, and says what was recorded.
  func run(
    in session: inout Session, subject: (Plan) throws -> String,
    body: (inout Store, borrowing Session) throws -> Recorded<Outcome>
  ) throws {
    var store = try recording.open(in: session)
    let recorded = try body(&store, session)
    let outcome = recorded.result
    for line in outcome.reading.warnings.lines() { try session.warn(line) }
    if let failure = try failure(of: outcome, in: store) { throw failure }
    try report(recorded, subject: subject(outcome.plan), from: store, in: &session)
    guard recorded.entry != nil, !recording.writing.dryRun else { return }
    try recording.hintAtRole(store, in: &session)
    try hintAtReports(store, in: &session)
  }

  /// The failure with every fault and every conflict in the order of the file; `nil` when all is well.
  private func failure(of outcome: Outcome, in store: borrowing Store) throws -> CommandFailure? {
    let comparison = outcome.comparison
    let count = outcome.reading.faults.count + comparison.conflictCount
    guard count > 0 else { return nil }
    let faults = try (outcome.reading.faults + conflicts(in: outcome, store)).enumerated()
      .sorted { left, right in
        left.element.location == right.element.location
          ? left.offset < right.offset : left.element.location < right.element.location
      }
      .map(\.element)
    if name.isEmpty, let only = faults.first, count == 1 {
      return CommandFailure(.wrongInput, only.message, hints: only.hint.map { [$0] } ?? [])
    }
    let problems = counted(count, "problem")
    var failure = CommandFailure(
      .wrongInput,
      name.isEmpty
        ? "\(problems); nothing was recorded"
        : "\(name): \(problems) in \(counted(outcome.reading.rowCount, "row")); nothing was imported",
      faults: faults)
    failure.unlistedFaults = count - faults.count
    return failure
  }

  /// The first conflicts of the file, as many as can be shown, each with the entry of the recorded value.
  private func conflicts(in outcome: Outcome, _ store: borrowing Store) throws -> [Fault] {
    var comparison = outcome.comparison
    guard comparison.conflictCount > 0 else { return [] }
    comparison.keepFirstConflicts(50)
    var versions: [MeasurementVersion] = []
    for series in Set(comparison.conflicts.map(\.row.series)).sorted() {
      versions += try store.versions(of: series, knownAt: .latest)
    }
    return comparison.faults(
      plan: outcome.plan, versions: versions, entries: try store.entries(knownAt: .latest))
  }

  /// Says where the numbers can be seen, when they are the first ones.
  private func hintAtReports(_ store: borrowing Store, in session: inout Session) throws {
    guard !session.isQuiet, try store.hasOneEntryOfNumbers(from: session.program) else { return }
    try session.hint("next, see where every benefit stands: benefits-report status")
  }

  private func report(
    _ recorded: Recorded<Outcome>, subject: String, from store: borrowing Store,
    in session: inout Session
  ) throws {
    let counts = recorded.result.comparison.counts
    var line = "\(subject): \(counts.summary)"
    let missing = recorded.result.reading.missingCount
    if missing > 0 { line += ", \(missing) without data" }
    if recording.writing.dryRun {
      line += " (dry run: nothing was recorded)"
    } else if let entry = recorded.entry {
      line += " (entry \(entry.id))"
    } else {
      line += " (nothing to record: \(try reasonForNothing(recorded.result.source, in: store)))"
    }
    try session.print(line)
  }

  private func reasonForNothing(
    _ source: SourceFile?, in store: borrowing Store
  ) throws -> String {
    let entries = try store.entries(knownAt: .latest)
    if let source, let same = entries.last(where: { $0.source?.sha256 == source.sha256 }) {
      return "entry \(same.id) holds this file since \(same.recordedAt.day.spoken)"
    }
    return "the database holds these numbers already"
  }
}
