import BenefitsModel
import BenefitsStorage
import Testing

@Suite struct LedgerPropertyTests {
  /// Whatever is recorded, the ledger verifies after it, and no earlier answer changes.
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func earlierAnswersNeverChangeAndTheLedgerVerifies(seed: UInt64) throws {
    let folder = TemporaryFolder()
    var history = try RandomHistory(folder.file(), seed: seed)
    var answers = [EntryID: Snapshot]()
    for step in 0..<70 {
      try history.advance()
      let found = try history.store.verify()
      #expect(found.findings.isEmpty, "seed \(seed), step \(step)")
      let snapshot = try history.store.snapshot()
      #expect(snapshot.headHash == found.headHash)
      answers[snapshot.entry] = snapshot
    }
    for (entry, snapshot) in answers.sorted(by: { $0.key < $1.key }) {
      #expect(try history.store.snapshot(knownAt: .entry(entry)) == snapshot, "seed \(seed)")
    }
    // Every way of recording was taken, and undoing was both done and refused.
    #expect(history.written.count == RandomHistory.Way.allCases.count)
    #expect(history.refused > 0)
    if IndependentVerifier.isAvailable {
      let independent = try IndependentVerifier.verify(folder.file())
      #expect(independent.findings.isEmpty)
      #expect(
        independent.entries
          == (try RawDatabase(folder.file()).rows(
            "SELECT id || ' ' || content_hash || ' ' || hash FROM entry ORDER BY id"
          ).compactMap { $0[0] }))
    }
  }

  /// Flips single bits anywhere in a file: none that changes an answer goes unnoticed.
  @Test func noFlippedBitChangesAnAnswerUnnoticed() throws {
    let folder = TemporaryFolder()
    do {
      var history = try RandomHistory(folder.file(), seed: 21)
      for _ in 0..<50 { try history.advance() }
    }
    let whole = try folder.bytes()
    let answers = try Answers(folder.file())
    var random = SplitMix(state: 400)
    var changed = 0
    var missedBySQLite = 0
    for _ in 0..<400 {
      let bit = Int.random(in: 0..<(whole.count * 8), using: &random)
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      try folder.write(bytes, to: "flipped.db")
      let isChanged = (try? Answers(folder.file("flipped.db"))) != answers
      let isFound = !Self.verifies(folder.file("flipped.db"))
      if isChanged {
        changed += 1
        #expect(isFound, "bit \(bit)")
        let check = try? RawDatabase(folder.file("flipped.db")).rows("PRAGMA integrity_check")
        if check == [["ok"]] { missedBySQLite += 1 }
      }
    }
    // Half of the flips hit room that nothing uses; enough of them must matter for this to say something.
    #expect(changed >= 100)
    #expect(missedBySQLite >= 20)
  }

  private static func verifies(_ path: String) -> Bool {
    (try? Store.open(at: path, for: .write).verify().isWhole) ?? false
  }

  /// What a file answers, now and as of every entry.
  private struct Answers: Hashable {
    var snapshots: [Snapshot] = []
    var entries: [Entry]
    var versions: [MeasurementVersion] = []

    init(_ path: String) throws {
      let store = try Store.open(at: path, for: .read)
      entries = try store.entries()
      for entry in stride(from: 2, through: 40, by: 6) {
        snapshots.append(try store.snapshot(knownAt: .entry(entry)))
      }
      snapshots.append(try store.snapshot())
      for measure in ["M", "Q", "W"] {
        versions += try store.versions(of: try Synthetic.id(measure))
      }
    }
  }
}
