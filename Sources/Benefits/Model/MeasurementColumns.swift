/// The measurements of one series in calendar order, column by column: what most of them lack takes no room.
package struct MeasurementColumns: Sendable {
  /// The kind of the periods.
  package let kind: PeriodKind
  /// The month that years begin in.
  package let yearStart: YearStart
  /// The numbers of the periods among those of their kind.
  package let ordinals: [Int32]
  /// The values or numerators; NaN where there is none.
  package let numbers: [Double]
  /// The denominators, exposures or n, with NaN where there is none; empty where no measurement has one.
  package let denominators: [Double]
  /// What else is known of each; empty where all are final, used and without a remark.
  private let flags: [Flags]
  /// The remarks of those that have one, by the numbers of their periods.
  private let notes: [Int32: String]

  /// What is known of a measurement beside its numbers.
  private struct Flags: Hashable {
    let state: MeasurementState
    let isExcluded: Bool
    let hasNote: Bool

    var isUsual: Bool { state == .final && !isExcluded && !hasNote }
  }

  /// Takes over measurements in calendar order.
  ///
  /// - Parameters:
  ///   - measurements: The measurements.
  ///   - ordinals: The numbers of their periods among those of their kind.
  ///   - notes: The remarks of those that have one, by the first day of their period.
  ///   - kind: The kind of their periods.
  ///   - yearStart: The month that years begin in.
  init(
    _ measurements: [CompactMeasurement], ordinals: [Int32], notes: [Int32: String],
    kind: PeriodKind, yearStart: YearStart
  ) {
    self.kind = kind
    self.yearStart = yearStart
    self.ordinals = ordinals
    numbers = measurements.map(\.number)
    denominators =
      measurements.allSatisfy(\.denominator.isNaN) ? [] : measurements.map(\.denominator)
    let isUsual = measurements.allSatisfy {
      $0.state == .final && !$0.isExcluded && !$0.hasNote
    }
    flags =
      isUsual
      ? []
      : measurements.map {
        Flags(state: $0.state, isExcluded: $0.isExcluded, hasNote: $0.hasNote)
      }
    var remarks: [Int32: String] = [:]
    for (measurement, ordinal) in zip(measurements, ordinals) where measurement.hasNote {
      remarks[ordinal] = notes[measurement.day]
    }
    self.notes = remarks
  }

  /// How many measurements there are.
  package var count: Int { numbers.count }

  /// The denominator at a place; NaN where there is none.
  package func denominator(at index: Int) -> Double {
    denominators.isEmpty ? .nan : denominators[index]
  }

  /// How final the measurement at a place is.
  package func state(at index: Int) -> MeasurementState {
    flags.isEmpty ? .final : flags[index].state
  }

  /// Whether the measurement at a place is left out of every calculation.
  package func isExcluded(at index: Int) -> Bool { !flags.isEmpty && flags[index].isExcluded }

  /// Returns the period at a place.
  package func period(at index: Int) -> Period {
    Period(kind: kind, yearStart: yearStart, ordinal: Int(ordinals[index]))
  }

  /// Returns the measurement at a place in full.
  package func measurement(at index: Int) -> Measurement {
    let denominator = denominator(at: index)
    return Measurement(
      period: period(at: index), number: numbers[index].isNaN ? nil : numbers[index],
      denominator: denominator.isNaN ? nil : denominator, state: state(at: index),
      isExcluded: isExcluded(at: index),
      note: notes.isEmpty ? nil : notes[ordinals[index]])
  }

  /// The measurements in full.
  package var full: [Measurement] { numbers.indices.map(measurement) }
}

extension MeasurementColumns: Hashable {
  /// Compares the measurements of two series; no number equals no number.
  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.kind == rhs.kind && lhs.yearStart == rhs.yearStart && lhs.ordinals == rhs.ordinals
      && isSame(lhs.numbers, rhs.numbers) && isSame(lhs.denominators, rhs.denominators)
      && lhs.flags == rhs.flags && lhs.notes == rhs.notes
  }

  private static func isSame(_ lhs: [Double], _ rhs: [Double]) -> Bool {
    lhs.elementsEqual(rhs) { $0.bitPattern == $1.bitPattern }
  }

  /// Feeds the measurements to a hasher.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(ordinals)
    for number in numbers { hasher.combine(number.bitPattern) }
  }
}
