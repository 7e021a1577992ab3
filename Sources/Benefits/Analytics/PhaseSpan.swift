/// Where one phase of a chart lies, and which of its periods its line and limits are taken from.
struct PhaseSpan: Hashable {
  /// The indices of the phase.
  let range: Range<Int>
  /// The indices of its baseline; the whole phase where none is frozen.
  let baseline: Range<Int>

  /// Returns the phases of a chart.
  ///
  /// - Parameters:
  ///   - count: How many periods there are.
  ///   - starts: The indices of the first period of each later phase, in any order; those outside the periods
  ///     start no phase.
  ///   - baseline: The indices of the frozen baseline.
  ///   - scope: Which phases the baseline is for.
  /// - Returns: The phases in order; together they cover all periods.
  /// - Complexity: O(*p* log *p*), where *p* is the number of phases.
  static func phases(
    count: Int, starts: [Int], baseline: Range<Int>?, scope: RuleSet.FreezeScope
  ) -> [PhaseSpan] {
    let inner = Set(starts).filter { 0 < $0 && $0 < count }.sorted()
    let bounds = [0] + inner + [count]
    return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { start, end in
      let range = start..<end
      guard let baseline, !baseline.isEmpty else {
        return PhaseSpan(range: range, baseline: range)
      }
      switch scope {
      case .onlyWithoutPhases where !inner.isEmpty: break
      case .everyPhase where start > 0:
        return PhaseSpan(range: range, baseline: start..<min(end, start + baseline.count))
      case .firstPhase, .everyPhase, .onlyWithoutPhases:
        if range.contains(baseline.lowerBound) {
          return PhaseSpan(range: range, baseline: baseline.clamped(to: range))
        }
      }
      return PhaseSpan(range: range, baseline: range)
    }
  }
}
