/// What the future of a series is compared with.
public struct Baseline: Hashable, Sendable, Codable {
  /// Where the number comes from.
  public enum Basis: Hashable, Sendable, Codable {
    /// The recorded values of a window of periods, its first and last included.
    case window(from: Period, to: Period)
    /// A stated number with its source.
    case stated(value: Double, source: String)
  }

  /// Whether somebody has checked the baseline.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// It may still change.
    case provisional
    /// It was checked and holds.
    case validated
  }

  /// Where the number comes from.
  public var basis: Basis
  /// Whether somebody has checked it.
  public var state: State
  /// The role that validated it.
  public var validatedBy: String?
  /// The day on which it was validated.
  public var validatedOn: Day?

  /// Creates a baseline.
  ///
  /// - Parameters:
  ///   - basis: Where the number comes from.
  ///   - state: Whether somebody has checked it.
  ///   - validatedBy: The role that validated it.
  ///   - validatedOn: The day on which it was validated.
  public init(
    basis: Basis, state: State = .provisional, validatedBy: String? = nil, validatedOn: Day? = nil
  ) {
    self.basis = basis
    self.state = state
    self.validatedBy = validatedBy
    self.validatedOn = validatedOn
  }
}
