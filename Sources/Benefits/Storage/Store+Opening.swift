import BenefitsModel
import CSQLite

/// A file that was opened and found to be of a known format.
struct OpenFile: ~Copyable {
  let connection: Connection
  /// The format of the file.
  let version: Int
}

extension Connection {
  /// Opens a file and makes it safe to use, in the order of `docs/database.md`: nothing of the file's own
  /// schema runs before it was compared with ours.
  static func openChecked(
    at path: String, for access: Store.Access, timeout milliseconds: Int,
    knowing history: SchemaHistory
  ) throws(StoreError) -> OpenFile {
    let absolute = try resolve(path)
    switch FileSystem.kind(of: absolute) {
    case .file: break
    case .nothing:
      throw StoreError(
        .notFound, "there is no database '\(path)'",
        hint: "make one with 'benefits-cli init', or name another with --database")
    case .emptyFile:
      throw StoreError(
        .notADatabase, "'\(path)' is not a benefits database: it is empty",
        hint: "remove it and make a database with 'benefits-cli init'")
    case .folder:
      throw StoreError(
        .notADatabase, "'\(path)' is a folder, not a database",
        hint: "name the file in it with --database")
    case .unreadable:
      throw StoreError(.io, "'\(path)' may not be read", hint: "look at its permissions")
    }
    let flags = access == .write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    let connection = try open(absolute, named: path, flags: flags | SQLITE_OPEN_NOMUTEX)
    let session = connection.session
    try session.harden()
    try session.configure(for: access, timeout: milliseconds)
    let version = try session.read { () throws(StoreError) in
      let version = try session.checkIdentity(history, for: access)
      try session.checkSchema(ofVersion: version, in: history)
      return version
    }
    if access == .write, sqlite3_db_readonly(session.pointer, "main") != 0 {
      throw StoreError(
        .readOnly, "'\(path)' may not be written to", hint: "look at its permissions")
    }
    return OpenFile(connection: connection, version: version)
  }

  /// Opens the empty file that a new database is made in.
  static func openEmpty(_ file: borrowing PartFile) throws(StoreError) -> Connection {
    let connection = try open(
      file.path, named: file.name, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)
    let session = connection.session
    try session.harden()
    // Larger pages make an import into a large file faster; it can only be said before the first table.
    try session.execute("PRAGMA page_size = 8192")
    try session.configure(for: .write, timeout: 0)
    return connection
  }

  /// Returns a path from the root; refuses an empty name.
  static func resolve(_ path: String) throws(StoreError) -> String {
    // SQLite opens a temporary file for an empty name, and everything in it would be lost.
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw StoreError(
        .emptyPath, "the name of the database is empty",
        hint: "name a file with --database, or unset BENEFITS_DATABASE")
    }
    guard let absolute = FileSystem.absolutePath(path) else {
      throw StoreError(.io, "the current folder cannot be read")
    }
    return absolute
  }

  /// Checks the library of SQLite itself.
  static func checkLibrary() throws(StoreError) {
    guard sqlite3_libversion_number() >= 3_038_000, sqlite3_threadsafe() != 0 else {
      throw StoreError(
        .library,
        "SQLite \(String(cString: sqlite3_libversion())) is too old: 3.38 with threads is needed",
        hint: "install a newer libsqlite3")
    }
  }
}

extension Session {
  /// Switches off what a hostile file could use, and reads each switch back.
  fileprivate func harden() throws(StoreError) {
    let switches: [(option: Int32, on: Int32)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
      (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 1), (SQLITE_DBCONFIG_ENABLE_VIEW, 1),
      (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0),
    ]
    for (option, on) in switches {
      var stands: Int32 = -1
      let code = benefits_sqlite3_db_config_flag(pointer, option, on, &stands)
      guard code == SQLITE_OK, stands == on else {
        throw StoreError(
          .library, "this build of SQLite cannot be made safe (setting \(option))",
          hint: "install the libsqlite3 of your system")
      }
    }
    let limits: [(limit: Int32, value: Int32)] = [
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LENGTH, 10_000_000),
      (SQLITE_LIMIT_SQL_LENGTH, 1_000_000), (SQLITE_LIMIT_EXPR_DEPTH, 100),
      (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_COMPOUND_SELECT, 200),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in limits { sqlite3_limit(pointer, limit, value) }
  }

  /// Sets what is set anew on every connection.
  fileprivate func configure(
    for access: Store.Access, timeout milliseconds: Int
  ) throws(StoreError) {
    sqlite3_busy_timeout(pointer, Int32(clamping: max(0, milliseconds)))
    try execute("PRAGMA recursive_triggers = ON")
    try execute("PRAGMA cell_size_check = ON")
    try execute("PRAGMA mmap_size = 0")
    try execute("PRAGMA temp_store = MEMORY")
    switch access {
    // EXTRA also syncs the folder after the journal is removed, so that it cannot come back.
    case .write:
      try execute("PRAGMA synchronous = EXTRA")
      // Darwin's disks keep what was synced in their memory unless told otherwise; elsewhere this does nothing.
      try execute("PRAGMA fullfsync = ON")
      // What a redaction blanks is overwritten in the file, too.
      try execute("PRAGMA secure_delete = ON")
    case .read: try execute("PRAGMA query_only = ON")
    }
  }

  /// Checks that the file is ours and not newer than this program.
  fileprivate func checkIdentity(
    _ history: SchemaHistory, for access: Store.Access
  ) throws(StoreError) -> Int {
    let application = try number("PRAGMA application_id")
    guard application == Schema.applicationID else {
      let id = application == 0 ? "" : " (application id \(application))"
      throw StoreError(
        .otherApplication, "'\(path)' is a SQLite file of another program\(id)",
        hint: "name another file with --database, or make one with 'benefits-cli init'")
    }
    let version = try number("PRAGMA user_version")
    let current = history.version
    guard version <= current else {
      throw StoreError(
        .newerVersion,
        "'\(path)' was made by a newer version: its format is \(version), this program knows "
          + "formats up to \(current)",
        hint: "install the newer version; this one has changed nothing in the file")
    }
    guard version >= 1 else {
      throw StoreError(
        .damaged, "'\(path)' is damaged: its format is \(version), which never was",
        hint: StoreError.restoreHint)
    }
    guard version == current || access == .write else {
      throw StoreError(
        .olderVersion,
        "'\(path)' was made by an earlier version: its format is \(version), this program reads "
          + "format \(current)",
        hint:
          "'benefits-cli verify --database \(path)' brings it to format \(current) and keeps the file "
          + "as it is beside it")
    }
    return version
  }

  /// Returns the number that a statement without parameters answers with.
  func number(_ sql: StaticString) throws(StoreError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.int(0) : 0
  }
}
