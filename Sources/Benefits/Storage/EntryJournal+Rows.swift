extension EntryJournal {
  /// Writes the row of a definition.
  mutating func insert(_ row: DefinitionRow) throws(StoreError) {
    let statement = try session.prepare(
      """
      INSERT INTO definition_row (noun, id, entry_id, ordinal, retired, body)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """)
    try statement.bind(row.noun.rawValue, at: 1)
    try statement.bind(row.id, at: 2)
    try statement.bind(try begin(), at: 3)
    try statement.bind(row.ordinal, at: 4)
    try statement.bind(row.body == nil ? 1 : 0, at: 5)
    try statement.bind(row.body, at: 6)
    try statement.run()
    content.add(
      definition: row.noun.rawValue, id: row.id, ordinal: row.ordinal,
      retired: row.body == nil ? 1 : 0,
      body: row.body)
  }

  /// Writes the row of a baseline; `nil` retires it.
  mutating func insert(
    _ row: BaselineRow?, ordinal: Int = 1, of series: SeriesRow
  ) throws(StoreError) {
    let statement = try session.prepare(
      """
      INSERT INTO baseline_row (series_id, ordinal, entry_id, retired, first_period,
        last_period, value, source_sha256, state, validated_by, validated_on)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """)
    try statement.bind(series.id, at: 1)
    try statement.bind(ordinal, at: 2)
    try statement.bind(try begin(), at: 3)
    try statement.bind(row == nil ? 1 : 0, at: 4)
    try row?.bind(to: statement, from: 5)
    try statement.run()
    content.add(row, ordinal: ordinal, retired: row == nil ? 1 : 0, of: series)
  }

  /// Writes the row of a target, or of the guardrail; `nil` retires it.
  mutating func insert(
    _ row: TargetRow?, ordinal: Int, of series: SeriesRow
  ) throws(StoreError) {
    let statement = try session.prepare(
      """
      INSERT INTO target_row (series_id, ordinal, entry_id, retired, value, amber, stretch, basis,
        from_period, reach_by, hold_until, trajectory, committed_by, committed_on, decision_sha256)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
      """)
    try statement.bind(series.id, at: 1)
    try statement.bind(ordinal, at: 2)
    try statement.bind(try begin(), at: 3)
    try statement.bind(row == nil ? 1 : 0, at: 4)
    try row?.bind(to: statement, from: 5)
    try statement.run()
    content.add(row, ordinal: ordinal, retired: row == nil ? 1 : 0, of: series)
  }

  /// The statement that writes the row of a measurement.
  static let insertingMeasurement: StaticString = """
    INSERT INTO measurement_row (series_id, period, entry_id, number, denominator, flags,
      note_sha256) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """

  /// Writes the row of a measurement with a statement prepared for it.
  mutating func insert(
    _ row: MeasurementRow, period: Int, of series: SeriesRow, with statement: borrowing Statement
  ) throws(StoreError) {
    try statement.bind(series.id, at: 1)
    try statement.bind(period, at: 2)
    try statement.bind(try begin(), at: 3)
    try statement.bind(row.number, at: 4)
    try statement.bind(row.denominator, at: 5)
    try statement.bind(row.flags.rawValue, at: 6)
    try statement.bind(row.noteHash, at: 7)
    try statement.run()
    content.add(row, period: period, of: series)
  }

  /// Blanks a text, and keeps that it was blanked.
  mutating func redact(_ hash: String) throws(StoreError) {
    let row = try session.prepare("INSERT INTO redaction_row (hash, entry_id) VALUES (?1, ?2)")
    try row.bind(hash, at: 1)
    try row.bind(try begin(), at: 2)
    try row.run()
    let blank = try session.prepare("UPDATE text SET body = NULL WHERE hash = ?1")
    try blank.bind(hash, at: 1)
    try blank.run()
    content.add(redactionOf: hash)
  }
}
