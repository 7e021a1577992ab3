extension Store {
  /// Returns whether exactly one entry was recorded by a role.
  ///
  /// - Parameter role: Who recorded it.
  /// - Returns: Whether there is one and no second.
  /// - Throws: `StoreError` when the file cannot be read.
  public func hasOneEntry(by role: String) throws(StoreError) -> Bool {
    let statement = try session.prepare(
      "SELECT count(*) FROM (SELECT 1 FROM entry WHERE recorded_by = ?1 LIMIT 2)")
    try statement.bind(role, at: 1)
    return try statement.step() && statement.int(0) == 1
  }

  /// Returns whether exactly one entry records numbers that were typed or imported.
  ///
  /// Redacted commands do not count.
  ///
  /// - Parameter program: The program of the commands `record` and `import`.
  /// - Returns: Whether there is one and no second.
  /// - Throws: `StoreError` when the file cannot be read.
  public func hasOneEntryOfNumbers(from program: String) throws(StoreError) -> Bool {
    let statement = try session.prepare(
      """
      SELECT count(*) FROM (
        SELECT 1 FROM entry AS e JOIN text AS c ON c.hash = e.command_sha256
        WHERE instr(c.body, ?1 || ' record ') = 1 OR instr(c.body, ?1 || ' import ') = 1 LIMIT 2)
      """)
    try statement.bind(program, at: 1)
    return try statement.step() && statement.int(0) == 1
  }
}
