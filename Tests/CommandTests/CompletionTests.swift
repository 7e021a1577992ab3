import Testing

/// Shells can complete the commands of both programs.
@Suite struct CompletionTests {
  @Test(arguments: ["benefits-cli", "benefits-report"], ["bash", "zsh", "fish"])
  func scriptIsWritten(program: String, shell: String) throws {
    let outcome = try BuiltPrograms.inEmptyFolder { folder in
      try BuiltPrograms.run("\(program) --generate-completion-script \(shell)", in: folder)
    }
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains(program))
    #expect(outcome.output.contains("database"))
  }
}
