package import BenefitsModel

/// One reading of an import file from its beginning to its end.
///
/// A file in the order of series and periods is handed on while it is read, and takes little memory. One in
/// another order is kept whole, in 32 bytes a row, and handed on at its end.
package struct ImportPass {
  /// How a pass ended.
  package enum Ending: Sendable {
    /// All of the file was read.
    case finished
    /// Rows are out of order after some were handed on: a pass has to keep all of them.
    case needsAllRows
    /// There are bytes that only a look at the whole file can explain.
    case needsWholeFile
  }

  /// What was read, but for the rows that were handed on.
  package private(set) var reading = ImportReading()
  /// How many rows of data were read so far, and how many bytes.
  package var progress: (rows: Int, bytes: Int) { (table.rowCount, table.readCount) }

  private var table: CSVTable
  private let plan: Plan
  private let options: ImportOptions
  private let asOf: Day
  private let keepsAll: Bool
  private let size: Int?

  /// Creates a pass.
  ///
  /// - Parameters:
  ///   - reader: The text of the file.
  ///   - size: How many bytes the file has, where it is known.
  ///   - plan: The plan that names measures, sites and strata.
  ///   - options: How the file is to be read.
  ///   - asOf: The current day; later periods are refused.
  ///   - keepsAll: Whether all rows are kept before the first is handed on, as those of a file out of order must be.
  package init(
    _ reader: CSVReader, size: Int? = nil, plan: Plan, options: ImportOptions, asOf: Day,
    keepsAll: Bool
  ) {
    table = CSVTable(reader)
    self.plan = plan
    self.options = options
    self.asOf = asOf
    self.keepsAll = keepsAll
    self.size = size
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - step: Is called now and then.
  ///   - body: Takes the rows of one series after another; a series comes in several blocks where it is long,
  ///     one right after the other.
  /// - Returns: How the pass ended.
  /// - Throws: What the step or the body throws.
  /// - Complexity: O(*n*), where *n* is the length of the file.
  @discardableResult
  package mutating func run<Failure: Error>(
    step: (Self) throws(Failure) -> Void,
    _ body: (ImportBlock) throws(Failure) -> Void
  ) throws(Failure) -> Ending {
    guard !table.header.isEmpty else {
      reading.faults = table.faults
      return table.needsWholeFile ? .needsWholeFile : .finished
    }
    let names = PlanNames(plan)
    let layout = ImportLayout(
      header: table.header, file: table.file, options: options, names: names)
    var run = ImportRun(
      plan: plan, names: names, layout: layout, options: options, asOf: asOf, file: table.file)
    while table.nextRow() {
      guard layout.isReadable else { continue }
      run.read(table)
      if table.rowCount & 0xFFF == 0 { try step(self) }
      if run.rows.isFull, !keepsAll { try run.handOn(body) }
      if !run.rows.isInOrder {
        guard !run.rows.hasHandedOn else { return .needsAllRows }
        if let size, run.rows.rows.capacity <= 2 * RowCollector.most, run.rows.rows.count > 1000 {
          run.rows.reserve(size / max(table.readCount / run.rows.rows.count, 1) * 17 / 16)
        }
      }
    }
    guard !table.needsWholeFile else { return .needsWholeFile }
    try run.handOn(body)
    reading = run.finish(table)
    return .finished
  }
}
