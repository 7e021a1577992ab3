public import BenefitsModel

extension Store {
  /// Returns what an entry wrote, with what stood there before.
  ///
  /// - Parameter entry: The entry.
  /// - Returns: Definitions in the order of a plan file, then baselines, targets and measurements by series and
  ///   period, then removed texts.
  /// - Throws: `StoreError`, with the reason `noSuchEntry` when there is no such entry.
  /// - Complexity: O(*n*), where *n* is the number of measurements ever recorded.
  public func changes(in entry: EntryID) throws(StoreError) -> [RowChange] {
    let session = session
    return try session.read { () throws(StoreError) in
      _ = try session.ceiling(.entry(entry))
      return try session.changes(in: entry)
    }
  }
}

extension EntryWriter {
  /// Returns what was written so far, with what stood there before.
  ///
  /// - Returns: The changes in the order of `Store.changes(in:)`.
  /// - Throws: `StoreError` when the file cannot be read.
  public func changes() throws(StoreError) -> [RowChange] {
    guard let entry = journal.id else { return [] }
    return try session.changes(in: entry)
  }
}

extension Session {
  func changes(in entry: EntryID) throws(StoreError) -> [RowChange] {
    let rows = try rows(writtenBy: entry)
    let yearStart = try calendar(upTo: entry).yearStarts
    let reader = ChangeReader(yearStart: yearStart, texts: try texts(rows.textHashes))
    var changes = [RowChange]()
    do {
      for noun in DefinitionNoun.allCases {
        for row in rows.definitions.filter({ $0.key.noun == noun })
          .sorted(by: { ($0.place, $0.key.folded) < ($1.place, $1.key.folded) })
        {
          changes.append(try reader.change(row))
        }
      }
    } catch {
      throw StoreError(.damaged, "'\(path)' is damaged: a definition cannot be read (\(error))")
    }
    let baselines = rows.baselines.map { ($0.key.series.series, -1, reader.change($0)) }
    let targets = rows.targets.map { ($0.key.series.series, $0.key.ordinal, reader.change($0)) }
    let measurements = rows.measurements.map {
      ($0.key.series.series, $0.key.period, reader.change($0))
    }
    for numbers in [baselines + targets, measurements] {
      changes += numbers.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
    return changes + rows.redactions.map { RowChange(subject: .text($0)) }
  }
}

extension WrittenRows.Row<DefinitionRow.Key, DefinitionRow> {
  fileprivate var place: Int { (after ?? before)?.ordinal ?? 0 }
}

extension WrittenRows {
  /// The hashes of all texts that the rows refer to.
  fileprivate var textHashes: Set<String> {
    var hashes = [String?]()
    for row in baselines { hashes += [row.before?.sourceHash, row.after?.sourceHash] }
    for row in targets { hashes += [row.before?.decisionHash, row.after?.decisionHash] }
    for row in measurements { hashes += [row.before?.noteHash, row.after?.noteHash] }
    for row in definitions {
      for body in [row.before?.body, row.after?.body] {
        hashes += body.map { DefinitionReader.hashes(in: $0) } ?? []
      }
    }
    return Set(hashes.compactMap { $0 })
  }
}
