/// Something in a series that chance alone hardly explains.
public struct ChangeSignal: Hashable, Sendable {
  /// The rule that it was found by; the raw values are the names in machine output.
  public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
    /// A point outside the process limits.
    case outsideLimits = "outside-limits"
    /// Seven or more points in a row on one side of the line, up to the latest.
    case shift
    /// Seven points in a row, each higher or each lower than the one before.
    case trend
    /// Two of three points beyond two sigma, all three on the same side of the line.
    case twoOfThree = "two-of-three"
    /// A run longer than chance lets expect (Anhøj).
    case longestRun = "longest-run"
  }

  /// The rule.
  public var rule: Rule
  /// The indices of the first and the last point that it rests on.
  public var span: ClosedRange<Int>
  /// How many usable points it rests on.
  public var length: Int
  /// Whether it points upwards: above the line, or rising.
  public var isUpward: Bool

  /// Creates a signal.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - span: The indices of the first and the last point that it rests on.
  ///   - length: How many usable points it rests on.
  ///   - isUpward: Whether it points upwards.
  public init(rule: Rule, span: ClosedRange<Int>, length: Int, isUpward: Bool) {
    self.rule = rule
    self.span = span
    self.length = length
    self.isUpward = isUpward
  }

  init(_ rule: Rule, run: RunCounter.Run) {
    self.init(rule: rule, span: run.span, length: run.length, isUpward: run.isAbove)
  }
}
