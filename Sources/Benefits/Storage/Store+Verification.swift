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
        var ledger = LedgerVerification(session: session)
        try ledger.run(expecting: hash, into: &verification)
      } catch  where error.reason == .damaged {
        // What cannot be read was found to be damaged, or is now.
        if verification.isWhole { verification.add(nil, error.description) }
      }
      return verification
    }
  }
}
