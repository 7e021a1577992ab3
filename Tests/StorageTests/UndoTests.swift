import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct UndoTests {
  private func write(_ number: Double, _ period: String, to store: inout Store) throws {
    let series = try Synthetic.series("M")
    let measurement = Measurement(
      period: try Synthetic.period(period), number: number, note: "note \(number)")
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
  }

  private func undo(_ entry: EntryID, in store: inout Store) throws -> RowCounts {
    try store.record(try Synthetic.draft()) { try $0.undo(entry) }.result
  }

  @Test func undoingRestoresAndCanBeUndone() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try write(1, "2025-01", to: &store)
    let before = try store.snapshot().measurements
    try write(2, "2025-01", to: &store)
    let after = try store.snapshot().measurements
    #expect(try undo(4, in: &store) == RowCounts(revised: 1))
    #expect(try store.snapshot().measurements == before)
    #expect(try undo(5, in: &store) == RowCounts(revised: 1))
    #expect(try store.snapshot().measurements == after)
    #expect(try store.entries().count == 6)
  }

  @Test func whatTheEntryFirstWroteIsWithdrawn() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try write(1, "2025-01", to: &store)
    #expect(try undo(3, in: &store) == RowCounts(revised: 1))
    #expect(try store.snapshot().measurements.isEmpty)
    #expect(try undo(4, in: &store) == RowCounts(added: 1))
    #expect(try store.snapshot().measurements.count == 1)
  }

  @Test func laterEntriesOnTopAreListed() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    for number in 1...3 { try write(Double(number), "2025-01", to: &store) }
    try write(9, "2025-02", to: &store)
    let bytes = try folder.bytes()
    let error = try storeError { _ = try undo(3, in: &store) }
    #expect(error.reason == .standsOnTop)
    #expect(error.entries == [4, 5])
    #expect(
      error.description == "entry 3 cannot be undone: entries 4, 5 stand on top of it")
    #expect(error.hint == "undo entry 5 first, or record the right values")
    #expect(try folder.bytes() == bytes)
    // From the newest to the oldest everything can be undone.
    for entry in [5, 4, 3] { _ = try undo(entry, in: &store) }
    let left = try store.snapshot().measurements[try Synthetic.series("M")]
    #expect(left?.map(\.number) == [9])
    // What is undone already is not undone again.
    #expect(try storeError { _ = try undo(3, in: &store) }.reason == .standsOnTop)
  }

  @Test func plansAreUndoneWithPromisesAndOrder() throws {
    let folder = TemporaryFolder()
    let first = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: first)
    var second = first
    second.measures.swapAt(0, 2)
    second.measures[0].title = "Another title"
    second.calendar.holidays = .none
    let whole = second.wholeSeries(of: second.measures[2])
    second.commitments[whole]?.targets.removeLast()
    second.commitments[whole]?.baseline = Baseline(basis: .stated(value: 2, source: "Audit"))
    second.strata.append(Stratum(id: try Synthetic.id("fifth-2"), title: "Second fifth"))
    second.waivers = []
    let proposed = second
    _ = try store.record(try Synthetic.draft()) {
      try $0.apply(proposed, retiring: [PlanItem(.waiver, "w1")])
    }
    #expect(try store.plan() == second)
    _ = try undo(3, in: &store)
    #expect(try store.plan() == first)
    _ = try undo(4, in: &store)
    #expect(try store.plan() == second)
    _ = try undo(5, in: &store)
    _ = try undo(2, in: &store)
    #expect(try store.plan() == nil)
    _ = try undo(7, in: &store)
    #expect(try store.plan() == first)
  }

  @Test func whatLaterEntriesNeedIsNotTakenAway() throws {
    let folder = TemporaryFolder()
    let small = try Synthetic.smallPlan()
    var store = try Synthetic.store(folder.file(), plan: small)
    var larger = small
    larger.projects = [Project(id: try Synthetic.id("P1"), title: "First")]
    larger.sites = [Site(id: try Synthetic.id("alderwick"), title: "Alderwick")]
    let withProject = larger
    _ = try store.record(try Synthetic.draft()) { try $0.apply(withProject) }
    larger.benefits = [
      Benefit(
        id: try Synthetic.id("B1"), title: "Faster", aim: .patientExperience,
        project: try Synthetic.id("P1"))
    ]
    let withBenefit = larger
    _ = try store.record(try Synthetic.draft()) { try $0.apply(withBenefit) }
    #expect(try storeError { _ = try undo(3, in: &store) }.entries == [4])
    _ = try undo(4, in: &store)
    let series = try Synthetic.series("M", at: "alderwick")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    #expect(try storeError { _ = try undo(3, in: &store) }.entries == [6])
    #expect(try storeError { _ = try undo(2, in: &store) }.entries == [6])
    _ = try undo(6, in: &store)
    _ = try undo(3, in: &store)
    #expect(try store.plan() == small)
  }

  @Test func whatCannotBeUndoneIsRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    #expect(try storeError { _ = try undo(1, in: &store) }.reason == .refused)
    #expect(try storeError { _ = try undo(3, in: &store) }.reason == .noSuchEntry)
    #expect(try storeError { _ = try undo(0, in: &store) }.reason == .noSuchEntry)
    try write(1, "2025-01", to: &store)
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-01")
    _ = try store.record(try Synthetic.draft()) { try $0.redact(.note(of: series, period)) }
    #expect(try storeError { _ = try undo(4, in: &store) }.reason == .refused)
  }
}
