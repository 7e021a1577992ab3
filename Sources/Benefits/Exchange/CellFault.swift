import BenefitsModel

/// Why a cell, or what was typed, cannot be recorded.
struct CellFault: Error, Hashable {
  /// What was found and what was expected.
  var message: String
  /// What to do, where the message does not say it.
  var hint: String?
  /// Whether the fault lies in the columns of the file, so that it is the same in every row.
  var isOfColumns: Bool

  init(_ message: String, hint: String? = nil, isOfColumns: Bool = false) {
    self.message = message
    self.hint = hint
    self.isOfColumns = isOfColumns
  }
}

/// The texts of one measurement; `nil` where there is no column for it.
struct MeasurementCells {
  var value: String?
  var numerator: String?
  var denominator: String?
  var state: String?
  var note: String?
}

/// What the texts of one measurement say.
enum CellReading {
  /// A measurement.
  case measurement(Measurement)
  /// That there are no data.
  case missing
}
