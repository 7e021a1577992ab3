import Foundation
import Testing

/// Every example in the help of a command does what it says.
@Suite struct HelpExampleTests {
  /// The nouns whose things are changed one by one.
  static let nouns = [
    "measure", "benefit", "project", "site", "stratum", "baseline", "target", "guardrail",
    "annotation", "assumption", "decision", "review", "action", "waiver",
  ]

  /// The commands of `benefits-cli` but those of nouns, each with the words that lead to it.
  static let plainCommands = [
    ["init"], ["plan"], ["plan", "new"], ["plan", "apply"], ["plan", "diff"], ["plan", "export"],
    ["record"], ["import"], ["withdraw"], ["exclude"], ["include"], ["waive"], ["undo"],
    ["redact"], ["history"],
    ["revisions"], ["log"], ["show"], ["verify"], ["backup"], ["restore"],
  ]

  static let commands =
    plainCommands
    + nouns.flatMap { noun in
      [[noun]] + ["add", "edit", "list", "show", "retire"].map { [noun, $0] }
    }

  @Test(arguments: commands) func examplesRun(command: [String]) throws {
    let words = command.joined(separator: " ")
    let help = try BuiltPrograms.inEmptyFolder {
      try BuiltPrograms.run("benefits-cli \(words) --help", in: $0)
    }
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    let examples = Self.examples(in: help.output)
    #expect((2...4).contains(examples.count), "\(words) has \(examples.count) examples")
    let prepared = try Self.prepared.get()
    for example in examples {
      try BuiltPrograms.inEmptyFolder { folder in
        // Commands that make a file are tried where it is not there yet.
        if !example.contains(" init"), !example.contains("plan new") {
          _ = try BuiltPrograms.run("cp '\(prepared.path)'/* .", in: folder)
        }
        let outcome = try BuiltPrograms.run(example, in: folder)
        #expect([0, 1].contains(outcome.status), "\(example)\n\(outcome.errors)")
        #expect(!outcome.errors.contains("error:"), "\(example)\n\(outcome.errors)")
      }
    }
  }

  /// The folder with the files that the examples speak of, made once; it goes when the tests end.
  private static let prepared: Result<URL, any Error> = Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("benefits-examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: HelpExampleTests.prepared.get()) }
    _ = try Transcript(named: "examples").run(in: folder)
    return folder
  }

  /// Each command has one line of its own, so that no help grows beside the tests.
  @Test func theListIsThatOfTheProgram() throws {
    let help = try BuiltPrograms.inEmptyFolder { folder in
      try BuiltPrograms.run(
        "benefits-cli --help; for name in plan \(Self.nouns.joined(separator: " ")); "
          + "do benefits-cli $name --help; done", in: folder)
    }
    for command in Self.commands {
      let name = try #require(command.last)
      #expect(help.output.contains("\n  \(name) "), "\(name) is missing in the help")
    }
    let listed = help.output.split(separator: "\n").filter { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ")
        && line.dropFirst(2).first.map { $0.isLowercase } ?? false
        && !line.contains("benefits-") && !line.hasPrefix("  help ")
    }
    #expect(listed.count == Self.commands.count, "\(listed)")
  }

  /// The commands of a text, without what stands behind them as an explanation.
  static func examples(in help: String) -> [String] {
    let whole = help.split(separator: "\n").reduce(into: [String]()) { lines, line in
      // A long command goes on in the next line.
      if let last = lines.last, last.hasSuffix(" \\") {
        lines[lines.count - 1] = String(last.dropLast() + line.drop { $0 == " " })
      } else {
        lines.append(String(line))
      }
    }
    return whole.compactMap { line in
      guard line.hasPrefix("  benefits-") else { return nil }
      let command = line.drop { $0 == " " }
      guard let gap = command.range(of: "   ") else { return String(command) }
      return String(command[..<gap.lowerBound])
    }
  }
}
