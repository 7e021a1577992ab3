/// One recorded number for one period of one series.
public struct Measurement: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The value, or the numerator of a proportion or a rate; `nil` when suppressed or withdrawn.
  public var number: Double?
  /// The denominator of a proportion, the exposure of a rate, or the n of a mean.
  public var denominator: Double?
  /// How final the number is.
  public var state: MeasurementState
  /// Whether the number is shown but left out of every calculation.
  public var isExcluded: Bool
  /// A remark.
  public var note: String?

  /// The largest magnitude that can be recorded.
  public static let largestMagnitude = 1e15

  /// Creates a measurement.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - number: The value or the numerator.
  ///   - denominator: The denominator, exposure or n.
  ///   - state: How final the number is.
  ///   - isExcluded: Whether the number is left out of every calculation.
  ///   - note: A remark.
  public init(
    period: Period, number: Double?, denominator: Double? = nil,
    state: MeasurementState = .final, isExcluded: Bool = false, note: String? = nil
  ) {
    self.period = period
    self.number = number
    self.denominator = denominator
    self.state = state
    self.isExcluded = isExcluded
    self.note = note
  }
}

/// How final a recorded number is.
public enum MeasurementState: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is not expected to change.
  case final
  /// It is expected to change.
  case provisional
  /// It was estimated.
  case estimated
  /// It is known and not shown, since it would identify people.
  case suppressed
  /// It was taken back.
  case withdrawn
}

extension Measure {
  /// Returns the displayed value of a measurement.
  ///
  /// - Parameter measurement: A measurement of this measure.
  /// - Returns: The number, or numerator × `multiply` / denominator; `nil` when there is none or the
  ///   denominator is not above 0.
  public func value(of measurement: Measurement) -> Double? {
    value(number: measurement.number, denominator: measurement.denominator)
  }

  /// Returns the displayed value of a number and its denominator.
  ///
  /// - Parameters:
  ///   - number: The value or the numerator.
  ///   - denominator: The denominator, exposure or n.
  /// - Returns: The number, or numerator × `multiply` / denominator; multiplying first keeps 57 of 100 at
  ///   57 % exactly.
  public func value(number: Double?, denominator: Double?) -> Double? {
    guard let number else { return nil }
    guard kind.isRatio else { return number }
    guard let denominator, denominator > 0 else { return nil }
    return number * multiply / denominator
  }
}
