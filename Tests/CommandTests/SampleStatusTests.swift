import Foundation
import Testing

/// The statuses and figures of the synthetic programme `samples/home-first`, from `Tests/Golden/home-first-status.csv`.
///
/// Every figure of the file was computed a second time by a separate program that reads only the sample's CSV files
/// and plan and follows docs/statistics.md: 399 words and figures, none of which differs by more than 10⁻¹⁰ of itself. The
/// last two columns are words of the control charts, which are compared with the field's packages by themselves.
/// `BENEFITS_REWRITE_GOLDEN=1` writes the file anew; then each changed figure wants the same care.
@Suite struct SampleStatusTests {
  private static let golden = ReadmeTests.root
    .appendingPathComponent("Tests/Golden/home-first-status.csv")
  private static let days = ["2025-05-24", "2025-09-24", "2026-04-24"]
  private static let header =
    "as_of,measure,status,status_before_stale,baseline,level,realised_percent,planned_percent,pace,"
    + "variation,assurance"

  /// Loads the sample as `script/demo` does: in four imports, as the numbers became known.
  static func load(in folder: URL) throws {
    let sample = ReadmeTests.root.appendingPathComponent("samples/home-first").path
    let outcome = try BuiltPrograms.run(
      """
      set -e
      benefits-cli init -q --recorded-at 2024-02-01T09:00:00Z
      benefits-cli plan apply '\(sample)/plan.yaml' -q --recorded-at 2024-02-01T09:05:00Z >/dev/null
      benefits-cli import '\(sample)/measurements-2025-11.csv' -q --as-of 2025-12-05 \
        --recorded-at 2025-12-05T10:00:00Z
      benefits-cli import '\(sample)/restated-2025-10.csv' -q --as-of 2025-12-12 \
        --recorded-at 2025-12-12T10:00:00Z --revise 'Restated after an audit'
      benefits-cli import '\(sample)/measurements-2026-03.csv' -q --as-of 2026-04-23 \
        --recorded-at 2026-04-23T16:00:00Z
      benefits-cli import '\(sample)/crisis-response-parts.csv' -q --as-of 2026-04-23 \
        --recorded-at 2026-04-23T16:05:00Z
      """, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// The measures of a status as JSON objects.
  private func measures(_ options: String, in folder: URL) throws -> [[String: Any]] {
    let outcome = try BuiltPrograms.run(
      "benefits-report status --format json \(options)", in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["measures"] as? [[String: Any]])
  }

  /// One line of the golden file, the figures to four decimals.
  private func line(_ measure: [String: Any], asOf: String) -> String {
    let words = ["measure", "status", "status_before_stale"].map { measure[$0] as? String ?? "" }
    let figures = ["baseline", "level", "realised_percent", "planned_percent", "pace"].map {
      (measure[$0] as? Double).map { String(format: "%.4f", $0) } ?? ""
    }
    let verdicts = ["variation", "assurance"].map { measure[$0] as? String ?? "" }
    return ([asOf] + words + figures + verdicts).joined(separator: ",")
  }

  @Test func everyStatusAndFigureIsTheOneThatWasChecked() throws {
    let lines = try BuiltPrograms.inEmptyFolder { folder in
      try Self.load(in: folder)
      return try Self.days.flatMap { day in
        try measures("--as-of \(day)", in: folder).map { line($0, asOf: day) }
      }
    }
    let actual = [Self.header] + lines
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      try (actual.joined(separator: "\n") + "\n")
        .write(to: Self.golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.golden, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(expected.count == 1 + 3 * 19)
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(_, let line, _): Issue.record("no longer: \(line)")
      case .insert(_, let line, _): Issue.record("now: \(line)")
      }
    }
  }

  /// October's saving was 132.4 until an audit withdrew 38 of it on 12 December 2025.
  @Test func whatWasKnownBeforeTheRestatementIsStillKnown() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      try Self.load(in: folder)
      let levels = try ["2025-12-11", "2025-12-12"].map { day in
        try measures(
          "--measure HF-M09 --as-of 2025-12-05 --known-at \(day)", in: folder)[0]["level"]
          as? Double
      }
      let (before, after) = (try #require(levels[0]), try #require(levels[1]))
      #expect(abs(before - after - 38) < 1e-9)
    }
  }
}
