import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct KnownAtTests {
  /// Three numbers for one period, recorded on the evening of 1 May, at midnight, and at noon.
  private func store(_ path: String) throws -> Store {
    var store = try Synthetic.store(path, plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    for (moment, number) in [
      ("2026-05-01T23:59:59Z", 1.0), ("2026-05-02T00:00:00Z", 2), ("2026-05-02T12:00:00Z", 3),
    ] {
      let measurement = Measurement(period: try Synthetic.period("2025-01"), number: number)
      _ = try store.record(try Synthetic.draft(moment)) {
        try $0.write(measurement, to: series)
      }
    }
    return store
  }

  @Test(
    arguments: [
      ("2026-04-30", nil, 2), ("2026-05-01", 1, 3), ("2026-05-02", 3, 5), ("2030-01-01", 3, 5),
      ("2026-05-01T23:59:58Z", nil, 2), ("2026-05-01T23:59:59Z", 1, 3),
      ("2026-05-02T00:00:00Z", 2, 4), ("2026-05-02T11:59:59Z", 2, 4), ("2", nil, 2), ("3", 1, 3),
      ("4", 2, 4), ("5", 3, 5),
    ] as [(String, Double?, Int)])
  func anAnswerTakesInWhatHadBeenEntered(text: String, number: Double?, entry: Int) throws {
    let folder = TemporaryFolder()
    let store = try store(folder.file())
    let knownAt = try #require(KnownAt(text))
    let snapshot = try store.snapshot(knownAt: knownAt)
    #expect(snapshot.entry == entry)
    let series = try Synthetic.series("M")
    #expect(snapshot.measurements[series]?.map(\.number) == number.map { [$0] })
    #expect(try store.entries(knownAt: knownAt).map(\.id) == Array(1...entry))
    #expect(try store.versions(of: series.measure, knownAt: knownAt).count == entry - 2)
  }

  @Test func beforeThePlanThereIsNone() throws {
    let folder = TemporaryFolder()
    let store = try store(folder.file())
    let error = try storeError { _ = try store.snapshot(knownAt: .entry(1)) }
    #expect(error.reason == .noPlan)
    #expect(error.description == "'\(folder.file())' held no plan yet at 1")
    #expect(try store.plan(knownAt: .day(try Synthetic.day("2025-01-01"))) == nil)
    #expect(try store.entries(knownAt: .day(try Synthetic.day("2025-01-01"))).isEmpty)
  }

  @Test func aDatabaseWithoutAPlanSaysSo() throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file())
    #expect(try store.plan() == nil)
    let error = try storeError { _ = try store.snapshot() }
    #expect(error.reason == .noPlan)
    #expect(error.hint?.contains("benefits-cli plan apply") == true)
  }

  @Test func anEntryThatDoesNotExistIsNamed() throws {
    let folder = TemporaryFolder()
    let store = try store(folder.file())
    let error = try storeError { _ = try store.snapshot(knownAt: .entry(6)) }
    #expect(error.reason == .noSuchEntry)
    #expect(error.description == "there is no entry 6: the last one is entry 5")
  }

  @Test func definitionsAndPromisesAreThoseOfTheTime() throws {
    let folder = TemporaryFolder()
    let first = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: first)
    var second = first
    second.measures[0].title = "Another title"
    second.calendar.holidays = .none
    let whole = second.wholeSeries(of: second.measures[0])
    second.commitments[whole]?.targets[1].value = 86
    second.commitments[whole]?.targets[1].decision = "Board, 4 July 2026"
    let recorded = try store.record(try Synthetic.draft()) { try $0.apply(second) }
    #expect(recorded.result == RowCounts(revised: 3, unchanged: 31))
    #expect(try store.plan(knownAt: .entry(2)) == first)
    #expect(try store.plan(knownAt: .entry(3)) == second)
  }
}

@Suite struct KnownAtPropertyTests {
  /// Records at random, and asks for every earlier state of knowledge again at the end.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func earlierAnswersNeverChange(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let folder = TemporaryFolder()
    var plan = try Synthetic.smallPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    var moment = try Synthetic.instant("2026-02-01T00:00:00Z")
    var answers = [(knownAt: KnownAt, snapshot: Snapshot)]()
    for step in 0..<40 {
      // Whole days, sometimes none, so that several entries share a day or a moment.
      moment = Instant(
        secondsSince1970: moment.secondsSince1970
          + [0, 1, 3600, 86_400].randomElement(using: &random).unsafelyUnwrapped)
      let draft = EntryDraft(
        recordedAt: moment, recordedBy: "Analyst", command: "step \(step)")
      if Int.random(in: 0..<5, using: &random) == 0 {
        plan.measures.shuffle(using: &random)
        plan.measures[0].title = "Title \(step)"
        let series = plan.wholeSeries(of: plan.measures[0])
        plan.commitments[series] = Commitment(
          baseline: Baseline(basis: .stated(value: Double(step), source: "Seed \(seed)")),
          guardrail: Guardrail(limit: Double(step + 1)))
        let proposed = plan
        _ = try store.record(draft) { try $0.apply(proposed) }
      } else {
        let rows = try (0..<Int.random(in: 1...8, using: &random)).map { _ in
          let withdraws = Int.random(in: 0..<6, using: &random) == 0
          let measure = ["M", "Q", "W"].randomElement(using: &random).unsafelyUnwrapped
          let kind: PeriodKind = measure == "M" ? .month : measure == "Q" ? .quarter : .week
          let start = Period(kind, containing: try Synthetic.day("2025-01-01"))
          return (
            try Synthetic.series(
              measure,
              at: ["home-first", "alderwick"].randomElement(using: &random)
                .unsafelyUnwrapped),
            Measurement(
              period: start.advanced(by: Int.random(in: 0..<6, using: &random)),
              number: withdraws ? nil : Double(Int.random(in: 0..<4, using: &random)),
              state: withdraws ? .withdrawn : .final,
              note: Bool.random(using: &random) ? "note \(step % 3)" : nil)
          )
        }
        _ = try store.record(draft) { writer in
          // The last of several numbers for a period counts; two in one entry would be refused.
          var chosen = [Series: [Period: Measurement]]()
          for (series, measurement) in rows {
            chosen[series, default: [:]][measurement.period] = measurement
          }
          for (series, measurements) in chosen.sorted(by: { $0.key < $1.key }) {
            for (_, measurement) in measurements.sorted(by: { $0.key < $1.key }) {
              _ = try writer.write(measurement, to: series)
            }
          }
        }
      }
      let last = try #require(try store.entries().last)
      answers.append((.entry(last.id), try store.snapshot(knownAt: .entry(last.id))))
      #expect(try store.snapshot() == answers.last?.snapshot)
    }
    for (knownAt, snapshot) in answers {
      #expect(try store.snapshot(knownAt: knownAt) == snapshot, "seed \(seed), \(knownAt)")
    }
    // A day or a moment answers as the last entry recorded by then does.
    for entry in try store.entries() where entry.id > 1 {
      let byMoment = try store.snapshot(knownAt: .instant(entry.recordedAt))
      let byDay = try store.snapshot(knownAt: .day(entry.recordedAt.day))
      #expect(byMoment == (try store.snapshot(knownAt: .entry(byMoment.entry))))
      #expect(byMoment.recordedAt == entry.recordedAt)
      #expect(byDay == (try store.snapshot(knownAt: .entry(byDay.entry))))
      #expect(byDay.recordedAt.day == entry.recordedAt.day)
    }
  }
}
