import Foundation
import Testing

/// Databases with damage at every page, and files that are no databases, met by the programs.
@Suite struct DamageFaultTests {
  private static let pageSize = 8192

  /// What the programs said of a file.
  private struct Answers: Hashable {
    var verify: FaultyRun.Outcome
    var status: FaultyRun.Outcome
    var history: FaultyRun.Outcome
    var log: FaultyRun.Outcome
    var plan: FaultyRun.Outcome

    init(in folder: URL) throws {
      verify = try FaultyRun.run(["benefits-cli", "verify"], in: folder)
      status = try FaultyRun.run(
        ["benefits-report", "status", "--as-of", "2025-06-10"], in: folder)
      history = try FaultyRun.run(["benefits-cli", "history", "M2"], in: folder)
      log = try FaultyRun.run(["benefits-cli", "log"], in: folder)
      plan = try FaultyRun.run(["benefits-cli", "plan", "export"], in: folder)
    }

    var all: [FaultyRun.Outcome] { [verify, status, history, log, plan] }
  }

  /// Damages a copy of the prepared database, and looks at what the programs say.
  private func damage(
    _ remark: String, whole: Answers, _ change: (inout [UInt8]) -> Void
  ) throws {
    try WritingCommand.inPreparedFolder { folder in
      let file = folder.appendingPathComponent("benefits.db")
      var bytes = [UInt8](try Data(contentsOf: file))
      change(&bytes)
      try Data(bytes).write(to: file)
      let answers = try Answers(in: folder)
      for outcome in answers.all {
        #expect([0, 69].contains(outcome.status), "\(remark): \(outcome)")
        if outcome.status == 69 {
          let isNamed = ["error: 'benefits.db' ", "error: the database is damaged"].contains {
            outcome.errors.contains($0)
          }
          #expect(isNamed, "\(remark): \(outcome)")
        }
      }
      // What is told is what was recorded, whether or not somebody verified the file before.
      for (outcome, right) in zip(answers.all, whole.all) where outcome.status == 0 {
        #expect(outcome == right, "\(remark)")
      }
    }
  }

  private static func whole() throws -> (answers: Answers, size: Int) {
    try WritingCommand.inPreparedFolder { folder in
      let file = folder.appendingPathComponent("benefits.db")
      return (try Answers(in: folder), try Data(contentsOf: file).count)
    }
  }

  @Test func aFlippedBitOfAnyPageIsFoundOrChangesNothing() throws {
    let (answers, size) = try Self.whole()
    #expect(answers.all.allSatisfy { $0.status == 0 }, "\(answers)")
    var random = SeededGenerator(state: UInt64(FaultExtent.seed))
    for page in 0..<(size / Self.pageSize) {
      for _ in 0..<(FaultExtent.isWhole ? 200 : 3) {
        let offset = page * Self.pageSize + Int.random(in: 0..<Self.pageSize, using: &random)
        let bit = Int.random(in: 0..<8, using: &random)
        try damage("bit \(bit) of byte \(offset)", whole: answers) { $0[offset] ^= 1 << bit }
      }
    }
  }

  @Test func aTruncatedOrBlankedPageIsFound() throws {
    let (answers, size) = try Self.whole()
    for page in 0..<(size / Self.pageSize) {
      let range = page * Self.pageSize..<(page + 1) * Self.pageSize
      if page > 0 {
        try damage("cut at page \(page)", whole: answers) { $0.removeSubrange(range.lowerBound...) }
        try damage("cut within page \(page)", whole: answers) {
          $0.removeSubrange((range.lowerBound + 100)...)
        }
      }
      try damage("page \(page) blank", whole: answers) {
        $0.replaceSubrange(range, with: repeatElement(0, count: Self.pageSize))
      }
    }
  }

  /// The files of other programs, by their first bytes.
  static let foreign: [(name: String, bytes: [UInt8])] = [
    (
      "image.png",
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] + Array("IHDR".utf8)
    ),
    ("table.csv.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]),
    ("table.csv", Array("measure,period,value\nM2,2025-01,3\n".utf8)),
    ("book.xlsx", Array("PK".utf8) + [3, 4]),
    ("nothing.db", []),
    ("header.db", Array("SQLite format 3\u{0}".utf8)),
  ]

  @Test(arguments: foreign) func theFileOfAnotherProgramIsRefused(
    name: String, bytes: [UInt8]
  ) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      let file = folder.appendingPathComponent(name)
      for padding in [0, 100, 20_000] where !bytes.isEmpty || padding == 0 {
        let content = bytes + (0..<padding).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(content).write(to: file)
        for arguments in [
          ["benefits-cli", "verify"], ["benefits-cli", "record", "M2", "2025-01=3"],
          ["benefits-cli", "backup", "new.db"], ["benefits-report", "status"],
        ] {
          let outcome = try FaultyRun.run(arguments + ["--database", name], in: folder)
          #expect(outcome.status == 69, "\(arguments): \(outcome)")
          #expect(outcome.errors.contains("'\(name)' is "), "\(outcome)")
          #expect(outcome.errors.contains("hint: "), "\(outcome)")
        }
        #expect(try Data(contentsOf: file) == Data(content))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    }
  }
}
