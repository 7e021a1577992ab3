extension Store {
  /// Compares everything in the file with the hashes of the ledger, and looks for damage.
  ///
  /// This reveals what was changed behind the ledger's back. It cannot reveal that somebody wrote the whole
  /// ledger anew, from some entry to the last: a hash that was noted elsewhere does that.
  ///
  /// - Parameter hash: A hash that was printed before, or its first digits, to see that it is still there.
  /// - Returns: What was found.
  /// - Throws: `StoreError` when the file cannot be read at all.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func verify(expecting hash: String? = nil) throws(StoreError) -> Verification {
    let session = session
    return try session.read { () throws(StoreError) in
      var verification = Verification()
      for problem in try session.structuralProblems() { verification.add(nil, problem) }
      do throws(StoreError) {
        try LedgerVerification.run(session, expecting: hash, into: &verification)
      } catch  where error.reason == .damaged {
        // What cannot be read was found to be damaged, or is now.
        if verification.isWhole { verification.add(nil, error.description) }
      }
      return verification
    }
  }
}

extension Store {
  /// Refuses a database whose rows are not what the entries recorded.
  ///
  /// `snapshot(knownAt:)` does the same for what it reads.
  ///
  /// - Throws: `StoreError` with the reason `damaged` and the first thing that differs.
  /// - Complexity: O(*n*), where *n* is the size of the file.
  public func checkLedger() throws(StoreError) {
    let session = session
    try session.read { () throws(StoreError) in
      var verification = Verification()
      try LedgerVerification.run(session, into: &verification)
      if let error = session.error(of: verification) { throw error }
    }
  }
}

extension Session {
  /// The error for a file that a verification found not to be as it was written; `nil` for a whole one.
  func error(of verification: Verification) -> StoreError? {
    guard let first = verification.findings.first else { return nil }
    let entry = first.entry.map { "entry \($0): " } ?? ""
    let others = verification.findings.count - 1
    return StoreError(
      .damaged,
      "'\(path)' is not as it was written: \(entry)\(first.description)"
        + (others > 0 ? " (and \(others) more)" : ""),
      hint: "'benefits-cli verify' names everything that differs; \(StoreError.restoreHint)")
  }
}
