/// A point in time from which a series has moved to a new level and stayed there.
///
/// It is suggested, with the points that a new centre would rest on, and never applied by itself: whether the new
/// level is a new steady state is a question of what was done, not of arithmetic.
public struct RebaseSuggestion: Hashable, Sendable {
  /// The index of the first point of the new level.
  public let start: Int
  /// The index of the point that completes the sustained shift.
  public let end: Int
  /// The median of the points that a new centre would rest on.
  public let centre: Double
  /// Whether the new level lies above the old one.
  public let isUpward: Bool

  /// Which shifts are looked for.
  public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
    /// Those above the line.
    case above
    /// Those below the line.
    case below
    /// Either.
    case both
  }

  /// Returns the sustained shifts of a stretch of values, each judged against the centre before it.
  ///
  /// Missing points and points on the line are passed over. After each shift, counting starts anew against its
  /// centre, behind the points that this rests on.
  ///
  /// - Parameters:
  ///   - values: The values; `nil` where one is missing or not to be used.
  ///   - range: The stretch to look at: what comes after the baseline.
  ///   - centre: The centre of the baseline.
  ///   - method: How shifts are found.
  /// - Returns: The shifts, in calendar order.
  /// - Complexity: O(*n*), where *n* is the length of the stretch.
  public static func all(
    in values: [Double?], after range: Range<Int>, centre: Double, method: Method = Method()
  ) -> [RebaseSuggestion] {
    var found: [RebaseSuggestion] = []
    var centre = centre
    var run: [Int] = []
    var isAbove = false
    let range = range.clamped(to: values.indices)
    var next = range.lowerBound
    while next < range.upperBound {
      let index = next
      next += 1
      guard let value = values[index], value != centre else { continue }
      if (value > centre) != isAbove { run.removeAll(keepingCapacity: true) }
      isAbove = value > centre
      run.append(index)
      guard run.count >= method.runLength, method.side != (isAbove ? .below : .above) else {
        continue
      }
      let base = run.prefix(method.centreLength ?? run.count)
      guard let start = base.first, let last = base.last,
        let median = base.compactMap({ values[$0] }).median()
      else { continue }
      found.append(
        RebaseSuggestion(start: start, end: index, centre: median, isUpward: isAbove))
      centre = median
      run.removeAll(keepingCapacity: true)
      next = last + 1
    }
    return found
  }

  /// Returns what is to be suggested for the last phase of a chart.
  ///
  /// Where the limits are frozen, what comes after the baseline is looked at; else the method says how much of the
  /// beginning of the phase is taken for its baseline, and the median of that is the first line.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - method: How shifts are found.
  /// - Returns: The shifts, in calendar order.
  /// - Complexity: O(*n* log *n*), where *n* is the length of the phase.
  public static func all(in chart: ControlChart, method: Method = Method()) -> [RebaseSuggestion] {
    guard let phase = chart.phases.last, !chart.kind.isOverlapping else { return [] }
    var used = chart.values
    for index in chart.excluded where used.indices.contains(index) { used[index] = nil }
    if phase.baseline != phase.range, let centre = phase.centre {
      return all(
        in: used, after: phase.baseline.upperBound..<phase.range.upperBound, centre: centre,
        method: method)
    }
    guard let baseline = method.baseline(of: phase.range, in: used),
      let centre = baseline.compactMap({ used[$0] }).median()
    else { return [] }
    return all(
      in: used, after: baseline.upperBound..<phase.range.upperBound, centre: centre, method: method)
  }
}
