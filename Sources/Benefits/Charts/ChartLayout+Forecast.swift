import BenefitsModel

/// How much of a forecast a chart has room for.
struct ForecastReach: Hashable {
  /// The forecast, where it is drawn.
  let forecast: ChartForecast?
  /// The slot of its period.
  let slot: Int
  /// Whether the 95 % interval is drawn, too.
  let isWide: Bool
  /// Whether its period is the last of the axis, so that the label stands in the margin.
  let isAtEnd: Bool

  /// How many times the room of everything else an interval may take.
  static let mostRoom = 2.0

  /// Decides what is drawn: an interval that would flatten the data is told and not drawn.
  init(_ forecast: ChartForecast?, slots: [Period], beside values: [Double]) {
    let place = forecast.flatMap { forecast in
      slots.firstIndex { $0.kind == forecast.period.kind && $0 >= forecast.period }
    }
    let fits = { (interval: ClosedRange<Double>) in
      guard let low = values.min(), let high = values.max() else { return true }
      let room = max(high - low, max(high.magnitude, low.magnitude) * 0.02)
      return max(high, interval.upperBound) - min(low, interval.lowerBound)
        <= ForecastReach.mostRoom * room
    }
    guard let forecast, let place,
      forecast.middle95.lowerBound.isDrawable, forecast.middle95.upperBound.isDrawable,
      forecast.value.isDrawable, fits(forecast.middle80)
    else {
      (self.forecast, slot, isWide, isAtEnd) = (nil, 0, false, false)
      return
    }
    self.forecast = forecast
    slot = place
    isWide = fits(forecast.middle95)
    isAtEnd = place == slots.count - 1
  }

  var isDrawn: Bool { forecast != nil }

  /// The values that the axis has to show.
  var values: [Double] {
    guard let forecast else { return [] }
    let interval = isWide ? forecast.middle95 : forecast.middle80
    return [forecast.value, interval.lowerBound, interval.upperBound]
  }
}

extension ChartLayout {
  /// Places the bracket of the forecast.
  mutating func placeForecast() {
    guard let drawn = forecastReach.forecast else { return }
    let x = axis.centre(forecastReach.slot)
    let span = { [scale] (range: ClosedRange<Double>) in
      scale.position(of: range.upperBound)...scale.position(of: range.lowerBound)
    }
    let placed = PlacedForecast(
      forecast: drawn, x: x, y: scale.position(of: drawn.value), middle80: span(drawn.middle80),
      middle95: forecastReach.isWide ? span(drawn.middle95) : nil,
      hover: sentences.forecastSentence(drawn))
    forecast = placed
    let reach = placed.middle95 ?? placed.middle80
    obstacles.append((Segment(x, reach.lowerBound, x, reach.upperBound), 12))
    keys.append(
      KeyItem(
        .bracket,
        forecastReach.isWide ? "forecast, 80% and 95% interval" : "forecast, 80% interval"))
  }

  /// Places the process limits as steps.
  mutating func placeLimits() {
    for limit in steps {
      var line: [(Double, Double)?] = []
      var previous: Range<Int>?
      for step in limit.steps {
        if let previous, previous.upperBound != step.slots.lowerBound { line.append(nil) }
        let y = scale.position(of: step.value)
        let (left, right) = (axis.left(step.slots.lowerBound), axis.left(step.slots.upperBound))
        if let last = line.last ?? nil { obstacles.append((Segment(left, last.1, left, y), 5)) }
        line += [(left, y), (right, y)]
        obstacles.append((Segment(left, y, right, y), 5))
        previous = step.slots
      }
      limits.append(line)
    }
    if !steps.isEmpty { keys.append(KeyItem(.line(ReferenceLine.processPaint), "process limits")) }
  }

  /// The labels of the right margin: the lines that reach it, the process limits and the forecast.
  static func marginLabels(
    _ references: [ReferenceLine], steps: [LimitSteps], forecast: ForecastReach, slots: Int,
    format: ValueFormat
  ) -> [ReferenceLine] {
    guard slots > 0 else { return [] }
    var labels = references.filter { $0.slots.upperBound == slots }
    for limit in steps {
      guard let last = limit.steps.last, last.slots.upperBound == slots else { continue }
      labels.append(
        ReferenceLine(
          kind: .process, value: last.value, slots: last.slots,
          word: limit.isUpper ? "Upper limit" : "Lower limit", valueText: format.label(last.value)))
    }
    if forecast.isAtEnd, let drawn = forecast.forecast {
      let range = drawn.middle80
      var label = ReferenceLine(
        kind: .forecast, value: drawn.value, slots: forecast.slot..<slots, word: "Forecast",
        valueText: format.label(drawn.value))
      label.addition =
        "(\(format.label(range.lowerBound)) to \(format.label(range.upperBound)))"
      labels.append(label)
    }
    return labels
  }
}
