extension Array {
  /// Returns the first index from which on a predicate holds, where it holds for no element before.
  ///
  /// - Parameter isLater: Whether an element belongs to the second part.
  /// - Returns: An index, or the end.
  /// - Complexity: O(log *n*), where *n* is the number of elements.
  func partitioned(by isLater: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
