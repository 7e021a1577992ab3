/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// Windows-1252, what older spreadsheet programs write in Western Europe.
  case windows1252 = "windows-1252"
}

/// The code page Windows-1252, as the WHATWG Encoding Standard and unicode.org list it.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F; five of them stand for nothing.
  private static let high: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  /// Returns the character of a byte, or `nil` for the five bytes that stand for nothing.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80].flatMap(Unicode.Scalar.init)
  }
}
