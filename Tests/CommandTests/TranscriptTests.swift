import Foundation
import Testing

/// Every transcript is what the programs print today.
///
/// `BENEFITS_REWRITE_GOLDEN=1 swift test --filter TranscriptTests` writes the files anew; read the difference.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names())
  func saysWhatThePrograms(name: String) throws {
    let expected = try Transcript(named: name)
    let actual = try BuiltPrograms.inEmptyFolder { try expected.run(in: $0) }
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE_GOLDEN"] == "1" {
      let url = Transcript.folder.appendingPathComponent(name + ".transcript")
      try actual.text.write(to: url, atomically: true, encoding: .utf8)
    }
    for (expected, actual) in zip(expected.steps, actual.steps)
    where actual.expected != expected.expected {
      Issue.record(
        """
        \(name): $ \(actual.command)
        \(Self.difference(from: expected.expected, to: actual.expected))
        """)
    }
  }

  /// The lines that are missing and those that are new, as a patch shows them.
  private static func difference(from expected: [String], to actual: [String]) -> String {
    actual.difference(from: expected).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "-\(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, "+\(offset + 1): \(line)")
      }
    }
    .sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }

  @Test func thereAreTranscripts() { #expect(!Transcript.names().isEmpty) }
}
