extension Store {
  /// Looks for damage: pages that cannot be, rows that break a rule, references that lead nowhere.
  ///
  /// Opening for writing has already brought a killed writer's work back to the state before it, and has
  /// compared the schema. A changed number that breaks no rule is found by `verify(expecting:)` only.
  ///
  /// - Returns: What was found, one line each; nothing when all is well.
  /// - Throws: `StoreError` when the file cannot be read at all.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func problems() throws(StoreError) -> [String] {
    let session = session
    return try session.read { () throws(StoreError) in try session.structuralProblems() }
  }
}

extension Session {
  /// Asks SQLite what it finds wrong with the file.
  func structuralProblems() throws(StoreError) -> [String] {
    var problems = try pageProblems()
    let open = try number("SELECT count(*) FROM entry WHERE rows_added IS NULL")
    if open > 0 { problems.append("\(open) entries were never sealed") }
    return problems
  }

  /// Asks SQLite what it finds wrong with pages, rows and references, whatever the schema.
  func pageProblems() throws(StoreError) -> [String] {
    var problems = [String]()
    // quick_check leaves out whether an index agrees with its table; that of `series` is the only one.
    for sql: StaticString in ["PRAGMA quick_check", "PRAGMA integrity_check(series)"] {
      let pages = try prepare(sql)
      while try pages.step() {
        let problem = pages.text(0)
        if problem != "ok", !problems.contains(problem) { problems.append(problem) }
      }
    }
    let references = try prepare("PRAGMA foreign_key_check")
    while try references.step() {
      problems.append("a row of \(references.text(0)) refers to a missing \(references.text(2))")
    }
    return problems
  }
}
