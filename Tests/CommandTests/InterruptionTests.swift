import BenefitsModel
import Foundation
import Testing

/// Ctrl-C in the middle of an import.
@Suite struct InterruptionTests {
  private static let plan = """
    programme: {id: demo, title: Demo}
    projects:
      - {id: P1, title: Project, owner: Lead, go_live: 2024-01-01}
    sites:
      - {id: north, title: North}
      - {id: south, title: South}
    benefits:
      - {id: B1, title: Benefit, aim: cost-efficiency, project: P1, owner: Lead, lifecycle: realising}
    measures:
      - {id: visits, title: Visits, benefits: [B1], role: outcome, kind: count, unit: visits, direction: higher, frequency: {every: day, from: 1950-01-01}}

    """

  @Test(.timeLimit(.minutes(5))) func leavesTheDatabaseAsItWas() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try Self.plan.write(
        to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
      let first = try #require(Day(year: 1950, month: 1, day: 1))
      var rows = "site,period,value\n"
      for day in 0..<27_000 {
        for site in ["demo", "north", "south"] { rows += "\(site),\(first.advanced(by: day)),3\n" }
      }
      try rows.write(
        to: folder.appendingPathComponent("visits.csv"), atomically: true, encoding: .utf8)
      let prepared = try BuiltPrograms.run(
        "benefits-cli init && benefits-cli plan apply", in: folder)
      #expect(prepared.status == 0, "\(prepared.errors)")
      let database = folder.appendingPathComponent("benefits.db")
      let before = try Data(contentsOf: database)

      let process = Process()
      process.executableURL = BuiltPrograms.folder.appendingPathComponent("benefits-cli")
      process.arguments = ["import", "visits.csv", "--measure", "visits"]
      process.currentDirectoryURL = folder
      process.environment = BuiltPrograms.environment(home: folder)
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      // The journal appears with the first row that is written.
      let journal = database.path + "-journal"
      while !FileManager.default.fileExists(atPath: journal), process.isRunning {
        Thread.sleep(forTimeInterval: 0.002)
      }
      process.interrupt()
      let message = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()

      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 130)
      #expect(
        String(decoding: message, as: UTF8.self)
          == "benefits-cli: error: interrupted; nothing was recorded\n")
      #expect(try Data(contentsOf: database) == before)
      #expect(!FileManager.default.fileExists(atPath: journal))
    }
  }
}
