import CSQLite

/// An open connection to a SQLite file; it cannot be copied, and closes itself.
struct Connection: ~Copyable {
  /// The connection for the use of others, as long as this owner lives.
  let session: Session

  /// Opens a file without setting anything up.
  ///
  /// - Parameters:
  ///   - path: The absolute path: an absolute path is never taken for a URI.
  ///   - name: The path as the user wrote it, for messages.
  ///   - flags: The flags of `sqlite3_open_v2`.
  /// - Returns: The open connection.
  /// - Throws: `StoreError` when the file cannot be opened.
  static func open(
    _ path: String, named name: String, flags: Int32
  ) throws(StoreError) -> Connection {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(path, &pointer, flags | SQLITE_OPEN_EXRESCODE, nil)
    guard let pointer else {
      throw StoreError(code: SQLITE_NOMEM, message: "out of memory", path: name)
    }
    // SQLite hands out a connection even when opening fails; owning it first closes it in any case.
    let connection = Connection(session: Session(pointer: pointer, path: name))
    guard code == SQLITE_OK else { throw connection.session.error(code) }
    return connection
  }

  private init(session: Session) { self.session = session }

  // Statements that are still alive keep the connection until they are finalised.
  deinit { sqlite3_close_v2(session.pointer) }
}

/// A connection that somebody else owns.
///
/// It is handed down during one call of a `Store` and never kept beyond it.
struct Session {
  let pointer: OpaquePointer
  /// The path as the user wrote it, for messages.
  let path: String

  /// Returns the error for a result code, with what SQLite says about it.
  func error(_ code: Int32) -> StoreError {
    StoreError(code: code, message: String(cString: sqlite3_errmsg(pointer)), path: path)
  }

  /// Prepares a statement.
  ///
  /// - Parameters:
  ///   - sql: The text of one statement; being static, it can hold no value.
  ///   - isReused: Whether the statement will be run many times.
  /// - Returns: The statement.
  /// - Throws: `StoreError` when the text is wrong or the file cannot be read.
  func prepare(
    _ sql: StaticString, isReused: Bool = false
  ) throws(StoreError) -> Statement {
    var statement: OpaquePointer?
    let code = sql.withUTF8Buffer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        sqlite3_prepare_v3(
          pointer, text.baseAddress, Int32(text.count),
          isReused ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &statement, nil)
      }
    }
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return Statement(pointer: statement, session: self)
  }

  /// Prepares the statement that writes so many measurements of one entry without notes.
  ///
  /// The entry is the first parameter. Each row has a series, a period and a number, and, where it is not plain,
  /// a denominator and flags.
  func prepareInsertion(ofRows count: Int, isPlain: Bool) throws(StoreError) -> Statement {
    var sql =
      "INSERT INTO measurement_row (series_id, period, entry_id, number, denominator, flags, "
      + "note_sha256) VALUES "
    for row in 0..<count {
      let first = 2 + (isPlain ? 3 : 5) * row
      let rest = isPlain ? "NULL,0" : "?\(first + 3),?\(first + 4)"
      sql += (row == 0 ? "" : ",") + "(?\(first),?\(first + 1),?1,?\(first + 2),\(rest),NULL)"
    }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      pointer, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return Statement(pointer: statement, session: self)
  }

  /// Runs one statement that has no parameters, and drops its rows.
  func execute(_ sql: StaticString) throws(StoreError) {
    let statement = try prepare(sql)
    while try statement.step() {}
  }

  /// Runs the statement that makes one part of the schema.
  func create(_ object: SchemaObject) throws(StoreError) { try run(object.sql) }

  /// Runs a statement about the schema, whose text holds no value of a user.
  func run(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(pointer, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The key of the row that was inserted last.
  var lastRowID: Int { Int(sqlite3_last_insert_rowid(pointer)) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(pointer) == 0 }

  /// Rolls back where SQLite has not done so itself after an error.
  func rollBack() {
    guard isInTransaction else { return }
    // The first error is the one to report; a failed rollback leaves the journal to the next writer.
    try? execute("ROLLBACK")
  }

  /// Runs reads in one transaction, so that they see one state of the file.
  func read<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if isInTransaction { return try body() }
    try execute("BEGIN")
    do throws(StoreError) {
      let result = try body()
      // One that could not be ended would keep the next from beginning.
      try execute("ROLLBACK")
      return result
    } catch {
      rollBack()
      throw error
    }
  }
}
