import BenefitsModel

/// The last entry that an answer takes into account.
struct Ceiling: Hashable {
  /// Its number; 0 when nothing had been entered.
  var entry: EntryID
  /// When it was recorded.
  var recordedAt: Instant
  /// Its hash, where the ledger holds one.
  var hash: String?
}

extension Session {
  /// Finds the last entry that a state of knowledge takes in.
  ///
  /// A day takes in what was recorded before the next one, a moment what was recorded at it or before.
  func ceiling(_ knownAt: KnownAt) throws(StoreError) -> Ceiling {
    let (entry, before): (Int, String) =
      switch knownAt {
      case .latest: (.max, "9")
      case .entry(let id): (id, "9")
      case .day(let day): (.max, Instant(startOf: day.advanced(by: 1)).description)
      case .instant(let instant):
        (.max, Instant(secondsSince1970: instant.secondsSince1970 + 1).description)
      }
    let statement = try prepare(
      """
      SELECT id, recorded_at, hash FROM entry WHERE id <= ?1 AND recorded_at < ?2
      ORDER BY id DESC LIMIT 1
      """)
    try statement.bind(entry, at: 1)
    try statement.bind(before, at: 2)
    guard try statement.step() else {
      return Ceiling(entry: 0, recordedAt: Instant(secondsSince1970: 0))
    }
    guard let recordedAt = Instant(statement.text(1)) else {
      throw StoreError(.damaged, "'\(path)' is damaged: an entry has no readable moment")
    }
    let ceiling = Ceiling(
      entry: statement.int(0), recordedAt: recordedAt, hash: statement.optionalText(2))
    if case .entry(let id) = knownAt, id > ceiling.entry {
      throw StoreError(
        .noSuchEntry, "there is no entry \(id): the last one is entry \(ceiling.entry)",
        hint: "'benefits-cli log' lists the entries")
    }
    return ceiling
  }
}
