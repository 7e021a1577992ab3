import BenefitsModel
import CSQLite

extension Store {
  /// Copies the database into a new file, verifies the copy, and puts it in place.
  ///
  /// The copy is of one moment, however long others write meanwhile; they wait while the pages are copied. When
  /// this returns, the copy is on disk. When it throws, there is no new file.
  ///
  /// - Parameters:
  ///   - path: The new file, which must not exist.
  ///   - isInterrupted: Whether the user has asked to stop.
  /// - Returns: What verifying the copy found: the number of entries and the hash of the last.
  /// - Throws: `StoreError`, with the reason `alreadyExists` or `cannotCreate` for the new file, and `damaged`
  ///   when the copy is not what the ledger says.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func backUp(
    to path: String, isInterrupted: () -> Bool = { false }
  ) throws(StoreError) -> Verification {
    let place = try Connection.resolve(path)
    guard FileSystem.kind(of: place) == .nothing else { throw PartFile.exists(path) }
    let copy = try StoreCopy.make(
      of: self, for: path, at: place, permissions: permissions, isInterrupted: isInterrupted)
    try copy.file.put()
    return copy.verification
  }

  /// The permissions of the file, which a copy of it has too: it may say what not everybody is to read.
  var permissions: UInt16 {
    sqlite3_db_filename(session.pointer, "main").flatMap {
      FileSystem.permissions(of: String(cString: $0))
    } ?? 0o600
  }
}

/// A verified copy of a database that waits beside the place where it is to stand.
struct StoreCopy: ~Copyable {
  let file: PartFile
  let verification: Verification

  /// Copies a database as it is at one moment, verifies the copy, and writes it to the disk.
  static func make(
    of store: borrowing Store, for name: String, at place: String, permissions: UInt16,
    isInterrupted: () -> Bool
  ) throws(StoreError) -> StoreCopy {
    let file = try PartFile.make(for: name, at: place, permissions: permissions)
    let session = store.session
    let head = try session.read { () throws(StoreError) in
      let head = try session.ceiling(.latest)
      try session.copyPages(to: file, isInterrupted: isInterrupted)
      return head
    }
    let verification = try verify(file)
    guard verification.isWhole, verification.headHash == head.hash else {
      throw StoreError(
        .damaged, "the copy of '\(session.path)' is not as it was written, and was not kept",
        hint: "'benefits-cli verify --database \(session.path)' says whether the file itself is")
    }
    if isInterrupted() { throw StoreError(interruptedCopyOf: session.path) }
    try file.sync()
    return StoreCopy(file: file, verification: verification)
  }

  private static func verify(_ file: borrowing PartFile) throws(StoreError) -> Verification {
    do {
      return try Store.open(at: file.path, for: .read, timeout: 0).verify()
    } catch {
      throw StoreError(
        error.reason, "the copy for '\(file.name)' cannot be verified: \(error.description)",
        hint: "look at the disk that it was written to; the database itself was not changed")
    }
  }
}

extension StoreError {
  fileprivate init(interruptedCopyOf path: String) {
    self.init(.interrupted, "interrupted; '\(path)' was not copied")
  }
}

extension Session {
  /// Copies all pages into an empty file, as they are in the transaction that is open.
  func copyPages(
    to file: borrowing PartFile, isInterrupted: () -> Bool
  ) throws(StoreError) {
    let copy = try Connection.open(
      file.path, named: file.name, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)
    let target = copy.session
    // Nobody knows the file yet, and it is synced once, as a whole, before anybody does.
    try target.execute("PRAGMA journal_mode = OFF")
    try target.execute("PRAGMA synchronous = OFF")
    guard let backup = sqlite3_backup_init(target.pointer, "main", pointer, "main") else {
      throw target.error(sqlite3_extended_errcode(target.pointer))
    }
    var code = SQLITE_OK
    while code == SQLITE_OK, !isInterrupted() { code = sqlite3_backup_step(backup, 2048) }
    sqlite3_backup_finish(backup)
    switch code {
    case SQLITE_DONE: break
    case SQLITE_OK: throw StoreError(interruptedCopyOf: path)
    default: throw copyError(code, target)
    }
    // A copy stays one file, even of a database that somebody set to write-ahead logging.
    try target.execute("PRAGMA journal_mode = DELETE")
  }

  /// The error of the file that a failed copy failed at.
  private func copyError(_ code: Int32, _ target: Session) -> StoreError {
    let isOfSource =
      [SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CORRUPT, SQLITE_NOTADB]
      .contains(code & 0xff) || code == SQLITE_IOERR | (1 << 8)
    return StoreError(
      code: code, message: String(cString: sqlite3_errstr(code)),
      path: isOfSource ? path : target.path)
  }
}
