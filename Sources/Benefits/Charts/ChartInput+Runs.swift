import BenefitsAnalytics
import BenefitsModel

/// What a point tells, beyond its value.
package enum Signal: String, Hashable, Sendable {
  /// It is part of an over-long run on the better side of the median.
  case improvement
  /// It is part of an over-long run on the worse side of the median.
  case concern
  /// It is part of an over-long run of a measure without a better direction.
  case neutral
}

/// A run that is longer than is to be expected of random variation.
package struct LongRun: Hashable, Sendable {
  /// The indices of its points; points on the median and missing ones are not among them.
  package let points: [Int]
  /// The indices from its first to its last point.
  package var span: ClosedRange<Int> { points[0]...points[points.count - 1] }
  /// Whether it lies above the median.
  package let isAbove: Bool
  /// What it tells.
  package let signal: Signal
  /// The number of the phase.
  package let phase: Int
}

extension ChartInput {
  /// The value of the chart at an index, when it is used.
  package func usedValue(_ index: Int) -> Double? {
    guard chart.values.indices.contains(index), !chart.excluded.contains(index) else { return nil }
    return chart.values[index]
  }

  /// The value at which a point is drawn; `nil` when it is not.
  package func drawnValue(_ index: Int) -> Double? {
    let point = points[index]
    guard point.use != .missing, point.use != .suppressed, let value = point.value, value.isFinite
    else { return nil }
    return seasons == .adjusted && point.use == .used ? usedValue(index) ?? value : value
  }

  /// Whether there is anything to draw.
  var hasDrawnValue: Bool { points.indices.contains { drawnValue($0) != nil } }

  /// Every run that is longer than the limit of its phase, in calendar order.
  ///
  /// As in the runs analysis, points on the median neither lengthen nor break a run, and nor do missing and
  /// excluded ones. In a phase whose median is not that of a baseline, only the last of them counts where one
  /// direction is better.
  package var longRuns: [LongRun] {
    // Winters in a row are not a change.
    guard seasons != .sameSeason else { return [] }
    var runs: [LongRun] = []
    for (number, phase) in chart.phases.enumerated() {
      guard let centre = phase.centre, let limit = phase.runs.longestRunLimit else { continue }
      var run: [Int] = []
      var isAbove = false
      let finish = { (run: [Int], isAbove: Bool) in
        if run.count > limit {
          runs.append(
            LongRun(points: run, isAbove: isAbove, signal: signal(isAbove), phase: number))
        }
      }
      for index in phase.range {
        guard let value = usedValue(index), value != centre else { continue }
        if run.isEmpty || (value > centre) == isAbove {
          run.append(index)
        } else {
          finish(run, isAbove)
          run = [index]
        }
        isAbove = value > centre
      }
      finish(run, isAbove)
      // Around a median of all values every change has a mirror image before it, which is no news.
      if phase.baseline == phase.range, signal(true) != .neutral {
        let last = runs.last { $0.phase == number }
        runs.removeAll { $0.phase == number && $0 != last }
      }
    }
    return runs
  }

  /// The index of the latest used point.
  package var latestUsed: Int? {
    points.indices.last { points[$0].use == .used && usedValue($0) != nil }
  }

  private func signal(_ isAbove: Bool) -> Signal {
    switch direction {
    case .higher: isAbove ? .improvement : .concern
    case .lower: isAbove ? .concern : .improvement
    case .stable, nil: .neutral
    }
  }
}
