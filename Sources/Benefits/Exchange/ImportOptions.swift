public import BenefitsModel

/// What a column of an import file can hold.
public enum ImportField: String, Hashable, Sendable, CaseIterable {
  /// The period of the row.
  case period
  /// The measure, by its identifier.
  case measure
  /// The site, by its identifier.
  case site
  /// The stratum, by its identifier.
  case stratum
  /// The value, or `NUMERATOR/DENOMINATOR` of a proportion or a rate.
  case value
  /// The numerator of a proportion or a rate.
  case numerator
  /// The denominator of a proportion, the exposure of a rate, or the n of a mean.
  case denominator
  /// How final the number is.
  case state
  /// A remark.
  case note
}

/// A choice of what a column holds, as `--column site=org_code` says it.
public struct ColumnChoice: Hashable, Sendable {
  /// What the column holds: the name of a field, or the identifier of a measure.
  public var content: String
  /// The name of the column in the file.
  public var header: String

  /// Creates a choice.
  ///
  /// - Parameters:
  ///   - content: The name of a field, or the identifier of a measure.
  ///   - header: The name of the column in the file.
  public init(content: String, header: String) {
    self.content = content
    self.header = header
  }

  /// Reads a choice written as `site=org_code`.
  ///
  /// - Parameter text: The content, an equals sign and the name of the column in the file.
  /// - Throws: `Fault` when there is no equals sign, or nothing on one side of it.
  public init(_ text: String) throws(Fault) {
    guard let equals = text.firstIndex(of: "=") else {
      throw Fault(
        "'\(text)' does not say what the column holds; write FIELD=COLUMN, as site=org_code")
    }
    content = String(text[..<equals]).trimmed()
    header = String(text[text.index(after: equals)...]).trimmed()
    guard !content.isEmpty, !header.isEmpty else {
      throw Fault("'\(text)' is incomplete; write FIELD=COLUMN, as site=org_code")
    }
  }
}

/// How an import file is to be read.
public struct ImportOptions: Hashable, Sendable {
  /// The measure of all rows, where the file has no column for it.
  public var measure: String?
  /// The site of all rows, where the file has no column for it.
  public var site: String?
  /// The stratum of all rows, where the file has no column for it.
  public var stratum: String?
  /// What columns hold whose names do not say it.
  public var columns: [ColumnChoice]
  /// The names of columns that are left out.
  public var ignoredColumns: [String]
  /// Whether numerators count failures, so that denominator − numerator is recorded.
  public var isComplement: Bool
  /// Whether a blank cell means that there are no data.
  public var treatsBlankAsMissing: Bool
  /// What cells say that mean that there are no data, as `*` and `n/a`.
  public var missing: [String]
  /// Whether thousands commas, currency and percent signs are left out rather than refused.
  public var readsNumbersLeniently: Bool
  /// How dates with slashes are ordered; `nil` refuses the ambiguous ones.
  public var dateOrder: DateOrder?
  /// Whether any day stands for the period that holds it.
  public var acceptsDateInPeriod: Bool
  /// How the characters of the file are written.
  public var encoding: TextEncoding
  /// What stands between the cells; `nil` finds out from the first line.
  public var delimiter: Delimiter?
  /// How final the numbers are of rows that do not say it.
  public var state: MeasurementState

  /// Creates options.
  ///
  /// - Parameters:
  ///   - measure: The measure of all rows.
  ///   - site: The site of all rows.
  ///   - stratum: The stratum of all rows.
  ///   - columns: What columns hold whose names do not say it.
  ///   - ignoredColumns: The names of columns that are left out.
  ///   - isComplement: Whether numerators count failures.
  ///   - treatsBlankAsMissing: Whether a blank cell means that there are no data.
  ///   - missing: What cells say that mean that there are no data.
  ///   - readsNumbersLeniently: Whether thousands commas, currency and percent signs are left out.
  ///   - dateOrder: How dates with slashes are ordered.
  ///   - acceptsDateInPeriod: Whether any day stands for the period that holds it.
  ///   - encoding: How the characters of the file are written.
  ///   - delimiter: What stands between the cells.
  ///   - state: How final the numbers are of rows that do not say it.
  public init(
    measure: String? = nil, site: String? = nil, stratum: String? = nil,
    columns: [ColumnChoice] = [], ignoredColumns: [String] = [], isComplement: Bool = false,
    treatsBlankAsMissing: Bool = false, missing: [String] = [],
    readsNumbersLeniently: Bool = false, dateOrder: DateOrder? = nil,
    acceptsDateInPeriod: Bool = false, encoding: TextEncoding = .utf8,
    delimiter: Delimiter? = nil, state: MeasurementState = .final
  ) {
    self.measure = measure
    self.site = site
    self.stratum = stratum
    self.columns = columns
    self.ignoredColumns = ignoredColumns
    self.isComplement = isComplement
    self.treatsBlankAsMissing = treatsBlankAsMissing
    self.missing = missing
    self.readsNumbersLeniently = readsNumbersLeniently
    self.dateOrder = dateOrder
    self.acceptsDateInPeriod = acceptsDateInPeriod
    self.encoding = encoding
    self.delimiter = delimiter
    self.state = state
  }
}
