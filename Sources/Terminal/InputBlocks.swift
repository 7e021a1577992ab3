#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An input file that is read block by block, as often as needed.
///
/// What cannot be read twice, a pipe, is held as its bytes.
package struct InputBlocks: ~Copyable {
  private enum Source {
    case file(descriptor: Int32, start: off_t, isOwned: Bool)
    case bytes([UInt8])
  }

  private static let size = 1 << 20

  private let source: Source
  private let name: String
  private var position = 0

  /// Opens a file, or standard input where the path is `-`.
  package init(_ path: String, surroundings: Surroundings) throws(CommandFailure) {
    name = path == "-" ? "standard input" : "'\(path)'"
    let isOwned = path != "-"
    let descriptor = isOwned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    var status = stat()
    if descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      let start = lseek(descriptor, 0, SEEK_CUR)
      if start >= 0 {
        source = .file(descriptor: descriptor, start: start, isOwned: isOwned)
        return
      }
    }
    // Whatever else it is, the reader of whole files knows it or says what is wrong.
    if isOwned, descriptor >= 0 { close(descriptor) }
    source = .bytes(try InputFile.read(path, surroundings: surroundings))
  }

  deinit {
    if case .file(let descriptor, _, true) = source { close(descriptor) }
  }

  /// Returns the next bytes; none at the end.
  package mutating func next() throws(CommandFailure) -> [UInt8] {
    switch source {
    case .bytes(let bytes):
      let block = bytes[position..<min(bytes.count, position + Self.size)]
      position += block.count
      return Array(block)
    case .file(let descriptor, let start, _):
      while true {
        var failure: Int32?
        let block = [UInt8](unsafeUninitializedCapacity: Self.size) { bytes, count in
          let got = pread(descriptor, bytes.baseAddress, Self.size, start + off_t(position))
          count = max(got, 0)
          if got < 0 { failure = errno }
        }
        guard let failure else {
          position += block.count
          return block
        }
        guard failure == EINTR else {
          throw CommandFailure(
            .readOrWriteFailed, "cannot read \(name): \(Descriptor.text(of: failure))")
        }
      }
    }
  }

  /// Begins again with the first bytes.
  package mutating func rewind() { position = 0 }

  /// Returns all bytes.
  package mutating func all() throws(CommandFailure) -> [UInt8] {
    if case .bytes(let bytes) = source { return bytes }
    rewind()
    var all: [UInt8] = []
    while true {
      let block = try next()
      guard !block.isEmpty else { return all }
      all += block
    }
  }
}
