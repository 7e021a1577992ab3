import BenefitsModel

extension Session {
  /// The statement that reads all rows up to an entry, in key order.
  ///
  /// In that order the newest version of a period is the last of its rows, so that nothing is grouped.
  static let allMeasurements: StaticString = """
    SELECT m.series_id, m.period, m.number, m.denominator, m.flags, m.note_sha256, t.body
    FROM measurement_row AS m LEFT JOIN text AS t ON t.hash = m.note_sha256
    WHERE m.entry_id <= ?1 ORDER BY m.series_id, m.period, m.entry_id
    """

  /// Reads the current measurements of all series in one ordered scan.
  ///
  /// - Parameters:
  ///   - ceiling: The last entry that counts.
  ///   - yearStart: The month that years begin in.
  ///   - measures: The measures that are wanted.
  ///   - body: Takes one series after another, in the order in which they were first recorded.
  /// - Throws: `StoreError` when the file cannot be read.
  func scanMeasurements(
    upTo ceiling: EntryID, yearStart: YearStart, of measures: Set<Measure.ID>,
    _ body: (Series, [Measurement]) throws(StoreError) -> Void
  ) throws(StoreError) {
    let rows = try allSeries().filter { measures.contains($0.series.measure) }
    let byID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let statement = try prepare(Self.allMeasurements)
    try statement.bind(ceiling, at: 1)
    var collected = CurrentMeasurements(yearStart: yearStart)
    var current: SeriesRow?
    while try statement.step() {
      let id = statement.int(0)
      if id != current?.id {
        if let current { try collected.hand(current.series, to: body) }
        guard let next = byID[id] else {
          current = nil
          continue
        }
        current = next
      }
      guard let current else { continue }
      collected.add(statement, kind: current.kind, from: 1)
    }
    if let current { try collected.hand(current.series, to: body) }
  }

  /// The statement that reads the rows of one series up to an entry, in key order.
  static let seriesMeasurements: StaticString = """
    SELECT m.period, m.number, m.denominator, m.flags, m.note_sha256, t.body, m.entry_id
    FROM measurement_row AS m LEFT JOIN text AS t ON t.hash = m.note_sha256
    WHERE m.series_id = ?1 AND m.entry_id <= ?2 ORDER BY m.period, m.entry_id
    """

  /// Reads the current measurements of one series with a statement prepared for it.
  func measurements(
    of series: SeriesRow, upTo ceiling: EntryID, yearStart: YearStart,
    with statement: borrowing Statement
  ) throws(StoreError) -> [Measurement] {
    try statement.bind(series.id, at: 1)
    try statement.bind(ceiling, at: 2)
    var collected = CurrentMeasurements(yearStart: yearStart)
    while try statement.step() { collected.add(statement, kind: series.kind, from: 0) }
    return collected.take()
  }

  /// Reads every version of the measurements of a measure.
  func versions(
    of measure: Measure.ID, upTo ceiling: EntryID, yearStart: YearStart
  ) throws(StoreError) -> [MeasurementVersion] {
    let statement = try prepare(Self.seriesMeasurements)
    var versions = [MeasurementVersion]()
    for series in try series(of: measure) {
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

/// Keeps the last version of each period while rows come in key order.
private struct CurrentMeasurements {
  let yearStart: YearStart
  private var measurements = [Measurement]()
  /// The first day of the last period, whose measurement a later row replaces.
  private var lastDay: Int?
  private var isLastWithdrawn = false

  init(yearStart: YearStart) { self.yearStart = yearStart }

  /// Takes a row: period, number, denominator, flags, note and its text from a first column on.
  mutating func add(_ statement: borrowing Statement, kind: PeriodKind, from column: Int32) {
    let day = statement.int(column)
    if lastDay == day, !isLastWithdrawn { measurements.removeLast() }
    lastDay = day
    let row = MeasurementRow(statement, from: column + 1)
    isLastWithdrawn = row.flags.isWithdrawn
    guard !isLastWithdrawn else { return }
    let period = Period(kind, containing: Day(epochDay: day), yearStart: yearStart)
    measurements.append(row.measurement(period, note: statement.optionalText(column + 5)))
  }

  /// Returns what was collected, and starts afresh.
  mutating func take() -> [Measurement] {
    defer {
      measurements = []
      lastDay = nil
      isLastWithdrawn = false
    }
    return measurements
  }

  /// Hands on what was collected of a series, where anything is left of it, and starts afresh.
  mutating func hand(
    _ series: Series, to body: (Series, [Measurement]) throws(StoreError) -> Void
  ) throws(StoreError) {
    let measurements = take()
    if !measurements.isEmpty { try body(series, measurements) }
  }
}
