/// Text that is put together byte by byte: a drawing is made of thousands of pieces, too short to be strings.
///
/// The bytes stand in memory of its own, since an array asks more questions for each piece than it takes to
/// write it.
struct TextBytes: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// Creates bytes with room for some of them.
  init(capacity: Int = 64) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Whether nothing was appended yet.
  var isEmpty: Bool { count == 0 }

  /// The bytes.
  var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The bytes as text.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) {
    if count > capacity { grow(to: count) }
  }

  /// Takes everything out, and keeps the room.
  mutating func removeAll() { count = 0 }

  /// Appends a text that stands in the program.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    write(atMost: text.utf8CodeUnitCount) {
      $0.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
      return text.utf8CodeUnitCount
    }
  }

  /// Appends a text as it is.
  mutating func append(plain text: String) {
    // `withUTF8` wants a text that it may change, which would be one more owner of this.
    if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
      for byte in text.utf8 { append(byte) }
    }
  }

  private mutating func append(_ byte: UInt8) {
    write(atMost: 1) { place in
      place.pointee = byte
      return 1
    }
  }

  /// Appends other bytes.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    write(atMost: bytes.count) {
      $0.update(from: start, count: bytes.count)
      return bytes.count
    }
  }

  /// Appends what is written to a place.
  ///
  /// - Parameters:
  ///   - most: How many bytes there is room for.
  ///   - body: Writes to the place and returns how many bytes it wrote.
  @inline(__always)
  mutating func write(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count + most > capacity { grow(to: count + most) }
    let written = body(base + count)
    assert(written <= most, "more was written than there was room for")
    count += written
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    place.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (place, larger)
  }
}
