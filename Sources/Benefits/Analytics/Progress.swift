import BenefitsModel

/// How much of a promise is realised, and how much was planned to be by now.
struct Progress {
  /// The planned value of the latest period, or the planned running sum.
  var planned: Double?
  /// 100 · (level − baseline) / (target − baseline).
  var realised: Double?
  /// 100 · (planned − baseline) / (target − baseline).
  var plannedRealised: Double?
  /// Realised over planned.
  var pace: Double?
  /// sign · (level − planned).
  var variance: Double?

  /// The planned % below which a pace says nothing.
  static let leastPlanned = 5.0

  /// Compares what was reached with what was planned.
  ///
  /// Nothing is realised of a target that is not better than the baseline: the ratio would say the opposite.
  init(
    reached: Double?, at period: Period?, baseline: Double?, line: TargetLine?, promise: Promise
  ) {
    guard let line, let period else { return }
    planned = line.value(at: period)
    if let reached, let planned { variance = promise.sign * (reached - planned) }
    let start = line.target.basis == .toDate ? 0 : baseline
    guard let start,
      line.target.basis == .toDate || promise.isBetter(line.target.value, than: start)
    else { return }
    let whole = line.whole - start
    guard whole != 0 else { return }
    realised = reached.map { 100 * ($0 - start) / whole }
    plannedRealised = planned.map { 100 * ($0 - start) / whole }
    if let reached, let planned, let plannedRealised,
      plannedRealised >= Progress.leastPlanned - 1e-9
    {
      pace = (reached - start) / (planned - start)
    }
  }
}
