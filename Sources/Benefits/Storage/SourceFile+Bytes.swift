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
