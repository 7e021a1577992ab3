extension MutableCollection where Self: RandomAccessCollection, Element == Double, Index == Int {
  /// Brings the number of a rank to its place, with none larger before it and none smaller after it.
  ///
  /// - Parameter rank: An index of the collection.
  /// - Returns: The number that would be there if the numbers were sorted.
  /// - Complexity: O(*n*) on average.
  mutating func select(_ rank: Int) -> Double {
    var low = startIndex
    var high = endIndex - 1
    while low < high {
      let middle = low + (high - low) / 2
      // The middle one of three, so that sorted numbers are no bad case.
      let pivot = Swift.max(
        Swift.min(self[low], self[middle]),
        Swift.min(Swift.max(self[low], self[middle]), self[high]))
      var left = low
      var right = high
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        left += 1
        right -= 1
      }
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        break
      }
    }
    return self[rank]
  }

  /// Returns the median, changing the order of the numbers.
  ///
  /// - Complexity: O(*n*) on average.
  mutating func selectMedian() -> Double? {
    guard !isEmpty else { return nil }
    let middle = startIndex + count / 2
    let upper = select(middle)
    guard count.isMultiple(of: 2), let lower = self[startIndex..<middle].max() else { return upper }
    return lower / 2 + upper / 2
  }
}
