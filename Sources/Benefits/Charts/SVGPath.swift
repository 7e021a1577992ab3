/// The path of lines through points that breaks where a point is missing.
package enum SVGPath {
  /// Appends the data of a path through points, broken where one is `nil`.
  ///
  /// - Parameters:
  ///   - points: The points from left to right.
  ///   - data: What is appended to.
  /// - Complexity: O(*n*), where *n* is the number of points.
  static func write(_ points: [(Double, Double)?], to data: inout TextBytes) {
    // The point before, in hundredths, when a line leads to it.
    var previous: (x: Int, y: Int)?
    for (index, point) in points.enumerated() {
      guard let point else {
        previous = nil
        continue
      }
      guard previous != nil || joins(points, at: index) else { continue }
      let (x, y) = (SVGNumber.hundredths(point.0), SVGNumber.hundredths(point.1))
      if let before = previous {
        if before.y == y {
          if before.x != x {
            data.append("H")
            data.append(hundredths: x)
          }
        } else if before.x == x {
          data.append("V")
          data.append(hundredths: y)
        } else {
          data.append("L", hundredths: x, y)
        }
      } else {
        data.append("M", hundredths: x, y)
      }
      previous = (x, y)
    }
  }

  /// Returns the points that have no neighbour to be joined with.
  static func single(in points: [(Double, Double)?]) -> [(Double, Double)] {
    points.indices.compactMap { index in
      let isJoined = joins(points, at: index) || index > 0 && points[index - 1] != nil
      return isJoined ? nil : points[index]
    }
  }

  /// Whether any two neighbours are both there, so that there is a line to draw.
  static func hasLine(_ points: [(Double, Double)?]) -> Bool {
    points.indices.contains { points[$0] != nil && joins(points, at: $0) }
  }

  /// Whether a point is followed by another one.
  private static func joins(_ points: [(Double, Double)?], at index: Int) -> Bool {
    points.indices.contains(index + 1) && points[index + 1] != nil
  }
}
