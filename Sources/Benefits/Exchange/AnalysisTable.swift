public import BenefitsModel

/// One series of numbers that comes with nothing but its periods.
public struct AnalysisSeries: Hashable, Sendable {
  /// The name that the file gives; empty where it has no column for it.
  public var name: String
  /// The periods in calendar order, those without a value included.
  public var periods: [Period]
  /// The value or numerator of each period; `nil` where it is missing.
  public var values: [Double?]
  /// The denominator of each period; `nil` where the file has none for the series.
  public var denominators: [Double?]?

  /// Creates a series.
  ///
  /// - Parameters:
  ///   - name: The name that the file gives.
  ///   - periods: The periods in calendar order.
  ///   - values: The value or numerator of each period.
  ///   - denominators: The denominator of each period.
  public init(
    name: String, periods: [Period], values: [Double?], denominators: [Double?]? = nil
  ) {
    self.name = name
    self.periods = periods
    self.values = values
    self.denominators = denominators
  }
}

/// How a table for analysis is to be read.
public struct AnalysisOptions: Hashable, Sendable {
  /// What cells say that mean that a value is missing, beside a blank one.
  public var missing: [String]
  /// The names of columns that are left out without a warning.
  public var ignoredColumns: [String]
  /// What columns hold whose names do not say it: period, value, denominator or series.
  public var columns: [ColumnChoice]
  /// How dates with slashes are ordered; `nil` refuses the ambiguous ones.
  public var dateOrder: DateOrder?
  /// How the characters of the file are written.
  public var encoding: TextEncoding
  /// What stands between the cells; `nil` finds out from the first line.
  public var delimiter: Delimiter?

  /// Creates options.
  ///
  /// - Parameters:
  ///   - missing: What cells say that mean that a value is missing.
  ///   - ignoredColumns: The names of columns that are left out without a warning.
  ///   - columns: What columns hold whose names do not say it.
  ///   - dateOrder: How dates with slashes are ordered.
  ///   - encoding: How the characters of the file are written.
  ///   - delimiter: What stands between the cells.
  public init(
    missing: [String] = [], ignoredColumns: [String] = [], columns: [ColumnChoice] = [],
    dateOrder: DateOrder? = nil, encoding: TextEncoding = .utf8, delimiter: Delimiter? = nil
  ) {
    self.missing = missing
    self.ignoredColumns = ignoredColumns
    self.columns = columns
    self.dateOrder = dateOrder
    self.encoding = encoding
    self.delimiter = delimiter
  }
}

/// A table of one or thousands of series that needs no plan: period, value, and perhaps denominator and series.
///
/// Rows may come in any order; the series keep the order of their first rows. Between the first and the last
/// period of a series every period has its place, whether the file has a row for it or not. Dates that are
/// all the first of a month are months. Other dates are days; when the gaps between them are all a multiple
/// of the commonest gap, the dates that are left out have their place too, else each row is a point.
public struct AnalysisTable: Hashable, Sendable {
  /// The series, in the order of their first rows.
  public internal(set) var series: [AnalysisSeries] = []
  /// Everything that is wrong, in the order of the file.
  public internal(set) var faults: [Fault] = []
  /// What is worth a look but keeps nothing from being analysed.
  public internal(set) var warnings: [Fault] = []

  /// Reads a CSV file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - file: The file as it was named, for messages.
  ///   - options: How the file is to be read.
  /// - Complexity: O(*n* log *n*), where *n* is the number of rows.
  public init(_ bytes: [UInt8], file: String, options: AnalysisOptions = AnalysisOptions()) {
    var table = CSVTable(
      CSVReader(bytes, file: file, delimiter: options.delimiter, encoding: options.encoding))
    guard !table.header.isEmpty else {
      faults = table.faults
      return
    }
    var run = AnalysisRun(table: table, options: options)
    while table.nextRow() { run.read(table) }
    self = run.finish(table)
  }
}
