import Crypto

/// The SHA-256 of a free text, under which it is kept.
enum TextHash {
  /// Returns the hash of a text's UTF-8 bytes in hexadecimal.
  static func of(_ text: String) -> String {
    var text = text
    let digest = text.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
    return hexadecimal(digest)
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
      var count = 0
      for byte in bytes.prefix(SHA256.byteCount) {
        text[count] = digit(byte >> 4)
        text[count + 1] = digit(byte & 15)
        count += 2
      }
      return count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  /// What stands where a text was redacted.
  static let redacted = "(redacted)"
}

extension Session {
  /// The statement that keeps a text where it is not kept already; a redacted one stays redacted.
  static let keepingText: StaticString =
    "INSERT INTO text (hash, body) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING"

  /// Keeps a text, where it is not kept already, and returns its hash.
  func keep(_ text: String) throws(StoreError) -> String {
    let hash = TextHash.of(text)
    let statement = try prepare(Self.keepingText)
    try statement.bind(hash, at: 1)
    try statement.bind(text, at: 2)
    try statement.run()
    return hash
  }

  /// Keeps the texts of a shelf.
  func keep(_ shelf: TextShelf) throws(StoreError) {
    for text in shelf.bodies.values.compactMap({ $0 }).sorted() { _ = try keep(text) }
  }
}
