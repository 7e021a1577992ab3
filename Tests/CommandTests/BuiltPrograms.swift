import Foundation

/// The built programs, run as a user runs them: in a folder of their own, with a fixed environment.
enum BuiltPrograms {
  /// The folder of the built programs, which is also that of the tests.
  static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
  }()

  /// What a command printed, and how it ended.
  struct Outcome: Hashable {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The environment of every run; nothing of the machine shows through.
  static func environment(home: URL) -> [String: String] {
    [
      "PATH": folder.path + ":/usr/bin:/bin", "HOME": home.path, "TZ": "UTC", "LANG": "C.UTF-8",
      "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb",
      "BENEFITS_BY": "Data Intelligence Lead",
    ]
  }

  /// Runs a line of shell in a folder.
  static func run(
    _ command: String, in folder: URL, adding variables: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = environment(home: folder).merging(variables) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both pipes are read at once, since a full one would stop the command.
    let reader = Collector(errors.fileHandleForReading)
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = reader.wait()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Runs a test in an empty folder, and removes the folder.
  static func inEmptyFolder<R>(_ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("benefits-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

/// Reads a pipe to its end on a thread of its own.
private final class Collector: @unchecked Sendable {
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      data = handle.readDataToEndOfFile()
      done.signal()
    }
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
