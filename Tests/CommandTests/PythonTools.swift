import Foundation
import Testing

/// Readers of outputs that others wrote, in Python; `script/bootstrap` installs them.
enum PythonTools {
  private static let python = ReadmeTests.root
    .appendingPathComponent(".build/python-tools/bin/python3").path

  /// Runs a script with arguments, and returns what it printed.
  ///
  /// A missing tool is a failure, never a pass.
  static func run(
    _ script: String, _ arguments: [String] = [], in folder: URL,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "run script/bootstrap, which installs the Python tools", sourceLocation: sourceLocation)
    let file = folder.appendingPathComponent("script-\(UUID().uuidString).py")
    try script.write(to: file, atomically: true, encoding: .utf8)
    let words = ([python, file.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try BuiltPrograms.run(words, in: folder)
    try FileManager.default.removeItem(at: file)
    #expect(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
