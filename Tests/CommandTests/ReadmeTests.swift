import Foundation
import Testing

/// The README's first ten minutes, lived through with the tiny sample.
@Suite struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The fenced blocks of the README that begin with a mark, each as its lines.
  static func blocks(marked mark: String) throws -> [[String]] {
    let text = try String(
      contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    var blocks: [[String]] = []
    var block: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let lines = block {
        if line == "```" {
          blocks.append(lines)
          block = nil
        } else if lines.first != "skip" {
          block?.append(line)
        }
      } else if line == "```" + mark {
        block = []
      } else if line.hasPrefix("```") {
        block = ["skip"]
      }
    }
    return blocks.filter { $0.first != "skip" }
  }

  static func prepare(_ folder: URL) throws {
    let sample = root.appendingPathComponent("samples/tiny").path
    _ = try BuiltPrograms.run("cp '\(sample)'/measurements.csv .", in: folder)
  }

  @Test func everyCommandRuns() throws {
    let commands = try Self.blocks(marked: "sh").joined().filter { $0.hasPrefix("benefits-") }
    #expect(commands.count == 11)
    try BuiltPrograms.inEmptyFolder { folder in
      try Self.prepare(folder)
      for command in commands {
        let outcome = try BuiltPrograms.run(command, in: folder)
        // A check may find, on the day that the test is run, that a promise is broken.
        let expected: [Int32] = command.contains(" check") ? [0, 1, 2] : [0]
        #expect(expected.contains(outcome.status), "\(command)\n\(outcome.errors)")
        if command.contains("plan new") {
          // The page goes on with the plan of the sample.
          let plan = Self.root.appendingPathComponent("samples/tiny/plan.yaml").path
          _ = try BuiltPrograms.run("cp '\(plan)' plan.yaml", in: folder)
        }
      }
    }
  }

  @Test func theStatusShownIsTheOnePrinted() throws {
    let shown = try #require(try Self.blocks(marked: "").first).joined(separator: "\n")
    try BuiltPrograms.inEmptyFolder { folder in
      let plan = Self.root.appendingPathComponent("samples/tiny/plan.yaml").path
      try Self.prepare(folder)
      let outcome = try BuiltPrograms.run(
        """
        benefits-cli init -q; benefits-cli plan apply '\(plan)' -q >/dev/null
        benefits-cli import measurements.csv --measure wait -q --as-of 2025-09-20
        benefits-cli record wait 2025-08=22.6 --revise "Two late returns" -q --as-of 2025-09-20
        benefits-report status --as-of 2025-09-20
        """, in: folder)
      #expect(outcome.output.contains(shown), "\(outcome.output)")
    }
  }

  /// `BENEFITS_REWRITE_GOLDEN=1` draws it anew; look at it before it is committed.
  @Test func thePictureIsWhatTheCommandDraws() throws {
    let file = Self.root.appendingPathComponent("docs/charts/crisis-response.svg")
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      let drawn = try BuiltPrograms.run(
        "benefits-report chart HF-M01 -o - --as-of 2026-04-24", in: folder)
      #expect(drawn.status == 0, "\(drawn.errors)")
      if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
        try Data(drawn.output.utf8).write(to: file)
      }
      #expect(try drawn.output == String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links where !link.hasPrefix("http") {
      let path = Self.root.appendingPathComponent(link).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
  }
}
