import BenefitsModel

/// Writes what differs between the promises of a plan and those that are kept.
struct CommitmentWriting {
  let session: Session
  let plan: Plan
  private(set) var counts = RowCounts()
  private let current: [Int: CommitmentRows]
  private var known: [Series: SeriesRow]
  private let kinds: [Measure.ID: PeriodKind]
  private let json = CanonicalJSON()

  init(session: Session, plan: Plan, upTo ceiling: EntryID) throws(StoreError) {
    self.session = session
    self.plan = plan
    current = try session.commitmentRows(upTo: ceiling)
    known = Dictionary(
      try session.allSeries().map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
    kinds = Dictionary(
      plan.measures.map { ($0.id, $0.frequency.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// Refuses a plan that would give recorded periods another meaning.
  func checkPeriods(of former: Plan?) throws(StoreError) {
    for row in known.values.sorted(by: { $0.id < $1.id }) {
      if let kind = kinds[row.series.measure], kind != row.kind {
        throw StoreError(
          .planConflict,
          "measure '\(row.series.measure)' is recorded for every \(row.kind.rawValue); a plan "
            + "cannot make it every \(kind.rawValue)",
          hint: "give the measure for every \(kind.rawValue) an identifier of its own")
      }
    }
    if let former, former.calendar.yearStarts != plan.calendar.yearStarts,
      let yearly = known.values.filter({ $0.kind == .year }).min(by: { $0.id < $1.id })
    {
      throw StoreError(
        .planConflict,
        "measure '\(yearly.series.measure)' is recorded for years that begin in "
          + "\(former.calendar.yearStarts.rawValue); a plan cannot make them begin in "
          + plan.calendar.yearStarts.rawValue,
        hint: "leave 'year_starts: \(former.calendar.yearStarts.rawValue)' in the plan")
    }
  }

  /// Writes the promises of all series, in the order of series.
  mutating func write(_ journal: inout EntryJournal) throws(StoreError) {
    for (series, commitment) in plan.commitments.sorted(by: { $0.key < $1.key }) {
      guard !commitment.isEmpty else { continue }
      guard let kind = kinds[series.measure] else {
        throw StoreError(
          .planConflict, "something is promised of \(series), but there is no such measure")
      }
      try write(commitment, of: series, kind: kind, &journal)
    }
  }

  private mutating func write(
    _ commitment: Commitment, of series: Series, kind: PeriodKind, _ journal: inout EntryJournal
  ) throws(StoreError) {
    let rows = known[series].flatMap { current[$0.id] } ?? CommitmentRows()
    var texts = TextShelf()
    if let baseline = commitment.baseline {
      if case .window(let from, let to) = baseline.basis {
        try check([from, to], series, kind)
      }
      var row = BaselineRow(baseline, texts: &texts)
      row.sourceHash = try redacted(rows.baseline?.sourceHash, for: row.sourceHash)
      if row == rows.baseline {
        counts.count(.unchanged)
      } else {
        try keep(texts, row.sourceHash)
        try journal.insert(row, of: try known(series, kind, &journal))
        counts.count(rows.baseline == nil ? .added : .revised)
      }
    }
    var wanted = [(ordinal: Int, row: TargetRow)]()
    if let guardrail = commitment.guardrail { wanted.append((0, TargetRow(guardrail))) }
    for (offset, target) in commitment.targets.enumerated() {
      try check([target.reachBy, target.from, target.holdUntil].compactMap { $0 }, series, kind)
      var row = try row(target, &texts)
      row.decisionHash = try redacted(
        rows.targets[offset + 1]?.decisionHash, for: row.decisionHash)
      wanted.append((offset + 1, row))
    }
    for (ordinal, row) in wanted {
      if row == rows.targets[ordinal] {
        counts.count(.unchanged)
      } else {
        try keep(texts, row.decisionHash)
        try journal.insert(row, ordinal: ordinal, of: try known(series, kind, &journal))
        counts.count(rows.targets[ordinal] == nil ? .added : .revised)
      }
    }
    // A shorter list of targets retires those behind its end; no list at all leaves them as they are.
    guard !commitment.targets.isEmpty, let kept = known[series] else { return }
    for ordinal in rows.targets.keys.sorted() where ordinal > commitment.targets.count {
      try journal.insert(nil as TargetRow?, ordinal: ordinal, of: kept)
      counts.count(.revised)
    }
  }

  /// Retires the baseline, the targets or the guardrail of a series.
  mutating func retire(
    _ noun: PlanItem.Noun, of id: String, _ journal: inout EntryJournal
  ) throws(StoreError) {
    let wanted = id.asciiLowercased()
    guard
      let series = known.values.first(where: {
        $0.series.description.asciiLowercased() == wanted
      }), let rows = current[series.id]
    else { return }
    switch noun {
    case .baseline:
      guard rows.baseline != nil else { return }
      try journal.insert(nil as BaselineRow?, of: series)
      counts.count(.revised)
    case .guardrail, .targets:
      for ordinal in rows.targets.keys.sorted() where (ordinal == 0) == (noun == .guardrail) {
        try journal.insert(nil as TargetRow?, ordinal: ordinal, of: series)
        counts.count(.revised)
      }
    default: return
    }
  }

  /// The hash of a redacted text where what was read in its place is written back, else the hash proposed.
  private func redacted(_ kept: String?, for proposed: String?) throws(StoreError) -> String? {
    guard let kept, proposed == TextHash.of(TextHash.redacted),
      let body = try session.texts([kept]).bodies[kept], body == nil
    else { return proposed }
    return kept
  }

  private func row(_ target: Target, _ texts: inout TextShelf) throws(StoreError) -> TargetRow {
    do {
      return try TargetRow(target, json: json, texts: &texts)
    } catch {
      throw StoreError(.unexpected, "a trajectory cannot be written as JSON (\(error))")
    }
  }

  private func check(
    _ periods: [Period], _ series: Series, _ kind: PeriodKind
  ) throws(StoreError) {
    for period in periods where period.kind != kind {
      throw StoreError(
        .planConflict,
        "\(series) is measured every \(kind.rawValue); \(period) is a \(period.kind.rawValue)")
    }
  }

  private func keep(_ texts: TextShelf, _ hash: String?) throws(StoreError) {
    guard let hash, let text = texts.bodies[hash] ?? nil else { return }
    _ = try session.keep(text)
  }

  /// Returns the kept series, which is added where it is not known yet.
  private mutating func known(
    _ series: Series, _ kind: PeriodKind, _ journal: inout EntryJournal
  ) throws(StoreError) -> SeriesRow {
    if let row = known[series] { return row }
    _ = try journal.begin()
    let row = try session.add(series, kind: kind)
    known[series] = row
    return row
  }
}
