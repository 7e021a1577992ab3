/// Where the bytes of a file come from, piece by piece.
package struct ByteSource {
  /// How many bytes there are, where it is known.
  package let size: Int?
  private let next: (inout [UInt8]) -> Void

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - size: How many bytes there are, where it is known.
  ///   - next: Replaces bytes by the next piece, by nothing at the end.
  package init(size: Int? = nil, next: @escaping (inout [UInt8]) -> Void) {
    self.size = size
    self.next = next
  }

  /// Replaces bytes by the next piece, by nothing at the end.
  func read(into bytes: inout [UInt8]) { next(&bytes) }
}

/// The pieces of a file as UTF-8 text, as long as they are nothing else.
///
/// What plain text cannot be – NUL, bytes that are no UTF-8, another format – can only be explained by a look
/// at the whole file. It ends the text and is left to `DecodedText`.
struct TextPieces {
  private let source: ByteSource
  private var piece: [UInt8] = []
  /// The beginning of a character whose rest comes with the next piece.
  private var tail: [UInt8] = []
  private var isAtStart = true
  /// Whether bytes were met that need a look at the whole file.
  private(set) var isTroubled = false
  /// Whether all text so far is ASCII, so that every byte is a character.
  private(set) var isASCII = true

  init(_ source: ByteSource) { self.source = source }

  /// Appends the next piece to a text; returns `false` at its end.
  mutating func append(to text: inout [UInt8]) -> Bool {
    guard !isTroubled else { return false }
    source.read(into: &piece)
    if isAtStart { fillBeginning() }
    guard !piece.isEmpty else {
      isTroubled = !tail.isEmpty
      return false
    }
    if isAtStart {
      isAtStart = false
      isTroubled = DecodedText.otherFormat(piece, file: "") != nil
      if piece.starts(with: DecodedText.byteOrderMark) { piece.removeFirst(3) }
    }
    let start = text.count
    text.append(contentsOf: tail)
    text.append(contentsOf: piece)
    tail.removeAll(keepingCapacity: true)
    let (hasNUL, isPlain) = Self.look(at: piece)
    if !isPlain || start + piece.count != text.count {
      isASCII = false
      let cut = Self.unfinished(text[start...])
      tail.append(contentsOf: text[cut...])
      text.removeSubrange(cut...)
      isTroubled = isTroubled || !Self.isUTF8(text, from: start)
    }
    isTroubled = isTroubled || hasNUL
    if isTroubled { text.removeSubrange(start...) }
    return !isTroubled
  }

  /// Reads on until the beginning is long enough to tell what the file is.
  private mutating func fillBeginning() {
    var beginning: [UInt8] = []
    while !piece.isEmpty {
      beginning.append(contentsOf: piece)
      guard beginning.count < 4096 else { break }
      source.read(into: &piece)
    }
    piece = beginning
  }

  /// Whether there is a NUL among bytes, and whether they are ASCII; without a branch a byte, so that many are
  /// looked at at once.
  private static func look(at bytes: [UInt8]) -> (hasNUL: Bool, isASCII: Bool) {
    var zeros: UInt8 = 0
    var all: UInt8 = 0
    for byte in bytes {
      zeros |= byte == 0 ? 1 : 0
      all |= byte
    }
    return (zeros != 0, all < 0x80)
  }

  /// The offset of a character at the end whose bytes are not all there, or the end.
  private static func unfinished(_ text: ArraySlice<UInt8>) -> Int {
    for back in 1...4 {
      guard text.count >= back else { break }
      let byte = text[text.endIndex - back]
      guard byte & 0xC0 == 0x80 else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        return length > back ? text.endIndex - back : text.endIndex
      }
    }
    return text.endIndex
  }

  private static func isUTF8(_ text: [UInt8], from start: Int) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span.extracting(start..<text.count))
      return true
    } catch {
      return false
    }
  }
}
