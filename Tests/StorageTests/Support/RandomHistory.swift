import BenefitsModel
import BenefitsStorage
import Testing

/// Records at random in every way there is, always the same for the same seed.
struct RandomHistory: ~Copyable {
  /// The ways of recording.
  enum Way: Int, CaseIterable {
    case importing, withdrawing, excluding, planning, undoing
  }

  var store: Store
  /// How often each way wrote an entry.
  private(set) var written: [Way: Int] = [:]
  /// How often undoing was refused, since later entries stood on top.
  private(set) var refused = 0
  private var random: SplitMix
  private var plan: Plan
  private var moment: Instant
  private var step = 0

  init(_ path: String, seed: UInt64) throws {
    var plan = try Synthetic.smallPlan()
    plan.sites = [Site(id: try Synthetic.id("alderwick"), title: "Alderwick")]
    // Everything that may throw comes before the store, which cannot be taken back half made.
    let moment = try Synthetic.instant("2026-02-01T00:00:00Z")
    let store = try Synthetic.store(path, plan: plan)
    self.plan = plan
    self.moment = moment
    self.random = SplitMix(state: seed)
    self.store = store
  }

  /// Takes one step, which may come to nothing.
  mutating func advance() throws {
    step += 1
    // Whole days, sometimes none, so that several entries share a day or a moment.
    moment = Instant(
      secondsSince1970: moment.secondsSince1970 + [0, 1, 3600, 86_400][below(4)])
    let way =
      Way(rawValue: max(0, below(Way.allCases.count + 3) - 3)) ?? .importing
    let draft = EntryDraft(
      recordedAt: moment, recordedBy: "Analyst", command: "step \(step)",
      reason: below(2) == 0 ? "Reason \(step)" : nil)
    let entry: Entry?
    switch way {
    case .importing: entry = try write(draft)
    case .withdrawing:
      let (series, period) = try place()
      entry = try store.record(draft) { try $0.withdraw(period, of: series) }.entry
    case .excluding:
      let (series, period) = try place()
      let isExcluded = below(3) > 0
      do {
        entry = try store.record(draft) {
          try $0.setExcluded(isExcluded, period: period, of: series)
        }.entry
      } catch let error as StoreError where error.reason == .refused {
        entry = nil
      }
    case .planning: entry = try change(draft)
    case .undoing: entry = try undo(draft)
    }
    if entry != nil { written[way, default: 0] += 1 }
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func place() throws -> (Series, Period) {
    let measure = ["M", "Q", "W"][below(3)]
    let kind: PeriodKind = measure == "M" ? .month : measure == "Q" ? .quarter : .week
    let series = try Synthetic.series(measure, at: ["home-first", "alderwick"][below(2)])
    let start = Period(kind, containing: try Synthetic.day("2025-01-01"))
    return (series, start.advanced(by: below(6)))
  }

  private mutating func write(_ draft: EntryDraft) throws -> Entry? {
    var rows = [Series: [Period: Measurement]]()
    for _ in 0...below(12) {
      let (series, period) = try place()
      let state = [MeasurementState.final, .provisional, .estimated, .suppressed][below(4)]
      rows[series, default: [:]][period] = Measurement(
        period: period, number: state == .suppressed ? nil : Double(below(40)) / 8,
        denominator: below(2) == 0 ? Double(below(9)) : nil, state: state,
        note: below(3) == 0 ? "note \(below(5))" : nil)
    }
    // Descending periods, which the ledger puts into order.
    let chosen = rows.sorted { $0.key < $1.key }
      .flatMap { series, values in values.sorted { $0.key > $1.key }.map { (series, $0.value) } }
    return try store.record(draft) { writer in
      for (series, measurement) in chosen
      where writer.plan?.measures.contains(where: {
        $0.id == series.measure
      }) == true {
        _ = try writer.write(measurement, to: series)
      }
    }.entry
  }

  private mutating func change(_ draft: EntryDraft) throws -> Entry? {
    plan.measures.shuffle(using: &random)
    plan.measures[0].title = "Title \(step)"
    let series = plan.wholeSeries(of: plan.measures[0])
    let kind = plan.measures[0].frequency.kind
    plan.commitments[series] = Commitment(
      baseline: Baseline(basis: .stated(value: Double(step), source: "Source \(step % 4)")),
      targets: (0...below(2)).map {
        Target(
          value: Double(step + $0 + 1),
          reachBy: Period(kind, containing: Day(epochDay: 21_000 + 400 * $0)))
      },
      guardrail: below(2) == 0 ? Guardrail(limit: Double(step + 1)) : nil)
    if below(2) == 0 {
      plan.annotations.append(
        Annotation(
          id: try Synthetic.id("a\(step)"), date: moment.day, kind: .decision,
          text: "Text \(step)"))
    }
    let proposed = plan
    let retiring =
      below(2) == 0 ? plan.annotations.popLast().map { PlanItem(.annotation, $0.id) } : nil
    return try store.record(draft) {
      try $0.apply(proposed, retiring: [retiring].compactMap { $0 })
    }
    .entry
  }

  private mutating func undo(_ draft: EntryDraft) throws -> Entry? {
    // Never the first plan, without which nothing could be recorded.
    let last = try store.entries().count
    guard last > 2 else { return nil }
    // Mostly one of the last, since older ones mostly have others on top.
    let entry = max(3, last - below(6))
    do {
      let recorded = try store.record(draft) { try $0.undo(entry) }
      if let current = try store.plan() { plan = current }
      return recorded.entry
    } catch let error as StoreError {
      #expect([.standsOnTop, .refused].contains(error.reason), "\(error)")
      refused += 1
      return nil
    }
  }
}
