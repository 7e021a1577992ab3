/// Why a database cannot be used, or why something cannot be recorded in it.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of reasons, each of which a program ends differently for.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No name was given.
    case emptyPath
    /// There is no such file.
    case notFound
    /// A new file was to be made where one exists.
    case alreadyExists
    /// A new file cannot be made where it was to be.
    case cannotCreate
    /// The file is no SQLite database.
    case notADatabase
    /// The file is a SQLite database of another program.
    case otherApplication
    /// The file was made by a newer version.
    case newerVersion
    /// The file was made by an earlier version, and a reader may not bring it to the current format.
    case olderVersion
    /// The file is damaged.
    case damaged
    /// The tables, views or triggers were altered by another program.
    case alteredSchema
    /// A killed writer left its journal, and a reader may not roll it back.
    case hotJournal
    /// The library of SQLite is too old.
    case library
    /// Another program is writing.
    case busy
    /// The file, or its folder, may not be written to.
    case readOnly
    /// The disk is full.
    case full
    /// Reading or writing failed.
    case io
    /// The work was interrupted.
    case interrupted
    /// No plan had been applied.
    case noPlan
    /// There is no entry with the number asked for.
    case noSuchEntry
    /// A stated moment lies before the last entry.
    case beforeLastEntry
    /// A stated moment lies in the future.
    case inTheFuture
    /// The plan contradicts what is recorded already.
    case planConflict
    /// What was to be recorded breaks a rule of the database.
    case refused
    /// Later entries stand on top of what was to be undone.
    case standsOnTop
    /// SQLite reported something that should not happen: a fault of this program.
    case unexpected
  }

  /// The kind of reason.
  public var reason: Reason
  /// What was found and what was expected, in one line without a full stop.
  public var description: String
  /// What to do about it.
  public var hint: String?
  /// The entries that stand in the way, where entries do.
  public var entries: [Int] = []

  /// What to do about a file that is not as it was written.
  package static let restoreHint = "restore a backup: benefits-cli restore FILE --replace"

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - reason: The kind of reason.
  ///   - description: What was found and what was expected, in one line.
  ///   - hint: What to do about it.
  public init(_ reason: Reason, _ description: String, hint: String? = nil) {
    self.reason = reason
    self.description = description
    self.hint = hint
  }
}
