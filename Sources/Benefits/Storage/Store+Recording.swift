import BenefitsModel

extension Store {
  /// Records something: one transaction, one entry, all or nothing.
  ///
  /// The entry is written only when the body writes a row. When this returns, the entry is on disk. When it
  /// throws, or in a dry run, the file holds what it held before.
  ///
  /// - Parameters:
  ///   - draft: Who records, when and why. The moment is moved on to that of the last entry when the clock
  ///     went back; a stated one is refused then.
  ///   - dryRun: Whether to do everything and then take it back.
  ///   - extent: How much of the plan the body needs.
  ///   - body: Writes the rows.
  /// - Returns: The entry, and what the body returned.
  /// - Throws: What the body throws, or `StoreError`.
  public mutating func record<Result>(
    _ draft: EntryDraft, dryRun: Bool = false, reading extent: PlanExtent = .whole,
    _ body: (inout EntryWriter) throws -> Result
  ) throws -> Recorded<Result> {
    let session = session
    guard access == .write else {
      throw StoreError(.readOnly, "'\(session.path)' was opened for reading")
    }
    // IMMEDIATE takes the right to write at once: a transaction that reads first could lose it.
    try session.execute("BEGIN IMMEDIATE")
    do {
      var writer = try EntryWriter.open(session, draft: draft, reading: extent)
      let result = try body(&writer)
      let entry = try writer.seal()
      if dryRun || entry == nil { session.rollBack() } else { try session.execute("COMMIT") }
      return Recorded(entry: entry, result: result)
    } catch {
      session.rollBack()
      throw error
    }
  }
}
