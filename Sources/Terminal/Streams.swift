#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard output through a buffer, so that a long result takes few system calls.
package struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 16

  /// Creates an empty buffer.
  package init() { buffer.reserveCapacity(Self.capacity) }

  /// Adds text, and writes the buffer out when it is full.
  package mutating func write(_ text: String) throws(CommandFailure) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes the buffer out.
  package mutating func flush() throws(CommandFailure) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard let code = Descriptor.write(buffer, to: STDOUT_FILENO) else { return }
    throw CommandFailure(
      .readOrWriteFailed, "cannot write to standard output: \(Descriptor.text(of: code))")
  }
}

/// Standard error, without a buffer.
package enum StandardError {
  /// Writes text; where even that fails there is nobody left to tell.
  package static func write(_ text: String) {
    _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
  }
}

/// System calls on file descriptors, repeated when a signal interrupts them.
enum Descriptor {
  /// Writes all bytes, and returns the error number where that failed.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #elseif canImport(Glibc)
          let count = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let count = Musl.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }

  /// Reads all bytes up to the end, or returns the error number.
  static func readAll(_ descriptor: Int32) -> Result<[UInt8], DescriptorError> {
    var bytes = [UInt8]()
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    let chunk = 1 << 18
    while true {
      let start = bytes.count
      var count = 0
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      bytes.withUnsafeMutableBytes { all in
        count = read(descriptor, all.baseAddress.map { $0 + start }, chunk)
      }
      bytes.removeLast(chunk - max(count, 0))
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(DescriptorError(number: errno))
      }
      if count == 0 { return .success(bytes) }
    }
  }

  /// Returns the system's words for an error number.
  static func text(of number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}

/// The number of an error of the system.
struct DescriptorError: Error {
  var number: Int32
}
