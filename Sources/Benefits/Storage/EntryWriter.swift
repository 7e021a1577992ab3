public import BenefitsModel

/// Records rows of one entry, inside the transaction of `Store.record`.
public struct EntryWriter: ~Copyable {
  /// The plan in force when the transaction began, as far as it was read, or the one applied in it; `nil` when
  /// there is none.
  public internal(set) var plan: Plan?
  private var extent: PlanExtent

  var journal: EntryJournal
  let session: Session
  private var series: [Series: SeriesRow] = [:]
  private var kinds: [Measure.ID: PeriodKind] = [:]
  private var hasApplied = false
  let find: Statement
  let insert: Statement
  private let list: Statement
  private let text: Statement
  let note: Statement

  /// The statement that finds the newest row of one period of one series.
  static let finding: StaticString = """
    SELECT entry_id, number, denominator, flags, note_sha256 FROM measurement_row
    WHERE series_id = ?1 AND period = ?2 ORDER BY entry_id DESC LIMIT 1
    """

  private init(
    session: Session, journal: EntryJournal, plan: Plan?, extent: PlanExtent,
    find: consuming Statement,
    insert: consuming Statement, list: consuming Statement, text: consuming Statement,
    note: consuming Statement
  ) {
    self.session = session
    self.journal = journal
    self.plan = plan
    self.extent = extent
    self.find = find
    self.insert = insert
    self.list = list
    self.text = text
    self.note = note
    learnKinds()
  }

  // A throwing initialiser may not fail once a statement is stored, so the statements come first.
  static func open(
    _ session: Session, draft: EntryDraft, reading extent: PlanExtent
  ) throws(StoreError) -> EntryWriter {
    let journal = try EntryJournal.open(session, draft: draft)
    let plan = try session.plan(upTo: journal.last?.id ?? 0, extent)
    let find = try session.prepare(finding, isReused: true)
    let insert = try session.prepare(EntryJournal.insertingMeasurement, isReused: true)
    let list = try session.prepare(BulkWriter.versions, isReused: true)
    let text = try session.prepare(Session.textBody, isReused: true)
    let note = try session.prepare(Session.keepingText, isReused: true)
    return EntryWriter(
      session: session, journal: journal, plan: plan, extent: extent, find: find, insert: insert,
      list: list, text: text, note: note)
  }

  /// Returns the plan in force, which measurements cannot be recorded without.
  ///
  /// - Returns: The plan in force.
  /// - Throws: `StoreError` with the reason `noPlan` when no plan has been applied.
  public func planInForce() throws(StoreError) -> Plan {
    guard let plan else { throw session.noPlan(.latest) }
    return plan
  }

  /// Counts measurements that the caller has found to be recorded already.
  ///
  /// - Parameter count: How many there are.
  public mutating func countUnchanged(_ count: Int) { journal.rows.unchanged += count }

  /// Says which file the rows come from, where that is known only when all of it was read.
  ///
  /// - Parameter source: The file.
  public mutating func name(_ source: SourceFile) { journal.source = source }

  /// Reads what was left out of the plan, for entries that change it.
  mutating func completePlan() throws(StoreError) {
    guard extent != .whole else { return }
    plan = try session.plan(upTo: journal.last?.id ?? 0)
    extent = .whole
    learnKinds()
  }

  mutating func learnKinds() {
    kinds = Dictionary(
      (plan?.measures ?? []).map { ($0.id, $0.frequency.kind) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the current measurements of a series, without withdrawn ones, in calendar order.
  ///
  /// - Parameter series: The series.
  /// - Returns: The measurements, those written in this transaction included.
  /// - Throws: `StoreError` when the file cannot be read.
  public func measurements(of series: Series) throws(StoreError) -> [Measurement] {
    guard let row = try known(series) else { return [] }
    var versions: [CompactMeasurement] = []
    var notes: [Int32: String] = [:]
    try list.bind(row.id, at: 1)
    while try list.step() {
      try CompactMeasurement.take(
        StoredRow(list, from: 0), into: &versions, notes: &notes, texts: text)
    }
    return versions.lazy.filter { $0.state != .withdrawn }.map { version in
      version.measurement(
        row.kind, yearStart: plan?.calendar.yearStarts ?? .april, note: notes[version.day])
    }
  }

  /// Returns every version of the measurements of a measure, so that a message can name an entry.
  ///
  /// - Parameter measure: The measure.
  /// - Returns: The versions by series, then period, then entry.
  /// - Throws: `StoreError` when the file cannot be read.
  public func versions(of measure: Measure.ID) throws(StoreError) -> [MeasurementVersion] {
    try session.versions(
      of: try session.series(of: measure), upTo: .max,
      yearStart: plan?.calendar.yearStarts ?? .april)
  }

  /// Makes a plan the one in force, and writes only what differs.
  ///
  /// What the plan leaves out stays as it is, unless it is to be retired.
  ///
  /// - Parameters:
  ///   - proposed: The plan.
  ///   - items: What is to be retired; an item that is not there, or is retired already, is passed over.
  /// - Returns: How many rows were new, differ from before, and were there already.
  /// - Throws: `StoreError`, with the reason `planConflict` when the plan is that of another programme or
  ///   would give recorded periods another meaning.
  public mutating func apply(
    _ proposed: Plan, retiring items: [PlanItem] = []
  ) throws(StoreError) -> RowCounts {
    guard !hasApplied else {
      throw StoreError(.unexpected, "two plans cannot be applied in one entry")
    }
    hasApplied = true
    try completePlan()
    let ceiling = journal.last?.id ?? 0
    var commitments = try CommitmentWriting(session: session, plan: proposed, upTo: ceiling)
    try commitments.checkPeriods(of: plan)
    var definitions = PlanWriting(session: session, plan: proposed, after: plan)
    try definitions.writeDefinitions(&journal)
    try commitments.write(&journal)
    var keys = [DefinitionRow.Key]()
    for item in items {
      if let key = DefinitionRow.Key(item) {
        keys.append(key)
      } else {
        try commitments.retire(item.noun, of: item.id, &journal)
      }
    }
    try definitions.retire(keys, &journal)
    let counts = definitions.counts + commitments.counts
    journal.rows = journal.rows + counts
    plan = try session.plan(upTo: .max)
    learnKinds()
    return counts
  }

  /// Records a measurement, unless the same is recorded already.
  ///
  /// Withdrawing what was never recorded changes nothing.
  ///
  /// - Parameters:
  ///   - measurement: The measurement.
  ///   - series: The series that it belongs to; its measure must be in the plan.
  /// - Returns: Whether the period had no measurement, another one, or the same.
  /// - Throws: `StoreError`, with the reason `refused` when the measurement cannot be recorded.
  public mutating func write(
    _ measurement: Measurement, to series: Series
  ) throws(StoreError) -> WriteOutcome {
    try check(measurement, series)
    let row = MeasurementRow(measurement)
    let known = try known(series)
    var current: (row: MeasurementRow, entry: EntryID)?
    if let known {
      self.series[series] = known
      current = try find(known.id, measurement.period)
    }
    let stood = current.map { !$0.row.flags.isWithdrawn } ?? false
    guard row != current?.row, stood || !row.flags.isWithdrawn else {
      journal.rows.count(.unchanged)
      return .unchanged
    }
    let entry = try journal.begin()
    guard current?.entry != entry else {
      throw StoreError(
        .refused, "\(series) is given two different numbers for \(measurement.period)")
    }
    let target: SeriesRow
    if let known {
      target = known
    } else {
      target = try session.add(series, kind: measurement.period.kind)
      self.series[series] = target
    }
    if let text = measurement.note, let hash = row.noteHash {
      try note.bind(hash, at: 1)
      try note.bind(text, at: 2)
      try note.run()
    }
    try journal.insert(
      row, period: measurement.period.first.epochDay, of: target, with: insert)
    let outcome: WriteOutcome = stood ? .revised : .added
    journal.rows.count(outcome)
    return outcome
  }

  func known(_ series: Series) throws(StoreError) -> SeriesRow? {
    if let known = self.series[series] { return known }
    return try session.series(series)
  }

  func find(
    _ series: Int, _ period: Period
  ) throws(StoreError) -> (row: MeasurementRow, entry: EntryID)? {
    try find.bind(series, at: 1)
    try find.bind(period.first.epochDay, at: 2)
    guard try find.step() else { return nil }
    defer { find.reset() }
    return (MeasurementRow(find, from: 1), find.int(0))
  }

  /// Refuses what the tables would refuse, in words that a user can act upon.
  private func check(_ measurement: Measurement, _ series: Series) throws(StoreError) {
    guard let kind = kinds[series.measure] else {
      throw StoreError(.refused, "there is no measure '\(series.measure)' in the plan")
    }
    guard measurement.period.kind == kind else {
      throw StoreError(
        .refused,
        "'\(series.measure)' is measured every \(kind.rawValue); \(measurement.period) is a "
          + measurement.period.kind.rawValue)
    }
    let largest = Measurement.largestMagnitude
    if let number = measurement.number, !(number.magnitude <= largest) {
      throw StoreError(.refused, "\(series), \(measurement.period): \(number) cannot be recorded")
    }
    if let denominator = measurement.denominator, !(0...largest).contains(denominator) {
      throw StoreError(
        .refused,
        "\(series), \(measurement.period): the denominator \(denominator) is not 0 or more")
    }
    let needsNumber = measurement.state != .suppressed && measurement.state != .withdrawn
    guard measurement.number != nil || !needsNumber else {
      throw StoreError(
        .refused,
        "\(series), \(measurement.period): a number is missing, and it is neither suppressed nor "
          + "withdrawn")
    }
  }

  /// Seals the entry, and returns it when a row was written.
  mutating func seal() throws(StoreError) -> Entry? { try journal.seal() }
}

extension RowCounts {
  static func + (lhs: Self, rhs: Self) -> Self {
    RowCounts(
      added: lhs.added + rhs.added, revised: lhs.revised + rhs.revised,
      unchanged: lhs.unchanged + rhs.unchanged)
  }
}
