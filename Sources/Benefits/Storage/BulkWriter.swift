package import BenefitsModel

/// Records the measurements of many series, one series after another, inside the transaction of `Store.record`.
///
/// It writes 128 rows with one statement, which takes less than half the time of 128 statements. The caller has
/// compared the rows with what is stored; the tables refuse all the same what must not be written.
package struct BulkWriter: ~Copyable {
  private let session: Session
  fileprivate var journal: EntryJournal
  /// The series that were there before.
  private let known: [Series: SeriesRow]
  private var pending: [PendingRow] = []
  private var closed: Set<Int> = []
  private var current: SeriesRow?
  private let stored: Statement
  private let text: Statement
  private let keep: Statement
  private let add: Statement
  private let plain: Statement
  private let many: Statement
  private let one: Statement

  fileprivate struct PendingRow {
    var series: Int
    var measurement: CompactMeasurement

    /// Whether there is nothing but a number.
    var isPlain: Bool {
      measurement.denominator.isNaN && !measurement.number.isNaN && measurement.state == .final
        && !measurement.isExcluded
    }
  }

  /// How many rows one statement writes.
  private static let batch = 128

  private init(
    session: Session, journal: EntryJournal, known: [Series: SeriesRow],
    stored: consuming Statement, text: consuming Statement, keep: consuming Statement,
    add: consuming Statement, plain: consuming Statement, many: consuming Statement,
    one: consuming Statement
  ) {
    self.session = session
    self.journal = journal
    self.known = known
    self.stored = stored
    self.text = text
    self.keep = keep
    self.add = add
    self.plain = plain
    self.many = many
    self.one = one
    pending.reserveCapacity(Self.batch)
  }

  // A throwing initialiser may not fail once a statement is stored, so the statements come first.
  fileprivate static func open(
    _ session: Session, journal: EntryJournal
  ) throws(StoreError) -> BulkWriter {
    let known = Dictionary(
      try session.allSeries().map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
    let stored = try session.prepare(versions, isReused: true)
    let text = try session.prepare(Session.textBody, isReused: true)
    let keep = try session.prepare(Session.keepingText, isReused: true)
    let add = try session.prepare(Session.addingSeries, isReused: true)
    let plain = try session.prepareInsertion(ofRows: batch, isPlain: true)
    let many = try session.prepareInsertion(ofRows: batch, isPlain: false)
    let one = try session.prepare(EntryJournal.insertingMeasurement, isReused: true)
    return BulkWriter(
      session: session, journal: journal, known: known, stored: stored, text: text, keep: keep,
      add: add, plain: plain, many: many, one: one)
  }

  /// The statement that reads every version of one series, in key order.
  static let versions: StaticString = """
    SELECT period, number, denominator, flags, note_sha256 FROM measurement_row
    WHERE series_id = ?1 ORDER BY period, entry_id
    """

  /// Reads what is stored of a series before it is written to.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - measurements: Replaced by the newest version of each period, withdrawn ones included.
  ///   - notes: Replaced by the remarks of those that have one, by the first day of their period.
  /// - Throws: `StoreError` when the file cannot be read.
  package func read(
    _ series: Series, into measurements: inout [CompactMeasurement], notes: inout [Int32: String]
  ) throws(StoreError) {
    measurements.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    guard let row = known[series] else { return }
    try stored.bind(row.id, at: 1)
    while try stored.step() {
      try CompactMeasurement.take(
        StoredRow(stored, from: 0), into: &measurements, notes: &notes, texts: text)
    }
  }

  /// Writes rows of a series; the rows of a series come one right after the other.
  ///
  /// - Parameters:
  ///   - measurements: The rows in the order of their periods, each with another number than is stored.
  ///   - notes: The remarks of those that have one, by the first day of their period.
  ///   - revised: How many of them replace one that is stored.
  ///   - series: The series.
  ///   - kind: The kind of its periods.
  /// - Throws: `StoreError` when they cannot be written.
  package mutating func write(
    _ measurements: [CompactMeasurement], notes: [Int32: String], revised: Int, to series: Series,
    kind: PeriodKind
  ) throws(StoreError) {
    guard !measurements.isEmpty else { return }
    _ = try journal.begin()
    let row = try row(of: series, kind: kind)
    if notes.isEmpty {
      for measurement in measurements {
        pending.append(PendingRow(series: row.id, measurement: measurement))
        if pending.count == Self.batch { try flush() }
      }
      journal.content.add(measurements, closingAllBut: row)
    } else {
      for measurement in measurements {
        try write(measurement, note: notes[measurement.day], to: row)
      }
    }
    journal.rows.added += measurements.count - revised
    journal.rows.revised += revised
  }

  /// Writes a row that may have a note.
  private mutating func write(
    _ measurement: CompactMeasurement, note: String?, to row: SeriesRow
  ) throws(StoreError) {
    let hash = note.map(TextHash.of)
    if let note {
      try keep.bind(hash, at: 1)
      try keep.bind(note, at: 2)
      try keep.run()
    }
    try journal.insert(
      MeasurementRow(measurement, noteHash: hash), period: Int(measurement.day), of: row, with: one)
  }

  private mutating func row(of series: Series, kind: PeriodKind) throws(StoreError) -> SeriesRow {
    if let current, current.series == series { return current }
    let row: SeriesRow
    if let stored = known[series] {
      row = stored
    } else {
      row = try session.add(series, kind: kind, with: add)
    }
    guard row.kind == kind else {
      throw StoreError(
        .refused,
        "'\(series.measure)' is measured every \(row.kind.rawValue), not every \(kind.rawValue)")
    }
    guard closed.insert(row.id).inserted else {
      throw StoreError(.unexpected, "\(series) was written in two parts")
    }
    current = row
    return row
  }

  /// Writes the rows that are waiting.
  fileprivate mutating func flush() throws(StoreError) {
    guard let entry = journal.id else { return }
    guard pending.count == Self.batch else {
      for row in pending {
        try one.bind(row.series, at: 1)
        try one.bind(Int(row.measurement.day), at: 2)
        try one.bind(entry, at: 3)
        try row.bindContent(to: one, from: 4)
        try one.bind(nil as String?, at: 7)
        try one.run()
      }
      return pending.removeAll(keepingCapacity: true)
    }
    var isPlain = true
    for row in pending where !row.isPlain { isPlain = false }
    // What is the same in all rows stands in the statement: binding it would take a tenth of the time.
    if isPlain {
      try plain.bind(entry, at: 1)
      for (place, row) in pending.enumerated() {
        try plain.bind(row.series, at: Int32(2 + 3 * place))
        try plain.bind(Int(row.measurement.day), at: Int32(3 + 3 * place))
        try plain.bind(row.measurement.number, at: Int32(4 + 3 * place))
      }
      try plain.run()
    } else {
      try many.bind(entry, at: 1)
      for (place, row) in pending.enumerated() {
        try many.bind(row.series, at: Int32(2 + 5 * place))
        try many.bind(Int(row.measurement.day), at: Int32(3 + 5 * place))
        try row.bindContent(to: many, from: Int32(4 + 5 * place))
      }
      try many.run()
    }
    pending.removeAll(keepingCapacity: true)
  }
}

extension BulkWriter.PendingRow {
  /// Binds number, denominator and flags.
  fileprivate func bindContent(
    to statement: borrowing Statement, from first: Int32
  ) throws(StoreError) {
    try statement.bind(measurement.number.isNaN ? nil : measurement.number, at: first)
    try statement.bind(
      measurement.denominator.isNaN ? nil : measurement.denominator, at: first + 1)
    try statement.bind(
      MeasurementFlags(measurement.state, isExcluded: measurement.isExcluded).rawValue,
      at: first + 2)
  }
}

extension EntryWriter {
  /// Records many measurements, one series after another.
  ///
  /// - Parameter body: Writes the measurements.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws, or `StoreError`.
  package mutating func inBulk<Result>(
    _ body: (inout BulkWriter) throws -> Result
  ) throws -> Result {
    var bulk = try BulkWriter.open(session, journal: journal)
    let result = try body(&bulk)
    try bulk.flush()
    journal = bulk.journal
    return result
  }
}
