/// The path data of lines that break where a point is missing.
package struct SVGPath: Sendable {
  /// The path data of everything that at least two neighbours make up.
  package let data: String
  /// The points that have no neighbour to be joined with, as x and y.
  package let single: [(Double, Double)]

  /// Returns the path through points, broken where one is `nil`.
  ///
  /// - Parameter points: The points from left to right.
  /// - Returns: The path.
  /// - Complexity: O(*n*), where *n* is the number of points.
  package static func polylines(_ points: [(Double, Double)?]) -> SVGPath {
    var data = ""
    var single: [(Double, Double)] = []
    for part in points.split(whereSeparator: { $0 == nil }) {
      let joined = part.compactMap(\.self)
      guard joined.count > 1 else {
        single += joined
        continue
      }
      var previous: (x: String, y: String)?
      for point in joined {
        let (x, y) = (SVGNumber.text(point.0), SVGNumber.text(point.1))
        switch previous {
        case nil: data += "M\(x) \(y)"
        case (x, y)?: break
        case (_, y)?: data += "H\(x)"
        case (x, _)?: data += "V\(y)"
        default: data += "L\(x) \(y)"
        }
        previous = (x, y)
      }
    }
    return SVGPath(data: data, single: single)
  }
}
