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
    let digits = Array("0123456789abcdef".utf8)
    var text = [UInt8]()
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
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
