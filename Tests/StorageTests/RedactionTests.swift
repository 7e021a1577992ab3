import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct RedactionTests {
  @Test func aTextIsRemovedAndItsHashStays() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    let period = try Synthetic.period("2025-01")
    let secret = "Seen by Synthetic O'Person"
    let measurement = Measurement(period: period, number: 1, note: secret)
    let draft = try Synthetic.draft(
      command: #"benefits-cli record M 1 --note 'Seen by Synthetic O'\''Person'"#, reason: "late")
    _ = try store.record(draft) { try $0.write(measurement, to: series) }
    let recorded = try store.record(try Synthetic.draft(command: "benefits-cli redact")) {
      try $0.redact(.note(of: series, period))
    }
    #expect(recorded.result.commands == [3])
    #expect(recorded.entry?.rows == RowCounts(revised: 2))
    #expect(try store.snapshot().measurements[series]?.map(\.note) == ["(redacted)"])
    let entries = try store.entries()
    #expect(entries[2].command == "(redacted)")
    #expect(entries[2].reason == "late")
    #expect(try store.changes(in: 4).map(\.subject).contains(.text(recorded.result.hash)))
    // Nothing of the text is left anywhere in the file.
    let bytes = try folder.bytes()
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Synthetic O"))
    let again = try store.record(try Synthetic.draft()) {
      try $0.redact(.hash(recorded.result.hash))
    }
    #expect(again.entry == nil)
    #expect(again.result.wasRedacted)
  }

  @Test func aReasonIsRemovedByItsEntry() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let series = try Synthetic.series("M")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    _ = try store.record(try Synthetic.draft(reason: "late")) {
      try $0.write(measurement, to: series)
    }
    _ = try store.record(try Synthetic.draft()) { try $0.redact(.reason(of: 3)) }
    #expect(try store.entries()[2].reason == "(redacted)")
    let draft = try Synthetic.draft()
    let error = try storeError { _ = try store.record(draft) { try $0.redact(.reason(of: 2)) } }
    #expect(error.description == "there is no reason of entry 2")
  }
}
