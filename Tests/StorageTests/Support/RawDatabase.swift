import CSQLite

/// A connection without any of our settings, as another program would open the file.
struct RawDatabase: ~Copyable {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let pointer: OpaquePointer

  init(_ path: String) throws {
    var pointer: OpaquePointer?
    let code = sqlite3_open_v2(path, &pointer, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
    guard code == SQLITE_OK, let pointer else { throw Failure(description: "cannot open \(path)") }
    self.pointer = pointer
  }

  deinit { sqlite3_close_v2(pointer) }

  /// Runs statements.
  func run(_ sql: String) throws {
    guard sqlite3_exec(pointer, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Returns the rows of a query as texts.
  func rows(_ sql: String) throws -> [[String?]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(pointer, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    var rows = [[String?]]()
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) }
          })
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  /// Returns the message of the statements' failure, or `nil` when they succeed.
  func refusal(of sql: String) -> String? {
    do {
      try run(sql)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Returns the steps of a query's plan.
  func plan(of sql: String) throws -> [String] {
    try rows("EXPLAIN QUERY PLAN " + sql).compactMap { $0.last ?? nil }
  }

  private var failure: Failure { Failure(description: String(cString: sqlite3_errmsg(pointer))) }
}
