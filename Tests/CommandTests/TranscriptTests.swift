import Foundation
import Testing

/// Every transcript is what the programs print today.
///
/// `BENEFITS_REWRITE=1 swift test --filter TranscriptTests` writes the files anew; read the difference.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.names())
  func saysWhatThePrograms(name: String) throws {
    let expected = try Transcript(named: name)
    let actual = try BuiltPrograms.inEmptyFolder { try expected.run(in: $0) }
    if ProcessInfo.processInfo.environment["BENEFITS_REWRITE"] != nil {
      let url = Transcript.folder.appendingPathComponent(name + ".transcript")
      try actual.text.write(to: url, atomically: true, encoding: .utf8)
    }
    for (expected, actual) in zip(expected.steps, actual.steps) {
      #expect(
        actual.expected == expected.expected,
        "\(name): $ \(actual.command)\n\(actual.expected.joined(separator: "\n"))")
    }
  }

  @Test func thereAreTranscripts() { #expect(!Transcript.names().isEmpty) }
}
