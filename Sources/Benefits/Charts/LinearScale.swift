/// The ticks of a value axis by the 1-2-5 rule, and the domain rounded outwards to them.
///
/// The rule is that of d3-array's `tickIncrement` (Bostock): a step of 1, 2, 5 or 10 times a power of ten,
/// chosen at √2, √10 and √50. A step below 1 is kept as its inverse and divided by, so that a tick is the
/// double nearest to what its label says.
package struct LinearTicks: Hashable, Sendable {
  /// The values of the ticks in ascending order.
  package let values: [Double]
  /// The decimals that all of their labels have.
  package let decimals: Int

  /// Creates the ticks that lie in a domain.
  ///
  /// - Parameters:
  ///   - domain: The domain, wider than 0.
  ///   - count: How many ticks are wanted, about.
  package init(in domain: ClosedRange<Double>, count: Int) {
    let step = LinearStep(over: domain, count: count)
    let first = (step.units(in: domain.lowerBound)).rounded(.up)
    let last = (step.units(in: domain.upperBound)).rounded(.down)
    var values: [Double] = []
    var unit = first
    while unit <= last, values.count <= 4 * count + 4 {
      values.append(step.value(of: unit))
      unit += 1
    }
    self.values = values
    decimals = step.decimals
  }
}

/// One step of a value axis: 1, 2, 5 or 10 times a power of ten.
package struct LinearStep: Hashable, Sendable {
  /// The decimals that the step needs.
  package let decimals: Int
  private let size: Double
  private let isInverse: Bool

  /// Creates the step that divides a domain into about as many parts as wanted.
  package init(over domain: ClosedRange<Double>, count: Int) {
    let rough = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
    var power = 0
    while power < 290, rough >= LinearStep.ten(power + 1) { power += 1 }
    while power > -15, rough < LinearStep.ten(power) { power -= 1 }
    let error = rough / LinearStep.ten(power)
    let factor: Double =
      if error >= 50.0.squareRoot() {
        10
      } else if error >= 10.0.squareRoot() {
        5
      } else if error >= 2.0.squareRoot() {
        2
      } else {
        1
      }
    isInverse = power < 0
    size = isInverse ? LinearStep.ten(-power) / factor : LinearStep.ten(power) * factor
    decimals = max(0, -(factor == 10 ? power + 1 : power))
  }

  /// Returns how many steps a value is from 0.
  package func units(in value: Double) -> Double { isInverse ? value * size : value / size }

  /// Returns the value that many steps from 0.
  package func value(of units: Double) -> Double {
    let value = isInverse ? units / size : units * size
    return value == 0 ? 0 : value
  }

  private static func ten(_ power: Int) -> Double {
    var value = 1.0
    for _ in 0..<power.magnitude { value *= 10 }
    return power < 0 ? 1 / value : value
  }
}

/// A value axis: a domain laid on a span of the picture, larger values higher up.
package struct LinearScale: Hashable, Sendable {
  /// The values from the bottom to the top.
  package let domain: ClosedRange<Double>
  /// The vertical positions of the top and of the bottom.
  package let range: ClosedRange<Double>
  /// The ticks.
  package let ticks: LinearTicks

  /// Creates a scale.
  ///
  /// - Parameters:
  ///   - domain: The values from the bottom to the top, wider than 0.
  ///   - range: The vertical positions of the top and of the bottom.
  ///   - count: How many ticks are wanted, about.
  package init(domain: ClosedRange<Double>, range: ClosedRange<Double>, count: Int = 5) {
    self.domain = domain
    self.range = range
    ticks = LinearTicks(in: domain, count: count)
  }

  /// Returns the vertical position of a value.
  package func position(of value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return range.upperBound - share * (range.upperBound - range.lowerBound)
  }
}
