import BenefitsModel

/// The reading of one table for analysis, row after row.
struct AnalysisRun {
  private enum Field: String, CaseIterable {
    case period, value, denominator, series
  }

  private struct Point {
    var period: Period
    let value: Double?
    let denominator: Double?
    /// The place in the file, whose name all of them share.
    let line: Int
    let column: Int
  }

  private let options: AnalysisOptions
  private let file: String
  private var columns: [Field: Int] = [:]
  private var (periodColumn, valueColumn): (Int?, Int?)
  private var (denominatorColumn, seriesColumn): (Int?, Int?)
  /// The labels of periods that were read, and what each stands for: most series have the same ones.
  private var labels = NameIndex()
  private var labelledPeriods: [Period?] = []
  /// The names of series as they are written, and the series of each.
  private var writtenNames = NameIndex()
  private var namedSeries: [Int?] = []
  private var isReadable = true
  private var result = Findings()
  private var names: [String] = []
  private var points: [[Point]] = []
  private var indices: [String: Int] = [:]
  /// Which series the latest row belongs to.
  private(set) var current: Int?
  /// Whether a row belongs to a series that was taken already.
  private(set) var isScattered = false
  private var takenCount = 0

  private struct Findings {
    var faults: [Fault] = []
    var warnings: [Fault] = []
  }

  init(table: CSVTable, options: AnalysisOptions) {
    self.options = options
    file = table.file
    findColumns(table)
    (periodColumn, valueColumn) = (columns[.period], columns[.value])
    (denominatorColumn, seriesColumn) = (columns[.denominator], columns[.series])
  }

  // MARK: Columns

  private mutating func findColumns(_ table: CSVTable) {
    let whole = SourceLocation(whole: table.file)
    let headers = table.header.map(\.name)
    var used: Set<Int> = []
    for name in options.ignoredColumns {
      let folded = HeaderCell.fold(name)
      let found = table.header.indices.filter { table.header[$0].folded == folded }
      used.formUnion(found)
      if found.isEmpty {
        result.faults.append(
          Fault(
            whole,
            "--ignore-column: the file has no column '\(name)'"
              + Suggestion.clause(for: name, in: headers)))
      }
    }
    for choice in options.columns {
      let folded = HeaderCell.fold(choice.header)
      guard let field = Field(rawValue: HeaderCell.fold(choice.content)) else {
        result.faults.append(
          Fault(
            whole,
            "--column: '\(choice.content)' is no field; the fields are "
              + Field.allCases.map(\.rawValue).joined(separator: ", ")))
        continue
      }
      guard let column = table.header.indices.first(where: { table.header[$0].folded == folded })
      else {
        result.faults.append(
          Fault(
            whole,
            "--column: the file has no column '\(choice.header)'"
              + Suggestion.clause(for: choice.header, in: headers)))
        isReadable = false
        continue
      }
      columns[field] = column
      used.insert(column)
    }
    for (column, cell) in table.header.enumerated() where !used.contains(column) {
      place(cell, column)
    }
    requireColumns(table)
  }

  private mutating func place(_ cell: HeaderCell, _ column: Int) {
    if let field = Field(rawValue: cell.folded) {
      guard columns[field] == nil else {
        result.faults.append(
          Fault(cell.location, "column \(column + 1): '\(cell.name.excerpt)' is there twice"))
        return
      }
      columns[field] = column
      return
    }
    guard !cell.name.isEmpty else { return }
    let suggestion = Suggestion.clause(for: cell.name, in: Field.allCases.map(\.rawValue))
    if suggestion.isEmpty {
      result.warnings.append(
        Fault(cell.location, "column \(column + 1) '\(cell.name.excerpt)' is not used"))
    } else {
      result.faults.append(
        Fault(
          cell.location, "column \(column + 1) '\(cell.name.excerpt)' is not known\(suggestion)"))
    }
  }

  private mutating func requireColumns(_ table: CSVTable) {
    let absent = [Field.period, .value].filter { columns[$0] == nil }
    guard !absent.isEmpty else { return }
    isReadable = false
    // A near miss has its own message.
    guard result.faults.isEmpty else { return }
    let found = table.header.map { "'\($0.name.excerpt)'" }.joined(separator: ", ")
    result.faults.append(
      Fault(
        table.header[0].location,
        "no column is called \(absent.map { "'\($0.rawValue)'" }.joined(separator: " or ")); the first "
          + "line has \(found)",
        hint: "begin the file with a line such as: period,value or period,value,denominator,series")
    )
  }

  // MARK: Rows

  /// Reads the current row of a table.
  mutating func read(_ table: CSVTable) {
    guard isReadable, let periodColumn, let valueColumn else { return }
    guard let index = index(seriesColumn, table) else { return }
    let period = period(periodColumn, table)
    let value = number(valueColumn, table)
    let denominator = denominatorColumn.map { number($0, table) } ?? .missing
    guard let period, value != .wrong, denominator != .wrong else { return }
    if let amount = denominator.number, amount <= 0, let column = denominatorColumn {
      let fault = Fault(
        table.location(column),
        "\(table.cellName(column)): the denominator "
          + (amount == 0
            ? "is 0, so the period has no value" : "\(Numeral.shortest(amount)) is below 0"))
      guard amount == 0 else {
        result.faults.append(fault)
        return
      }
      if value != .missing { result.warnings.append(fault) }
    }
    let place = table.place(periodColumn)
    points[index].append(
      Point(
        period: period, value: value.number, denominator: denominator.number,
        line: Int(place.line), column: Int(place.column)))
  }

  /// The series of a row; `nil`, with a fault, where its name is missing.
  private mutating func index(_ column: Int?, _ table: CSVTable) -> Int? {
    guard let column else {
      current = current ?? newIndex(of: "")
      return current
    }
    let written = table.index(column, in: &writtenNames)
    if written == namedSeries.count {
      let name = table.text(column)
      namedSeries.append(name.isEmpty ? nil : newIndex(of: name))
    }
    guard let index = namedSeries[written] else {
      result.faults.append(
        Fault(
          table.location(column), "\(table.cellName(column)): the name of the series is missing"))
      return nil
    }
    if index < takenCount { isScattered = true }
    current = index
    return index
  }

  private mutating func newIndex(of name: String) -> Int {
    if let index = indices[name] { return index }
    indices[name] = names.count
    names.append(name)
    points.append([])
    return names.count - 1
  }

  /// How many labels are remembered: the days of more than a century.
  private static let mostLabels = 50_000

  private mutating func period(_ column: Int, _ table: CSVTable) -> Period? {
    guard labels.count < Self.mostLabels else { return newPeriod(column, table) }
    let label = table.index(column, in: &labels)
    if label < labelledPeriods.count, let period = labelledPeriods[label] { return period }
    let period = newPeriod(column, table)
    if label == labelledPeriods.count { labelledPeriods.append(period) }
    return period
  }

  private mutating func newPeriod(_ column: Int, _ table: CSVTable) -> Period? {
    do throws(PeriodFault) {
      return try PeriodReader.readAny(table.text(column), dateOrder: options.dateOrder)
    } catch {
      result.faults.append(
        Fault(table.location(column), "\(table.cellName(column)): \(error.description)"))
      return nil
    }
  }

  private enum Cell: Equatable {
    case number(Double)
    case missing
    case wrong

    var number: Double? {
      if case .number(let number) = self { return number }
      return nil
    }
  }

  private mutating func number(_ column: Int, _ table: CSVTable) -> Cell {
    if options.missing.isEmpty, let number = table.plainNumber(column) { return .number(number) }
    let text = table.text(column)
    if text.isEmpty || options.missing.contains(text) { return .missing }
    do throws(NumeralFault) {
      return .number(try CellNumber.read(text, largest: .greatestFiniteMagnitude))
    } catch {
      let hint: String? =
        text.contains(where: \.isNumber) ? nil : "leave the cell empty where a value is missing"
      result.faults.append(
        Fault(table.location(column), "\(table.cellName(column)): \(error.description)", hint: hint)
      )
      return .wrong
    }
  }

  // MARK: Series

  /// What is wrong so far.
  var faults: [Fault] { result.faults }

  /// What is worth a look so far, in the order of the file.
  var warnings: [Fault] {
    var warnings = result.warnings
    warnings.sortByPlace()
    return warnings
  }

  /// Returns the series before the current one, or all of them at the end, and forgets their rows.
  mutating func take(isLast: Bool) -> [AnalysisSeries] {
    let end = isLast ? names.count : min(names.count, current ?? 0)
    guard takenCount < end else { return [] }
    defer { takenCount = end }
    return (takenCount..<end).compactMap { index in
      let rows = points[index]
      points[index] = []
      return makeSeries(names[index], rows)
    }
  }

  /// Returns the series, with the faults in the order of the file.
  consuming func finish(_ table: CSVTable) -> AnalysisTable {
    var analysis = AnalysisTable()
    for (index, name) in names.enumerated() {
      if let series = makeSeries(name, points[index]) { analysis.series.append(series) }
    }
    analysis.faults = result.faults + table.faults
    analysis.warnings = result.warnings
    if analysis.faults.isEmpty, table.rowCount == 0 {
      analysis.faults.append(
        Fault(SourceLocation(whole: table.file), "the file has a header, but no rows of data"))
    }
    analysis.faults.sortByPlace()
    analysis.warnings.sortByPlace()
    return analysis
  }

  private mutating func makeSeries(_ name: String, _ points: [Point]) -> AnalysisSeries? {
    guard let first = points.first else { return nil }
    let subject = name.isEmpty ? "the file" : "series '\(name.excerpt)'"
    var isUniform = true
    for point in points
    where point.period.kind != first.period.kind
      || point.period.yearStart != first.period.yearStart
    {
      isUniform = false
      result.faults.append(
        Fault(
          location(of: point),
          "'\(point.period)' is a \(point.period.kind.rawValue), but \(subject) begins with "
            + "'\(first.period)' on line \(first.line)",
          hint: "write all periods of a series in the same way"))
    }
    guard isUniform else { return nil }
    let isMonthly =
      first.period.kind == .day && points.allSatisfy { $0.period.first.dayOfMonth == 1 }
    var ordered = points
    if isMonthly {
      for index in ordered.indices {
        ordered[index].period = Period(.month, containing: ordered[index].period.first)
      }
    }
    ordered.sort { lhs, rhs in
      lhs.period == rhs.period
        ? (lhs.line, lhs.column) < (rhs.line, rhs.column) : lhs.period < rhs.period
    }
    return lineUp(withoutRepeats(ordered, subject), name: name)
  }

  private func location(of point: Point) -> SourceLocation {
    SourceLocation(file: file, line: point.line, column: point.column)
  }

  private mutating func withoutRepeats(_ ordered: [Point], _ subject: String) -> [Point] {
    guard ordered.indices.dropFirst().contains(where: { isRepeated($0, in: ordered) }) else {
      return ordered
    }
    var kept: [Point] = []
    for point in ordered {
      guard let last = kept.last, last.period == point.period else {
        kept.append(point)
        continue
      }
      let message = "\(point.period) of \(subject) is on line \(last.line) too"
      if last.value == point.value, last.denominator == point.denominator {
        result.warnings.append(
          Fault(location(of: point), "\(message), with the same value; it counts once"))
      } else {
        let text = { (value: Double?) in value.map(Numeral.shortest) ?? "no value" }
        result.faults.append(
          Fault(
            location(of: point),
            "\(message): \(text(last.value)) there, \(text(point.value)) here",
            hint: "keep the row that is right"))
      }
    }
    return kept
  }

  private func isRepeated(_ index: Int, in ordered: [Point]) -> Bool {
    ordered[index].period == ordered[index - 1].period
  }

  /// Gives every period between the first and the last its place.
  private mutating func lineUp(_ points: [Point], name: String) -> AnalysisSeries {
    var series = AnalysisSeries(name: name, periods: [], values: [])
    var denominators: [Double?] = []
    series.periods.reserveCapacity(points.count)
    series.values.reserveCapacity(points.count)
    denominators.reserveCapacity(points.count)
    let step = Self.step(points.map(\.period))
    var next: Period?
    for point in points {
      while let step, let missing = next, missing < point.period {
        series.periods.append(missing)
        series.values.append(nil)
        denominators.append(nil)
        next = missing.advanced(by: step)
      }
      series.periods.append(point.period)
      series.values.append(point.value)
      denominators.append(point.denominator)
      next = step.map { point.period.advanced(by: $0) }
    }
    guard denominators.contains(where: { $0 != nil }) else { return series }
    for point in points where point.value != nil && point.denominator == nil {
      result.faults.append(
        Fault(
          location(of: point),
          "\(point.period) has a value but no denominator, as the other rows "
            + (name.isEmpty ? "have" : "of '\(name.excerpt)' have")))
    }
    series.denominators = denominators
    return series
  }

  /// How far apart the periods of a series lie; `nil` for days that follow no pattern.
  private static func step(_ periods: [Period]) -> Int? {
    guard periods.first?.kind == .day else { return 1 }
    let gaps = zip(periods, periods.dropFirst()).map { $0.distance(to: $1) }
    var counts: [Int: Int] = [:]
    for gap in gaps { counts[gap, default: 0] += 1 }
    guard
      let commonest = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) })?.key
    else { return nil }
    return gaps.allSatisfy { $0 % commonest == 0 } ? commonest : nil
  }
}

extension AnalysisTable {
  /// Creates an empty table.
  init() {}
}
