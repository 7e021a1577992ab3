public import BenefitsModel

/// How the entries of a backup, the first, and of a database, the second, relate by their hashes.
public struct LedgerComparison: Hashable, Sendable {
  /// The last entry that both have, from the first one on; 0 when they have none in common.
  public var common: EntryID
  /// How many entries only the backup has.
  public var onlyInBackup: Int
  /// How many entries only the database has.
  public var onlyInDatabase: Int

  /// Compares the hashes of both ledgers, the first entry first.
  ///
  /// - Complexity: O(*n*), where *n* is the number of entries.
  init(backup: [String], database: [String]) {
    common = zip(backup, database).prefix { $0 == $1 }.count
    onlyInBackup = backup.count - common
    onlyInDatabase = database.count - common
  }
}

extension LedgerComparison: CustomStringConvertible {
  /// What the database has and lacks, as the end of a sentence that begins with its name.
  public var description: String {
    if common == 0 { return "has no entry in common with the backup" }
    return switch (onlyInDatabase, onlyInBackup) {
    case (0, 0): "has the same entries as the backup"
    case (_, 0): "has \(entries(onlyInDatabase)) that the backup lacks"
    case (0, _): "lacks \(entries(onlyInBackup)) of the backup"
    default:
      "parted from the backup after entry \(common): it has \(onlyInDatabase) since then, the backup "
        + "\(onlyInBackup)"
    }
  }

  private func entries(_ count: Int) -> String {
    count == 1 ? "entry \(common + 1)" : "\(count) entries (\(common + 1) to \(common + count))"
  }
}

extension Session {
  /// The hashes of all entries, the first one first.
  func hashes() throws(StoreError) -> [String] {
    let statement = try prepare("SELECT hash FROM entry ORDER BY id")
    var hashes = [String]()
    while try statement.step() { hashes.append(statement.text(0)) }
    return hashes
  }
}
