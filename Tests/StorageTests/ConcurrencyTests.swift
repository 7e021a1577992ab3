import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct ConcurrencyTests {
  @Test func aSecondWriterIsToldThatTheDatabaseIsBusy() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let other = try RawDatabase(folder.file())
    try other.run("BEGIN IMMEDIATE")
    var store = try Store.open(at: folder.file(), for: .write, timeout: 20)
    let series = try Synthetic.series("M")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try store.record(draft) { try $0.write(measurement, to: series) }
    }
    #expect(error.reason == .busy)
    #expect(
      error.description == "'\(folder.file())' is busy: another program is writing to it")
    // A reader meanwhile works.
    #expect(try Store.open(at: folder.file(), for: .read, timeout: 0).snapshot().entry == 2)
    try other.run("ROLLBACK")
    #expect(try store.record(draft) { try $0.write(measurement, to: series) }.entry?.id == 3)
  }

  @Test func aReaderIsToldThatTheDatabaseIsBusyWhileItIsWritten() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let other = try RawDatabase(folder.file())
    try other.run("BEGIN EXCLUSIVE")
    #expect(try reason(opening: folder.file(), for: .read) == .busy)
    #expect(try reason(opening: folder.file(), for: .write) == .busy)
  }

  @Test func aWriterThatAReaderKeepsFromCommittingTakesEverythingBack() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let before = try folder.bytes()
    let reader = try RawDatabase(folder.file())
    try reader.run("BEGIN; SELECT count(*) FROM entry")
    var store = try Store.open(at: folder.file(), for: .write, timeout: 20)
    let series = try Synthetic.series("M")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    let draft = try Synthetic.draft()
    let error = try storeError {
      _ = try store.record(draft) { try $0.write(measurement, to: series) }
    }
    #expect(error.reason == .busy)
    #expect(try folder.bytes() == before)
    try reader.run("COMMIT")
    #expect(try store.record(draft) { try $0.write(measurement, to: series) }.entry?.id == 3)
  }

  @Test func aReaderMeetsTheJournalOfAKilledWriter() throws {
    let folder = TemporaryFolder()
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let before = try folder.bytes()
    let series = try Synthetic.series("M")
    // What a writer leaves that is killed while it writes pages to the file: both files as they are then.
    let draft = try Synthetic.draft()
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: 1)
    _ = try store.record(draft, dryRun: true) { writer throws in
      _ = try writer.write(measurement, to: series)
      try folder.copy("benefits.db", to: "killed.db")
      try folder.copy("benefits.db-journal", to: "killed.db-journal")
    }
    let journal = try folder.bytes("killed.db-journal")
    try folder.write(hot(journal), to: "killed.db-journal")
    #expect(try reason(opening: folder.file("killed.db"), for: .read) == .hotJournal)
    // Opening it for writing rolls the work back, after which readers are served again.
    let writer = try Store.open(at: folder.file("killed.db"), for: .write)
    #expect(try writer.verify().isWhole)
    #expect(try folder.bytes("killed.db") == before)
    #expect(try Store.open(at: folder.file("killed.db"), for: .read).snapshot().entry == 2)
  }

  /// Completes the header of a journal that was not synced yet, as SQLite does before it writes the pages
  /// (fileformat2.html §3): the magic number, and −1 for "as many records as there are".
  private func hot(_ journal: [UInt8]) -> [UInt8] {
    var journal = journal
    journal.replaceSubrange(0..<8, with: [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7])
    journal.replaceSubrange(8..<12, with: [0xff, 0xff, 0xff, 0xff])
    return journal
  }
}
