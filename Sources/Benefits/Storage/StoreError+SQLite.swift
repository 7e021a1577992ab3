import CSQLite

extension StoreError {
  /// Creates the error for a result code of SQLite.
  ///
  /// - Parameters:
  ///   - code: The extended result code.
  ///   - message: What SQLite says about it.
  ///   - path: The file as the user named it.
  init(code: Int32, message: String, path: String) {
    let name = "'\(path)'"
    switch code {
    case readOnlyRollback, readOnlyRecovery:
      self.init(
        .hotJournal, "\(name) was left in the middle of a write by a program that was stopped",
        hint: "'benefits-cli verify --database \(path)' brings it back to the state before")
      return
    case readOnlyMoved:
      self.init(
        .busy, "\(name) was replaced by another file meanwhile",
        hint: "run the command again; nothing was changed")
      return
    default: break
    }
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(
        .busy, "\(name) is busy: another program is writing to it",
        hint: "try again in a moment; nothing was changed")
    case SQLITE_NOTADB:
      self.init(
        .notADatabase, "\(name) is not a benefits database: it is no SQLite file at all",
        hint: "name another file with --database, or make one with 'benefits-cli init'")
    case SQLITE_CORRUPT:
      self.init(
        .damaged, "\(name) is damaged (\(message))",
        hint: Self.restoreHint)
    case SQLITE_READONLY:
      self.init(
        .readOnly, "\(name) may not be written to",
        hint: "look at the permissions of the file and of its folder")
    case SQLITE_CANTOPEN:
      self.init(
        .readOnly, "\(name) cannot be opened, or its folder cannot be written to (\(message))",
        hint: "look at the permissions of the file and of its folder")
    case SQLITE_FULL:
      self.init(
        .full, "there is no room left for \(name)",
        hint: "make room on the disk and run the command again; nothing was changed")
    case SQLITE_IOERR, SQLITE_PERM, SQLITE_NOMEM, SQLITE_NOLFS:
      self.init(.io, "reading or writing \(name) failed (\(message))")
    case SQLITE_INTERRUPT, SQLITE_ABORT:
      self.init(.interrupted, "the work on \(name) was interrupted; nothing was changed")
    case SQLITE_CONSTRAINT:
      self.init(.refused, "\(name) refuses to record this (\(message))")
    default:
      self.init(.unexpected, "\(name): \(message) (SQLite code \(code))")
    }
  }
}

/// `SQLITE_READONLY_ROLLBACK`, a macro with arithmetic that Swift does not import.
private let readOnlyRollback = SQLITE_READONLY | (3 << 8)
/// `SQLITE_READONLY_RECOVERY`, likewise.
private let readOnlyRecovery = SQLITE_READONLY | (1 << 8)
/// `SQLITE_READONLY_DBMOVED`, likewise.
private let readOnlyMoved = SQLITE_READONLY | (4 << 8)
