/// A measurement without its texts, small enough to be handled by the million.
package struct CompactMeasurement: Sendable {
  /// The first day of the period, as days since 1 January 1970.
  package var day: Int32
  /// How final the number is.
  package var state: MeasurementState
  /// Whether the number is left out of every calculation.
  package var isExcluded: Bool
  /// Whether there is a remark, which is kept elsewhere.
  package var hasNote: Bool
  /// The value or the numerator; NaN where there is none.
  package var number: Double
  /// The denominator, exposure or n; NaN where there is none.
  package var denominator: Double

  /// Creates a measurement.
  package init(
    day: Int32, number: Double, denominator: Double, state: MeasurementState,
    isExcluded: Bool = false, hasNote: Bool = false
  ) {
    self.day = day
    self.number = number
    self.denominator = denominator
    self.state = state
    self.isExcluded = isExcluded
    self.hasNote = hasNote
  }

  /// Creates the compact form of a measurement.
  package init(_ measurement: Measurement) {
    self.init(
      day: Int32(truncatingIfNeeded: measurement.period.first.epochDay),
      number: measurement.number ?? .nan, denominator: measurement.denominator ?? .nan,
      state: measurement.state, isExcluded: measurement.isExcluded,
      hasNote: measurement.note != nil)
  }

  /// Returns the measurement in full.
  ///
  /// - Parameters:
  ///   - kind: The kind of its period.
  ///   - yearStart: The month that years begin in.
  ///   - note: Its remark.
  /// - Returns: The measurement with its period and its remark.
  package func measurement(
    _ kind: PeriodKind, yearStart: YearStart, note: String? = nil
  ) -> Measurement {
    Measurement(
      period: Period(kind, containing: Day(epochDay: Int(day)), yearStart: yearStart),
      number: number.isNaN ? nil : number, denominator: denominator.isNaN ? nil : denominator,
      state: state, isExcluded: isExcluded, note: note)
  }
}

extension CompactMeasurement: Hashable {
  /// Compares two measurements; no number equals no number.
  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.day == rhs.day && lhs.state == rhs.state && lhs.isExcluded == rhs.isExcluded
      && lhs.hasNote == rhs.hasNote && lhs.number.bitPattern == rhs.number.bitPattern
      && lhs.denominator.bitPattern == rhs.denominator.bitPattern
  }

  /// Feeds the measurement to a hasher.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(day)
    hasher.combine(number.bitPattern)
  }
}

extension MeasurementState {
  /// The number by which the state is kept, from 0 through 4.
  package var code: UInt8 {
    switch self {
    case .final: 0
    case .provisional: 1
    case .estimated: 2
    case .suppressed: 3
    case .withdrawn: 4
    }
  }

  /// Creates the state that is kept by a number.
  package init?(code: Int) {
    switch code {
    case 0: self = .final
    case 1: self = .provisional
    case 2: self = .estimated
    case 3: self = .suppressed
    case 4: self = .withdrawn
    default: return nil
    }
  }
}
