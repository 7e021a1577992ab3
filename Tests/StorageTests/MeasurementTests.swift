import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct MeasurementTests {
  private func record(
    _ store: inout Store, _ label: String, _ number: Double?, of measure: String = "M",
    state: MeasurementState = .final, note: String? = nil, at moment: String
  ) throws -> Recorded<WriteOutcome> {
    let measurement = Measurement(
      period: try Synthetic.period(label), number: number, state: state, note: note)
    let series = try Synthetic.series(measure)
    return try store.record(try Synthetic.draft(moment)) { try $0.write(measurement, to: series) }
  }

  @Test func everyFieldComesBackAsItWas() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M", at: "alderwick", for: "fifth-1")
    let written = [
      Measurement(period: try Synthetic.period("1969-12"), number: -1e15),
      Measurement(period: try Synthetic.period("2024-01"), number: 0.1 + 0.2, denominator: 3),
      Measurement(period: try Synthetic.period("2024-02"), number: 0, state: .provisional),
      Measurement(
        period: try Synthetic.period("2024-03"), number: .leastNonzeroMagnitude, state: .estimated,
        isExcluded: true, note: "Café — 100 %, \"quoted\""),
      Measurement(
        period: try Synthetic.period("2024-04"), number: nil, denominator: 4, state: .suppressed,
        note: ""),
    ]
    _ = try store.record(try Synthetic.draft()) { writer throws in
      for measurement in written { #expect(try writer.write(measurement, to: series) == .added) }
      #expect(try writer.measurements(of: series) == written)
    }
    let snapshot = try Store.open(at: folder.file(), for: .read).snapshot()
    #expect(snapshot.measurements == [series: written])
  }

  @Test(arguments: [
    ("D", "2024-02-29"), ("W", "2020-W53"), ("W", "2026-W01"), ("M", "2199-12"),
    ("Q", "2024/25-Q4"), ("Y", "2025/26"),
  ])
  func periodsOfEveryKindComeBack(measure: String, label: String) throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    _ = try record(&store, label, 1, of: measure, at: "2026-05-01T12:00:00Z")
    let found = try store.snapshot().measurements[try Synthetic.series(measure)]
    #expect(found?.map(\.period.description) == [label])
    let versions = try store.versions(of: try Synthetic.id(measure))
    #expect(versions.map(\.measurement.period.description) == [label])
  }

  @Test func calendarQuartersAndYearsComeBackByTheirNames() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.smallPlan()
    plan.calendar.yearStarts = .january
    plan.measures = try [("Q", "2025-Q1"), ("Y", "2025")].map { name, from in
      Measure(
        id: try Synthetic.id(name), title: name, kind: .count, unit: "", direction: .lower,
        frequency: Frequency(from: try Synthetic.period(from)))
    }
    var store = try Synthetic.store(folder.file(), plan: plan)
    _ = try record(&store, "2025-Q3", 1, of: "Q", at: "2026-05-01T12:00:00Z")
    _ = try record(&store, "2025", 2, of: "Y", at: "2026-05-01T12:00:00Z")
    let found = try store.snapshot().measurements.values.flatMap { $0.map(\.period.description) }
    #expect(found.sorted() == ["2025", "2025-Q3"])
    let raw = try RawDatabase(folder.file())
    #expect(
      try raw.rows("SELECT period FROM measurement ORDER BY period") == [["2025"], ["2025-Q3"]])
  }

  @Test func theNewestEntryWins() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    #expect(try record(&store, "2025-01", 3, at: "2026-05-01T12:00:00Z").result == .added)
    #expect(try record(&store, "2025-01", 4, at: "2026-05-02T12:00:00Z").result == .revised)
    #expect(try record(&store, "2025-01", 4, at: "2026-05-03T12:00:00Z").result == .unchanged)
    let found = try store.snapshot()
    #expect(found.measurements[try Synthetic.series("M")]?.map(\.number) == [4])
    #expect(found.entry == 4)
    #expect(found.recordedAt == (try Synthetic.instant("2026-05-02T12:00:00Z")))
    let versions = try store.versions(of: try Synthetic.id("M"))
    #expect(versions.map(\.measurement.number) == [3, 4])
    #expect(versions.map(\.entry) == [3, 4])
  }

  @Test func aRowDiffersByAnyOfItsFields() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let period = try Synthetic.period("2025-01")
    let variants = [
      Measurement(period: period, number: 1),
      Measurement(period: period, number: 1, denominator: 2),
      Measurement(period: period, number: 1, denominator: 2, state: .provisional),
      Measurement(period: period, number: 1, denominator: 2, state: .provisional, isExcluded: true),
      Measurement(
        period: period, number: 1, denominator: 2, state: .provisional, isExcluded: true, note: "n"),
      Measurement(period: period, number: 1),
    ]
    let series = try Synthetic.series("M")
    for (index, variant) in variants.enumerated() {
      let recorded = try store.record(try Synthetic.draft()) { try $0.write(variant, to: series) }
      #expect(recorded.result == (index == 0 ? .added : .revised), "variant \(index)")
      #expect(try store.snapshot().measurements[series] == [variant], "variant \(index)")
    }
  }

  @Test func withdrawnMeasurementsAreRowsThatASnapshotLeavesOut() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    _ = try record(&store, "2025-01", 3, at: "2026-05-01T12:00:00Z")
    _ = try record(&store, "2025-02", 5, at: "2026-05-01T12:00:00Z")
    #expect(
      try record(&store, "2025-01", nil, state: .withdrawn, at: "2026-05-02T12:00:00Z").result
        == .revised)
    #expect(try store.snapshot().measurements[series]?.map(\.number) == [5])
    #expect(try store.versions(of: try Synthetic.id("M")).count == 3)
    #expect(
      try record(&store, "2025-01", nil, state: .withdrawn, at: "2026-05-03T12:00:00Z").result
        == .unchanged)
    #expect(try record(&store, "2025-01", 3, at: "2026-05-04T12:00:00Z").result == .added)
    #expect(try store.snapshot().measurements[series]?.map(\.number) == [3, 5])
  }

  @Test func withdrawingWhatWasNeverRecordedWritesNothing() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let recorded = try record(
      &store, "2025-01", nil, state: .withdrawn, at: "2026-05-01T12:00:00Z")
    #expect(recorded.result == .unchanged)
    #expect(recorded.entry == nil)
  }

  @Test func negativeZeroIsZero() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    _ = try record(&store, "2025-01", 0, at: "2026-05-01T12:00:00Z")
    #expect(try record(&store, "2025-01", -0.0, at: "2026-05-01T12:00:00Z").result == .unchanged)
  }

  @Test func identifiersAreTheSameWhateverTheirCase() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    _ = try record(&store, "2025-01", 1, of: "M", at: "2026-05-01T12:00:00Z")
    #expect(
      try record(&store, "2025-01", 1, of: "m", at: "2026-05-01T12:00:00Z").result == .unchanged)
  }

  @Test(
    arguments: [
      (Double.nan, nil), (Double.infinity, nil), (1.1e15, nil), (1, -1.0), (1, Double.nan),
      (nil, nil),
    ] as [(Double?, Double?)])
  func whatIsNoNumberIsRefused(number: Double?, denominator: Double?) throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let measurement = Measurement(
      period: try Synthetic.period("2025-01"), number: number, denominator: denominator)
    let series = try Synthetic.series("M")
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try store.record(draft) { try $0.write(measurement, to: series) }
    }
    #expect(error.reason == .refused)
    #expect(error.description.hasPrefix("M at home-first, 2025-01: "))
    #expect(try store.entries().count == 2)
  }

  @Test func twoNumbersForOnePeriodInOneEntryAreRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let period = try Synthetic.period("2025-01")
    let series = try Synthetic.series("M")
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try store.record(draft) { writer in
        _ = try writer.write(Measurement(period: period, number: 1), to: series)
        _ = try writer.write(Measurement(period: period, number: 2), to: series)
      }
    }
    #expect(error.description == "M at home-first is given two different numbers for 2025-01")
    #expect(try store.snapshot().measurements.isEmpty)
  }

  @Test func aPeriodOfAnotherKindAndAnUnknownMeasureAreRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let kind = try storeError {
      _ = try record(&store, "2024/25-Q1", 1, of: "M", at: "2026-05-01T12:00:00Z")
    }
    #expect(kind.description == "'M' is measured every month; 2024/25-Q1 is a quarter")
    let unknown = try storeError {
      _ = try record(&store, "2025-01", 1, of: "N", at: "2026-05-01T12:00:00Z")
    }
    #expect(unknown.description == "there is no measure 'N' in the plan")
  }
}
