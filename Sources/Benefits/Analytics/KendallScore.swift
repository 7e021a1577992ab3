/// How many pairs of a sequence rise and fall, and what chance alone would make of it.
struct KendallScore {
  /// How many numbers there are.
  private(set) var count = 0
  /// S: the pairs that rise minus the pairs that fall.
  private(set) var score = 0
  /// The variance of S if the order were random, with its correction for equal numbers.
  private(set) var variance = 0.0
  /// How many pairs there are.
  private(set) var pairs = 0
  /// How many pairs are of equal numbers.
  private(set) var tied = 0

  /// Counts by merging, so that long series are no trouble.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of numbers.
  init(_ numbers: [Double]) {
    count = numbers.count
    pairs = count * (count - 1) / 2
    var sorted = numbers
    let falling = KendallScore.sortCountingInversions(&sorted)
    let n = Double(count)
    var sum = n * (n - 1) * (2 * n + 5)
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, sorted[end] == sorted[start] { end += 1 }
      let t = Double(end - start)
      tied += (end - start) * (end - start - 1) / 2
      sum -= t * (t - 1) * (2 * t + 5)
      start = end
    }
    variance = sum / 18
    score = pairs - tied - 2 * falling
  }

  /// The standardised score with the correction for continuity; 0 where no pair rises or falls.
  static func z(score: Int, variance: Double) -> Double {
    guard score != 0, variance > 0 else { return 0 }
    return Double(score > 0 ? score - 1 : score + 1) / variance.squareRoot()
  }

  /// The geometric mean of the pairs and of those that are not of equal numbers.
  var scale: Double { (Double(pairs) * Double(pairs - tied)).squareRoot() }

  /// Sorts numbers and returns how many pairs were the wrong way round; equal numbers never are.
  static func sortCountingInversions(_ numbers: inout [Double]) -> Int {
    var inversions = 0
    var buffer = numbers
    var width = 1
    while width < numbers.count {
      var start = 0
      while start < numbers.count {
        let middle = min(start + width, numbers.count)
        let end = min(start + 2 * width, numbers.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if left < middle, right >= end || numbers[left] <= numbers[right] {
            buffer[place] = numbers[left]
            left += 1
          } else {
            inversions += middle - left
            buffer[place] = numbers[right]
            right += 1
          }
        }
        start = end
      }
      swap(&numbers, &buffer)
      width *= 2
    }
    return inversions
  }
}
