import Foundation
import Testing

/// One run of a program in which something goes wrong on purpose.
struct FaultyRun {
  /// What goes wrong; `failing.c` says what each is.
  enum Kind: String, CaseIterable, Hashable, Sendable {
    case io, full, memory, kill, torn

    /// Whether the program is killed.
    var kills: Bool { self == .kill || self == .torn }
  }

  /// How a program ended.
  struct Outcome: Hashable {
    /// The exit status; `nil` when it was killed.
    var status: Int32?
    /// The signal that ended it, where one did.
    var signal: Int32?
    var output: String
    var errors: String
  }

  /// Runs one of the programs in a folder.
  ///
  /// - Parameters:
  ///   - arguments: The program's name, and its arguments.
  ///   - folder: Where it runs.
  ///   - variables: What its environment has beside the usual.
  ///   - delay: After how many seconds it is killed; `nil` for never.
  /// - Returns: How it ended.
  /// - Throws: What keeps the program from being started.
  static func run(
    _ arguments: [String], in folder: URL, adding variables: [String: String] = [:],
    killedAfter delay: TimeInterval? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = programs.appendingPathComponent(arguments[0])
    process.arguments = Array(arguments.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = BuiltPrograms.environment(home: folder).merging(variables) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let delay {
      usleep(UInt32(delay * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
    }
    // Neither prints more than a pipe holds.
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let isExit = process.terminationReason == .exit
    return Outcome(
      status: isExit ? process.terminationStatus : nil,
      signal: isExit ? nil : process.terminationStatus,
      output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }

  /// The environment that makes a step fail.
  static func variables(
    _ kind: Kind, at step: Int, goesOn: Bool = false, in folder: URL, count: URL? = nil
  ) throws -> [String: String] {
    var variables = [
      "LD_PRELOAD": try library.get(), "FAILING_KIND": kind.rawValue, "FAILING_AT": "\(step)",
      "FAILING_ON": goesOn ? "1" : "0",
      "FAILING_FOLDER": folder.resolvingSymlinksInPath().path,
    ]
    variables["FAILING_COUNT"] = count?.path
    return variables
  }

  /// Counts the steps of a kind that a command takes when nothing goes wrong.
  static func steps(_ kind: Kind, of arguments: [String], in folder: URL) throws -> Int {
    let file = folder.deletingLastPathComponent().appendingPathComponent(
      "\(UUID().uuidString).count")
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try run(
      arguments, in: folder, adding: variables(kind, at: 0, in: folder, count: file))
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The programs under test: those that were built with the tests, or those of a folder that is named.
  private static let programs: URL =
    ProcessInfo.processInfo.environment["BENEFITS_PROGRAMS"].map { URL(fileURLWithPath: $0) }
    ?? BuiltPrograms.folder

  /// `failing.c`, built once.
  private static let library: Result<String, any Error> = Result {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("failing.c")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("benefits-failing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit {
      guard let path = try? FaultyRun.library.get() else { return }
      let url = URL(fileURLWithPath: path)
      try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }
    let built = folder.appendingPathComponent("failing.so").path
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Swift's toolchain brings clang along where the system has no compiler of its own.
    compiler.arguments = [
      "-c", "exec \"$(command -v cc || command -v clang)\" -shared -fPIC -O1 -o \"$0\" \"$1\" -ldl",
      built, source.path,
    ]
    try compiler.run()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return built
  }
}

/// How much of the fault tests is run; `script/faults` asks for all of it.
enum FaultExtent {
  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Whether every step is tried, however many there are.
  static let isWhole = number("BENEFITS_FAULTS_ALL") == 1
  /// How many programs are killed at random moments.
  static let kills = number("BENEFITS_FAULTS_KILLS") ?? 300
  /// What the random moments begin with.
  static let seed = number("BENEFITS_FAULTS_SEED") ?? 1

  /// The steps that are tried: all, or about as many as asked for, spread from the first to the last.
  static func steps(_ count: Int, atMost limit: Int) -> [Int] {
    guard !isWhole, count > limit else { return Array(1...max(1, count)) }
    return (0..<limit).map { 1 + $0 * (count - 1) / (limit - 1) }
  }
}
