public import BenefitsModel
import Crypto

extension SourceFile {
  /// Creates the source file of bytes that were read, with their SHA-256.
  ///
  /// - Parameters:
  ///   - name: The name of the file without its folder.
  ///   - bytes: What the file holds.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, size: bytes.count, sha256: TextHash.hexadecimal(SHA256.hash(data: bytes)))
  }
}

/// Takes the SHA-256 of a file that is read piece by piece.
package struct SourceHash {
  private var hasher = SHA256()
  private var size = 0

  /// Creates the hash of nothing.
  package init() {}

  /// Adds a piece.
  ///
  /// - Parameter bytes: The next bytes of the file.
  package mutating func add(_ bytes: [UInt8]) {
    hasher.update(data: bytes)
    size += bytes.count
  }

  /// Returns the file that was read.
  ///
  /// - Parameter name: The name of the file without its folder.
  /// - Returns: Its name, size and hash.
  package func file(named name: String) -> SourceFile {
    SourceFile(name: name, size: size, sha256: TextHash.hexadecimal(hasher.finalize()))
  }
}
