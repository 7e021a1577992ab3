import BenefitsModel

/// The planned way from the baseline to a target.
struct TargetLine {
  let target: Target
  /// The value at the beginning: the baseline, or 0 for a running sum.
  private let start: Double?
  /// The last period that still has the value at the beginning.
  let origin: Period
  private let shape: Trajectory

  /// Creates the planned way to a target.
  ///
  /// A straight line begins where the trajectory says, else at go-live, else where the target comes into
  /// force, else after the baseline: it has the baseline's value in the period before.
  init(
    to target: Target, baseline: Double?, window: ClosedRange<Period>?, goLive: Period?,
    firstMeasured: Period
  ) {
    self.target = target
    start = target.basis == .toDate ? 0 : baseline
    shape = target.trajectory ?? .linear(from: nil)
    let stated: Period? =
      switch shape {
      case .linear(let from), .sCurve(let from): from
      case .step: nil
      case .table(let planned): planned.first?.period
      }
    let first =
      stated ?? goLive ?? target.from ?? window?.upperBound.advanced(by: 1) ?? firstMeasured
    origin = first.advanced(by: -1)
  }

  /// The whole of what is planned: the target, or the sum of a table of running contributions.
  var whole: Double {
    guard target.basis == .toDate, case .table(let planned) = shape else { return target.value }
    return planned.lazy.filter { $0.period <= target.reachBy }.reduce(0) { $0 + $1.value }
  }

  /// Returns the planned value of a period; for a running sum, the planned sum up to its end.
  ///
  /// - Complexity: O(1); O(*n*) for a table of *n* periods.
  func value(at period: Period) -> Double? {
    switch shape {
    case .table(let planned) where target.basis == .toDate:
      return planned.lazy.filter { $0.period <= period }.reduce(0) { $0 + $1.value }
    case .table(let planned):
      // As given; a value holds until the next one.
      guard let latest = planned.last(where: { $0.period <= period }) else { return start }
      return period >= target.reachBy && latest.period < target.reachBy
        ? target.value : latest.value
    case .step, .linear, .sCurve:
      guard let start else { return period >= target.reachBy ? target.value : nil }
      if period >= target.reachBy { return target.value }
      return start + (target.value - start) * fraction(at: period)
    }
  }

  /// Returns what is planned for a period by itself, in the unit of the series' values.
  func ownValue(at period: Period, interval: Int) -> Double? {
    guard target.basis == .toDate else { return value(at: period) }
    guard let sum = value(at: period), let before = value(at: period.advanced(by: -interval)) else {
      return nil
    }
    return sum - before
  }

  private func fraction(at period: Period) -> Double {
    let length = origin.distance(to: target.reachBy)
    let done = origin.distance(to: period)
    guard length > 0, done > 0 else { return 0 }
    let share = Double(done) / Double(length)
    switch shape {
    case .linear: return share
    case .sCurve: return share * share * (3 - 2 * share)
    case .step, .table: return 0
    }
  }
}

extension [Target] {
  /// Returns the target in force for a period.
  ///
  /// The targets that came into force last count; of several, the next to be reached, or the last when
  /// all have been. Before any is in force, it is the one that comes into force first.
  ///
  /// - Complexity: O(*n*), where *n* is the number of targets.
  func inForce(for period: Period) -> Target? {
    guard count > 1 else { return first }
    let begun = filter { target in target.from.map { $0 <= period } ?? true }
    guard !begun.isEmpty else {
      return self.min { one, other in
        guard let a = one.from, let b = other.from else { return false }
        return a < b
      }
    }
    let latestFrom = begun.compactMap(\.from).max()
    let newest = begun.filter { $0.from == latestFrom }.sorted { $0.reachBy < $1.reachBy }
    return newest.first { $0.reachBy >= period } ?? newest.last
  }
}
