import BenefitsModel

extension TextBytes {
  /// Appends a text, escaped.
  mutating func append(escaped text: String) {
    var text = text
    // Nearly every text is plain, and then its bytes can be taken as they are.
    let isPlain = text.withUTF8 { utf8 in
      guard XMLText.isPlain(utf8) else { return false }
      append(utf8)
      return true
    }
    if !isPlain { append(plain: XMLText.escaped(text)) }
  }

  /// Appends a coordinate.
  @inline(__always)
  mutating func append(_ number: Double) { append(hundredths: SVGNumber.hundredths(number)) }

  /// Appends a step of a path: what it does, and where to.
  mutating func append(_ step: StaticString, _ x: Double, _ y: Double) {
    append(step, hundredths: SVGNumber.hundredths(x), SVGNumber.hundredths(y))
  }

  /// Appends a step of a path whose end is given in hundredths.
  @inline(__always)
  mutating func append(_ step: StaticString, hundredths x: Int, _ y: Int) {
    append(step)
    append(hundredths: x)
    append(" ")
    append(hundredths: y)
  }

  /// Appends a coordinate that is given in hundredths, of which there are at most `SVGNumber.largest`.
  mutating func append(hundredths: Int) {
    write(atMost: 16) { start in
      var place = start
      if hundredths < 0 {
        place.pointee = UInt8(ascii: "-")
        place += 1
      }
      let magnitude = UInt32(truncatingIfNeeded: hundredths.magnitude)
      var (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: 100)
      // Most coordinates have three digits before the point.
      var digits = whole < 10 ? 1 : whole < 100 ? 2 : 3
      if whole >= 1000 {
        var rest = whole / 1000
        while rest > 0 {
          rest /= 10
          digits += 1
        }
      }
      for digit in stride(from: digits - 1, through: 0, by: -1) {
        place[digit] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: whole % 10)
        whole /= 10
      }
      place += digits
      guard fraction > 0 else { return place - start }
      place[0] = UInt8(ascii: ".")
      place[1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction / 10)
      fraction %= 10
      guard fraction > 0 else { return place + 2 - start }
      place[2] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: fraction)
      return place + 3 - start
    }
  }
}
