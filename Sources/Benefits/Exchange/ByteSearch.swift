extension Collection where Self: RandomAccessCollection, Element == UInt8 {
  /// Whether a byte is anywhere among these.
  ///
  /// All of them are looked at, many at a time, which takes less than to stop at the first: mostly there is none.
  func holds(_ byte: UInt8) -> Bool {
    let found = withContiguousStorageIfAvailable { bytes in
      var found: UInt8 = 0
      for other in bytes { found |= other == byte ? 1 : 0 }
      return found > 0
    }
    return found ?? contains(byte)
  }
}
