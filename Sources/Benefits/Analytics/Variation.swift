/// What the latest point of a chart says about variation: special cause or common cause, and why.
public struct Variation: Hashable, Sendable {
  /// The words of machine output.
  public enum Word: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing beyond what chance lets expect.
    case commonCause = "common-cause"
    /// A change for the better, upwards.
    case improvementHigh = "improvement-high"
    /// A change for the better, downwards.
    case improvementLow = "improvement-low"
    /// A change for the worse, upwards.
    case concernHigh = "concern-high"
    /// A change for the worse, downwards.
    case concernLow = "concern-low"
    /// A change upwards where neither direction is better.
    case neutralHigh = "neutral-high"
    /// A change downwards where neither direction is better.
    case neutralLow = "neutral-low"

    /// The words for captions.
    public var phrase: String {
      switch self {
      case .commonCause: "common-cause variation"
      case .improvementHigh: "special cause, improvement (high)"
      case .improvementLow: "special cause, improvement (low)"
      case .concernHigh: "special cause, concern (high)"
      case .concernLow: "special cause, concern (low)"
      case .neutralHigh: "special cause, high"
      case .neutralLow: "special cause, low"
      }
    }

    init(isUpward: Bool, sign: Double) {
      switch (isUpward, sign) {
      case (true, 0): self = .neutralHigh
      case (false, 0): self = .neutralLow
      case (true, 0...): self = .improvementHigh
      case (true, _): self = .concernHigh
      case (false, 0...): self = .concernLow
      case (false, _): self = .improvementLow
      }
    }
  }

  /// The word.
  public let word: Word
  /// The index of the point that it is said of.
  public let index: Int
  /// The special causes that the point takes part in and that say the same, the deciding one first.
  public let causes: [ChangeSignal]
  /// Whether the point also takes part in a special cause in the other direction.
  public let isConflict: Bool

  /// The index of the first point of the earliest of the causes; `nil` for common cause.
  public var since: Int? { causes.map(\.span.lowerBound).min() }

  /// Judges the latest usable point of a chart.
  ///
  /// Fails where the chart gives no verdict of this kind: a run chart, moving ranges, or no usable point.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - sign: +1 where higher is better, −1 where lower is, 0 for neither.
  /// - Complexity: O(*n*), where *n* is the number of special causes.
  public init?(_ chart: ControlChart, sign: Double) {
    guard chart.kind != .run, !chart.kind.isOverlapping, let latest = chart.latest else {
      return nil
    }
    index = latest
    let causes = chart.latestSignals
    let order: [ChangeSignal.Rule] = [.outsideLimits, .trend, .twoOfThree, .shift, .longestRun]
    let ordered = order.flatMap { rule in causes.filter { $0.rule == rule } }
    guard let first = ordered.first else {
      word = .commonCause
      self.causes = []
      isConflict = false
      return
    }
    isConflict = ordered.contains { $0.isUpward != first.isUpward }
    let isUpward: Bool
    switch chart.rules.conflict {
    case .improvement where isConflict && sign != 0: isUpward = sign > 0
    case .concern where isConflict && sign != 0: isUpward = sign < 0
    case .improvement, .concern, .precedence: isUpward = first.isUpward
    }
    word = Word(isUpward: isUpward, sign: sign)
    self.causes = ordered.filter { $0.isUpward == isUpward }
  }
}
