extension Store {
  /// Looks for damage: pages that cannot be, rows that break a rule, references that lead nowhere.
  ///
  /// Opening for writing has already brought a killed writer's work back to the state before it, and has
  /// compared the schema. A changed number that breaks no rule is not found here.
  ///
  /// - Returns: What was found, one line each; nothing when all is well.
  /// - Throws: `StoreError` when the file cannot be read at all.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func problems() throws(StoreError) -> [String] {
    let session = session
    return try session.read { () throws(StoreError) in
      var problems = [String]()
      let pages = try session.prepare("PRAGMA quick_check")
      while try pages.step() {
        if pages.text(0) != "ok" { problems.append(pages.text(0)) }
      }
      let references = try session.prepare("PRAGMA foreign_key_check")
      while try references.step() {
        problems.append("a row of \(references.text(0)) refers to a missing \(references.text(2))")
      }
      let open = try session.number("SELECT count(*) FROM entry WHERE rows_added IS NULL")
      if open > 0 { problems.append("\(open) entries were never sealed") }
      return problems
    }
  }
}
