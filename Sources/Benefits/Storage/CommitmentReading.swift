import BenefitsModel

/// The newest promise rows of one series.
struct CommitmentRows: Hashable {
  var baseline: BaselineRow?
  /// Targets by ordinal; ordinal 0 is the guardrail.
  var targets: [Int: TargetRow] = [:]
}

extension Session {
  /// The statement that reads the newest baseline of every series up to an entry.
  static let newestBaselines: StaticString = """
    SELECT series_id, retired, first_period, last_period, value, source_sha256, state,
      validated_by, validated_on, max(entry_id)
    FROM baseline_row WHERE entry_id <= ?1 GROUP BY series_id, ordinal
    """

  /// The statement that reads the newest targets and guardrails of every series up to an entry.
  static let newestTargets: StaticString = """
    SELECT series_id, ordinal, retired, value, amber, stretch, basis, from_period, reach_by,
      hold_until, trajectory, committed_by, committed_on, decision_sha256, max(entry_id)
    FROM target_row WHERE entry_id <= ?1 GROUP BY series_id, ordinal
    """

  /// Reads the newest promise rows of every series up to an entry, without retired ones.
  func commitmentRows(upTo ceiling: EntryID) throws(StoreError) -> [Int: CommitmentRows] {
    var rows = [Int: CommitmentRows]()
    let baselines = try prepare(Self.newestBaselines)
    try baselines.bind(ceiling, at: 1)
    while try baselines.step() {
      guard baselines.int(1) == 0 else { continue }
      rows[baselines.int(0), default: CommitmentRows()].baseline = BaselineRow(baselines, from: 2)
    }
    let targets = try prepare(Self.newestTargets)
    try targets.bind(ceiling, at: 1)
    while try targets.step() {
      guard targets.int(2) == 0 else { continue }
      rows[targets.int(0), default: CommitmentRows()].targets[targets.int(1)] =
        TargetRow(targets, from: 3)
    }
    return rows
  }

  /// Reads what was promised of each series of a plan's measures.
  func commitments(
    of plan: Plan, upTo ceiling: EntryID
  ) throws(StoreError) -> [Series: Commitment] {
    let rows = try commitmentRows(upTo: ceiling)
    guard !rows.isEmpty else { return [:] }
    let hashes = rows.values.flatMap { rows in
      [rows.baseline?.sourceHash].compactMap { $0 }
        + rows.targets.values.compactMap(\.decisionHash)
    }
    let shelf = try texts(Set(hashes))
    let measures = Set(plan.measures.map(\.id))
    let json = CanonicalJSON()
    var commitments = [Series: Commitment]()
    for series in try allSeries() {
      // What was promised of a retired measure sleeps until the measure is back.
      guard let rows = rows[series.id], measures.contains(series.series.measure) else { continue }
      let periods = PeriodRule(kind: series.kind, yearStart: plan.calendar.yearStarts)
      guard let commitment = rows.commitment(periods, json: json, texts: shelf) else {
        throw StoreError(
          .damaged, "'\(path)' is damaged: what was promised of \(series.series) cannot be read",
          hint: StoreError.restoreHint)
      }
      commitments[series.series] = commitment
    }
    return commitments
  }
}

extension CommitmentRows {
  /// The promise that the rows stand for; `nil` where one of them cannot be read.
  func commitment(
    _ periods: PeriodRule, json: CanonicalJSON, texts: TextShelf
  ) -> Commitment? {
    var commitment = Commitment()
    if let baseline {
      guard let read = baseline.baseline(periods, texts: texts) else { return nil }
      commitment.baseline = read
    }
    for (ordinal, row) in targets.sorted(by: { $0.key < $1.key }) {
      if ordinal == 0 {
        commitment.guardrail = row.guardrail
      } else {
        // A body that is no trajectory is damage like any other; the caller names the series.
        guard let target = try? row.target(periods, json: json, texts: texts) else { return nil }
        commitment.targets.append(target)
      }
    }
    return commitment
  }
}
