import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct ApplyTests {
  private func apply(
    _ plan: Plan, retiring items: [PlanItem] = [], to store: inout Store
  ) throws -> RowCounts {
    try store.record(try Synthetic.draft()) { try $0.apply(plan, retiring: items) }.result
  }

  @Test func onlyWhatDiffersIsWritten() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    plan.benefits[0].owner = "Chief Nurse"
    plan.sites.append(Site(id: try Synthetic.id("cawdale"), title: "Cawdale"))
    #expect(try apply(plan, to: &store) == RowCounts(added: 1, revised: 1, unchanged: 33))
    #expect(try store.plan() == plan)
    let raw = try RawDatabase(folder.file())
    #expect(
      try raw.rows("SELECT noun, id FROM definition_row WHERE entry_id = 3 ORDER BY noun")
        == [["benefit", "HF-B01"], ["site", "cawdale"]])
  }

  @Test func theOrderOfThePlanFileIsKept() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    plan.measures.swapAt(0, 2)
    plan.measures.insert(
      Measure(
        id: try Synthetic.id("A0"), title: "Between", kind: .count, unit: "", direction: .lower,
        frequency: Frequency(from: try Synthetic.period("2024-01"))), at: 1)
    #expect(try apply(plan, to: &store).added == 1)
    #expect(try store.plan()?.measures.map(\.id.text) == ["HF-M14", "A0", "HF-M08", "HF-M01"])
  }

  @Test func whatAPlanLeavesOutStaysAsItIs() throws {
    let folder = TemporaryFolder()
    let whole = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: whole)
    var partial = whole
    partial.measures.removeLast()
    partial.commitments = [:]
    partial.annotations = []
    partial.waivers = []
    #expect(try apply(partial, to: &store) == RowCounts(unchanged: 20))
    #expect(try store.plan() == whole)
  }

  @Test func whatIsRetiredIsGoneAndCanComeBack() throws {
    let folder = TemporaryFolder()
    let whole = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: whole)
    let series = try Synthetic.series("HF-M01")
    let measurement = Measurement(
      period: try Synthetic.period("2025-01"), number: 1, denominator: 2)
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    var partial = whole
    partial.measures.removeFirst()
    partial.commitments = whole.commitments.filter { $0.key.measure != series.measure }
    partial.annotations = []
    partial.waivers = []
    partial.benefits.removeLast()
    let absent = whole.items.filter { !partial.items.contains($0) }
    #expect(absent.count == 9)
    // The measure, the benefit, two annotations and a waiver; two baselines; 2 + 1 targets.
    #expect(try apply(partial, retiring: absent, to: &store).revised == 10)
    #expect(try store.plan() == partial)
    // The numbers of a retired measure are kept, and no longer part of the picture.
    #expect(try store.snapshot().measurements.isEmpty)
    #expect(try store.versions(of: series.measure).count == 1)
    #expect(try apply(partial, retiring: absent, to: &store) == RowCounts(unchanged: 24))
    #expect(try apply(whole, to: &store).added == 10)
    #expect(try store.plan() == whole)
    #expect(try store.snapshot().measurements == [series: [measurement]])
    #expect(try store.plan(knownAt: .entry(4)) == partial)
  }

  @Test func aShorterListOfTargetsRetiresTheRest() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let series = try Synthetic.series("HF-M01")
    plan.commitments[series]?.targets.removeLast()
    #expect(try apply(plan, to: &store) == RowCounts(revised: 1, unchanged: 33))
    #expect(try store.plan() == plan)
    #expect(try store.plan(knownAt: .entry(2))?.commitments[series]?.targets.count == 2)
  }

  @Test func thePlanOfAnotherProgrammeIsRefused() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    plan.programme.id = try Synthetic.id("other")
    let error = try storeError { _ = try apply(plan, to: &store) }
    #expect(error.reason == .planConflict)
    #expect(
      error.description
        == "'\(folder.file())' is the database of the programme 'home-first'; this plan is for "
        + "'other'")
    #expect(try store.entries().count == 2)
  }

  @Test func aMeasureKeepsItsKindOfPeriodOnceSomethingIsKnownOfIt() throws {
    let folder = TemporaryFolder()
    var plan = try Synthetic.smallPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let series = try Synthetic.series("M")
    plan.measures[2].frequency = Frequency(from: try Synthetic.period("2024-W10"))
    // Nothing is recorded or promised of it yet, so that a slip in the first plan can be put right.
    #expect(try apply(plan, to: &store).revised == 1)
    let measurement = Measurement(period: try Synthetic.period("2025-W01"), number: 1)
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    plan.measures[2].frequency = Frequency(from: try Synthetic.period("2024-01"))
    let error = try storeError { _ = try apply(plan, to: &store) }
    #expect(error.reason == .planConflict)
    #expect(
      error.description
        == "measure 'M' is recorded for every week; a plan cannot make it every month")
  }

  @Test func yearsKeepTheirBeginningOnceOneIsRecorded() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.smallPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let series = try Synthetic.series("Y")
    let measurement = Measurement(period: try Synthetic.period("2024/25"), number: 1)
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    var january = plan
    january.calendar.yearStarts = .january
    let error = try storeError { _ = try apply(january, to: &store) }
    #expect(error.reason == .planConflict)
    #expect(error.hint == "leave 'year_starts: april' in the plan")
  }

  @Test func bodiesAreCanonicalJSON() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let raw = try RawDatabase(folder.file())
    let body = "SELECT body FROM definition_row WHERE noun = "
    #expect(
      try raw.rows(body + "'project' AND id = 'p1'") == [
        [
          #"{"go_live":"2024-07-01","owner":"Community Nursing Lead","#
            + #""title":"Urgent Community Response"}"#
        ]
      ])
    #expect(
      try raw.rows(body + "'calendar'") == [[#"{"holidays":"england","year_starts":"april"}"#]])
    #expect(
      try raw.rows(body + "'measure' AND id = 'HF-M08'") == [
        [
          #"{"aggregation":"ratio","benefits":["HF-B03"],"decimals":1,"direction":"lower","#
            + #""frequency":{"every":"quarter","from":"2023/24-Q1","interval":2},"#
            + #""guards":["HF-B01"],"kind":"proportion","multiply":100,"role":"balancing","#
            + #""title":"Readmissions within 30 days","unit":"%"}"#
        ]
      ])
    // Free texts are kept apart: their SHA-256 stands here (of "System change", by sha256sum).
    #expect(
      try raw.rows(body + "'annotation' AND id = 'a2'") == [
        [
          #"{"date":"2024-01-01","kind":"data-issue","text_sha256":"#
            + #""07ec4c988890e05da030eb57ca5c3cdf02f7a08d3f083b0b7fd5cc0123383aa3"}"#
        ]
      ])
    #expect(
      try raw.rows("SELECT trajectory FROM target_row WHERE trajectory LIKE '%table%'") == [
        [#"{"shape":"table","values":{"2024-10":72.25,"2024-11":0.30000000000000004}}"#]
      ])
  }
}
