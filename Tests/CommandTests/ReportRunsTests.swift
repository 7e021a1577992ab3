import Foundation
import Testing

/// What holds of every command that reads: it gives the same bytes everywhere, and changes nothing.
@Suite struct ReportRunsTests {
  @Test func sameBytesInAnotherTimeZoneAndLanguage() throws {
    try ReportFixture.withDatabase { folder in
      for command in ReportFixture.commands {
        let here = try BuiltPrograms.run(command, in: folder)
        let elsewhere = try BuiltPrograms.run(
          command, in: folder,
          adding: ["TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
        #expect(!here.output.isEmpty, "\(command)")
        #expect(here.errors.isEmpty, "\(command)")
        #expect(here == elsewhere, "\(command)")
      }
    }
  }

  @Test func theDatabaseAndItsFolderStayAsTheyWere() throws {
    try ReportFixture.withDatabase { folder in
      let file = folder.appendingPathComponent("benefits.db")
      let bytes = try Data(contentsOf: file)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      for command in ReportFixture.commands { _ = try BuiltPrograms.run(command, in: folder) }
      #expect(try Data(contentsOf: file) == bytes)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    }
  }

  @Test func aFolderThatCannotBeWrittenToIsEnough() throws {
    try ReportFixture.withDatabase { folder in
      let closed = folder.appendingPathComponent("closed")
      let manager = FileManager.default
      try manager.createDirectory(at: closed, withIntermediateDirectories: false)
      try manager.moveItem(
        at: folder.appendingPathComponent("benefits.db"),
        to: closed.appendingPathComponent("benefits.db"))
      try manager.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: closed.appendingPathComponent("benefits.db").path)
      try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: closed.path)
      defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed.path) }
      for command in ReportFixture.commands {
        let outcome = try BuiltPrograms.run(
          command, in: folder, adding: ["BENEFITS_DATABASE": "closed/benefits.db"])
        #expect(!outcome.output.isEmpty, "\(command)")
        #expect(outcome.errors.isEmpty, "\(command)")
      }
    }
  }

  @Test func withoutMoreRecordingYesterdaysAnswerStays() throws {
    try ReportFixture.withDatabase { folder in
      let command = "benefits-report status --as-of 2025-10-10 --format json --known-at 4"
      let before = try BuiltPrograms.run(command, in: folder)
      let recording = try BuiltPrograms.run(
        "benefits-cli record stay 2025-03=12.0 --quiet --as-of 2025-10-10"
          + " --recorded-at 2025-10-09T12:00:00Z", in: folder)
      #expect(recording.status == 0, "\(recording.errors)")
      #expect(try BuiltPrograms.run(command, in: folder) == before)
      let now = try BuiltPrograms.run(
        "benefits-report status --as-of 2025-10-10 --format json", in: folder)
      #expect(now.output != before.output)
    }
  }

  #if os(Linux)
    @Test func aFullDiskIsReported() throws {
      try ReportFixture.withDatabase { folder in
        let outcome = try BuiltPrograms.run(
          "benefits-report html - --as-of 2025-10-10 > /dev/full", in: folder)
        #expect(outcome.status == 74)
        #expect(
          outcome.errors
            == "benefits-report: error: cannot write to standard output: No space left on device\n")
      }
    }
  #endif

  @Test func aReaderThatStopsEarlyIsNoError() throws {
    try ReportFixture.withDatabase { folder in
      let outcome = try BuiltPrograms.run(
        "benefits-report html - --as-of 2025-10-10 | head -1", in: folder)
      #expect(outcome.output == "<!DOCTYPE html>\n")
      #expect(outcome.errors.isEmpty)
    }
  }
}
