import BenefitsModel

/// The rows that one entry wrote, each with the newest row of the same thing before it.
struct WrittenRows {
  /// A row of one thing.
  struct Row<Key, Content> {
    var key: Key
    /// What was there before; `nil` where nothing was.
    var before: Content?
    /// What the entry wrote; `nil` where it retired something.
    var after: Content?
    /// What is there now.
    var current: Content?
    /// The entries that wrote the same thing later.
    var later: [EntryID] = []
  }

  /// The place of a promise.
  struct PromiseKey: Hashable {
    var series: SeriesRow
    var ordinal: Int
  }

  /// The place of a measurement.
  struct MeasurementKey: Hashable {
    var series: SeriesRow
    var period: Int
  }

  var definitions: [Row<DefinitionRow.Key, DefinitionRow>] = []
  var baselines: [Row<PromiseKey, BaselineRow>] = []
  var targets: [Row<PromiseKey, TargetRow>] = []
  var measurements: [Row<MeasurementKey, MeasurementRow>] = []
  var redactions: [String] = []

  /// Whether the entry wrote nothing.
  var isEmpty: Bool {
    definitions.isEmpty && baselines.isEmpty && targets.isEmpty && measurements.isEmpty
      && redactions.isEmpty
  }
}

extension WrittenRows.Row {
  /// Takes in one version of the thing, the oldest one first.
  mutating func take(_ content: Content?, entry: EntryID, of written: EntryID) {
    if entry < written { before = content }
    if entry == written { after = content }
    if entry > written { later.append(entry) }
    current = content
  }
}

extension Session {
  /// Reads what an entry wrote.
  ///
  /// - Complexity: O(*n*), where *n* is the number of measurements ever recorded: they are not kept by entry.
  func rows(writtenBy entry: EntryID) throws(StoreError) -> WrittenRows {
    let series = Dictionary(
      try allSeries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows = WrittenRows()
    rows.definitions = try definitions(writtenBy: entry)
    rows.baselines = try baselines(writtenBy: entry, series)
    rows.targets = try targets(writtenBy: entry, series)
    rows.measurements = try measurements(writtenBy: entry, series)
    let redactions = try prepare(
      "SELECT hash FROM redaction_row WHERE entry_id = ?1 ORDER BY hash")
    try redactions.bind(entry, at: 1)
    while try redactions.step() { rows.redactions.append(redactions.text(0)) }
    return rows
  }

  private func definitions(
    writtenBy entry: EntryID
  ) throws(StoreError) -> [WrittenRows.Row<DefinitionRow.Key, DefinitionRow>] {
    let statement = try prepare(
      """
      SELECT v.noun, v.id, v.ordinal, v.body, v.entry_id FROM definition_row AS w
      JOIN definition_row AS v ON v.noun = w.noun AND v.id = w.id
      WHERE w.entry_id = ?1 ORDER BY v.noun, v.id, v.entry_id
      """)
    try statement.bind(entry, at: 1)
    var rows = [WrittenRows.Row<DefinitionRow.Key, DefinitionRow>]()
    while try statement.step() {
      guard let noun = DefinitionNoun(rawValue: statement.text(0)) else { continue }
      let version = DefinitionRow(
        noun: noun, id: statement.text(1), ordinal: statement.int(2),
        body: statement.optionalText(3))
      if rows.last?.key != version.key { rows.append(.init(key: version.key)) }
      rows[rows.count - 1].take(version, entry: statement.int(4), of: entry)
    }
    return rows
  }

  private func baselines(
    writtenBy entry: EntryID, _ series: [Int: SeriesRow]
  ) throws(StoreError) -> [WrittenRows.Row<WrittenRows.PromiseKey, BaselineRow>] {
    let statement = try prepare(
      """
      SELECT v.series_id, v.ordinal, v.entry_id, v.retired, v.first_period, v.last_period, v.value,
        v.source_sha256, v.state, v.validated_by, v.validated_on FROM baseline_row AS w
      JOIN baseline_row AS v ON v.series_id = w.series_id AND v.ordinal = w.ordinal
      WHERE w.entry_id = ?1 ORDER BY v.series_id, v.ordinal, v.entry_id
      """)
    try statement.bind(entry, at: 1)
    var rows = [WrittenRows.Row<WrittenRows.PromiseKey, BaselineRow>]()
    while try statement.step() {
      guard let kept = series[statement.int(0)] else { continue }
      let key = WrittenRows.PromiseKey(series: kept, ordinal: statement.int(1))
      if rows.last?.key != key { rows.append(.init(key: key)) }
      rows[rows.count - 1].take(
        statement.int(3) == 1 ? nil : BaselineRow(statement, from: 4), entry: statement.int(2),
        of: entry)
    }
    return rows
  }

  private func targets(
    writtenBy entry: EntryID, _ series: [Int: SeriesRow]
  ) throws(StoreError) -> [WrittenRows.Row<WrittenRows.PromiseKey, TargetRow>] {
    let statement = try prepare(
      """
      SELECT v.series_id, v.ordinal, v.entry_id, v.retired, v.value, v.amber, v.stretch, v.basis,
        v.from_period, v.reach_by, v.hold_until, v.trajectory, v.committed_by, v.committed_on,
        v.decision_sha256 FROM target_row AS w
      JOIN target_row AS v ON v.series_id = w.series_id AND v.ordinal = w.ordinal
      WHERE w.entry_id = ?1 ORDER BY v.series_id, v.ordinal, v.entry_id
      """)
    try statement.bind(entry, at: 1)
    var rows = [WrittenRows.Row<WrittenRows.PromiseKey, TargetRow>]()
    while try statement.step() {
      guard let kept = series[statement.int(0)] else { continue }
      let key = WrittenRows.PromiseKey(series: kept, ordinal: statement.int(1))
      if rows.last?.key != key { rows.append(.init(key: key)) }
      rows[rows.count - 1].take(
        statement.int(3) == 1 ? nil : TargetRow(statement, from: 4), entry: statement.int(2),
        of: entry)
    }
    return rows
  }

  private func measurements(
    writtenBy entry: EntryID, _ series: [Int: SeriesRow]
  ) throws(StoreError) -> [WrittenRows.Row<WrittenRows.MeasurementKey, MeasurementRow>] {
    let statement = try prepare(
      """
      SELECT v.series_id, v.period, v.entry_id, v.number, v.denominator, v.flags, v.note_sha256
      FROM measurement_row AS w
      JOIN measurement_row AS v ON v.series_id = w.series_id AND v.period = w.period
      WHERE w.entry_id = ?1 ORDER BY v.series_id, v.period, v.entry_id
      """)
    try statement.bind(entry, at: 1)
    var rows = [WrittenRows.Row<WrittenRows.MeasurementKey, MeasurementRow>]()
    while try statement.step() {
      guard let kept = series[statement.int(0)] else { continue }
      let key = WrittenRows.MeasurementKey(series: kept, period: statement.int(1))
      if rows.last?.key != key { rows.append(.init(key: key)) }
      rows[rows.count - 1].take(
        MeasurementRow(statement, from: 3), entry: statement.int(2), of: entry)
    }
    return rows
  }
}
