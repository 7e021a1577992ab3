/// Pushes labels in one column apart, as little as possible, by pooling adjacent violators.
///
/// The result minimises the sum of squared movements among all arrangements that keep the labels' order,
/// their distance and the bounds (Barlow, Bartholomew, Bremner & Brunk, Statistical Inference under Order
/// Restrictions, 1972).
package enum LabelLayout {
  /// A span along the column.
  package struct Item: Hashable, Sendable {
    /// Where its middle would best be.
    package var wanted: Double
    /// Its length.
    package var length: Double

    /// Creates an item.
    package init(wanted: Double, length: Double) {
      self.wanted = wanted
      self.length = length
    }
  }

  /// Returns the middles of the items, in the order given, moved apart.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - bounds: Where they must lie as far as they fit; what does not fit passes the upper bound.
  /// - Returns: One middle for each item.
  /// - Complexity: O(*n* log *n*), where *n* is the number of items.
  package static func spread(_ items: [Item], within bounds: ClosedRange<Double>) -> [Double] {
    // Equal wishes keep the order given, so that the same input has the same result.
    let order = items.indices.sorted { (items[$0].wanted, $0) < (items[$1].wanted, $1) }
    // Taking the length of all items before it from each turns "do not overlap" into "do not descend".
    var before: [Double] = []
    var total = 0.0
    for index in order {
      before.append(total + items[index].length / 2)
      total += items[index].length
    }
    var blocks: [(sum: Double, count: Int)] = []
    for (place, index) in order.enumerated() {
      blocks.append((items[index].wanted - before[place], 1))
      while blocks.count > 1 {
        let (last, previous) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
        guard last.sum / Double(last.count) < previous.sum / Double(previous.count) else { break }
        blocks.removeLast(2)
        blocks.append((last.sum + previous.sum, last.count + previous.count))
      }
    }
    let highest = max(bounds.upperBound - total, bounds.lowerBound)
    var middles = Array(repeating: 0.0, count: items.count)
    var place = 0
    for block in blocks {
      let start = min(max(block.sum / Double(block.count), bounds.lowerBound), highest)
      for _ in 0..<block.count {
        middles[order[place]] = start + before[place]
        place += 1
      }
    }
    return middles
  }
}
