extension Collection<Double> {
  /// Returns the arithmetic mean in two passes, as R computes it.
  ///
  /// The second pass adds the mean of what the first left over, so that the mean of a constant series is
  /// that constant to the last digit and no point lies off the line by rounding.
  ///
  /// - Returns: The mean; `nil` when there is no value.
  /// - Complexity: O(*n*), where *n* is the number of values.
  package func mean() -> Double? {
    guard !isEmpty else { return nil }
    let count = Double(self.count)
    var mean = reduce(0, +) / count
    // A sum beyond the largest number: divide first.
    if !mean.isFinite { mean = reduce(0) { $0 + $1 / count } }
    let rest = reduce(0) { $0 + ($1 - mean) } / count
    return rest.isFinite ? mean + rest : mean
  }

  /// Returns the median: the middle value, or the mean of the two middle values.
  ///
  /// - Returns: The median; `nil` when there is no value.
  /// - Complexity: O(*n* log *n*), where *n* is the number of values.
  package func median() -> Double? {
    guard !isEmpty else { return nil }
    let sorted = self.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
    let sum = sorted[middle - 1] + sorted[middle]
    return sum.isFinite ? sum / 2 : sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}
