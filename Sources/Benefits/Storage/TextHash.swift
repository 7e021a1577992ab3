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
  /// Keeps a text, where it is not kept already, and returns its hash.
  func keep(_ text: String) throws(StoreError) -> String {
    let hash = TextHash.of(text)
    let statement = try prepare("INSERT OR IGNORE INTO text (hash, body) VALUES (?1, ?2)")
    try statement.bind(hash, at: 1)
    try statement.bind(text, at: 2)
    try statement.run()
    return hash
  }

  /// Keeps texts that were hashed before.
  func keep(_ texts: [String: String]) throws(StoreError) {
    guard !texts.isEmpty else { return }
    let statement = try prepare(
      "INSERT OR IGNORE INTO text (hash, body) VALUES (?1, ?2)", isReused: true)
    for (hash, text) in texts.sorted(by: { $0.key < $1.key }) {
      try statement.bind(hash, at: 1)
      try statement.bind(text, at: 2)
      try statement.run()
    }
  }
}
