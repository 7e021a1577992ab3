/// Places for the items of a plan, so that reading them by place gives the order of the plan file.
///
/// Places are far apart, so that an item put between two others changes no row but its own.
enum PlanOrder {
  /// How far apart new places are.
  static let gap = 1 << 20

  /// Returns a place for each item, keeping as many as can be kept.
  ///
  /// - Parameter current: The places that the items have, in their new order; `nil` for a new item.
  /// - Returns: Strictly increasing places.
  /// - Complexity: O(*n* log *n*), where *n* is the number of items.
  static func places(keeping current: [Int?]) -> [Int] {
    let kept = longestIncreasing(current)
    var places = current.enumerated().map { kept.contains($0.offset) ? $0.element : nil }
    var start = 0
    while start < places.count {
      guard places[start] == nil else {
        start += 1
        continue
      }
      let end = places[start...].firstIndex { $0 != nil } ?? places.count
      let count = end - start
      let before = start == 0 ? nil : places[start - 1]
      let after = end == places.count ? nil : places[end]
      let (first, step): (Int, Int)
      switch (before, after) {
      case (nil, nil): (first, step) = (gap, gap)
      case (let before?, nil): (first, step) = (before + gap, gap)
      case (nil, let after?): (first, step) = (after - count * gap, gap)
      case (let before?, let after?):
        step = (after - before) / (count + 1)
        first = before + step
      }
      // No room between two neighbours: everything gets a new place.
      guard step > 0 else { return current.indices.map { ($0 + 1) * gap } }
      for offset in 0..<count { places[start + offset] = first + offset * step }
      start = end
    }
    return places.compactMap { $0 }
  }

  /// Returns the offsets of a longest strictly increasing selection (patience sorting).
  private static func longestIncreasing(_ values: [Int?]) -> Set<Int> {
    var tails = [Int]()
    var previous = [Int?](repeating: nil, count: values.count)
    for (offset, value) in values.enumerated() {
      guard let value else { continue }
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if let tail = values[tails[middle]], tail < value {
          low = middle + 1
        } else {
          high = middle
        }
      }
      previous[offset] = low == 0 ? nil : tails[low - 1]
      if low == tails.count { tails.append(offset) } else { tails[low] = offset }
    }
    var kept = Set<Int>()
    var next = tails.last
    while let offset = next {
      kept.insert(offset)
      next = previous[offset]
    }
    return kept
  }
}
