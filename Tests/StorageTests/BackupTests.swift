import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

@Suite struct BackupTests {
  @Test func aCopyHoldsEverythingAndIsOneFile() throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file(), plan: try Synthetic.fullPlan())
    let made = try store.backUp(to: folder.file("copy.db"))
    #expect(made == (try store.verify()))
    let copy = try Store.open(at: folder.file("copy.db"), for: .write)
    #expect(try copy.snapshot() == (try store.snapshot()))
    #expect(try copy.entries() == (try store.entries()))
    #expect(try folder.names() == ["benefits.db", "copy.db"])
  }

  @Test(arguments: [0o600, 0o640, 0o644])
  func aCopyHasThePermissionsOfTheFile(permissions: Int) throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file())
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: folder.file())
    _ = try store.backUp(to: folder.file("copy.db"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("copy.db"))
    #expect(attributes[.posixPermissions] as? Int == permissions)
  }

  @Test func aCopyOfAWriteAheadDatabaseHasARollbackJournal() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try RawDatabase(folder.file()).run("PRAGMA journal_mode = WAL")
    _ = try Store.open(at: folder.file(), for: .write).backUp(to: folder.file("copy.db"))
    #expect(try RawDatabase(folder.file("copy.db")).rows("PRAGMA journal_mode") == [["delete"]])
    #expect(try folder.names().filter { $0.hasPrefix("copy") } == ["copy.db"])
  }

  @Test func nothingIsOverwritten() throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file())
    try folder.write("mine", to: "copy.db")
    #expect(
      try storeError { _ = try store.backUp(to: folder.file("copy.db")) }.reason == .alreadyExists)
    #expect(try folder.bytes("copy.db") == Array("mine".utf8))
    #expect(try folder.names() == ["benefits.db", "copy.db"])
  }

  @Test func aForgedDatabaseIsNotCopied() throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    try RawDatabase(folder.file()).forge("UPDATE entry SET recorded_by = 'Somebody' WHERE id = 2")
    let error = try storeError { _ = try store.backUp(to: folder.file("copy.db")) }
    #expect(error.reason == .damaged)
    #expect(error.description.hasPrefix("the copy of '\(folder.file())' is not as it was written"))
    #expect(try folder.names() == ["benefits.db"])
  }

  @Test func itWorksWhileSomebodyIsRecording() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let other = try RawDatabase(folder.file())
    try other.run("BEGIN IMMEDIATE")
    let store = try Store.open(at: folder.file(), for: .read, timeout: 0)
    #expect(try store.backUp(to: folder.file("copy.db")).entries == 2)
  }

  @Test func itSaysWhenTheDatabaseIsBusy() throws {
    let folder = TemporaryFolder()
    _ = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    let store = try Store.open(at: folder.file(), for: .read, timeout: 20)
    let other = try RawDatabase(folder.file())
    try other.run("BEGIN EXCLUSIVE")
    #expect(try storeError { _ = try store.backUp(to: folder.file("copy.db")) }.reason == .busy)
    #expect(try !folder.names().contains { $0.hasPrefix("copy") })
  }

  @Test func interruptingItLeavesNothing() throws {
    let folder = TemporaryFolder()
    let store = try Synthetic.store(folder.file())
    let error = try storeError { _ = try store.backUp(to: folder.file("copy.db")) { true } }
    #expect(error.reason == .interrupted)
    #expect(try folder.names() == ["benefits.db"])
  }
}

@Suite struct RestoreTests {
  /// A database of two entries with a backup of them, and a third entry since.
  private func prepare(_ folder: borrowing TemporaryFolder) throws {
    var store = try Synthetic.store(folder.file(), plan: try Synthetic.smallPlan())
    _ = try store.backUp(to: folder.file("backup.db"))
    try record(1, in: &store)
  }

  private func record(_ number: Double, in store: inout Store) throws {
    let series = try Synthetic.series("M")
    let measurement = Measurement(period: try Synthetic.period("2025-01"), number: number)
    _ = try store.record(try Synthetic.draft()) { try $0.write(measurement, to: series) }
  }

  @Test func aFreePlaceGetsTheBackup() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    let restored = try Store.restore(
      folder.file("backup.db"), to: folder.file("new.db"), replaces: false)
    #expect(restored.verification.entries == 2)
    #expect(restored.comparison == nil)
    #expect(restored.kept == nil)
    #expect(try Store.open(at: folder.file("new.db"), for: .write).snapshot().entry == 2)
    #expect(try folder.names() == ["backup.db", "benefits.db", "new.db"])
  }

  @Test func aDatabaseIsNotReplacedUnlessAskedFor() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    let before = try folder.bytes()
    let error = try storeError {
      _ = try Store.restore(folder.file("backup.db"), to: folder.file(), replaces: false)
    }
    #expect(error.reason == .alreadyExists)
    #expect(
      error.description
        == "'\(folder.file())' exists already and has entry 3 that the backup lacks; it was not touched"
    )
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["backup.db", "benefits.db"])
  }

  @Test func whatIsReplacedIsKept() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    let before = try folder.bytes()
    for suffix in ["", "-2", "-3"] {
      let kept = folder.file("benefits.db.before-restore") + suffix
      let restored = try Store.restore(
        folder.file("backup.db"), to: folder.file(), replaces: true)
      #expect(restored.kept == kept)
      #expect(try Store.open(at: folder.file(), for: .read).verify().entries == 2)
    }
    #expect(try folder.bytes("benefits.db.before-restore") == before)
  }

  @Test func aDryRunChangesNothing() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    let before = try folder.bytes()
    let restored = try Store.restore(
      folder.file("backup.db"), to: folder.file(), replaces: true, dryRun: true)
    #expect(restored.comparison?.onlyInDatabase == 1)
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["backup.db", "benefits.db"])
  }

  @Test func aDatabaseThatIsWrittenToIsNotReplaced() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    for lock in ["IMMEDIATE", "EXCLUSIVE"] {
      let other = try RawDatabase(folder.file())
      try other.run("BEGIN \(lock)")
      let error = try storeError {
        _ = try Store.restore(
          folder.file("backup.db"), to: folder.file(), replaces: true, timeout: 20)
      }
      #expect(error.reason == .busy)
    }
    #expect(try Store.open(at: folder.file(), for: .read).snapshot().entry == 3)
    #expect(try folder.names() == ["backup.db", "benefits.db"])
  }

  @Test func somebodyWhoHasTheOldOneOpenIsToldToRunAgain() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    var old = try Store.open(at: folder.file(), for: .write)
    _ = try Store.restore(folder.file("backup.db"), to: folder.file(), replaces: true)
    let error = try storeError { try record(2, in: &old) }
    #expect(error.reason == .busy)
    #expect(error.description == "'\(folder.file())' was replaced by another file meanwhile")
    #expect(try Store.open(at: folder.file(), for: .write).snapshot().entry == 2)
  }

  @Test(arguments: ["", "damaged", "SQLite format 3\u{0}"])
  func aDamagedDatabaseIsMovedAside(content: String) throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    try folder.write(content, to: "benefits.db")
    try folder.write("a journal of what was there", to: "benefits.db-journal")
    let restored = try Store.restore(folder.file("backup.db"), to: folder.file(), replaces: true)
    #expect(restored.comparison == nil)
    #expect(try folder.bytes("benefits.db.before-restore") == Array(content.utf8))
    #expect(try Store.open(at: folder.file(), for: .write).verify().entries == 2)
    #expect(try !folder.names().contains("benefits.db-journal"))
  }

  @Test func aBackupThatIsNotWholeIsRefused() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    var bytes = try folder.bytes("backup.db")
    bytes.removeLast(8192)
    try folder.write(bytes, to: "backup.db")
    let before = try folder.bytes()
    let error = try storeError {
      _ = try Store.restore(folder.file("backup.db"), to: folder.file(), replaces: true)
    }
    #expect(error.reason == .damaged)
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["backup.db", "benefits.db"])
  }

  @Test func theDatabaseIsNotItsOwnBackup() throws {
    let folder = TemporaryFolder()
    try prepare(folder)
    let error = try storeError {
      _ = try Store.restore(folder.file(), to: folder.file(), replaces: true)
    }
    #expect(error.reason == .alreadyExists)
  }
}
