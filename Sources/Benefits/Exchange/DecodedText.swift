import BenefitsModel

/// The text of a file as UTF-8 that is known to be valid, with the faults that were found on the way.
///
/// Bytes that are no text are repaired as well as can be, so that whoever reads on finds the other
/// faults of the file in the same run. A file with faults is never taken in.
struct DecodedText {
  /// The file as it was named.
  let file: String
  /// Valid UTF-8 without a byte order mark and without NUL.
  private(set) var bytes: [UInt8] = []
  /// What is wrong with the bytes.
  private(set) var faults: [Fault] = []
  /// Whether the file is something else than text, so that nothing in it can be read.
  private(set) var isUnreadable = false

  /// Decodes the bytes of a file.
  init(_ bytes: [UInt8], file: String, encoding: TextEncoding) {
    self.file = file
    if let fault = Self.otherFormat(bytes, file: file) {
      faults = [fault]
      isUnreadable = true
      return
    }
    let hasMark = bytes.starts(with: Self.byteOrderMark)
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    removeNUL()
    switch encoding {
    case .utf8: repairUTF8()
    case .windows1252: decodeWindows1252(hasMark: hasMark)
    }
  }

  // MARK: Files that are no CSV at all

  /// What some programs put before UTF-8 text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The fault of a file that is something else than text; its beginning is enough to tell.
  static func otherFormat(_ bytes: [UInt8], file: String) -> Fault? {
    let whole = SourceLocation(whole: file)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || isUTF16(bytes) {
      return Fault(
        whole, "the file is UTF-16, but UTF-8 is expected",
        hint: "save it again as \"CSV UTF-8\", or run: iconv -f UTF-16 -t UTF-8 '\(file)' > new.csv"
      )
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return Fault(
        whole, "the file is a spreadsheet or an archive, not a CSV file",
        hint: "open it in the spreadsheet program and save the sheet as \"CSV UTF-8\"")
    }
    if isBinary(bytes) {
      return Fault(
        whole, "the file is not text, so it is no CSV file",
        hint: "name the CSV file; a spreadsheet program saves one as \"CSV UTF-8\"")
    }
    return nil
  }

  /// Whether one byte in 16 at the beginning is a control character, which texts hardly have.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(1024)
    let controls = sample.count { byte in
      byte < 0x20 && ![UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte)
    }
    return controls >= 8 && controls * 16 >= sample.count
  }

  /// Whether every second byte at the beginning is NUL, as in UTF-16 without a mark.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(256)
    guard sample.count >= 4 else { return false }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = sample.count / 2
    return zeros.contains { $0 * 10 >= half * 7 } && zeros.contains { $0 * 10 <= half }
  }

  // MARK: Bytes that are no text

  private mutating func removeNUL() {
    guard let first = bytes.firstIndex(of: 0) else { return }
    let count = bytes.count { $0 == 0 }
    faults.append(
      Fault(
        location(ofByte: first),
        "a NUL byte (0x00) is in the text"
          + (count > 1 ? ", the first of \(count) in the file" : ""),
        hint: "export the file again, or run: tr -d '\\000' < '\(file)' > new.csv"))
    bytes.removeAll { $0 == 0 }
  }

  private mutating func repairUTF8() {
    let bad = Self.invalidBytes(bytes)
    guard let first = bad.first else { return }
    let isBad = Set(bad)
    let isPlainOtherwise = bytes.indices.allSatisfy { bytes[$0] < 0x80 || isBad.contains($0) }
    let isExplained =
      isPlainOtherwise && bad.allSatisfy { Windows1252.scalar(bytes[$0]) != nil }
    if isExplained, let scalar = Windows1252.scalar(bytes[first]) {
      let others = bad.count > 1 ? ", the first of \(bad.count) such bytes" : ""
      faults.append(
        Fault(
          location(ofByte: first),
          "byte \(Self.hexadecimal(bytes[first])) is not UTF-8\(others); in Windows-1252 it is "
            + "'\(Character(scalar))'",
          hint: "run again with --encoding windows-1252, or save the file as \"CSV UTF-8\""))
    } else {
      for index in bad {
        faults.append(
          Fault(
            location(ofByte: index), "byte \(Self.hexadecimal(bytes[index])) is not UTF-8",
            hint: "save the file again as \"CSV UTF-8\""))
      }
    }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count + bad.count * 2)
    for (index, byte) in bytes.enumerated() {
      if isBad.contains(index) {
        let scalar = Windows1252.scalar(byte) ?? "\u{FFFD}"
        repaired.append(contentsOf: Character(scalar).utf8)
      } else {
        repaired.append(byte)
      }
    }
    bytes = repaired
  }

  private mutating func decodeWindows1252(hasMark: Bool) {
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    if hasMark || (!isPlain && Self.invalidBytes(bytes).isEmpty) {
      faults.append(
        Fault(
          SourceLocation(whole: file), "the file is UTF-8, not Windows-1252",
          hint: "run again without --encoding"))
      repairUTF8()
      return
    }
    guard !isPlain else { return }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        decoded.append(byte)
      } else if let scalar = Windows1252.scalar(byte) {
        decoded.append(contentsOf: Character(scalar).utf8)
      } else {
        faults.append(
          Fault(
            location(ofByte: index),
            "byte \(Self.hexadecimal(byte)) stands for no character in Windows-1252"))
        decoded.append(contentsOf: Character("\u{FFFD}").utf8)
      }
    }
    bytes = decoded
  }

  /// The offsets of all bytes that belong to no valid UTF-8 sequence.
  private static func invalidBytes(_ bytes: [UInt8]) -> [Int] {
    var invalid: [Int] = []
    var start = 0
    let span = bytes.span
    while start < bytes.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: span.extracting(start..<bytes.count))
        return invalid
      } catch {
        let range = error.byteOffsets
        invalid.append(contentsOf: (start + range.lowerBound)..<(start + range.upperBound))
        start += max(range.upperBound, 1)
      }
    }
    return invalid
  }

  /// The place of a byte, where every byte that begins no character of its own is left out of the column.
  private func location(ofByte offset: Int) -> SourceLocation {
    var line = 1
    var column = 1
    var index = 0
    while index < offset {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n"))
      {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
