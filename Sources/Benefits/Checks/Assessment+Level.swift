import BenefitsAnalytics
import BenefitsModel

extension Assessment {
  /// Returns the level as it was at a point: the last three usable points up to it.
  ///
  /// - Parameter index: An index in `points`.
  /// - Returns: The mean, weighted by n where every point has one; the ratio of sums for proportions and
  ///   rates; the last value of a running total; `nil` when no point up to there is usable.
  /// - Complexity: O(*n*) in the worst case, where *n* is the number of points.
  func level(through index: Int) -> Double? {
    let used = points[...index].reversed().lazy.filter { $0.use == .used && $0.value != nil }
    let last = Array(used.prefix(measure.aggregation == .last ? 1 : 3))
    guard !last.isEmpty else { return nil }
    let parts = last.compactMap { point -> (number: Double, denominator: Double)? in
      guard let measurement = point.measurement, let number = measurement.number,
        let denominator = measurement.denominator
      else { return nil }
      return (number, denominator)
    }
    if parts.count == last.count {
      let total = parts.reduce(0) { $0 + $1.denominator }
      if measure.kind.isRatio {
        return measure.value(
          number: parts.reduce(0) { $0 + $1.number }, denominator: total)
      }
      if measure.kind == .value, measure.aggregation == .mean, total > 0 {
        return parts.reduce(0) { $0 + $1.number * $1.denominator } / total
      }
    }
    return last.reduce(0) { $0 + ($1.value ?? 0) } / Double(last.count)
  }

  /// Returns the index of the last point that is not later than a period.
  func index(through period: Period) -> Int? { points.lastIndex { $0.period <= period } }
}
