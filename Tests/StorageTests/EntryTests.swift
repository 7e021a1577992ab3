import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct EntryTests {
  private func write(
    _ number: Double, to store: inout Store, _ draft: EntryDraft, dryRun: Bool = false
  ) throws -> Entry? {
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: number)
    let series = try Synthetic.series("M")
    return try store.record(draft, dryRun: dryRun) { try $0.write(measurement, to: series) }.entry
  }

  @Test func anEntrySaysWhoWhenWhatAndWhy() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let source = SourceFile(
      name: "falls.csv", size: 12, sha256: String(repeating: "0a", count: 32))
    let draft = try Synthetic.draft(
      "2026-05-01T12:00:00Z", stated: true, command: "benefits-cli import falls.csv",
      reason: "Corrected at source", source: source)
    let written = try #require(try write(3, to: &store, draft))
    #expect(
      written
        == Entry(
          id: 3, recordedAt: try Synthetic.instant("2026-05-01T12:00:00Z"), isStated: true,
          origin: "test", recordedBy: "Analyst", command: "benefits-cli import falls.csv",
          reason: "Corrected at source", source: source, rows: RowCounts(added: 1),
          hash: written.hash))
    #expect(written.hash?.utf8.count == 64)
    let entries = try store.entries()
    #expect(entries.map(\.id) == [1, 2, 3])
    #expect(entries.last == written)
    #expect(entries.first?.command == "init")
    #expect(entries.first?.rows == RowCounts())
    #expect(entries.map(\.origin) == ["test", "test", "test"])
  }

  @Test func nothingChangedMeansNoEntry() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    _ = try write(3, to: &store, try Synthetic.draft())
    let before = try folder.bytes()
    #expect(try write(3, to: &store, try Synthetic.draft()) == nil)
    #expect(try folder.bytes() == before)
  }

  @Test func aDryRunSaysWhatItWouldDoAndLeavesTheFileAsItWas() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let before = try folder.bytes()
    let entry = try #require(try write(3, to: &store, try Synthetic.draft(), dryRun: true))
    #expect(entry.id == 3)
    #expect(entry.rows == RowCounts(added: 1))
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["benefits.db"])
    #expect(try store.entries().count == 2)
  }

  @Test func aBodyThatThrowsLeavesTheFileAsItWas() throws {
    struct Stop: Error {}
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let before = try folder.bytes()
    let series = try Synthetic.series("M")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    let draft = try Synthetic.draft()
    #expect(throws: Stop.self) {
      _ = try store.record(draft) { writer in
        _ = try writer.write(measurement, to: series)
        throw Stop()
      }
    }
    #expect(try folder.bytes() == before)
    #expect(try write(2, to: &store, draft)?.id == 3)
  }

  @Test func aClockThatWentBackTakesTheTimeOfTheLastEntry() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let entry = try write(1, to: &store, try Synthetic.draft("2025-06-01T00:00:00Z"))
    #expect(entry?.recordedAt == (try Synthetic.instant("2026-01-01T10:00:00Z")))
    #expect(try store.entries().last?.recordedAt == entry?.recordedAt)
  }

  @Test func aStatedMomentBeforeTheLastEntryIsRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let draft = try Synthetic.draft("2026-01-01T09:59:59Z", stated: true)
    let error = try storeError { _ = try write(1, to: &store, draft) }
    #expect(error.reason == .beforeLastEntry)
    #expect(
      error.description
        == "2026-01-01T09:59:59Z is before the last entry (entry 2, 2026-01-01T10:00:00Z)")
    let same = try Synthetic.draft("2026-01-01T10:00:00Z", stated: true)
    #expect(try write(1, to: &store, same)?.isStated == true)
  }

  @Test func aStatedMomentInTheFutureIsRefused() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let future = try Synthetic.draft(
      "2026-05-01T12:00:01Z", stated: true, clock: "2026-05-01T12:00:00Z")
    let error = try storeError { _ = try write(1, to: &store, future) }
    #expect(error.reason == .inTheFuture)
    let now = try Synthetic.draft(
      "2026-05-01T12:00:00Z", stated: true, clock: "2026-05-01T12:00:00Z")
    #expect(try write(1, to: &store, now) != nil)
    let folder2 = TemporaryFolder()
    let creating = try storeError {
      _ = try Store.create(at: folder2.file(), origin: "o", draft: future)
    }
    #expect(creating.reason == .inTheFuture)
    #expect(try folder2.names().isEmpty)
  }

  @Test func aStoreOpenedForReadingRecordsNothing() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    var store = try Store.open(at: folder.file(), for: .read)
    let draft = try Synthetic.draft()
    let error = try storeError { _ = try write(1, to: &store, draft) }
    #expect(error.reason == .readOnly)
  }
}
