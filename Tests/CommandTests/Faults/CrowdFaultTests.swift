import BenefitsModel
import BenefitsStorage
import CSQLite
import Foundation
import Testing

/// Many programs at work on one database.
@Suite struct CrowdFaultTests {
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

  private func prepare(_ folder: URL) throws -> String {
    try Self.plan.write(
      to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
    let prepared = try BuiltPrograms.run(
      "benefits-cli init --quiet && benefits-cli plan apply --quiet", in: folder)
    #expect(prepared.status == 0, "\(prepared.errors)")
    return folder.appendingPathComponent("benefits.db").path
  }

  /// What one of many programs was told.
  private final class Notes: @unchecked Sendable {
    private let lock = NSLock()
    private var outcomes = [FaultyRun.Outcome]()
    private var errors = [String]()

    func add(_ outcome: FaultyRun.Outcome) { lock.withLock { outcomes.append(outcome) } }
    func add(_ error: any Error) { lock.withLock { errors.append("\(error)") } }
    var all: (outcomes: [FaultyRun.Outcome], errors: [String]) {
      lock.withLock { (outcomes, errors) }
    }
  }

  @Test(.timeLimit(.minutes(60))) func nothingIsLostAndNothingDoubled() throws {
    let (workers, values) = (8, FaultExtent.isWhole ? 500 : 15)
    try BuiltPrograms.inEmptyFolder { folder in
      let path = try prepare(folder)
      let first = try #require(Day(year: 1990, month: 1, day: 1))
      let notes = Notes()
      let done = DispatchSemaphore(value: 0)
      for worker in 0..<workers {
        Thread.detachNewThread {
          for value in 0..<values {
            let day = first.advanced(by: worker * values + value)
            do {
              // Everybody who is told to try again does.
              var outcome: FaultyRun.Outcome
              repeat {
                outcome = try FaultyRun.run(
                  ["benefits-cli", "record", "visits", "\(day)=\(worker * values + value)"],
                  in: folder)
                notes.add(outcome)
              } while outcome.status == 75
            } catch { notes.add(error) }
          }
          done.signal()
        }
      }
      for _ in 0..<workers { done.wait() }

      let (outcomes, errors) = notes.all
      #expect(errors.isEmpty)
      let told = Dictionary(grouping: outcomes, by: \.status).mapValues(\.count)
      #expect(told[0] == workers * values, "\(told)")
      #expect(Set(told.keys).isSubset(of: [0, 75]), "\(told)")
      for outcome in outcomes { #expect(!outcome.errors.contains("locked"), "\(outcome)") }
      let store = try Store.open(at: path, for: .read)
      #expect(try store.verify().isWhole)
      #expect(try store.entries().count == 2 + workers * values)
      let numbers = try store.snapshot().measurements.values.joined().compactMap(\.number)
      #expect(numbers.sorted() == (0..<workers * values).map(Double.init))
    }
  }

  /// A reader gets the picture before the import or the one after it, or is told to try again.
  @Test(.timeLimit(.minutes(10))) func readersOfALongImportSeeOnePicture() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let path = try prepare(folder)
      let first = try #require(Day(year: 1950, month: 1, day: 1))
      var rows = "site,period,value\n"
      for day in 0..<27_000 {
        for site in ["demo", "north", "south"] { rows += "\(site),\(first.advanced(by: day)),3\n" }
      }
      try rows.write(
        to: folder.appendingPathComponent("visits.csv"), atomically: true, encoding: .utf8)
      let notes = Notes()
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        do {
          notes.add(
            try FaultyRun.run(
              ["benefits-cli", "import", "visits.csv", "--measure", "visits"], in: folder))
        } catch { notes.add(error) }
        done.signal()
      }
      var seen = [Int32: Int]()
      repeat {
        let reader = try FaultyRun.run(
          ["benefits-cli", "log", "--format", "csv", "--timeout", "0"], in: folder)
        seen[try #require(reader.status), default: 0] += 1
        let lines = reader.output.split(separator: "\n").count
        #expect(
          reader.status == 75 ? reader.errors.contains("is busy") : [3, 4].contains(lines),
          "\(reader)")
      } while done.wait(timeout: .now()) == .timedOut
      #expect(Set(seen.keys).isSubset(of: [0, 75]), "\(seen)")
      // Some readers came while numbers were written to the file, and some before.
      #expect(seen[0, default: 0] > 0, "\(seen)")
      let (outcomes, errors) = notes.all
      #expect(errors.isEmpty)
      #expect(outcomes.map(\.status) == [0], "\(outcomes)")
      #expect(try Store.open(at: path, for: .read).verify().isWhole)
    }
  }

  @Test func aReaderWaitsAsLongAsItIsTold() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let path = try prepare(folder)
      let writer = Lock(path)
      let start = Date()
      let reader = try FaultyRun.run(["benefits-cli", "log", "--timeout", "1"], in: folder)
      #expect(reader.status == 75, "\(reader)")
      #expect(Date().timeIntervalSince(start) >= 1)
      writer.releaseSoon()
      let patient = try FaultyRun.run(["benefits-cli", "log", "--timeout", "60"], in: folder)
      #expect(patient.status == 0, "\(patient)")
    }
  }

  /// A connection that keeps everybody else from reading.
  private final class Lock: @unchecked Sendable {
    private var pointer: OpaquePointer?

    init(_ path: String) {
      sqlite3_open(path, &pointer)
      #expect(sqlite3_exec(pointer, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
    }

    func releaseSoon() {
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 1)
        sqlite3_exec(self.pointer, "ROLLBACK", nil, nil, nil)
      }
    }

    deinit { sqlite3_close_v2(pointer) }
  }
}
