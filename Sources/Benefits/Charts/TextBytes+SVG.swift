import BenefitsModel

extension TextBytes {
  /// Appends a text, escaped.
  mutating func append(escaped text: String) {
    // Nearly every text is plain, and then its bytes can be taken as they are.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard XMLText.isPlain(utf8) else { return false }
      append(utf8)
      return true
    }
    if isPlain != true { append(plain: XMLText.escaped(text)) }
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
      let (whole, fraction) = UInt32(truncatingIfNeeded: hundredths.magnitude)
        .quotientAndRemainder(dividingBy: 100)
      // Most coordinates have three digits before the point.
      switch whole {
      case ..<10: Self.write(ones: whole, to: &place)
      case ..<100: Self.write(pair: whole, to: &place)
      case ..<1000:
        Self.write(ones: whole / 100, to: &place)
        Self.write(pair: whole % 100, to: &place)
      default:
        let thousands = whole / 1000
        var unit: UInt32 = 1
        while unit <= thousands / 10 { unit *= 10 }
        while unit > 0 {
          Self.write(ones: thousands / unit % 10, to: &place)
          unit /= 10
        }
        Self.write(ones: whole % 1000 / 100, to: &place)
        Self.write(pair: whole % 100, to: &place)
      }
      guard fraction > 0 else { return place - start }
      place.pointee = UInt8(ascii: ".")
      place += 1
      Self.write(pair: fraction, to: &place)
      return place - start - (fraction % 10 == 0 ? 1 : 0)
    }
  }

  @inline(__always)
  private static func write(ones: UInt32, to place: inout UnsafeMutablePointer<UInt8>) {
    place.pointee = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: ones)
    place += 1
  }

  @inline(__always)
  private static func write(pair: UInt32, to place: inout UnsafeMutablePointer<UInt8>) {
    write(ones: pair / 10, to: &place)
    write(ones: pair % 10, to: &place)
  }
}
