public import BenefitsModel

extension Store {
  /// Returns every version of each number that has several, up to a state of knowledge.
  ///
  /// - Parameter knownAt: The state of knowledge.
  /// - Returns: The versions by series, then period, then entry.
  /// - Throws: `StoreError` when the database cannot be read.
  /// - Complexity: O(*n*) time for *n* recorded numbers, and memory for those with several versions only.
  public func revisions(knownAt: KnownAt = .latest) throws(StoreError) -> [MeasurementVersion] {
    let session = session
    return try session.read { () throws(StoreError) in
      let ceiling = try session.ceiling(knownAt).entry
      let calendar = try session.calendar(upTo: ceiling)
      return try session.revisions(upTo: ceiling, yearStart: calendar.yearStarts)
    }
  }
}

extension Session {
  /// The statement that reads every version of the numbers that have several.
  static let revisedMeasurements: StaticString = """
    SELECT m.series_id, m.period, m.number, m.denominator, m.flags, m.note_sha256, t.body,
      m.entry_id
    FROM (SELECT series_id, period FROM measurement_row WHERE entry_id <= ?1
        GROUP BY series_id, period HAVING count(*) > 1) AS r
      JOIN measurement_row AS m ON m.series_id = r.series_id AND m.period = r.period
      LEFT JOIN text AS t ON t.hash = m.note_sha256
    WHERE m.entry_id <= ?1 ORDER BY m.series_id, m.period, m.entry_id
    """

  fileprivate func revisions(
    upTo ceiling: EntryID, yearStart: YearStart
  ) throws(StoreError) -> [MeasurementVersion] {
    let rows = try allSeries()
    let series = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let statement = try prepare(Self.revisedMeasurements)
    try statement.bind(ceiling, at: 1)
    var versions = [MeasurementVersion]()
    while try statement.step() {
      guard let row = series[statement.int(0)] else { continue }
      let period = PeriodRule(kind: row.kind, yearStart: yearStart).period(statement.int(1))
      versions.append(
        MeasurementVersion(
          series: row.series,
          measurement: MeasurementRow(statement, from: 2)
            .measurement(period, note: statement.optionalText(6)),
          entry: statement.int(7)))
    }
    return versions
  }
}
