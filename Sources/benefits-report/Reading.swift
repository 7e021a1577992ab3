import ArgumentParser
import BenefitsAnalytics
import BenefitsChecks
import BenefitsModel
import BenefitsReports
import BenefitsStorage
import BenefitsTerminal

/// The options of every command that answers from the database.
struct SourceOptions: ParsableArguments {
  @OptionGroup(title: "DATABASE") var database: DatabaseOptions
  @OptionGroup(title: "TIME") var reading: ReadingOptions
}

/// What was read from a database, and the day the question is asked for.
struct Reading {
  /// The plan and the measurements as they were known.
  let snapshot: Snapshot
  /// What the calendar says.
  let asOf: Day
  /// The state of knowledge that was asked for.
  let knownAt: KnownAt
  /// The judge of the series.
  let assessor: Assessor
  /// What stood there before; empty unless it was asked for.
  let history: History
  /// Every version of each number that has several; empty unless they were asked for.
  let revisions: [MeasurementVersion]
  private let path: String
  private let timeout: Int

  var plan: Plan { snapshot.plan }

  /// Reads everything once, without ever writing; what stood there before and what was revised where asked.
  init(
    _ options: SourceOptions, withHistory: Bool = false, withRevisions: Bool = false,
    in session: borrowing Session
  ) throws(CommandFailure) {
    asOf = options.reading.asOf(in: session.surroundings)
    path = try options.database.path(in: session.surroundings)
    timeout = options.database.milliseconds
    do throws(StoreError) {
      let store = try Store.open(at: path, for: .read, timeout: timeout)
      snapshot = try store.snapshot(knownAt: options.reading.state)
      history =
        withHistory
        ? try store.history(of: snapshot, since: CheckRun.usualLookBack(before: asOf)) : History()
      // Somebody may have recorded since; the answer is of one entry.
      revisions = withRevisions ? try store.revisions(knownAt: .entry(snapshot.entry)) : []
    } catch { throw error.failure }
    knownAt = options.reading.state
    assessor = Assessor(snapshot: snapshot, asOf: asOf)
  }

  /// What the ledger tells of the entries and changes up to the state of knowledge that was read.
  func records() throws(CommandFailure) -> ReportRecords {
    do throws(StoreError) {
      let store = try Store.open(at: path, for: .read, timeout: timeout)
      return ReportRecords(
        entries: try store.entries(knownAt: .entry(snapshot.entry)), history: history,
        revisions: revisions)
    } catch { throw error.failure }
  }
}

extension Reading {
  /// Reads what was known at the end of an earlier day, of what is known here; `nil` where there was no plan yet.
  func formerSnapshot(
    on day: Day, _ options: SourceOptions, in session: borrowing Session
  ) throws(CommandFailure) -> Snapshot? {
    let path = try options.database.path(in: session.surroundings)
    do throws(StoreError) {
      let store = try Store.open(at: path, for: .read, timeout: options.database.milliseconds)
      let last = try store.entries(knownAt: .day(day)).last { $0.id <= snapshot.entry }
      guard let last else { return nil }
      return try store.snapshot(knownAt: .entry(last.id))
    } catch {
      if error.reason == .noPlan { return nil }
      throw error.failure
    }
  }

  /// Whether anything is recorded or promised of an assessed series, or of the parts that make it up.
  func isKnown(_ assessment: Assessment) -> Bool {
    snapshot.measurements[assessment.series] != nil
      || plan.commitments[assessment.series] != nil
      || assessment.points.contains { $0.use != .missing }
  }

  /// The periods of a series whose values were changed after they were first recorded.
  func revisedPeriods(of series: Series) throws(CommandFailure) -> Set<Period> {
    do throws(StoreError) {
      let store = try Store.open(at: path, for: .read, timeout: timeout)
      let versions = try store.versions(of: series.measure, knownAt: .entry(snapshot.entry))
      return snapshot.revisedPeriods(of: series, among: versions)
    } catch { throw error.failure }
  }

  /// Assesses a series; refuses a part of a measure that nothing is recorded or promised of.
  func assess(_ series: Series) throws(CommandFailure) -> Assessment {
    let assessment = assessor.assess(series)
    let isWhole = series == plan.wholeSeries(of: assessment.measure)
    guard !isWhole, !isKnown(assessment) else { return assessment }
    let known = snapshot.measurements.keys.filter { $0.measure == series.measure }.sorted()
    throw CommandFailure(
      .notFound, "nothing is recorded of \(series)",
      hints: known.isEmpty || known.count > 12
        ? [] : ["there are values of " + known.map(\.description).joined(separator: ", ")])
  }
}
