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
    return try bytes(of: path)
  }

  /// Returns the bytes of a file.
  package static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = try Self.descriptor(of: path)
    defer { close(descriptor) }
    return try bytes(descriptor, name: "'\(path)'")
  }

  fileprivate static func descriptor(of path: String) throws(CommandFailure) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case ENOENT, ENOTDIR: throw CommandFailure(.notFound, "there is no file '\(path)'")
    case let number:
      throw CommandFailure(
        .readOrWriteFailed, "cannot read '\(path)': \(Descriptor.text(of: number))")
    }
  }

  /// The name of a file without its folder; `standard input` for `-`.
  package static func name(of path: String) -> String {
    if path == "-" { return "standard input" }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether something of that name exists.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, in the order of their bytes.
  package static func names(inFolder path: String) throws(CommandFailure) -> [String] {
    guard let folder = opendir(path) else {
      throw CommandFailure(
        .notFound, "cannot read the folder '\(path)': \(Descriptor.text(of: errno))")
    }
    defer { closedir(folder) }
    var names = [String]()
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func bytes(
    _ descriptor: Int32, name: String
  ) throws(CommandFailure) -> [UInt8] {
    switch Descriptor.readAll(descriptor) {
    case .success(let bytes): return bytes
    case .failure(let error): throw failure(error.number, name: name)
    }
  }

  fileprivate static func failure(_ number: Int32, name: String) -> CommandFailure {
    CommandFailure(
      number == EISDIR ? .notFound : .readOrWriteFailed,
      number == EISDIR
        ? "\(name) is a folder; name a file"
        : "cannot read \(name): \(Descriptor.text(of: number))")
  }
}

/// A regular file that is read piece by piece, from its beginning as often as needed.
///
/// It is a class since whoever takes the pieces and whoever begins again share the place in the file.
package final class InputPieces {
  /// How many bytes the file has.
  package let size: Int
  private let descriptor: Int32
  private let name: String
  private var offset = 0
  private var error: Int32 = 0

  private static let pieceSize = 1 << 20

  private init(_ descriptor: Int32, size: Int, name: String) {
    self.descriptor = descriptor
    self.size = size
    self.name = name
  }

  deinit { close(descriptor) }

  /// Opens a file, or standard input where the path is `-`.
  ///
  /// - Returns: `nil` for what can be read only once, as a pipe, and for what cannot be read.
  package static func open(_ path: String) throws(CommandFailure) -> InputPieces? {
    var status = stat()
    // A named pipe is not opened, since closing it again would end what writes to it.
    guard path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG, path != "-" || lseek(STDIN_FILENO, 0, SEEK_CUR) == 0
    else { return nil }
    let descriptor = path == "-" ? dup(STDIN_FILENO) : try InputFile.descriptor(of: path)
    guard descriptor >= 0 else { return nil }
    return InputPieces(
      descriptor, size: Int(status.st_size), name: path == "-" ? "standard input" : "'\(path)'")
  }

  /// Begins again at the first byte.
  package func rewind() { offset = 0 }

  /// Replaces bytes by the next piece, by nothing at the end and where reading fails.
  package func read(into bytes: inout [UInt8]) {
    if bytes.count != Self.pieceSize { bytes = Array(repeating: 0, count: Self.pieceSize) }
    var count = 0
    while count < Self.pieceSize, error == 0 {
      let got = bytes.withUnsafeMutableBytes {
        pread($0.baseAddress.map { $0 + count }, Self.pieceSize - count, from: offset + count)
      }
      if got < 0 {
        if errno != EINTR { error = errno }
      } else if got == 0 {
        break
      } else {
        count += got
      }
    }
    offset += count
    if count < Self.pieceSize { bytes.removeLast(Self.pieceSize - count) }
  }

  private func pread(_ place: UnsafeMutableRawPointer?, _ count: Int, from offset: Int) -> Int {
    #if canImport(Darwin)
      Darwin.pread(descriptor, place, count, off_t(offset))
    #elseif canImport(Glibc)
      Glibc.pread(descriptor, place, count, off_t(offset))
    #else
      Musl.pread(descriptor, place, count, off_t(offset))
    #endif
  }

  /// Throws where reading failed.
  package func check() throws(CommandFailure) {
    guard error != 0 else { return }
    throw InputFile.failure(error, name: name)
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
    try write(to: path, replaces: replaces) { file throws(CommandFailure) in try file.write(text) }
  }

  /// Writes bytes that are a whole file, as `write(_:to:replaces:)` does a text.
  package static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool
  ) throws(CommandFailure) {
    try write(to: path, replaces: replaces) { file throws(CommandFailure) in try file.write(bytes) }
  }

  /// Writes a file part by part beside its place and moves it there when it is whole.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - replaces: Whether a file that exists is replaced.
  ///   - body: Hands the parts of the text on, in order.
  /// - Throws: `CommandFailure` when the file cannot be created (73) or written (74), and what `body` throws;
  ///   nothing is left behind.
  package static func write(
    to path: String, replaces: Bool,
    _ body: (inout PartialFile) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try checkAbsence(of: path, replaces: replaces)
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw cannotCreate("'\(path)'", in: path, number: errno)
    }
    do throws(CommandFailure) {
      var file = PartialFile(descriptor: descriptor, path: path)
      try body(&file)
      try file.flush()
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let number = errno
      unlink(temporary)
      throw CommandFailure(
        .readOrWriteFailed, "cannot write '\(path)': \(Descriptor.text(of: number))")
    }
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw cannotCreate("'\(path)'", in: path, number: number)
    }
  }

  /// Refuses a file that exists, unless it may be replaced.
  package static func checkAbsence(
    of path: String, replaces: Bool
  ) throws(CommandFailure) {
    if !replaces, InputFile.exists(path) {
      throw CommandFailure(
        .cannotCreate, "'\(path)' exists already", hints: ["name another file, or add --force"])
    }
  }

  /// Adds a text to the end of a file, which is created where there is none.
  package static func append(_ text: String, to path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw cannotCreate("'\(path)'", in: path, number: errno) }
    let failed = Descriptor.write(Array(text.utf8), to: descriptor)
    let closed = close(descriptor)
    if let problem = failed ?? (closed == 0 ? nil : errno) {
      throw CommandFailure(
        .readOrWriteFailed, "cannot write '\(path)': \(Descriptor.text(of: problem))")
    }
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(CommandFailure) {
    guard unlink(path) != 0 else { return }
    throw CommandFailure(
      .readOrWriteFailed, "cannot remove '\(path)': \(Descriptor.text(of: errno))")
  }

  /// Creates a folder where there is none yet.
  package static func createFolder(_ path: String) throws(CommandFailure) {
    guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    throw cannotCreate("the folder '\(path)'", in: path, number: errno)
  }

  /// Creates a folder beside the place that it is to have, so that no reader sees half of it.
  ///
  /// - Parameter path: The path that the folder is to have.
  /// - Returns: The path that it has until `nameFolder` gives it the other one.
  /// - Throws: `CommandFailure` (73) when the folder cannot be made.
  package static func createUnfinishedFolder(_ path: String) throws(CommandFailure) -> String {
    let unfinished = "\(path).\(getpid()).part"
    guard mkdir(unfinished, 0o755) != 0 else { return unfinished }
    throw cannotCreate("the folder '\(path)'", in: path, number: errno)
  }

  /// Moves a folder that is whole to its place.
  package static func nameFolder(_ unfinished: String, _ path: String) throws(CommandFailure) {
    guard rename(unfinished, path) != 0 else { return }
    throw cannotCreate("the folder '\(path)'", in: path, number: errno)
  }

  /// Removes a folder and the files in it, as far as that can be done.
  package static func discardFolder(_ path: String) {
    for name in (try? InputFile.names(inFolder: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Writes a file in a folder that has not got its name yet.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - place: The path that it is to have, for messages.
  ///   - bytes: What the file is to hold.
  /// - Throws: `CommandFailure` when the file cannot be created (73) or written (74).
  package static func create(
    _ path: String, for place: String, holding bytes: [UInt8]
  ) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw cannotCreate("'\(place)'", in: place, number: errno) }
    let failed = Descriptor.write(bytes, to: descriptor)
    let closed = close(descriptor)
    if let problem = failed ?? (closed == 0 ? nil : errno) {
      throw CommandFailure(
        .readOrWriteFailed, "cannot write '\(place)': \(Descriptor.text(of: problem))")
    }
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

/// A file that is being written through a buffer.
package struct PartialFile {
  fileprivate let descriptor: Int32
  fileprivate let path: String
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  fileprivate init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Adds bytes, without a detour through the buffer.
  fileprivate mutating func write(_ bytes: [UInt8]) throws(CommandFailure) {
    try flush()
    try writeOut(bytes)
  }

  /// Adds text, and writes the buffer out when it is full.
  package mutating func write(_ text: String) throws(CommandFailure) {
    buffer.reserveCapacity(Self.capacity)
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  fileprivate mutating func flush() throws(CommandFailure) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeOut(buffer)
  }

  private func writeOut(_ bytes: [UInt8]) throws(CommandFailure) {
    guard !bytes.isEmpty, let number = Descriptor.write(bytes, to: descriptor) else { return }
    throw CommandFailure(
      .readOrWriteFailed, "cannot write '\(path)': \(Descriptor.text(of: number))")
  }
}
