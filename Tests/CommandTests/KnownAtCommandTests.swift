import Foundation
import Testing

/// Every command that reads can be asked what was known earlier, and nothing recorded later changes the answer.
@Suite struct KnownAtCommandTests {
  /// The commands that read the database.
  private static let commands = [
    "benefits-cli history M1", "benefits-cli log", "benefits-cli plan export",
    "benefits-cli plan diff plan.yaml", "benefits-cli measure list", "benefits-cli measure show M1",
    "benefits-cli project list", "benefits-cli target list",
    "benefits-report status --as-of 2025-08-01",
    "benefits-report status --format json --as-of 2025-08-01",
    "benefits-report check --format json --as-of 2025-08-01",
    "benefits-report chart M1 -o - --as-of 2025-08-01",
    "benefits-report html - --as-of 2025-08-01",
  ]

  /// An entry, the day on which it was recorded, and the moment.
  private static let states = ["9", "2025-06-02", "2025-06-02T10:00:00Z"]

  /// What all commands answer in a state of knowledge, or now.
  private static func answers(_ state: String?, in folder: URL) throws -> [String] {
    let option = state.map { " --known-at \($0)" } ?? ""
    return try commands.map { command in
      let outcome = try BuiltPrograms.run(command + option, in: folder)
      // 1 and 2 are answers: something differs, fails or is not known.
      #expect(outcome.status <= 2, "\(command)\(option)\n\(outcome.errors)")
      return outcome.output
    }
  }

  @Test func noLaterEntryChangesAnEarlierAnswer() throws {
    try BuiltPrograms.inEmptyFolder { folder in
      _ = try Transcript(named: "examples").run(in: folder)
      let record = "benefits-cli record M1 2023-06=212/260 2023-07=205/255"
      let first = try BuiltPrograms.run(
        "\(record) --recorded-at 2025-06-02T10:00:00Z", in: folder)
      #expect(first.output.contains("(entry 9)"), "\(first)")
      let before = try Self.states.map { try Self.answers($0, in: folder) }
      for later in [
        "benefits-cli record M1 2023-06=199/260 2023-08=210/250 --revise Recount",
        "benefits-cli measure edit M1 --title 'Another title'",
        "benefits-cli project add P7 --title Later",
        "benefits-cli target edit M1 --value 86 --decision 'Board, 7 July 2025'",
      ] {
        let outcome = try BuiltPrograms.run("\(later) --recorded-at 2025-07-07", in: folder)
        #expect(outcome.status == 0, "\(later)\n\(outcome.errors)")
      }
      let now = try Self.answers(nil, in: folder)
      for (state, answers) in zip(Self.states, before) {
        let again = try Self.answers(state, in: folder)
        for (index, command) in Self.commands.enumerated() {
          #expect(again[index] == answers[index], "\(command) --known-at \(state)")
          #expect(now[index] != answers[index], "\(command) does not tell earlier from now")
        }
      }
    }
  }
}
