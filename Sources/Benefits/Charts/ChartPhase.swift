package import BenefitsAnalytics

/// One phase of a chart as it is drawn, whichever kind of chart it is.
package struct ChartPhase: Hashable, Sendable {
  /// The indices of its points.
  package let range: Range<Int>
  /// The indices that its lines rest on.
  package let baseline: Range<Int>
  /// The line in the middle.
  package let centre: Double?
  /// What keeps it from having limits.
  package let missingLimits: ControlChart.MissingLimits?
  /// How many points its limits rest on.
  package let baselineCount: Int

  /// Whether the lines rest on a part of the phase and are drawn on for comparison.
  package var isFrozen: Bool { baseline != range }
  /// Whether it has limits that so few points carry that they will still move.
  package var isTrial: Bool {
    missingLimits == nil && baselineCount < ControlChart.trialLength
  }
}

extension ChartInput {
  /// The phases as they are drawn.
  package var phases: [ChartPhase] {
    guard let control else {
      return chart.phases.map {
        ChartPhase(
          range: $0.range, baseline: $0.baseline, centre: $0.centre, missingLimits: .runChart,
          baselineCount: $0.runs.observations)
      }
    }
    return control.phases.map {
      ChartPhase(
        range: $0.range, baseline: $0.baseline, centre: $0.centre,
        missingLimits: $0.missingLimits, baselineCount: $0.baselineCount)
    }
  }

  /// Which chart it is.
  package var kind: ChartKind { control?.kind ?? .run }

  /// What the line in the middle is: the median of a run chart and of a G chart, else a mean.
  package var centreWord: String { kind == .run || kind == .g ? "median" : "mean" }
}

/// The process limits of one phase, as pieces of the axis with one value each.
package struct LimitSteps: Hashable, Sendable {
  /// One value over a range of slots.
  package struct Step: Hashable, Sendable {
    /// The slots.
    package var slots: Range<Int>
    /// The value.
    package var value: Double
  }

  /// Whether it is the upper limit.
  package let isUpper: Bool
  /// The pieces from left to right; a gap between two of them is where there is no limit.
  package let steps: [Step]

  /// Whether the limit is one value all along.
  package var isLevel: Bool { steps.allSatisfy { $0.value == steps[0].value } }
}

extension ChartInput {
  /// The lower and the upper process limits of every phase.
  ///
  /// Level limits of a frozen baseline run on into the future, as the line in the middle does; limits that vary
  /// with what values rest on end with them.
  ///
  /// - Parameter slots: How many slots the axis has.
  /// - Returns: The limits, phase by phase; none for a run chart.
  /// - Complexity: O(*n*), where *n* is the number of points.
  package func limitSteps(slots: Int) -> [LimitSteps] {
    guard let control else { return [] }
    return control.phases.enumerated().flatMap { number, phase -> [LimitSteps] in
      // A moving range has no lower limit but 0, which the axis shows.
      let lower: [([Double?], Bool)] =
        control.kind == .mr ? [] : [(control.lines.lower, false)]
      return (lower + [(control.lines.upper, true)]).compactMap { line, isUpper -> LimitSteps? in
        var steps: [LimitSteps.Step] = []
        for index in phase.range.clamped(to: 0..<min(points.count, line.count)) {
          guard let value = line[index], value.isDrawable else { continue }
          if let last = steps.last, last.slots.upperBound == index, last.value == value {
            steps[steps.count - 1].slots = last.slots.lowerBound..<index + 1
          } else {
            steps.append(.init(slots: index..<index + 1, value: value))
          }
        }
        guard !steps.isEmpty else { return nil }
        let isLast = number == control.phases.count - 1
        if isLast, phase.baseline != phase.range, steps.count == 1,
          steps[0].slots.upperBound == points.count
        {
          steps[0].slots = steps[0].slots.lowerBound..<max(slots, points.count)
        }
        return LimitSteps(isUpper: isUpper, steps: steps)
      }
    }
  }
}
