import BenefitsTerminal
import Foundation
import Testing

/// `docs/commands.md` says what the programs do.
@Suite struct CommandDocumentTests {
  private static let text: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appendingPathComponent("docs/commands.md")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  @Test(arguments: BenefitsTerminal.ExitStatus.allCases)
  func listsTheExitStatus(status: BenefitsTerminal.ExitStatus) {
    #expect(Self.text.contains("| \(status.rawValue) | \(status.meaning) |"))
  }

  @Test(arguments: EnvironmentVariable.allCases)
  func listsTheEnvironmentVariable(variable: EnvironmentVariable) {
    #expect(Self.text.contains("| `\(variable.rawValue)` | \(variable.meaning) |"))
  }

  @Test(arguments: HelpExampleTests.commands) func listsTheCommand(command: [String]) {
    guard command != ["plan"] else { return }
    if let noun = command.first, HelpExampleTests.nouns.contains(noun) {
      // The commands of all nouns are described together.
      #expect(Self.text.contains(command.count == 1 ? "`\(noun)`" : "| `NOUN \(command[1])"))
      return
    }
    #expect(Self.text.contains("| `\(command.joined(separator: " "))"))
  }

  /// Each block of commands runs from top to bottom beside the files that the help speaks of.
  @Test func examplesRun() throws {
    let blocks = Self.text.components(separatedBy: "```sh\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 5)
    for block in blocks {
      try BuiltPrograms.inEmptyFolder { folder in
        _ = try Transcript(named: "examples").run(in: folder)
        for line in block.split(separator: "\n") {
          let outcome = try BuiltPrograms.run(String(line), in: folder)
          #expect(outcome.status == 0, "\(line)\n\(outcome.errors)")
        }
      }
    }
  }
}
