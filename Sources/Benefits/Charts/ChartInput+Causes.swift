package import BenefitsAnalytics
import BenefitsModel

/// What a point tells, beyond its value.
package enum Signal: String, Hashable, Sendable {
  /// Something other than chance, in the direction that is better.
  case improvement
  /// Something other than chance, in the direction that is worse.
  case concern
  /// Something other than chance, where neither direction is better.
  case neutral

  /// The word of a sentence.
  package var word: String { self == .neutral ? "change" : rawValue }
}

/// A finding of a rule, with the points that it marks.
package struct SpecialCause: Hashable, Sendable {
  /// The rule; on a run chart that of the longest run.
  package let rule: ChangeSignal.Rule
  /// The indices of the points that it marks; points on the line and missing ones are not among them.
  package let points: [Int]
  /// The indices from the first to the last point that it rests on.
  package let span: ClosedRange<Int>
  /// How many points it rests on.
  package let length: Int
  /// Whether it lies above the line, or rises.
  package let isUpward: Bool
  /// What it tells.
  package let signal: Signal
  /// The number of the phase.
  package let phase: Int

  /// Whether so many points in a row took part that it tells of a level rather than of a moment.
  package var isSustained: Bool { rule == .shift || rule == .trend || rule == .longestRun }
}

extension ChartInput {
  /// The value of the chart at an index, when it is used.
  package func usedValue(_ index: Int) -> Double? {
    let values = control?.values ?? chart.values
    guard values.indices.contains(index),
      !(control?.excluded ?? chart.excluded).contains(index)
    else { return nil }
    return values[index]
  }

  /// The value at which a point is drawn; `nil` when it is not.
  package func drawnValue(_ index: Int) -> Double? {
    let use = points[index].use
    guard use != .missing, use != .suppressed, let value = points[index].value, value.isDrawable
    else { return nil }
    return seasons == .adjusted && use == .used ? usedValue(index) ?? value : value
  }

  /// Whether there is anything to draw.
  var hasDrawnValue: Bool { points.indices.contains { drawnValue($0) != nil } }

  /// The index of the latest used point.
  package var latestUsed: Int? {
    points.indices.last { points[$0].use == .used && usedValue($0) != nil }
  }

  /// What the rules of the chart find, phase by phase.
  ///
  /// - Complexity: O(*n*), where *n* is the number of points and findings.
  package var causes: [SpecialCause] {
    // Winters in a row are not a change.
    guard seasons != .sameSeason else { return [] }
    return control.map(specialCauses) ?? longRuns
  }

  /// The findings that mark each point, the one that decides about its mark first.
  ///
  /// - Complexity: O(*n* + *m* log *m*), where *n* is the number of points and *m* that of findings.
  package static func marked(by causes: [SpecialCause], rules: RuleSet?) -> MarkedPoints {
    guard let rules else { return MarkedPoints(causes) { _ in 0 } }
    // Where rules say the opposite of each other, the rule set has decided which of them counts.
    let preferred: Signal? =
      switch rules.conflict {
      case .improvement: .improvement
      case .concern: .concern
      case .precedence: nil
      }
    return MarkedPoints(causes) { cause in
      let isPreferred = preferred == nil || cause.signal == preferred
      let rank =
        switch cause.rule {
        case .outsideLimits: 0
        case .trend: 1
        case .twoOfThree: 2
        case .shift: 3
        case .longestRun: 4
        }
      return isPreferred ? rank : rank + 5
    }
  }

  private func specialCauses(of control: ControlChart) -> [SpecialCause] {
    control.signals.compactMap { found in
      var marked: [Int] = []
      marked.reserveCapacity(found.span.count)
      for index in found.span
      where control.marks.indices.contains(index) && control.marks[index].contains(found.rule)
        && points.indices.contains(index) && usedValue(index) != nil
      {
        marked.append(index)
      }
      guard !marked.isEmpty,
        let phase = control.phases.firstIndex(where: { $0.range.contains(found.span.lowerBound) })
      else { return nil }
      return SpecialCause(
        rule: found.rule, points: marked, span: found.span, length: found.length,
        isUpward: found.isUpward, signal: signal(found.isUpward), phase: phase)
    }
  }

  /// Every run that is longer than the limit of its phase, in calendar order.
  ///
  /// As in the runs analysis, points on the median neither lengthen nor break a run, and nor do missing and
  /// excluded ones. In a phase whose median is not that of a baseline, only the last of them counts where one
  /// direction is better.
  private var longRuns: [SpecialCause] {
    var runs: [SpecialCause] = []
    for (number, phase) in chart.phases.enumerated() {
      guard let centre = phase.centre, let limit = phase.runs.longestRunLimit else { continue }
      var run: [Int] = []
      var isAbove = false
      func finish() {
        guard run.count > limit, let first = run.first, let last = run.last else { return }
        runs.append(
          SpecialCause(
            rule: .longestRun, points: run, span: first...last, length: run.count,
            isUpward: isAbove, signal: signal(isAbove), phase: number))
      }
      for index in phase.range {
        guard let value = usedValue(index), value != centre else { continue }
        if run.isEmpty || (value > centre) == isAbove {
          run.append(index)
        } else {
          finish()
          run = [index]
        }
        isAbove = value > centre
      }
      finish()
      // Around a median of all values every change has a mirror image before it, which is no news.
      if phase.baseline == phase.range, signal(true) != .neutral {
        let last = runs.last { $0.phase == number }
        runs.removeAll { $0.phase == number && $0 != last }
      }
    }
    return runs
  }

  private func signal(_ isUpward: Bool) -> Signal {
    // A large range is neither good nor bad: it may come of a step either way.
    guard control?.kind != .mr else { return .neutral }
    guard sign != 0 else { return .neutral }
    return isUpward == (sign > 0) ? .improvement : .concern
  }
}
