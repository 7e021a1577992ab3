import BenefitsModel

extension Session {
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
    let series = try allSeries()
    var scan = MeasurementScan(of: series, upTo: ceiling, yearStart: yearStart) {
      measures.contains($0.series.measure)
    }
    try scan.run(in: self, series: series)
    var verification = Verification()
    try LedgerVerification.run(self, scan, series: series, into: &verification)
    if let error = error(of: verification) { throw error }
    return scan.found
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
