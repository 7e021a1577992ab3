import CSQLite

/// A prepared statement; it cannot be copied, and finalises itself.
struct Statement: ~Copyable {
  let pointer: OpaquePointer
  let session: Session

  deinit { sqlite3_finalize(pointer) }

  private func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else { throw session.error(code) }
  }

  /// Binds a whole number, or NULL.
  func bind(_ value: Int?, at index: Int32) throws(StoreError) {
    if let value {
      try check(sqlite3_bind_int64(pointer, index, Int64(value)))
    } else {
      try check(sqlite3_bind_null(pointer, index))
    }
  }

  /// Binds a number, or NULL.
  func bind(_ value: Double?, at index: Int32) throws(StoreError) {
    if let value {
      try check(sqlite3_bind_double(pointer, index, value))
    } else {
      try check(sqlite3_bind_null(pointer, index))
    }
  }

  /// Binds a text, or NULL.
  func bind(_ value: String?, at index: Int32) throws(StoreError) {
    guard var value else { return try check(sqlite3_bind_null(pointer, index)) }
    let code = value.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { text in
        // The address of an empty text is nil, which would bind NULL.
        text.isEmpty
          ? benefits_sqlite3_bind_text(pointer, index, "", 0)
          : benefits_sqlite3_bind_text(pointer, index, text.baseAddress, Int32(text.count))
      }
    }
    try check(code)
  }

  /// Advances to the next row, and says whether there is one.
  ///
  /// A finished or failed statement is reset at once, since one that is not reset holds a lock.
  func step() throws(StoreError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(pointer)
      return false
    case let code:
      let error = session.error(code)
      sqlite3_reset(pointer)
      throw error
    }
  }

  /// Runs a statement that returns no rows.
  func run() throws(StoreError) { while try step() {} }

  /// Makes the statement ready to be run again.
  func reset() { sqlite3_reset(pointer) }

  /// Returns whether a column of the row is NULL.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  /// Returns a column of the row as a whole number, NULL as 0.
  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }

  /// Returns a column of the row as a whole number.
  func optionalInt(_ column: Int32) -> Int? { isNull(column) ? nil : int(column) }

  /// Returns a column of the row as a number.
  func optionalDouble(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(pointer, column)
  }

  /// Returns a column of the row as a number, NULL as NaN.
  func double(_ column: Int32) -> Double {
    isNull(column) ? .nan : sqlite3_column_double(pointer, column)
  }

  /// Returns a column of the row as a text.
  func optionalText(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(pointer, column) else { return nil }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// Returns a column of the row as a text, NULL as an empty one or another that stands for it.
  func text(_ column: Int32, or empty: String = "") -> String { optionalText(column) ?? empty }
}
