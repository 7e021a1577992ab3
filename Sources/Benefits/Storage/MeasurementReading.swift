import BenefitsModel

extension Session {
  /// The statement that reads all rows up to an entry, in key order.
  ///
  /// In that order the newest version of a period is the last of its rows, so that nothing is grouped.
  static let allMeasurements: StaticString = """
    SELECT series_id, period, number, denominator, flags, note_sha256, entry_id
    FROM measurement_row WHERE entry_id <= ?1 ORDER BY series_id, period, entry_id
    """

  /// The statement that reads a text by its hash.
  static let textBody: StaticString = "SELECT body FROM text WHERE hash = ?1"

  /// Reads the current measurements of all series in one ordered scan.
  ///
  /// - Parameters:
  ///   - ceiling: The last entry that counts.
  ///   - yearStart: The month that years begin in.
  ///   - measures: The measures that are wanted.
  /// - Returns: The measurements of each series that has any, without withdrawn ones.
  /// - Throws: `StoreError` when the file cannot be read, and with the reason `damaged` when what stands in it
  ///   is not what the entries recorded.
  func measurements(
    upTo ceiling: EntryID, yearStart: YearStart, of measures: Set<Measure.ID>
  ) throws(StoreError) -> SeriesMeasurements {
    let rows = try allSeries()
    var verification = Verification()
    var ledger = try LedgerVerification(self, upTo: ceiling, series: rows, into: &verification)
    let wanted = rows.filter { measures.contains($0.series.measure) }
    let byID = Dictionary(wanted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let statement = try prepare(Self.allMeasurements)
    let text = try prepare(Self.textBody, isReused: true)
    try statement.bind(ceiling, at: 1)
    var found = SeriesMeasurements()
    var versions: [CompactMeasurement] = []
    var notes: [Int32: String] = [:]
    func close(_ series: SeriesRow?) {
      // Exactly as large as they are, since thousands are kept.
      let current = versions.filter { $0.state != .withdrawn }
      if let series, !current.isEmpty {
        found.set(
          current, notes: notes, of: series.series, kind: series.kind, yearStart: yearStart)
      }
      versions.removeAll(keepingCapacity: true)
      notes.removeAll(keepingCapacity: true)
    }
    var id = -1
    var series: SeriesRow?
    var isWanted = false
    while try statement.step() {
      let row = StoredRow(statement, from: 1)
      let own = statement.int(0)
      if own != id {
        close(series)
        id = own
        series = byID[id]
        isWanted = series != nil
      }
      ledger.measurements.add(row, entry: statement.int(6), series: id)
      guard isWanted else { continue }
      try CompactMeasurement.take(row, into: &versions, notes: &notes, texts: text)
    }
    close(series)
    try ledger.finish(into: &verification)
    if let error = error(of: verification) { throw error }
    return found
  }

  /// The statement that reads the rows of one series up to an entry, in key order.
  static let seriesMeasurements: StaticString = """
    SELECT m.period, m.number, m.denominator, m.flags, m.note_sha256, t.body, m.entry_id
    FROM measurement_row AS m LEFT JOIN text AS t ON t.hash = m.note_sha256
    WHERE m.series_id = ?1 AND m.entry_id <= ?2 ORDER BY m.period, m.entry_id
    """

  /// Reads every version of the measurements of some series.
  func versions(
    of rows: [SeriesRow], upTo ceiling: EntryID, yearStart: YearStart
  ) throws(StoreError) -> [MeasurementVersion] {
    let statement = try prepare(Self.seriesMeasurements)
    var versions = [MeasurementVersion]()
    for series in rows {
      try statement.bind(series.id, at: 1)
      try statement.bind(ceiling, at: 2)
      while try statement.step() {
        let period = Period(
          series.kind, containing: Day(epochDay: statement.int(0)), yearStart: yearStart)
        let row = MeasurementRow(statement, from: 1)
        versions.append(
          MeasurementVersion(
            series: series.series,
            measurement: row.measurement(period, note: statement.optionalText(5)),
            entry: statement.int(6)))
      }
    }
    return versions
  }
}

/// A measurement as it is kept, but for the series and the entry; NaN stands for no number.
struct StoredRow {
  var period: Int
  var number: Double
  var denominator: Double
  var flags: MeasurementFlags
  var noteHash: String?

  /// Reads period, number, denominator, flags and note from a column on.
  init(_ statement: borrowing Statement, from column: Int32) {
    period = statement.int(column)
    number = statement.double(column + 1)
    denominator = statement.double(column + 2)
    flags = MeasurementFlags(rawValue: statement.int(column + 3))
    noteHash = statement.isNull(column + 4) ? nil : statement.optionalText(column + 4)
  }
}

extension CompactMeasurement {
  /// Takes in a version of a series whose rows come in key order, in the place of an earlier one of its period.
  ///
  /// - Parameters:
  ///   - row: The version.
  ///   - versions: The newest version of each period so far.
  ///   - notes: The remarks of those that have one, by the first day of their period.
  ///   - texts: The statement that reads a text by its hash.
  /// - Throws: `StoreError` when the text cannot be read.
  static func take(
    _ row: StoredRow, into versions: inout [CompactMeasurement],
    notes: inout [Int32: String], texts: borrowing Statement
  ) throws(StoreError) {
    let day = Int32(truncatingIfNeeded: row.period)
    if let last = versions.last, last.day == day {
      versions.removeLast()
      if last.hasNote { notes[day] = nil }
    }
    versions.append(
      CompactMeasurement(
        day: day, number: row.number, denominator: row.denominator,
        state: row.flags.state ?? .withdrawn, isExcluded: row.flags.isExcluded,
        hasNote: row.noteHash != nil))
    guard let hash = row.noteHash else { return }
    try texts.bind(hash, at: 1)
    defer { texts.reset() }
    notes[day] = try texts.step() ? texts.text(0, or: TextHash.redacted) : TextHash.redacted
  }
}
