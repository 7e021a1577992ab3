import CSQLite

/// What bringing a file to the current format did.
public struct Migration: Hashable, Sendable {
  /// The number of the format before.
  public var from: Int
  /// The number of the format now.
  public var to: Int
  /// The name under which the file as it was is kept.
  public var kept: String
}

extension Session {
  /// Brings a file of an earlier format to the current one: a copy first, then one transaction.
  ///
  /// Whatever fails, the file stays as it was. The hashes of the whole ledger are computed anew before the
  /// transaction ends, so that no row is lost or changed on the way.
  ///
  /// - Parameters:
  ///   - history: The formats.
  ///   - place: The file, from the root.
  /// - Returns: `nil` when another program was faster.
  /// - Throws: `StoreError` when the file cannot be brought to the current format.
  func migrate(
    by history: SchemaHistory, at place: String
  ) throws(StoreError) -> Migration? {
    // Both can only be said outside a transaction; renaming a table leaves what refers to it alone.
    try execute("PRAGMA foreign_keys = OFF")
    try execute("PRAGMA legacy_alter_table = ON")
    try execute("BEGIN IMMEDIATE")
    defer { rollBack() }
    let migration = try step(by: history, at: place)
    // Nothing is open any more, unless another program was faster.
    rollBack()
    try execute("PRAGMA legacy_alter_table = OFF")
    try execute("PRAGMA foreign_keys = ON")
    return migration
  }

  /// Copies the file and changes it, in the transaction that is open, which it commits.
  private func step(
    by history: SchemaHistory, at place: String
  ) throws(StoreError) -> Migration? {
    let version = try number("PRAGMA user_version")
    guard version < history.version else { return nil }
    try checkSchema(ofVersion: version, in: history)
    let suffix = FileSystem.freeSuffix(".before-format-\(history.version)", for: place)
    try keepCopy(at: place + suffix, named: path + suffix, of: place)
    do throws(StoreError) {
      try alter(from: version, by: history)
      try execute("COMMIT")
    } catch {
      FileSystem.remove(place + suffix)
      throw error
    }
    return Migration(from: version, to: history.version, kept: path + suffix)
  }

  /// Copies the file as it is, which the transaction that is open has not changed yet.
  private func keepCopy(
    at kept: String, named name: String, of place: String
  ) throws(StoreError) {
    let file = try PartFile.make(
      for: name, at: kept, permissions: FileSystem.permissions(of: place) ?? 0o600)
    // A connection that is writing cannot be copied from.
    let source = try Connection.open(
      place, named: path, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX)
    try source.session.copyPages(to: file) { false }
    let copy = try Connection.open(
      file.path, named: name, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX)
    if let problem = try copy.session.pageProblems().first {
      throw StoreError(
        .damaged, "'\(path)' is damaged (\(problem))", hint: StoreError.restoreHint)
    }
    _ = consume copy
    try file.sync()
    try file.put()
  }

  private func alter(from version: Int, by history: SchemaHistory) throws(StoreError) {
    for object in try schema() where object.type == "trigger" || object.type == "view" {
      try run("DROP \(object.type) \(object.name)")
    }
    for earlier in history.earlier[(version - 1)...] {
      for statement in earlier.statements { try run(statement) }
    }
    for object in history.objects where object.type != "table" { try create(object) }
    try run("PRAGMA user_version = \(history.version)")
    try checkSchema(ofVersion: history.version, in: history)
    var verification = Verification()
    for problem in try pageProblems() { verification.add(nil, problem) }
    try LedgerVerification.run(self, into: &verification)
    guard verification.isWhole else {
      throw StoreError(
        .damaged,
        "'\(path)' cannot be brought from format \(version) to \(history.version), since it is not "
          + "as it was written: \(verification.findings[0].description)",
        hint: StoreError.restoreHint)
    }
  }
}
