import BenefitsModel

/// Compares numbers in the direction that is better.
struct Promise {
  /// +1 where higher is better, −1 where lower is, 0 for neither.
  let sign: Double

  /// Creates a comparison; where no direction is better, a target above the baseline makes higher better.
  init(direction: Direction, baseline: Double?, target: Double?) {
    if direction == .stable, let baseline, let target, baseline != target {
      sign = target > baseline ? 1 : -1
    } else {
      sign = direction.sign
    }
  }

  /// How far apart two numbers may lie to count as equal: rounding in the last digits, nothing more.
  private func rounding(_ one: Double, _ other: Double) -> Double {
    1e-12 * max(one.magnitude, other.magnitude)
  }

  /// Returns whether a number is at the target or better: equality is met.
  func isMet(_ number: Double, target: Double) -> Bool {
    sign * (number - target) >= -rounding(number, target)
  }

  /// Returns whether a number is worse than another by more than rounding.
  func isWorse(_ number: Double, than other: Double) -> Bool {
    sign * (number - other) < -rounding(number, other)
  }

  /// Returns whether a number is better than another by more than rounding.
  func isBetter(_ number: Double, than other: Double) -> Bool {
    sign * (number - other) > rounding(number, other)
  }
}

extension Guardrail {
  /// Returns whether a number has passed the limit; where no direction is better, on either side of a band
  /// around the baseline that reaches to the limit.
  func isPassed(by number: Double, promise: Promise, baseline: Double?) -> Bool {
    isBeyond(number, value: limit, promise: promise, baseline: baseline, orEqual: false)
  }

  /// Returns whether a number has come to the amber value.
  func isStrained(at number: Double, promise: Promise, baseline: Double?) -> Bool {
    guard let amber else { return false }
    return isBeyond(number, value: amber, promise: promise, baseline: baseline, orEqual: true)
  }

  private func isBeyond(
    _ number: Double, value: Double, promise: Promise, baseline: Double?, orEqual: Bool
  ) -> Bool {
    guard promise.sign == 0 else {
      return orEqual
        ? !promise.isBetter(number, than: value) : promise.isWorse(number, than: value)
    }
    let middle = baseline ?? 0
    let inward = Promise(direction: .lower, baseline: nil, target: nil)
    let distance = (number - middle).magnitude
    let reach = (value - middle).magnitude
    return orEqual ? !inward.isBetter(distance, than: reach) : inward.isWorse(distance, than: reach)
  }
}
