/// Numbers the different texts of one column from 0, without making a `String` of a cell that was met before.
///
/// Most rows have the name of the row before them, or the one that came after it last time, as periods do;
/// these two are compared first. Else a table of hashes is searched.
struct NameIndex {
  /// How many different texts there are.
  private(set) var count = 0

  /// All texts, one behind the other.
  private var pool: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// The number of a text by its hash, plus 1; 0 is an empty place.
  private var table: [Int32] = Array(repeating: 0, count: 64)
  private var last = -1
  /// The text that came after each text last time.
  private var successors: [Int] = []

  /// Returns the number of a text; one that is new gets the next.
  mutating func index(of text: Span<UInt8>) -> Int {
    if last >= 0 {
      if isSame(text, as: last) { return last }
      let likely = successors[last]
      if isSame(text, as: likely) {
        last = likely
        return likely
      }
    }
    let found = search(text)
    if last >= 0 { successors[last] = found }
    last = found
    return found
  }

  private mutating func search(_ text: Span<UInt8>) -> Int {
    let hash = Self.hash(text)
    var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[place] != 0 {
      let index = Int(table[place]) - 1
      if hashes[index] == hash, isSame(text, as: index) { return index }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = Int32(count + 1)
    for offset in text.indices { pool.append(text[offset]) }
    ends.append(pool.count)
    hashes.append(hash)
    successors.append(0)
    count += 1
    if count * 2 > table.count { grow() }
    return count - 1
  }

  private func isSame(_ text: Span<UInt8>, as index: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    let count = text.count
    guard ends[index] - start == count else { return false }
    return pool.withUnsafeBytes { pool in
      text.withUnsafeBytes { text in
        var offset = 0
        while offset + 8 <= count {
          let known = pool.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
          guard known == text.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
            return false
          }
          offset += 8
        }
        while offset < count {
          guard pool[start + offset] == text[offset] else { return false }
          offset += 1
        }
        return true
      }
    }
  }

  /// FNV-1a in 64 bits (Fowler, Noll and Vo), with its high bits folded into the low ones that choose a place.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for offset in text.indices {
      hash = (hash ^ UInt64(text[offset])) &* 0x100_0000_01b3
    }
    return hash ^ hash >> 29
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 2)
    for (index, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(index + 1)
    }
  }
}
