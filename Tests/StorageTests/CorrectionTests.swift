import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct CorrectionTests {
  private func store(_ path: String) throws -> Store {
    var store = try Synthetic.store(path, plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    let measurement = Measurement(
      period: try Synthetic.period("2025-01"), number: 3, denominator: 4, state: .provisional,
      note: "A note")
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
    return store
  }

  @Test func withdrawingLeavesTheVersionInTheLedger() throws {
    let folder = TemporaryFolder()
    var store = try store(folder.file())
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-01")
    let first = try store.record(try Synthetic.draft()) { try $0.withdraw(period, of: series) }
    #expect(first.result == .revised)
    #expect(try store.snapshot().measurements[series] == nil)
    #expect(
      try store.versions(of: series.measure).map(\.measurement.state)
        == [.provisional, .withdrawn])
    let second = try store.record(try Synthetic.draft()) { try $0.withdraw(period, of: series) }
    #expect(second.result == .unchanged)
    #expect(second.entry == nil)
  }

  @Test func excludingKeepsNumberStateAndNote() throws {
    let folder = TemporaryFolder()
    var store = try store(folder.file())
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-01")
    let before = try #require(try store.snapshot().measurements[series]?.first)
    var wanted = before
    wanted.isExcluded = true
    for (isExcluded, expected) in [(true, wanted), (true, wanted), (false, before)] {
      _ = try store.record(try Synthetic.draft()) {
        try $0.setExcluded(isExcluded, period: period, of: series)
      }
      #expect(try store.snapshot().measurements[series] == [expected])
    }
    #expect(try store.entries().count == 5)
  }

  @Test func excludingWhatIsNotThereIsRefused() throws {
    let folder = TemporaryFolder()
    var store = try store(folder.file())
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-02")
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try store.record(draft) { try $0.setExcluded(true, period: period, of: series) }
    }
    #expect(error.description == "there is no measurement of M at home-first for 2025-02")
  }

  @Test func changesShowBeforeAndAfter() throws {
    let folder = TemporaryFolder()
    var store = try store(folder.file())
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-01")
    let before = try #require(try store.snapshot().measurements[series]?.first)
    let after = Measurement(period: period, number: 5)
    _ = try store.record(try Synthetic.draft()) { try $0.write(after, to: series) }
    #expect(
      try store.changes(in: 4)
        == [
          RowChange(
            subject: .measurement(series, period), before: .measurement(before),
            after: .measurement(after))
        ])
    #expect(try store.changes(in: 1).isEmpty)
    #expect(try storeError { _ = try store.changes(in: 5) }.reason == .noSuchEntry)
  }

  @Test func changesOfAPlanAreInItsWords() throws {
    let folder = TemporaryFolder()
    let plan = try Synthetic.fullPlan()
    var store = try Synthetic.store(folder.file(), plan: plan)
    let first = try store.changes(in: 2)
    #expect(first.count == 34)
    #expect(first.allSatisfy { $0.before == nil && $0.after != nil })
    #expect(
      first.first?.after
        == .definition([
          DefinitionField(key: "purpose", value: "Older people are helped quickly at home"),
          DefinitionField(key: "title", value: "Home First"),
        ]))
    var changed = plan
    changed.annotations[0].text = "Moved"
    let whole = plan.wholeSeries(of: plan.measures[0])
    changed.commitments[whole]?.targets[0].value = 71
    let proposed = changed
    _ = try store.record(try Synthetic.draft()) { try $0.apply(proposed) }
    let second = try store.changes(in: 3)
    #expect(
      second.map(\.subject.description) == [
        "annotation go-live-1", "target 1 of HF-M01 at home-first",
      ])
    guard case .definition(let fields) = second[0].before else {
      Issue.record("the annotation has no former values")
      return
    }
    #expect(fields.contains(DefinitionField(key: "text", value: "Crisis team live in Alderwick")))
    #expect(second[1].before == plan.commitments[whole].map { .target($0.targets[0]) })
  }
}
