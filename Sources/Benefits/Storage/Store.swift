import BenefitsModel

/// A database of one programme: everything that was planned and recorded, and when it became known.
///
/// A row is never changed or deleted; the newest entry wins. Every question can be asked as of any entry
/// or moment. A store is used by one thread at a time and closes itself.
public struct Store: ~Copyable {
  /// What a database is opened for.
  public enum Access: Hashable, Sendable {
    /// To read only; the file is opened so that nothing can change it.
    case read
    /// To read and to record.
    case write
  }

  /// The connection, which the store owns.
  let connection: Connection
  /// What the database was opened for.
  public let access: Access
  /// What was done to bring the file to the current format; `nil` when it had it.
  public let migration: Migration?

  /// Opens a database; one of an earlier format is brought to the current one when it is opened for writing.
  ///
  /// - Parameters:
  ///   - path: The file; a name that begins with `file:` is a plain name like any other.
  ///   - access: What it is opened for.
  ///   - milliseconds: How long to wait for another program that is writing.
  /// - Returns: The open database.
  /// - Throws: `StoreError` when the file is missing, not ours, newer, altered, damaged or busy.
  public static func open(
    at path: String, for access: Access, timeout milliseconds: Int = 5000
  ) throws(StoreError) -> Store {
    try open(at: path, for: access, timeout: milliseconds, knowing: .released)
  }

  /// Opens a database of one of the formats of a history.
  package static func open(
    at path: String, for access: Access, timeout milliseconds: Int, knowing history: SchemaHistory
  ) throws(StoreError) -> Store {
    try Connection.checkLibrary()
    let file = try Connection.openChecked(
      at: path, for: access, timeout: milliseconds, knowing: history)
    var migration: Migration?
    if file.version < history.version {
      migration = try file.connection.session.migrate(
        by: history, at: try Connection.resolve(path))
    }
    return Store(connection: file.connection, access: access, migration: migration)
  }

  /// Makes a new database, with a first entry that says who made it.
  ///
  /// - Parameters:
  ///   - path: The file, which must not exist.
  ///   - origin: The name of this copy of the database, which all its entries carry.
  ///   - draft: Who makes it, when and with which command.
  /// - Returns: The new database, open for writing.
  /// - Throws: `StoreError` when the file exists or cannot be made; nothing is left behind then.
  public static func create(
    at path: String, origin: String, draft: EntryDraft
  ) throws(StoreError) -> Store {
    try Connection.checkLibrary()
    try EntryJournal.refuseFuture(draft)
    let place = try Connection.resolve(path)
    guard FileSystem.kind(of: place) == .nothing else { throw existing(path) }
    let file = try PartFile.make(for: path, at: place)
    try fill(file, origin: origin, draft: draft)
    do {
      try file.put()
    } catch  where error.reason == .alreadyExists {
      throw existing(path)
    }
    return try open(at: path, for: .write, timeout: 0)
  }

  private static func existing(_ path: String) -> StoreError {
    var error = PartFile.exists(path)
    error.hint = "choose another name with --database"
    return error
  }

  private init(
    connection: consuming Connection, access: Access, migration: Migration? = nil
  ) {
    self.connection = connection
    self.access = access
    self.migration = migration
  }

  /// The connection for the use of the parts that read and write.
  var session: Session { connection.session }

  /// Writes the schema and the first entry, and closes the file.
  private static func fill(
    _ file: borrowing PartFile, origin: String, draft: EntryDraft
  ) throws(StoreError) {
    let connection = try Connection.openEmpty(file)
    let session = connection.session
    do {
      try session.execute("BEGIN IMMEDIATE")
      try session.execute("PRAGMA application_id = 0x42454E46")
      let history = SchemaHistory.released
      try session.run("PRAGMA user_version = \(history.version)")
      for object in history.objects { try session.create(object) }
      var journal = EntryJournal(session: session, draft: draft, origin: origin, last: nil)
      _ = try journal.begin()
      _ = try journal.seal()
      try session.execute("COMMIT")
    } catch {
      session.rollBack()
      throw error
    }
  }
}
