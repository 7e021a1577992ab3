public import BenefitsModel

/// One measured period of a series, with its displayed value where there is one.
public struct SeriesPoint: Hashable, Sendable {
  /// What becomes of the point in calculations.
  public enum Use: String, Hashable, Sendable {
    /// It is used.
    case used
    /// Nothing is recorded; the period keeps its place.
    case missing
    /// The value is known and not shown; it keeps its place and is not used.
    case suppressed
    /// It is drawn and not used.
    case excluded
    /// The period is not over yet, or the sum of sites or strata lacks some; it is shown and not used.
    case partial
  }

  /// The period.
  public var period: Period
  /// The displayed value.
  public var value: Double?
  /// The recorded measurement behind it.
  public var measurement: Measurement?
  /// What becomes of the point in calculations.
  public var use: Use
  /// How many sites or strata the value is made of, where some are missing.
  public var parts: PartCoverage?

  /// Creates a point.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - value: The displayed value.
  ///   - measurement: The recorded measurement behind it.
  ///   - use: What becomes of the point in calculations.
  ///   - parts: How many sites or strata the value is made of, where some are missing.
  public init(
    period: Period, value: Double?, measurement: Measurement? = nil, use: Use,
    parts: PartCoverage? = nil
  ) {
    self.period = period
    self.value = value
    self.measurement = measurement
    self.use = use
    self.parts = parts
  }
}
