public import BenefitsModel

/// An entry that wrote something of the plan.
public struct PlanEntry: Hashable, Sendable {
  /// The number of the entry.
  public var id: EntryID
  /// Whether it applied a plan file; otherwise a command changed one thing, or undid an entry.
  public var isFromFile: Bool
}

extension Store {
  /// Returns the entries that wrote something of the plan, the first one first.
  ///
  /// What they were is told by the rows and the file that they refer to, never by the text of a command, which
  /// may have been redacted.
  ///
  /// - Parameter knownAt: The state of knowledge to answer from.
  /// - Returns: The entries up to then.
  /// - Throws: `StoreError` when the file cannot be read.
  /// - Complexity: O(*n*), where *n* is the number of definitions and promises ever recorded.
  public func planEntries(knownAt: KnownAt = .latest) throws(StoreError) -> [PlanEntry] {
    let session = session
    return try session.read { () throws(StoreError) in
      let statement = try session.prepare(
        """
        SELECT e.id, e.file_sha256 IS NOT NULL FROM entry AS e JOIN (
          SELECT entry_id FROM definition_row UNION SELECT entry_id FROM baseline_row
          UNION SELECT entry_id FROM target_row) AS written ON written.entry_id = e.id
        WHERE e.id <= ?1 ORDER BY e.id
        """)
      try statement.bind(try session.ceiling(knownAt).entry, at: 1)
      var entries = [PlanEntry]()
      while try statement.step() {
        entries.append(PlanEntry(id: statement.int(0), isFromFile: statement.int(1) == 1))
      }
      return entries
    }
  }
}
