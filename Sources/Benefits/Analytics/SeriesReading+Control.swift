import BenefitsModel

extension SeriesReading {
  /// The control chart of the values that are judged; `nil` while the series is judged as a run chart.
  ///
  /// Values without their season have limits of their own kind only as plain values.
  ///
  /// - Parameters:
  ///   - range: The indices of the baseline's window.
  ///   - phaseStarts: The indices of the first point of each later phase.
  /// - Returns: The chart.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  func controlChart(baseline range: Range<Int>?, phaseStarts: [Int]) -> ControlChart? {
    guard !baseline.isRunChart, !values.isEmpty else { return nil }
    let measure = context.measure
    let window = range.map { range in values.filter { range.contains($0.index) } } ?? values
    let isAdjusted = seasonality != nil
    let kind =
      isAdjusted ? .i : ChartKind.control(for: measure.kind, baseline: window.map(\.recorded))
    var numbers = [Double?](repeating: nil, count: recorded.points.count)
    var denominators = numbers
    let isRatio = kind == .pp || kind == .up
    for value in values {
      numbers[value.index] = isRatio ? value.number : value.value
      denominators[value.index] = value.denominator
    }
    return ControlChart(
      kind, numbers: numbers, denominators: isRatio ? denominators : nil, baseline: range,
      phaseStarts: phaseStarts, multiply: isRatio ? measure.multiply : 1)
  }

  /// The strongest sign of a change for the worse at the latest point of a chart of the frozen baseline.
  func concern(on chart: ControlChart) -> ChangeSignal? {
    let order: [ChangeSignal.Rule] = [.outsideLimits, .twoOfThree, .shift, .trend]
    let adverse = chart.latestSignals.filter {
      promise.sign == 0 || $0.isUpward == (promise.sign < 0)
    }
    return order.lazy.compactMap { rule in adverse.first { $0.rule == rule } }.first
  }
}
