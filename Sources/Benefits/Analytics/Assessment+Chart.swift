import BenefitsModel

extension Assessment {
  /// Why a series cannot have a kind of chart.
  public enum ChartObstacle: Error, Hashable, Sendable {
    /// Its values have no denominators.
    case noDenominators
    /// Its values are not proportions.
    case noProportions
    /// Its values are ratios, which are neither counts nor times between events.
    case ratios
    /// Its seasons are taken out, which leaves plain values.
    case seasonallyAdjusted
  }

  /// Returns the same assessment with another chart, and with what that chart says of variation and assurance.
  ///
  /// Status, level and everything else that was promised stays as it is.
  ///
  /// - Parameter kind: The kind of chart.
  /// - Returns: The assessment.
  /// - Throws: `ChartObstacle` where the values cannot have such a chart.
  /// - Complexity: O(*n* log *n*), where *n* is the number of points.
  public func charted(as kind: ChartKind) throws(ChartObstacle) -> Assessment {
    var copy = self
    guard kind != .run else {
      copy.chosen = ChosenChart(control: nil, variation: nil, assurance: nil)
      return copy
    }
    try check(kind)
    var numbers = [Double?](repeating: nil, count: points.count)
    var denominators = numbers
    let hasDenominators = kind.needsDenominators || kind == .ip
    for index in points.indices {
      guard chart.values.indices.contains(index), !chart.excluded.contains(index),
        let value = chart.values[index]
      else { continue }
      let measurement = points[index].measurement
      let denominator = measurement?.denominator
      denominators[index] = denominator
      // A ratio is what its parts make; a mean of n cases is a sum over n.
      numbers[index] =
        !hasDenominators
        ? value : measure.kind.isRatio ? measurement?.number : denominator.map { value * $0 }
    }
    let control = ControlChart(
      kind, numbers: numbers, denominators: hasDenominators ? denominators : nil,
      baseline: baselinePoints ?? 0 > 0 ? baselineRange : nil,
      phaseStarts: chart.phases.dropFirst().map(\.range.lowerBound),
      multiply: hasDenominators && measure.kind.isRatio ? measure.multiply : 1)
    let asked = latest.flatMap { commitment.targets.inForce(for: points[$0].period) }
    copy.chosen = ChosenChart(
      control: control, variation: Variation(control, sign: sign),
      assurance: Assurance(
        control, target: asked?.basis == .level ? asked?.value : nil, sign: sign))
    return copy
  }

  private func check(_ kind: ChartKind) throws(ChartObstacle) {
    let hasDenominators = points.contains { $0.measurement?.denominator != nil }
    switch kind {
    case .run, .i, .mr: return
    case .p, .pp, .u, .up, .ip:
      guard hasDenominators, kind == .ip || measure.kind.isRatio else { throw .noDenominators }
      guard measure.kind == .proportion || !kind.isProportion else { throw .noProportions }
    case .c, .t, .g:
      guard !measure.kind.isRatio else { throw .ratios }
    }
    if case .adjusted = seasonality { throw .seasonallyAdjusted }
  }
}

/// A chart that was chosen instead of the usual one, and what it says; a run chart says nothing.
final class ChosenChart: Sendable {
  let control: ControlChart?
  let variation: Variation?
  let assurance: Assurance?

  init(control: ControlChart?, variation: Variation?, assurance: Assurance?) {
    self.control = control
    self.variation = variation
    self.assurance = assurance
  }
}
