/// The path data of lines that break where a point is missing.
package struct SVGPath: Sendable {
  /// The path data of everything that at least two neighbours make up.
  let data: SVGBytes
  /// The points that have no neighbour to be joined with, as x and y.
  package let single: [(Double, Double)]

  /// Returns the path through points, broken where one is `nil`.
  ///
  /// - Parameter points: The points from left to right.
  /// - Returns: The path.
  /// - Complexity: O(*n*), where *n* is the number of points.
  package static func polylines(_ points: [(Double, Double)?]) -> SVGPath {
    var data = SVGBytes()
    data.reserveCapacity(points.count * 14)
    var single: [(Double, Double)] = []
    // The point before, in hundredths, and whether a line leads to it.
    var previous: (x: Int, y: Int)?
    for (index, point) in points.enumerated() {
      guard let point else {
        previous = nil
        continue
      }
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
          data.append("L")
          data.append(hundredths: x)
          data.append(" ")
          data.append(hundredths: y)
        }
      } else if joins(points, at: index) {
        data.append("M")
        data.append(hundredths: x)
        data.append(" ")
        data.append(hundredths: y)
      } else {
        single.append(point)
      }
      previous = (x, y)
    }
    return SVGPath(data: data, single: single)
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
