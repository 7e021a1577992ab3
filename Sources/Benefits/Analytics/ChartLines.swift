/// The lines of a chart, one value for each period: the centre, three sigma and two sigma either side.
public struct ChartLines: Hashable, Sendable {
  /// The line in the middle; `nil` where the phase has no usable value.
  public var centre: [Double?]
  /// The lower process limit; `nil` where there is none.
  public var lower: [Double?]
  /// The upper process limit; `nil` where there is none.
  public var upper: [Double?]
  /// Two sigma below the mean; `nil` where there is no limit.
  public var nearLower: [Double?]
  /// Two sigma above the mean; `nil` where there is no limit.
  public var nearUpper: [Double?]

  init(count: Int) {
    let none = [Double?](repeating: nil, count: count)
    centre = none
    lower = none
    upper = none
    nearLower = none
    nearUpper = none
  }

  /// Returns the lines in units that are so many times smaller.
  func multiplied(by factor: Double) -> ChartLines {
    guard factor != 1 else { return self }
    var lines = self
    let multiply = { (value: Double?) in value.map { $0 * factor }.flatMap(\.finite) }
    lines.centre = centre.map(multiply)
    lines.lower = lower.map(multiply)
    lines.upper = upper.map(multiply)
    lines.nearLower = nearLower.map(multiply)
    lines.nearUpper = nearUpper.map(multiply)
    return lines
  }
}

extension Double {
  /// The number, unless it is infinite or not a number.
  var finite: Double? { isFinite ? self : nil }
}
