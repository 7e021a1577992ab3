import BenefitsModel

/// How the state of a measurement and its exclusion are kept in one number.
struct MeasurementFlags: Hashable {
  let rawValue: Int

  /// The low three bits are the state, the fourth says that the number is excluded.
  static let excluded = 8

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ measurement: Measurement) {
    self.init(measurement.state, isExcluded: measurement.isExcluded)
  }

  init(_ state: MeasurementState, isExcluded: Bool) {
    rawValue = Int(state.code) | (isExcluded ? Self.excluded : 0)
  }

  var state: MeasurementState? { MeasurementState(code: rawValue & 7) }

  var isExcluded: Bool { rawValue & Self.excluded != 0 }

  /// Whether the measurement was taken back.
  var isWithdrawn: Bool { rawValue & 7 == 4 }
}

/// The columns of a measurement without its key.
struct MeasurementRow: Hashable {
  var number: Double?
  var denominator: Double?
  var flags: MeasurementFlags
  var noteHash: String?

  init(_ measurement: Measurement) {
    number = measurement.number?.withoutNegativeZero
    denominator = measurement.denominator?.withoutNegativeZero
    flags = MeasurementFlags(measurement)
    noteHash = measurement.note.map { TextHash.of($0) }
  }

  init(_ measurement: CompactMeasurement, noteHash: String?) {
    number = measurement.number.isNaN ? nil : measurement.number
    denominator = measurement.denominator.isNaN ? nil : measurement.denominator
    flags = MeasurementFlags(measurement.state, isExcluded: measurement.isExcluded)
    self.noteHash = noteHash
  }

  /// The row of a measurement that was taken back.
  static let withdrawn = MeasurementRow(flags: MeasurementFlags(rawValue: 4))

  private init(flags: MeasurementFlags) { self.flags = flags }

  /// Reads number, denominator, flags and note from a first column on.
  init(_ statement: borrowing Statement, from column: Int32) {
    number = statement.optionalDouble(column)
    denominator = statement.optionalDouble(column + 1)
    flags = MeasurementFlags(rawValue: statement.int(column + 2))
    noteHash = statement.optionalText(column + 3)
  }

  /// Returns the measurement for a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - note: The text of the note; `nil` where there is none or it was redacted.
  /// - Returns: The measurement.
  func measurement(_ period: Period, note: String?) -> Measurement {
    Measurement(
      period: period, number: number, denominator: denominator, state: flags.state ?? .withdrawn,
      isExcluded: flags.isExcluded, note: noteHash == nil ? nil : note ?? TextHash.redacted)
  }
}
