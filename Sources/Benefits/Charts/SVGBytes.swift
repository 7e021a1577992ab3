import BenefitsModel

/// Markup that is put together byte by byte: a drawing is made of thousands of pieces, too short to be strings.
///
/// Copies share their bytes until one of them grows. The bytes stand in memory of its own, since an array asks
/// more questions for each piece than it takes to write it.
struct SVGBytes: Sendable {
  private var storage: Storage
  private var count = 0

  /// Bytes that only their one owner changes.
  private final class Storage: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt8>
    let capacity: Int

    init(capacity: Int) {
      base = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit { base.deallocate() }
  }

  /// Creates bytes with room for some of them.
  init(capacity: Int = 64) { storage = Storage(capacity: max(capacity, 16)) }

  /// Whether nothing was appended yet.
  var isEmpty: Bool { count == 0 }

  /// The bytes.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: storage.base, count: count)) }

  /// The bytes as text.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: storage.base, count: count), as: UTF8.self)
  }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) {
    if count > storage.capacity { grow(to: count) }
  }

  /// Appends markup as it is.
  @inline(__always)
  mutating func append(_ markup: StaticString) {
    append(markup.utf8Start, markup.utf8CodeUnitCount)
  }

  /// Appends what needs no escaping.
  mutating func append(plain text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends other bytes.
  mutating func append(_ other: SVGBytes) { append(other.storage.base, other.count) }

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
    let (whole, fraction) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    // Digits are found from the last one on, and most coordinates have three before the point.
    var digits = 1
    var power: UInt = 10
    while whole >= power {
      digits += 1
      power *= 10
    }
    let decimals = fraction == 0 ? 0 : fraction % 10 == 0 ? 2 : 3
    let length = (hundredths < 0 ? 1 : 0) + digits + decimals
    let place = room(length)
    if hundredths < 0 { place[0] = UInt8(ascii: "-") }
    if decimals > 0 {
      let point = place + (length - decimals)
      point[0] = UInt8(ascii: ".")
      point[1] = UInt8(ascii: "0") + UInt8(fraction / 10)
      if decimals == 3 { point[2] = UInt8(ascii: "0") + UInt8(fraction % 10) }
    }
    var rest = whole
    var next = length - decimals
    repeat {
      next -= 1
      place[next] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    append(start, bytes.count)
  }

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    room(length).update(from: start, count: length)
  }

  /// Where so many bytes more are to be written.
  @inline(__always)
  private mutating func room(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    if count + length > storage.capacity || !isKnownUniquelyReferenced(&storage) {
      grow(to: count + length)
    }
    defer { count += length }
    return storage.base + count
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = Storage(capacity: max(needed, storage.capacity * 2))
    larger.base.update(from: storage.base, count: count)
    storage = larger
  }
}
