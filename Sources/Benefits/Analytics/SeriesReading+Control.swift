import BenefitsModel

extension SeriesReading {
  var chart: RunChart {
    known.chart {
      var drawn = judgedValues
      let points = points
      let excluded = Set(points.indices.filter { points[$0].use == .excluded })
      for index in excluded { drawn[index] = points[index].value }
      return RunChart(
        values: drawn, baseline: drawnBaseline, phaseStarts: phaseStarts, excluded: excluded)
    }
  }

  /// The control chart; `nil` while the series is judged as a run chart.
  var control: ControlChart? {
    known.control { controlChart(baseline: drawnBaseline, phaseStarts: phaseStarts) }
  }

  var variation: Variation? { control.flatMap { Variation($0, sign: sign) } }

  var assurance: Assurance? {
    control.map { control in
      let asked = values.last.flatMap { commitment.targets.inForce(for: $0.period) }
      return Assurance(
        control, target: asked?.basis == .level ? asked?.value : nil, sign: sign)
    }
  }

  /// The baseline's window, where it holds a usable value.
  private var drawnBaseline: Range<Int>? { baselinePoints ?? 0 > 0 ? baselineRange : nil }

  private var phaseStarts: [Int] {
    guard !measure.phases.isEmpty else { return [] }
    let points = points
    return measure.phases.map { phase in points.partitioned { $0.period >= phase.from } }
      .filter { $0 < points.count }
  }

  /// The strongest sign of a change for the worse at the latest point.
  var concern: ChangeSignal? {
    known.concern {
      if isRunChart { return course.adverseRun }
      guard let centre else { return nil }
      // Days between events are too skewed for the limits of a status, and a stated number has none.
      if measure.kind != .event, let range = baselineRange {
        let isDrawn = measure.phases.isEmpty && drawnBaseline == range
        let chart = isDrawn ? control : controlChart(baseline: range, phaseStarts: [])
        if let chart { return concern(on: chart) }
      }
      return SpecialCauseSearch(rules: .mdc, lines: ChartLines(count: points.count))
        .latest(in: values.map { (index: $0.index, value: $0.value) }, centre: centre)
        .first { promise.sign == 0 || $0.isUpward == (promise.sign < 0) }
    }
  }

  /// The process limits of the control chart; `nil` where there is none.
  var controlLimits: ControlChart.Limits? {
    known.controlLimits {
      // Limits that rest on the same window are the same, and go on for longer.
      if let later = laterOfSameBaseline, drawnBaseline != nil, measure.phases.isEmpty {
        return later.controlLimits
      }
      return controlled(baseline: drawnBaseline).map { controlled in
        ControlChart.limits(
          controlled.kind, numbers: controlled.numbers, denominators: controlled.denominators,
          baseline: drawnBaseline, phaseStarts: phaseStarts, multiply: controlled.multiply)
      }
    }
  }

  private func controlChart(baseline range: Range<Int>?, phaseStarts: [Int]) -> ControlChart? {
    controlled(baseline: range).map { controlled in
      ControlChart(
        controlled.kind, numbers: controlled.numbers, denominators: controlled.denominators,
        baseline: range, phaseStarts: phaseStarts, multiply: controlled.multiply)
    }
  }

  /// What a control chart is made of.
  private struct Controlled {
    var kind: ChartKind
    var numbers: [Double?]
    var denominators: [Double?]?
    var multiply: Double
  }

  /// What the control chart of the values that are judged is made of; `nil` while the series is judged as a run chart.
  ///
  /// Values without their season have limits of their own kind only as plain values.
  ///
  /// - Parameter range: The indices of the baseline's window.
  /// - Returns: The kind of chart and its numbers.
  /// - Complexity: O(*n*), where *n* is the number of points.
  private func controlled(baseline range: Range<Int>?) -> Controlled? {
    let values = values
    guard !isRunChart, !values.isEmpty else { return nil }
    let window = range.map { range in values.filter { range.contains($0.index) } } ?? values
    let isAdjusted = seasonality != nil
    let kind =
      isAdjusted ? .i : ChartKind.control(for: measure.kind, baseline: window.map(\.recorded))
    let isRatio = kind == .pp || kind == .up
    let none = [Double?](repeating: nil, count: points.count)
    var controlled = Controlled(
      kind: kind, numbers: none, denominators: isRatio ? none : nil,
      multiply: isRatio ? measure.multiply : 1)
    for value in values {
      controlled.numbers[value.index] = isRatio ? value.number : value.value
      if isRatio { controlled.denominators?[value.index] = value.denominator }
    }
    return controlled
  }

  /// The strongest sign of a change for the worse at the latest point of a chart of the frozen baseline.
  private func concern(on chart: ControlChart) -> ChangeSignal? {
    let order: [ChangeSignal.Rule] = [.outsideLimits, .twoOfThree, .shift, .trend]
    let adverse = chart.latestSignals.filter {
      promise.sign == 0 || $0.isUpward == (promise.sign < 0)
    }
    return order.lazy.compactMap { rule in adverse.first { $0.rule == rule } }.first
  }
}
