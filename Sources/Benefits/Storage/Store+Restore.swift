import CSQLite
/// What restoring a backup did, or would do.
public struct Restoration: Hashable, Sendable {
  /// What verifying the copy found.
  public var verification: Verification
  /// How the backup relates to the database that stood there; `nil` when none did, or it cannot be read.
  public var comparison: LedgerComparison?
  /// The name under which what stood there is kept; `nil` when nothing stood there.
  public var kept: String?
}

extension Store {
  /// Puts a verified copy of a backup where a database is to stand.
  ///
  /// The backup is verified first, and so is the copy. At any moment, the place holds what it held before or the
  /// whole backup. Others who have the old database open cannot write to it any more.
  ///
  /// - Parameters:
  ///   - backup: The file to restore.
  ///   - path: Where the database is to stand.
  ///   - replaces: Whether what stands there is moved aside; it is kept under another name.
  ///   - dryRun: Whether to do everything but put the copy in place.
  ///   - milliseconds: How long to wait for another program that is writing.
  ///   - isInterrupted: Whether the user has asked to stop.
  /// - Returns: What was restored, and what stood there before.
  /// - Throws: `StoreError`, with the reason `alreadyExists` when a database stands there and is not to be
  ///   replaced; nothing was changed then.
  /// - Complexity: O(*n*), where *n* is the size of both files.
  public static func restore(
    _ backup: String, to path: String, replaces: Bool, dryRun: Bool = false,
    timeout milliseconds: Int = 5000, isInterrupted: () -> Bool = { false }
  ) throws(StoreError) -> Restoration {
    let place = try Connection.resolve(path)
    guard !FileSystem.isSame(try Connection.resolve(backup), place) else {
      throw StoreError(
        .alreadyExists, "'\(backup)' is the database itself; it was not touched",
        hint: "name the backup, and the database with --database")
    }
    let source = try open(at: backup, for: .read, timeout: milliseconds)
    let isFree = FileSystem.kind(of: place) == .nothing
    let comparison = isFree ? nil : source.comparison(with: path, timeout: milliseconds)
    guard isFree || replaces else { throw existing(path, comparison) }
    guard FileSystem.kind(of: place) != .folder else {
      throw StoreError(.alreadyExists, "'\(path)' is a folder", hint: "name the file in it")
    }
    let copy = try StoreCopy.make(
      of: source, for: path, at: place,
      permissions: isFree ? source.permissions : FileSystem.permissions(of: place) ?? 0o600,
      isInterrupted: isInterrupted)
    var restoration = Restoration(verification: copy.verification, comparison: comparison)
    if isFree {
      if !dryRun { try copy.file.put() }
      return restoration
    }
    let suffix = FileSystem.freeSuffix(".before-restore", for: place)
    restoration.kept = path + suffix
    if !dryRun {
      try replace(
        place, named: path, with: copy.file, keeping: place + suffix, timeout: milliseconds)
    }
    return restoration
  }

  private func comparison(
    with path: String, timeout milliseconds: Int
  ) -> LedgerComparison? {
    // What stands there may be what has to be restored; then nothing can be said of it.
    guard let other = try? Store.open(at: path, for: .read, timeout: milliseconds),
      let theirs = try? other.session.hashes(), let ours = try? session.hashes()
    else { return nil }
    return LedgerComparison(backup: ours, database: theirs)
  }

  private static func existing(_ path: String, _ comparison: LedgerComparison?) -> StoreError {
    var error = PartFile.exists(path)
    if let comparison {
      error.description = "'\(path)' exists already and \(comparison); it was not touched"
    }
    error.hint =
      "--replace puts the backup there and keeps what stands there beside it; --database names "
      + "another place"
    return error
  }

  /// Moves a database aside and a copy into its place, while nobody else can write to it.
  private static func replace(
    _ place: String, named name: String, with file: borrowing PartFile, keeping kept: String,
    timeout milliseconds: Int
  ) throws(StoreError) {
    let old = try Connection.open(
      place, named: name, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)
    sqlite3_busy_timeout(old.session.pointer, Int32(clamping: max(0, milliseconds)))
    do {
      // Takes a killed writer's work back, so that no journal is left for the new file to meet.
      try old.session.execute("PRAGMA journal_mode = DELETE")
      try old.session.execute("BEGIN EXCLUSIVE")
    } catch  where error.reason == .notADatabase || error.reason == .damaged {
      // Nobody can use such a file, so nobody need be kept from it; what lies beside it goes with it.
      for ending in ["-journal", "-wal", "-shm"]
      where FileSystem.kind(of: place + ending) != .nothing {
        _ = FileSystem.rename(place + ending, kept + ending)
      }
    }
    try file.replace(keeping: kept)
  }
}
