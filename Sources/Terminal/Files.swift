import BenefitsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads whole input files.
package enum InputFile {
  /// Returns the bytes of a file, or of standard input where the path is `-`.
  package static func read(
    _ path: String, surroundings: Surroundings
  ) throws(CommandFailure) -> [UInt8] {
    if path == "-" {
      guard !surroundings.readsFromTerminal else {
        throw CommandFailure(
          .wrongUsage, "standard input is a terminal, and '-' reads from a pipe",
          hints: ["name a file, or pipe into the command, as in: cat FILE | …"])
      }
      return try bytes(STDIN_FILENO, name: "standard input")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw CommandFailure(.notFound, "there is no file '\(path)'")
      case let number:
        throw CommandFailure(
          .readOrWriteFailed, "cannot read '\(path)': \(Descriptor.text(of: number))")
      }
    }
    defer { close(descriptor) }
    return try bytes(descriptor, name: "'\(path)'")
  }

  /// The name of a file without its folder; `standard input` for `-`.
  package static func name(of path: String) -> String {
    if path == "-" { return "standard input" }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether something of that name exists.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func bytes(
    _ descriptor: Int32, name: String
  ) throws(CommandFailure) -> [UInt8] {
    switch Descriptor.readAll(descriptor) {
    case .success(let bytes): return bytes
    case .failure(let error):
      throw CommandFailure(
        error.number == EISDIR ? .notFound : .readOrWriteFailed,
        error.number == EISDIR
          ? "\(name) is a folder; name a file"
          : "cannot read \(name): \(Descriptor.text(of: error.number))")
    }
  }
}

/// Writes whole output files.
package enum OutputFile {
  /// Writes a file beside its place and moves it there, so that no reader sees half of it.
  ///
  /// - Parameters:
  ///   - text: What the file is to hold.
  ///   - path: The path of the file.
  ///   - replaces: Whether a file that exists is replaced.
  /// - Throws: `CommandFailure` when the file cannot be created (73) or written (74).
  package static func write(
    _ text: String, to path: String, replaces: Bool
  ) throws(CommandFailure) {
    if !replaces, InputFile.exists(path) {
      throw CommandFailure(
        .cannotCreate, "'\(path)' exists already", hints: ["name another file, or add --force"])
    }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw cannotCreate("'\(path)'", in: path, number: errno)
    }
    let failed = Descriptor.write(Array(text.utf8), to: descriptor)
    let closed = close(descriptor)
    let problem = failed ?? (closed == 0 ? nil : errno)
    if let problem {
      unlink(temporary)
      throw CommandFailure(
        .readOrWriteFailed, "cannot write '\(path)': \(Descriptor.text(of: problem))")
    }
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw cannotCreate("'\(path)'", in: path, number: number)
    }
  }

  /// Creates a folder where there is none yet.
  package static func createFolder(_ path: String) throws(CommandFailure) {
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw cannotCreate("the folder '\(path)'", in: path, number: errno)
  }

  private static func cannotCreate(
    _ thing: String, in path: String, number: Int32
  ) -> CommandFailure {
    let names = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let folder = (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
    switch number {
    case ENOENT where !folder.isEmpty:
      return CommandFailure(
        .cannotCreate, "cannot create \(thing): there is no folder '\(folder)'",
        hints: ["make the folder first, as in: mkdir -p '\(folder)'"])
    case EACCES, EROFS, EPERM:
      return CommandFailure(
        .cannotCreate, "cannot create \(thing): \(Descriptor.text(of: number))",
        hints: [
          "look at the permissions of \(folder.isEmpty ? "this folder" : "'\(folder)'"), or name another place"
        ])
    default:
      return CommandFailure(
        .cannotCreate, "cannot create \(thing): \(Descriptor.text(of: number))")
    }
  }
}
