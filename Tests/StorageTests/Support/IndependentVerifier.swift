import Foundation

/// The verifier in Python, which was written from `docs/ledger.md` and shares no code with the programs.
enum IndependentVerifier {
  struct Outcome: Hashable {
    /// One line an entry: number, content hash, hash.
    var entries: [String]
    var findings: [String]
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Verifier/verify_ledger.py").standardizedFileURL

  /// Whether there is a Python to run it.
  static let isAvailable = (try? launch(["--version"])) != nil

  static func verify(_ path: String) throws -> Outcome {
    let lines = try launch([script.path, path]).split(separator: "\n").map(String.init)
    return Outcome(
      entries: lines.filter { !$0.hasPrefix("finding") },
      findings: lines.filter { $0.hasPrefix("finding") })
  }

  private static func launch(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus < 2 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}
