import BenefitsModel
import BenefitsStorage
import BenefitsTerminal

/// What every command that writes does the same way.
struct Recording {
  var database: DatabaseOptions
  var writing: WritingOptions

  /// Opens the database that the options name.
  static func open(
    _ database: DatabaseOptions, for access: Store.Access, in session: borrowing Session
  ) throws -> Store {
    let path = try database.path(in: session.surroundings)
    let store = try Store.open(at: path, for: access, timeout: database.milliseconds)
    if let migration = store.migration, !session.isQuiet {
      StandardError.write(
        "'\(path)' was brought from format \(migration.from) to \(migration.to); the file as it was is kept "
          + "as '\(migration.kept)'\n")
    }
    return store
  }

  /// Opens the database to tell what it holds; refuses one that is not as it was written.
  static func openWhole(
    _ database: DatabaseOptions, in session: borrowing Session
  ) throws -> Store {
    let store = try open(database, for: .read, in: session)
    try store.checkLedger()
    return store
  }

  /// Opens the database to record in it.
  func open(in session: borrowing Session) throws -> Store {
    try Self.open(database, for: .write, in: session)
  }

  /// Records one entry, or does everything but that in a dry run; Ctrl-C rolls back.
  func record<R>(
    in store: inout Store, _ session: borrowing Session, reason: String? = nil,
    source: SourceFile? = nil, reading extent: PlanExtent = .whole,
    _ body: (inout EntryWriter) throws -> R
  ) throws -> Recorded<R> {
    // Waiting for another writer may be cut off; what has begun may not.
    defer { Interruption.resume() }
    return try store.record(
      draft(in: session, reason: reason, source: source), dryRun: writing.dryRun,
      reading: extent
    ) { writer throws in
      Interruption.postpone()
      return try body(&writer)
    }
  }

  /// The entry that the command writes, before it has a number.
  func draft(
    in session: borrowing Session, reason: String? = nil, source: SourceFile? = nil
  ) -> EntryDraft {
    EntryDraft(
      recordedAt: writing.recordedAt ?? session.surroundings.now,
      isStated: writing.recordedAt != nil, clock: session.surroundings.now,
      recordedBy: writing.role(in: session.surroundings).name,
      command: session.recordedCommandLine, reason: reason ?? writing.reason, source: source,
      toolVersion: Program.version)
  }

  /// Says once for each database that a role would serve better than a user name.
  func hintAtRole(_ store: borrowing Store, in session: inout Session) throws {
    let role = writing.role(in: session.surroundings)
    guard role.isAssumed, !writing.dryRun else { return }
    guard !session.isQuiet, try store.hasOneEntry(by: role.name) else { return }
    try session.hint(
      "recorded by '\(role.name)'; name your role with --by ROLE or $BENEFITS_BY")
  }
}

extension PlanExtent {
  /// The extent for recording numbers of a measure that somebody named, who may have used its title.
  init(recording measure: String) { self = Measure.ID(measure).map(Self.measure) ?? .whole }
}

extension RowCounts {
  /// The counts for a sentence, as `40 added, 2 revised, 10 unchanged`.
  var summary: String {
    let parts = [(added, "added"), (revised, "revised"), (unchanged, "unchanged")]
    let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return said.isEmpty ? "nothing" : said.joined(separator: ", ")
  }
}

/// A number with its noun, as `1 row` or `52 rows`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
