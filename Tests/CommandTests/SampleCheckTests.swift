import Foundation
import Testing

/// Every check result of the synthetic programme `samples/home-first`, from `Tests/Golden/home-first-checks-….csv`.
///
/// Each line was read and held against the plan and the numbers once, and so is each that changes:
/// `BENEFITS_REWRITE_GOLDEN=1` writes the files anew.
@Suite struct SampleCheckTests {
  private static let folder = ReadmeTests.root.appendingPathComponent("Tests/Golden")

  private func results(_ options: String, in folder: URL) throws -> [[String: Any]] {
    let outcome = try BuiltPrograms.run(
      "benefits-report check --format json \(options)", in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["results"] as? [[String: Any]])
  }

  private func line(_ result: [String: Any]) -> String {
    let id = (result["id"] as? String ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    let words = ["outcome", "severity", "message"].map { result[$0] as? String ?? "" }
    return (id + words).map { cell in
      cell.contains { ",\"".contains($0) }
        ? "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\"" : cell
    }.joined(separator: ",")
  }

  @Test(arguments: ["2025-05-24", "2025-09-24", "2026-04-24"])
  func everyResultIsTheOneThatWasRead(day: String) throws {
    let lines = try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      return try results("--as-of \(day)", in: folder).map(line)
    }
    let actual = ["check,subject,outcome,severity,message"] + lines
    let golden = Self.folder.appendingPathComponent("home-first-checks-\(day).csv")
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try (actual.joined(separator: "\n") + "\n")
        .write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(_, let line, _): Issue.record("no longer: \(line)")
      case .insert(_, let line, _): Issue.record("now: \(line)")
      }
    }
  }

  @Test(arguments: ["", "--profile plan"])
  func theSampleFails(options: String) throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      let outcome = try BuiltPrograms.run(
        "benefits-report check --as-of 2026-04-24 \(options)", in: folder)
      #expect(outcome.status == 1)
    }
  }

  /// What cannot be evaluated stays unknown when all that fails has been accepted.
  @Test func withEveryFailureWaivedItIsUnknown() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try SampleStatusTests.load(in: folder)
      let failures = try results("--as-of 2026-04-24", in: folder)
        .filter { $0["outcome"] as? String == "fail" }.compactMap { $0["id"] as? String }
      #expect(failures.count > 5)
      let waivers = failures.enumerated().map { index, failure in
        let name = failure.split(separator: ":", maxSplits: 1)
        return """
            - {id: T-\(index), check: \(name[0]), subject: \(name[1]), reason: Accepted for a test, \
          approved_by: Programme Board, created: 2026-04-24, expires: 2026-05-24}

          """
      }
      let plan = try String(
        contentsOf: ReadmeTests.root.appendingPathComponent("samples/home-first/plan.yaml"),
        encoding: .utf8)
      try (plan + waivers.joined()).write(
        to: folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
      let outcome = try BuiltPrograms.run(
        """
        benefits-cli plan apply plan.yaml --as-of 2026-04-24 -q >/dev/null
        benefits-report check --as-of 2026-04-24
        """, in: folder)
      #expect(outcome.status == 2, "\(outcome.output.suffix(400)) \(outcome.errors)")
      #expect(outcome.output.contains("nothing fails, but"))
    }
  }
}
