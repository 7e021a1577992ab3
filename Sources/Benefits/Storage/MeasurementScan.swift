import BenefitsModel
import Dispatch
import Synchronization

/// One ordered scan of the measurements of a range of series.
struct MeasurementScan: Sendable {
  /// The statement that reads the rows of a range of series up to an entry, in key order.
  ///
  /// In that order the newest version of a period is the last of its rows, so that nothing is grouped.
  static let rows: StaticString = """
    SELECT series_id, period, number, denominator, flags, note_sha256, entry_id
    FROM measurement_row WHERE series_id BETWEEN ?2 AND ?3 AND entry_id <= ?1
    ORDER BY series_id, period, entry_id
    """

  /// The last entry that counts.
  let ceiling: EntryID
  /// The month that years begin in.
  let yearStart: YearStart
  /// The series whose measurements are kept, by their keys.
  let wanted: [Int: SeriesRow]
  /// The measurements of each wanted series that has any, without withdrawn ones.
  private(set) var found = SeriesMeasurements()
  /// What passed by, of all series, on its way to be compared with the ledger.
  private(set) var ledger: LedgerMeasurements

  init(
    of series: [SeriesRow], upTo ceiling: EntryID, yearStart: YearStart = .april,
    keeping isWanted: (SeriesRow) -> Bool
  ) {
    self.ceiling = ceiling
    self.yearStart = yearStart
    wanted = Dictionary(
      series.lazy.filter(isWanted).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ledger = LedgerMeasurements(of: series)
  }

  /// Reads the rows of a range of keys of series.
  mutating func run(_ range: ClosedRange<Int>, in session: Session) throws(StoreError) {
    let statement = try session.prepare(Self.rows)
    let text = try session.prepare(Session.textBody, isReused: true)
    try statement.bind(ceiling, at: 1)
    try statement.bind(range.lowerBound, at: 2)
    try statement.bind(range.upperBound, at: 3)
    var current = CurrentSeries()
    while try statement.step() {
      let row = StoredRow(statement, from: 1)
      let id = statement.int(0)
      if id != current.id {
        keep(current)
        current.begin(id, wanted[id])
      }
      ledger.add(row, entry: statement.int(6), series: id)
      guard current.isWanted else { continue }
      try CompactMeasurement.take(
        row, into: &current.versions, notes: &current.notes, texts: text)
    }
    keep(current)
    ledger.closeSeries()
  }

  private mutating func keep(_ current: CurrentSeries) {
    // Exactly as large as they are, since thousands are kept.
    let versions = current.versions.filter { $0.state != .withdrawn }
    guard let series = current.series, !versions.isEmpty else { return }
    found.set(
      versions, notes: current.notes, of: series.series, kind: series.kind, yearStart: yearStart)
  }

  /// Takes over what a scan of other series found.
  private mutating func merge(_ other: MeasurementScan) {
    found.merge(other.found)
    ledger.merge(other.ledger)
  }

  /// The series whose rows are read.
  private struct CurrentSeries {
    var id = Int.min
    var series: SeriesRow?
    var isWanted = false
    var versions: [CompactMeasurement] = []
    var notes: [Int32: String] = [:]

    mutating func begin(_ id: Int, _ series: SeriesRow?) {
      self.id = id
      self.series = series
      isWanted = series != nil
      versions.removeAll(keepingCapacity: true)
      notes.removeAll(keepingCapacity: true)
    }
  }
}

// MARK: - Two at once

extension MeasurementScan {
  /// From how many series on a second connection is worth its while.
  private static let manySeries = 1000

  /// Reads the rows of all series, on two threads where there are many.
  mutating func run(in session: Session, series: [SeriesRow]) throws(StoreError) {
    guard series.count >= Self.manySeries, let other = session.twin(upTo: ceiling) else {
      return try run(.min ... .max, in: session)
    }
    let middle = series[series.count / 2].id
    let halves = [
      Half(session: session, range: .min...(middle - 1)),
      Half(session: other.session, range: middle ... .max),
    ]
    let start = self
    let results = Mutex<[Int: Result<MeasurementScan, StoreError>]>([:])
    DispatchQueue.concurrentPerform(iterations: halves.count) { index in
      var scan = start
      let result = Result { () throws(StoreError) in
        try scan.run(halves[index].range, in: halves[index].session)
        return scan
      }
      results.withLock { $0[index] = result }
    }
    // Only now may the second connection be closed.
    _ = consume other
    let scans = results.withLock { $0 }
    for index in halves.indices { if let scan = try scans[index]?.get() { merge(scan) } }
  }

  /// What one thread does with a connection of its own.
  private struct Half: @unchecked Sendable {
    let session: Session
    let range: ClosedRange<Int>
  }
}

extension Session {
  /// Opens a second connection to read the same entries, in a transaction; `nil` where that is not possible now.
  ///
  /// Rows are never changed, so that what two connections read up to one entry is of one state.
  fileprivate func twin(upTo ceiling: EntryID) -> Connection? {
    do throws(StoreError) {
      let twin = try Connection.openChecked(at: path, for: .read, timeout: 0, knowing: .released)
      try twin.connection.session.execute("BEGIN")
      guard let hash = try hash(of: ceiling),
        try twin.connection.session.hash(of: ceiling) == hash
      else { return nil }
      return twin.connection
    } catch {
      return nil
    }
  }

  private func hash(of entry: EntryID) throws(StoreError) -> String? {
    let statement = try prepare("SELECT hash FROM entry WHERE id = ?1")
    try statement.bind(entry, at: 1)
    return try statement.step() ? statement.optionalText(0) : nil
  }
}
