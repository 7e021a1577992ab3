import BenefitsModel
import BenefitsStorage
import Foundation
import Testing

/// What happens while another program is writing to the database.
@Suite struct BusyDatabaseTests {
  private struct Stop: Error {}

  /// Runs a test while this process is in the middle of recording, which is then rolled back.
  private func whileSomebodyRecords(_ body: (URL) throws -> Void) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      _ = try Transcript(named: "setup").run(in: folder)
      let path = folder.appendingPathComponent("benefits.db").path
      var store = try Store.open(at: path, for: .write, timeout: 0)
      let draft = EntryDraft(
        recordedAt: Instant(secondsSince1970: 1_800_000_000), recordedBy: "Tester", command: "test")
      #expect(throws: Stop.self) {
        _ = try store.record(draft, dryRun: true) { _ throws in
          try body(folder)
          throw Stop()
        }
      }
    }
  }

  @Test func aSecondWriterIsToldToTryAgain() throws {
    try whileSomebodyRecords { folder in
      let outcome = try BuiltPrograms.run("benefits-cli record serious-falls 2024-01=3", in: folder)
      #expect(outcome.status == 75)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errors == """
          benefits-cli: error: 'benefits.db' is busy: another program is writing to it
          hint: try again in a moment; nothing was changed

          """)
    }
  }

  @Test func aReaderIsNotKeptWaiting() throws {
    try whileSomebodyRecords { folder in
      let outcome = try BuiltPrograms.run("benefits-cli log --format csv | wc -l", in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "3")
    }
  }

  @Test func aWaitingWriterCanBeInterrupted() throws {
    try whileSomebodyRecords { folder in
      let process = Process()
      process.executableURL = BuiltPrograms.folder.appendingPathComponent("benefits-cli")
      process.arguments = ["record", "serious-falls", "2024-01=3"]
      process.currentDirectoryURL = folder
      process.environment = BuiltPrograms.environment(home: folder)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1)
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
    }
  }
}
