public import BenefitsModel

extension EntryWriter {
  /// Undoes an entry: everything that it wrote gets back what stood there before, in an entry of its own.
  ///
  /// What the entry was the first to write is withdrawn or retired. The undoing can be undone like any entry.
  ///
  /// - Parameter entry: The entry.
  /// - Returns: How many rows came back and were taken back.
  /// - Throws: `StoreError`, with the reason `standsOnTop` and the later entries when these changed the same
  ///   things since or need them; `refused` when the entry wrote nothing that can be undone.
  /// - Complexity: O(*n*), where *n* is the number of measurements ever recorded.
  public mutating func undo(_ entry: EntryID) throws(StoreError) -> RowCounts {
    let last = journal.last?.id ?? 0
    guard (1...max(1, last)).contains(entry) else {
      throw StoreError(
        .noSuchEntry, "there is no entry \(entry): the last one is entry \(last)",
        hint: "'benefits-cli log' lists the entries")
    }
    let rows = try session.rows(writtenBy: entry)
    guard !rows.isEmpty else {
      throw StoreError(.refused, "entry \(entry) wrote nothing that could be undone")
    }
    guard rows.redactions.isEmpty else {
      throw StoreError(
        .refused, "entry \(entry) removed texts, which are gone", hint: "record them anew")
    }
    try refuse(rows.standingOnTop, over: entry)
    try completePlan()
    let before = plan
    let counts = try restore(rows)
    journal.rows = journal.rows + counts
    plan = try session.plan(upTo: .max)
    learnKinds()
    let dependence = UndoDependence(
      session: session, before: before, after: plan, entry: entry, last: last)
    try refuse(try dependence.entries(), over: entry)
    if let plan {
      try CommitmentWriting(session: session, plan: plan, upTo: .max).checkPeriods(of: before)
    }
    return counts
  }

  private func refuse(_ entries: Set<EntryID>, over entry: EntryID) throws(StoreError) {
    guard let newest = entries.max() else { return }
    let sorted = entries.sorted()
    let names = sorted.map(String.init).joined(separator: ", ")
    var error = StoreError(
      .standsOnTop,
      sorted.count == 1
        ? "entry \(entry) cannot be undone: entry \(names) stands on top of it"
        : "entry \(entry) cannot be undone: entries \(names) stand on top of it",
      hint: "undo entry \(newest) first, or record the right values")
    error.entries = sorted
    throw error
  }

  private mutating func restore(_ rows: WrittenRows) throws(StoreError) -> RowCounts {
    var counts = RowCounts()
    for row in rows.definitions {
      guard var restored = row.before ?? row.after else { continue }
      if row.before == nil { restored.body = nil }
      guard restored != row.current else { continue }
      try journal.insert(restored)
      counts.count(row.current?.body == nil ? .added : .revised)
    }
    for row in rows.baselines where row.before != row.current {
      try journal.insert(row.before, ordinal: row.key.ordinal, of: row.key.series)
      counts.count(row.current == nil ? .added : .revised)
    }
    for row in rows.targets where row.before != row.current {
      try journal.insert(row.before, ordinal: row.key.ordinal, of: row.key.series)
      counts.count(row.current == nil ? .added : .revised)
    }
    for row in rows.measurements {
      let restored = row.before ?? .withdrawn
      guard restored != row.current else { continue }
      try journal.insert(restored, period: row.key.period, of: row.key.series, with: insert)
      counts.count(row.current?.flags.isWithdrawn == true ? .added : .revised)
    }
    return counts
  }
}

extension WrittenRows {
  /// The later entries that left something else where the entry wrote.
  ///
  /// Where a later entry was itself undone, what the entry wrote stands there again.
  var standingOnTop: Set<EntryID> {
    var entries = Set<EntryID>()
    for row in definitions where row.current != row.after { entries.formUnion(row.later) }
    for row in baselines where row.current != row.after { entries.formUnion(row.later) }
    for row in targets where row.current != row.after { entries.formUnion(row.later) }
    for row in measurements where row.current != row.after { entries.formUnion(row.later) }
    return entries
  }
}
