public import BenefitsModel

extension Store {
  /// Returns everything that was known: the plan in force and the current measurements.
  ///
  /// Measurements of a measure that is retired are left out, and so are withdrawn ones. What is read is compared
  /// with the hashes of the ledger.
  ///
  /// - Parameter knownAt: The state of knowledge to answer from.
  /// - Returns: The plan, the measurements and the entry that they were read at.
  /// - Throws: `StoreError`, with the reason `noPlan` when no plan had been applied, and `damaged` when what
  ///   stands in the file is not what the entries up to then recorded.
  /// - Complexity: O(*n*), where *n* is the number of measurements ever recorded.
  public func snapshot(knownAt: KnownAt = .latest) throws(StoreError) -> Snapshot {
    let session = session
    return try session.read { () throws(StoreError) in
      var snapshot = try session.planSnapshot(knownAt)
      snapshot.measurements = try session.measurements(
        upTo: snapshot.entry, yearStart: snapshot.plan.calendar.yearStarts,
        of: Set(snapshot.plan.measures.map(\.id)))
      return snapshot
    }
  }

  /// Returns the plan in force and the entry that it was read at, without any measurements.
  ///
  /// - Parameter knownAt: The state of knowledge to answer from.
  /// - Returns: A snapshot that holds no measurements.
  /// - Throws: `StoreError`, with the reason `noPlan` when no plan had been applied.
  /// - Complexity: O(*m*), where *m* is the size of the plan and its history.
  public func planSnapshot(knownAt: KnownAt = .latest) throws(StoreError) -> Snapshot {
    let session = session
    return try session.read { () throws(StoreError) in try session.planSnapshot(knownAt) }
  }

  /// Returns whether any measurement was ever recorded.
  ///
  /// - Returns: Whether there is one, withdrawn ones included.
  /// - Throws: `StoreError` when the file cannot be read.
  public func hasMeasurements() throws(StoreError) -> Bool {
    try session.number("SELECT EXISTS (SELECT 1 FROM measurement_row)") == 1
  }

  /// Returns the plan in force.
  ///
  /// - Parameter knownAt: The state of knowledge to answer from.
  /// - Returns: `nil` when no plan had been applied.
  /// - Throws: `StoreError` when the file cannot be read.
  public func plan(knownAt: KnownAt = .latest) throws(StoreError) -> Plan? {
    let session = session
    return try session.read { () throws(StoreError) in
      try session.plan(upTo: try session.ceiling(knownAt).entry)
    }
  }

  /// Returns the entries, the first one first.
  ///
  /// - Parameter knownAt: The state of knowledge to answer from.
  /// - Returns: The entries up to then.
  /// - Throws: `StoreError` when the file cannot be read.
  public func entries(knownAt: KnownAt = .latest) throws(StoreError) -> [Entry] {
    let session = session
    return try session.read { () throws(StoreError) in
      try session.entries(upTo: try session.ceiling(knownAt).entry)
    }
  }

  /// Returns every version of the measurements of a measure, withdrawn ones included.
  ///
  /// - Parameters:
  ///   - measure: The measure, which may be retired.
  ///   - knownAt: The state of knowledge to answer from.
  /// - Returns: The versions by series, then period, then entry.
  /// - Throws: `StoreError` when the file cannot be read.
  public func versions(
    of measure: Measure.ID, knownAt: KnownAt = .latest
  ) throws(StoreError) -> [MeasurementVersion] {
    let session = session
    return try session.read { () throws(StoreError) in
      let ceiling = try session.ceiling(knownAt).entry
      let calendar = try session.calendar(upTo: ceiling)
      return try session.versions(
        of: try session.series(of: measure), upTo: ceiling, yearStart: calendar.yearStarts)
    }
  }

  /// Returns every version of the measurements of a series, withdrawn ones included.
  ///
  /// - Parameters:
  ///   - series: The series.
  ///   - knownAt: The state of knowledge to answer from.
  /// - Returns: The versions by period, then entry.
  /// - Throws: `StoreError` when the file cannot be read.
  public func versions(
    of series: Series, knownAt: KnownAt = .latest
  ) throws(StoreError) -> [MeasurementVersion] {
    let session = session
    return try session.read { () throws(StoreError) in
      let ceiling = try session.ceiling(knownAt).entry
      let calendar = try session.calendar(upTo: ceiling)
      let rows = try session.series(series).map { [$0] } ?? []
      return try session.versions(of: rows, upTo: ceiling, yearStart: calendar.yearStarts)
    }
  }
}

extension Session {
  func planSnapshot(_ knownAt: KnownAt) throws(StoreError) -> Snapshot {
    let ceiling = try ceiling(knownAt)
    guard let plan = try plan(upTo: ceiling.entry) else { throw noPlan(knownAt) }
    return Snapshot(
      plan: plan, measurements: [:], entry: ceiling.entry, recordedAt: ceiling.recordedAt,
      headHash: ceiling.hash)
  }

  func noPlan(_ knownAt: KnownAt) -> StoreError {
    if knownAt == .latest {
      return StoreError(
        .noPlan, "'\(path)' holds no plan yet",
        hint:
          "'benefits-cli plan new' writes one to fill in, 'benefits-cli plan apply' puts it here")
    }
    return StoreError(
      .noPlan, "'\(path)' held no plan yet at \(knownAt)",
      hint: "'benefits-cli log' says when the first plan was applied")
  }

  /// Reads the calendar in force without the rest of the plan.
  func calendar(upTo ceiling: EntryID) throws(StoreError) -> WorkingCalendar {
    let statement = try prepare(
      """
      SELECT body, max(entry_id) FROM definition_row
      WHERE noun = 'calendar' AND id = 'calendar' AND entry_id <= ?1
      """)
    try statement.bind(ceiling, at: 1)
    guard try statement.step(), let body = statement.optionalText(0) else {
      return WorkingCalendar()
    }
    do {
      return try CanonicalJSON().read(CalendarBody.self, from: body).calendar
    } catch {
      throw StoreError(.damaged, "'\(path)' is damaged: its calendar cannot be read")
    }
  }

  func entries(upTo ceiling: EntryID) throws(StoreError) -> [Entry] {
    let statement = try prepare(
      """
      SELECT e.id, e.recorded_at, e.stated, e.origin, e.recorded_by, c.body, e.reason_sha256,
        r.body, e.file_name, e.file_size, e.file_sha256, e.rows_added, e.rows_revised,
        e.rows_unchanged, e.hash
      FROM entry AS e LEFT JOIN text AS c ON c.hash = e.command_sha256
        LEFT JOIN text AS r ON r.hash = e.reason_sha256
      WHERE e.id <= ?1 ORDER BY e.id
      """)
    try statement.bind(ceiling, at: 1)
    var entries = [Entry]()
    while try statement.step() {
      guard let recordedAt = Instant(statement.text(1)) else {
        throw StoreError(.damaged, "'\(path)' is damaged: entry \(statement.int(0)) has no moment")
      }
      var source: SourceFile?
      if let name = statement.optionalText(8) {
        source = SourceFile(name: name, size: statement.int(9), sha256: statement.text(10))
      }
      entries.append(
        Entry(
          id: statement.int(0), recordedAt: recordedAt, isStated: statement.int(2) == 1,
          origin: statement.text(3), recordedBy: statement.text(4),
          command: statement.optionalText(5) ?? TextHash.redacted,
          reason: statement.isNull(6) ? nil : statement.optionalText(7) ?? TextHash.redacted,
          source: source,
          rows: RowCounts(
            added: statement.int(11), revised: statement.int(12), unchanged: statement.int(13)),
          hash: statement.optionalText(14)))
    }
    return entries
  }
}
