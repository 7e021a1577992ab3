public import BenefitsModel

/// One measurement that was read, and where.
public struct ImportRow: Hashable, Sendable {
  /// The series that it belongs to.
  public var series: Series
  /// The measurement.
  public var measurement: Measurement
  /// The place of its value in the file; a place without a file for what was typed.
  public var location: SourceLocation

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - series: The series that it belongs to.
  ///   - measurement: The measurement.
  ///   - location: The place of its value in the file.
  public init(series: Series, measurement: Measurement, location: SourceLocation) {
    self.series = series
    self.measurement = measurement
    self.location = location
  }
}

/// What an import file says: its measurements, and everything that is wrong with it.
///
/// A reading with faults is not to be recorded in part: the file is fixed and read again.
public struct ImportReading: Hashable, Sendable {
  /// The measurements that are right, in the order of the file.
  public internal(set) var rows: [ImportRow] = []
  /// Everything that is wrong, in the order of the file.
  public internal(set) var faults: [Fault] = []
  /// What is worth a look but keeps nothing from being recorded.
  public internal(set) var warnings: [Fault] = []
  /// How many rows of data the file has, the wrong ones included.
  public internal(set) var rowCount = 0
  /// How many cells say that there are no data.
  public internal(set) var missingCount = 0

  /// Creates an empty reading.
  public init() {}

  /// Puts faults and warnings in the order of the file.
  mutating func sort() {
    faults.sortByPlace()
    warnings.sortByPlace()
  }
}

extension [Fault] {
  /// Puts faults in the order of the file, those of the whole file first.
  mutating func sortByPlace() {
    let indexed = enumerated().sorted {
      $0.element.location == $1.element.location
        ? $0.offset < $1.offset : $0.element.location < $1.element.location
    }
    self = indexed.map(\.element)
  }
}
