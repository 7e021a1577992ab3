public import BenefitsModel

/// A target that was to be reached before the one in force came into force.
public struct EarlierTarget: Hashable, Sendable {
  /// The target.
  public var target: Target
  /// What was compared with it at the end of its reach-by period; `nil` without a usable value.
  public var level: Double?
  /// Whether that met it; `nil` without a level.
  public var isMet: Bool?
  /// Whether what is reached by now meets it.
  public var isMetNow: Bool
}

extension SeriesReading {
  /// The last target, other than the one in force, that was in force for its own reach-by period and whose value
  /// is due.
  ///
  /// One that another replaced before it was to be reached is not among them.
  var earlierTarget: EarlierTarget? {
    guard commitment.targets.count > 1 else { return nil }
    let earlier = commitment.targets.filter { other in
      other != target && other.reachBy <= dueThrough
        && commitment.targets.inForce(for: other.reachBy) == other
    }.max { $0.reachBy < $1.reachBy }
    guard let earlier else { return nil }
    let promise = Promise(
      direction: measure.direction, baseline: baseline, target: earlier.value)
    let level = reached(earlier, through: earlier.reachBy)
    let now = values.last.flatMap { reached(earlier, through: $0.period) }
    return EarlierTarget(
      target: earlier, level: level,
      isMet: level.map { promise.isMet($0, target: earlier.value) },
      isMetNow: now.map { promise.isMet($0, target: earlier.value) } ?? false)
  }

  /// What is compared with a target at the end of a period: the level, or the running sum.
  private func reached(_ target: Target, through period: Period) -> Double? {
    guard let step = steps.last(where: { $0.value.period <= period }) else { return nil }
    guard target.basis == .toDate else { return step.level }
    let line = TargetLine(
      to: target, baseline: baseline, window: commitment.baseline?.window,
      goLive: goLivePeriod, firstMeasured: measure.frequency.from)
    return values.lazy.filter { $0.period > line.origin && $0.period <= period }
      .reduce(0) { $0 + $1.recorded }
  }
}
