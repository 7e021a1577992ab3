public import BenefitsModel

extension Store {
  /// Returns what stood before what a snapshot knows.
  ///
  /// Numbers are read only when an entry after the day revised some.
  ///
  /// - Parameters:
  ///   - snapshot: What is known.
  ///   - since: The last day whose entries are not looked at for revised numbers.
  /// - Returns: The versions of promises, and the numbers that were revised.
  /// - Throws: `StoreError` when the file cannot be read.
  /// - Complexity: O(*p* + *n*) for *p* rows of promises and, where numbers were revised, *n* measurements.
  public func history(of snapshot: Snapshot, since: Day) throws(StoreError) -> History {
    let session = session
    return try session.read { () throws(StoreError) in
      let known = try session.entries(upTo: snapshot.entry)
      let floor = known.last { $0.recordedAt.day <= since }?.id ?? 0
      let isRevised = known.contains { $0.id > floor && $0.rows.revised > 0 }
      return History(
        commitments: try session.commitmentVersions(of: snapshot.plan, entries: known),
        revisions: isRevised
          ? try session.revisions(of: snapshot.plan, after: floor, upTo: snapshot.entry) : [:],
        since: since)
    }
  }
}

extension Session {
  /// Reads what was promised of each series after each entry that changed it.
  func commitmentVersions(
    of plan: Plan, entries: [Entry]
  ) throws(StoreError) -> [Series: [CommitmentVersion]] {
    guard let ceiling = entries.last?.id else { return [:] }
    var steps = [Int: [PromiseStep]]()
    let baselines = try prepare(
      """
      SELECT series_id, entry_id, retired, first_period, last_period, value, source_sha256, state,
        validated_by, validated_on
      FROM baseline_row WHERE entry_id <= ?1 ORDER BY series_id, entry_id
      """)
    try baselines.bind(ceiling, at: 1)
    while try baselines.step() {
      let row = baselines.int(2) == 1 ? nil : BaselineRow(baselines, from: 3)
      steps[baselines.int(0), default: []].append(
        PromiseStep(entry: baselines.int(1), change: .baseline(row)))
    }
    let targets = try prepare(
      """
      SELECT series_id, entry_id, ordinal, retired, value, amber, stretch, basis, from_period,
        reach_by, hold_until, trajectory, committed_by, committed_on, decision_sha256
      FROM target_row WHERE entry_id <= ?1 ORDER BY series_id, entry_id
      """)
    try targets.bind(ceiling, at: 1)
    while try targets.step() {
      let row = targets.int(3) == 1 ? nil : TargetRow(targets, from: 4)
      steps[targets.int(0), default: []].append(
        PromiseStep(entry: targets.int(1), change: .target(targets.int(2), row)))
    }
    let shelf = try texts(Set(steps.values.joined().compactMap(\.textHash)))
    let moments = Dictionary(
      entries.map { ($0.id, $0.recordedAt) }, uniquingKeysWith: { first, _ in first })
    let measures = Set(plan.measures.map(\.id))
    let json = CanonicalJSON()
    var versions = [Series: [CommitmentVersion]]()
    for series in try allSeries() where measures.contains(series.series.measure) {
      guard let own = steps[series.id] else { continue }
      let periods = PeriodRule(kind: series.kind, yearStart: plan.calendar.yearStarts)
      var rows = CommitmentRows()
      for (entry, changes) in own.sorted(by: { $0.entry < $1.entry }).chunkedByEntry {
        for step in changes { step.apply(to: &rows) }
        guard let commitment = rows.commitment(periods, json: json, texts: shelf),
          let moment = moments[entry]
        else {
          throw StoreError(
            .damaged, "'\(path)' is damaged: what was promised of \(series.series) cannot be read",
            hint: "restore a backup")
        }
        versions[series.series, default: []].append(
          CommitmentVersion(commitment: commitment, entry: entry, recordedAt: moment))
      }
    }
    return versions
  }

  /// Reads the numbers that were known at one entry and are others at a later one.
  func revisions(
    of plan: Plan, after floor: EntryID, upTo ceiling: EntryID
  ) throws(StoreError) -> [Series: [Revision]] {
    let measures = Set(plan.measures.map(\.id))
    let series = try allSeries().filter { measures.contains($0.series.measure) }
    let byID = Dictionary(series.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = try prepare(
      """
      SELECT series_id, period FROM measurement_row WHERE entry_id <= ?2
      GROUP BY series_id, period HAVING min(entry_id) <= ?1 AND max(entry_id) > ?1
      """)
    try keys.bind(floor, at: 1)
    try keys.bind(ceiling, at: 2)
    let newest = try prepare(
      """
      SELECT number, denominator, flags, note_sha256 FROM measurement_row
      WHERE series_id = ?1 AND period = ?2 AND entry_id <= ?3 ORDER BY entry_id DESC LIMIT 1
      """)
    var revisions = [Series: [Revision]]()
    while try keys.step() {
      guard let series = byID[keys.int(0)] else { continue }
      let day = keys.int(1)
      let period = PeriodRule(kind: series.kind, yearStart: plan.calendar.yearStarts).period(day)
      let before = try measurement(of: series, period, at: floor, with: newest)
      let after = try measurement(of: series, period, at: ceiling, with: newest)
      guard let before, let after, before != after else { continue }
      revisions[series.series, default: []].append(Revision(before: before, after: after))
    }
    return revisions
  }

  private func measurement(
    of series: SeriesRow, _ period: Period, at entry: EntryID, with statement: borrowing Statement
  ) throws(StoreError) -> Measurement? {
    try statement.bind(series.id, at: 1)
    try statement.bind(period.first.epochDay, at: 2)
    try statement.bind(entry, at: 3)
    var found: Measurement?
    while try statement.step() {
      found = MeasurementRow(statement, from: 0).measurement(period, note: nil)
    }
    return found
  }
}

/// One row of a promise: what an entry made of a baseline, a target or a guardrail.
private struct PromiseStep {
  enum Change {
    case baseline(BaselineRow?)
    case target(Int, TargetRow?)
  }

  let entry: EntryID
  let change: Change

  var textHash: String? {
    switch change {
    case .baseline(let row): row?.sourceHash
    case .target(_, let row): row?.decisionHash
    }
  }

  func apply(to rows: inout CommitmentRows) {
    switch change {
    case .baseline(let row): rows.baseline = row
    case .target(let ordinal, let row): rows.targets[ordinal] = row
    }
  }
}

extension [PromiseStep] {
  /// The steps of each entry together, where they are in the order of entries.
  fileprivate var chunkedByEntry: [(entry: EntryID, steps: [PromiseStep])] {
    reduce(into: []) { chunks, step in
      if let last = chunks.indices.last, chunks[last].entry == step.entry {
        chunks[last].steps.append(step)
      } else {
        chunks.append((step.entry, [step]))
      }
    }
  }
}
