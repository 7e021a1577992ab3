import BenefitsModel

/// Markup that is put together byte by byte: a drawing is made of thousands of pieces, too short to be strings.
package struct SVGBytes: Hashable, Sendable {
  private var bytes: [UInt8] = []

  /// Whether nothing was appended yet.
  var isEmpty: Bool { bytes.isEmpty }

  /// The bytes.
  var array: [UInt8] { bytes }

  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends markup as it is.
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends what needs no escaping.
  mutating func append(plain text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends other bytes.
  mutating func append(_ other: SVGBytes) { bytes.append(contentsOf: other.bytes) }

  /// Appends a text, escaped.
  mutating func append(escaped text: String) {
    var text = text
    // Nearly every text is plain, and then its bytes can be taken as they are.
    let isPlain = text.withUTF8 { utf8 in
      guard XMLText.isPlain(utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isPlain { bytes.append(contentsOf: XMLText.escaped(text).utf8) }
  }

  /// Appends a coordinate.
  mutating func append(_ number: Double) { append(hundredths: SVGNumber.hundredths(number)) }

  /// Appends a step of a path: what it does, and where to.
  mutating func append(_ step: StaticString, _ x: Double, _ y: Double) {
    append(step)
    append(x)
    append(" ")
    append(y)
  }

  /// Appends a coordinate that is given in hundredths.
  mutating func append(hundredths: Int) {
    // The digits from the last one on, in one piece: growing byte by byte takes longer than all else here.
    var rest = hundredths.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = digits.count
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      let fraction = rest % 100
      rest /= 100
      if fraction != 0 {
        if fraction % 10 != 0 { put(UInt8(ascii: "0") + UInt8(fraction % 10)) }
        put(UInt8(ascii: "0") + UInt8(fraction / 10))
        put(UInt8(ascii: "."))
      }
      repeat {
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
      } while rest > 0
      if hundredths < 0 { put(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}
