import BenefitsModel
import Crypto

/// What each entry wrote of measurements, computed while the rows of the table pass by in key order.
///
/// It keeps one hash for each series that an entry wrote to, and the rows of one series at a time.
struct LedgerMeasurements: Sendable {
  /// What one entry wrote to one series.
  private struct Block {
    /// The place of the series in the order of the records.
    var series: Int32
    var rows: UInt32
    var digest: SHA256.Digest
  }

  private struct Row {
    var entry: EntryID
    var row: CanonicalRow
  }

  /// The beginnings of the records of all series, in the order of their bytes.
  private let records: [CanonicalRecord]
  private let places: [Int: Int32]
  private var blocks: [EntryID: [Block]] = [:]
  private var notesHashes: [EntryID: [Int32: String]] = [:]

  private var series = Int.min
  private var place: Int32?
  private var rows: [Row] = []
  private var notes: [(entry: EntryID, period: Int32, hash: String)] = []
  private var isOfOneEntry = true
  /// An entry with rows that stand in the wrong place.
  private(set) var misplaced: EntryID?

  /// Creates the ledger's view of the measurements of some series.
  init(of series: some Collection<SeriesRow>) {
    let records = series.map { (id: $0.id, record: CanonicalRecord(measurementsOf: $0)) }
      .sorted { $0.record.bytes.lexicographicallyPrecedes($1.record.bytes) }
    self.records = records.map(\.record)
    places = Dictionary(
      records.enumerated().map { ($1.id, Int32(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes in the next row.
  mutating func add(_ stored: StoredRow, entry: EntryID, series id: Int) {
    if id != series { begin(id, entry: entry) }
    let row = CanonicalRow(stored)
    if let last = rows.last {
      if last.entry != entry { isOfOneEntry = false }
      if (last.row.period, last.entry) >= (row.period, entry) { misplaced = entry }
    }
    rows.append(Row(entry: entry, row: row))
    if let note = stored.noteHash { notes.append((entry, row.period, note)) }
  }

  private mutating func begin(_ id: Int, entry: EntryID) {
    closeSeries()
    if id < series { misplaced = entry }
    series = id
    place = places[id]
  }

  /// Hashes the rows of the series that has passed by.
  mutating func closeSeries() {
    defer {
      rows.removeAll(keepingCapacity: true)
      notes.removeAll(keepingCapacity: true)
      isOfOneEntry = true
    }
    guard let place else { return }
    if !isOfOneEntry { rows.sort { ($0.entry, $0.row.period) < ($1.entry, $1.row.period) } }
    var rest = rows[...]
    while let entry = rest.first?.entry {
      let own = isOfOneEntry ? rest : rest.prefix { $0.entry == entry }
      rest = rest[own.endIndex...]
      blocks[entry, default: []].append(
        Block(
          series: place, rows: UInt32(truncatingIfNeeded: own.count),
          digest: SHA256.hash(data: [UInt8](own.lazy.map(\.row)))))
    }
    for entry in Set(notes.map(\.entry)) {
      var bytes: [UInt8] = []
      for note in notes where note.entry == entry {
        MeasurementBlock.append(note.hash, of: note.period, to: &bytes)
      }
      notesHashes[entry, default: [:]][place] = TextHash.hexadecimal(SHA256.hash(data: bytes))
    }
  }

  /// Takes over what was computed of other series.
  mutating func merge(_ other: LedgerMeasurements) {
    blocks.merge(other.blocks) { $0 + $1 }
    notesHashes.merge(other.notesHashes) { own, others in own.merging(others) { first, _ in first }
    }
    misplaced = misplaced ?? other.misplaced
  }

  /// The entries that wrote measurements and were not asked for yet.
  var entries: some Sequence<EntryID> { blocks.keys }

  /// Hands over what an entry wrote.
  mutating func take(_ entry: EntryID, into content: inout EntryContent) {
    let notes = notesHashes.removeValue(forKey: entry)
    // Records in order are sorted in no time.
    for block in (blocks.removeValue(forKey: entry) ?? []).sorted(by: { $0.series < $1.series }) {
      let rows = Int(block.rows)
      content.add(
        records[Int(block.series)].completed(
          rows: rows, rowsHash: TextHash.hexadecimal(block.digest), notesHash: notes?[block.series]),
        rows: rows)
    }
  }
}
