public import BenefitsModel

/// Reads a table for analysis as its bytes come in, and gives each series as soon as the next one begins.
///
/// Only one series is held at a time. That takes rows in which each series stands together and nothing is wrong;
/// else `needsWhole` says that the file is to be read by `AnalysisTable` at once, which holds all rows and lists
/// every fault.
public struct AnalysisScan {
  /// Whether the file cannot be read series by series.
  public private(set) var needsWhole = false

  private let file: String
  private let options: AnalysisOptions
  /// Bytes that are not read yet.
  private var rest: [UInt8] = []
  /// How many of them were looked at, whether those end within quotes, and where their last line ends.
  private var (seen, isQuoted, lineEnd) = (0, false, 0)
  private var table: CSVTable?
  private var run: AnalysisRun?

  /// Creates a scan of a file.
  ///
  /// - Parameters:
  ///   - file: The file as it was named, for messages.
  ///   - options: How the file is to be read.
  public init(file: String, options: AnalysisOptions = AnalysisOptions()) {
    self.file = file
    self.options = options
  }

  /// What is worth a look so far, in the order of the file.
  public var warnings: [Fault] { run?.warnings ?? [] }

  /// Takes the next bytes of the file.
  ///
  /// - Parameter bytes: The bytes.
  /// - Returns: The series that end in them; the series of the last row may still go on.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public mutating func add(_ bytes: [UInt8]) -> [AnalysisSeries] {
    guard !needsWhole else { return [] }
    if rest.isEmpty { rest = bytes } else { rest += bytes }
    findLineEnd()
    guard lineEnd > 0 else { return [] }
    var lines: [UInt8] = []
    if lineEnd == rest.count {
      swap(&lines, &rest)
    } else {
      lines = Array(rest[..<lineEnd])
      rest.removeFirst(lineEnd)
    }
    (seen, lineEnd) = (seen - lineEnd, 0)
    return read(lines, isLast: false)
  }

  /// Ends the file.
  ///
  /// - Returns: The series that had not ended before.
  public mutating func finish() -> [AnalysisSeries] {
    guard !needsWhole else { return [] }
    return read(rest, isLast: true)
  }

  private mutating func read(_ lines: [UInt8], isLast: Bool) -> [AnalysisSeries] {
    let reader = CSVReader(
      lines, file: file, delimiter: table?.delimiter ?? options.delimiter,
      encoding: options.encoding, firstLine: table?.nextLine ?? 1)
    var found: [AnalysisSeries] = []
    var table: CSVTable
    if let known = self.table {
      table = known
      table.carryOn(with: reader)
    } else {
      table = CSVTable(reader)
      guard !table.header.isEmpty else {
        needsWhole = true
        return []
      }
    }
    var run = self.run ?? AnalysisRun(table: table, options: options)
    // Only one owner, so that rows are added in place.
    (self.table, self.run) = (nil, nil)
    while table.nextRow() {
      run.read(table)
      found += run.take(isLast: false)
    }
    if isLast { found += run.take(isLast: true) }
    needsWhole =
      run.isScattered || !run.faults.isEmpty || !table.faults.isEmpty
      || (isLast && table.rowCount == 0)
    (self.table, self.run) = (table, run)
    return found
  }

  /// Looks for the last line end that is not within quotes.
  private mutating func findLineEnd() {
    if !isQuoted, !hasQuote(rest[seen...]) {
      lineEnd = rest[seen...].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? lineEnd
      seen = rest.count
      return
    }
    for index in seen..<rest.count {
      if rest[index] == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, rest[index] == UInt8(ascii: "\n") {
        lineEnd = index + 1
      }
    }
    seen = rest.count
  }

  /// Whether there is a quote.
  ///
  /// All bytes are looked at, many at a time, which is quicker than to stop at the first: mostly there is none.
  private func hasQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in bytes { found |= byte == UInt8(ascii: "\"") ? 1 : 0 }
      return found > 0
    }
  }
}
