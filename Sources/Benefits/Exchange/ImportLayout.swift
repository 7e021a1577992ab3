import BenefitsModel

/// What each column of an import file holds.
struct ImportLayout {
  /// How the values stand in the file.
  enum Form: Equatable {
    /// One value a row.
    case long
    /// One column a measure.
    case byMeasure([MeasureColumn])
    /// One column a period.
    case byPeriod([Int])
  }

  /// A column that holds the values of one measure.
  struct MeasureColumn: Equatable {
    let column: Int
    let measure: Measure
  }

  /// How the values stand in the file.
  private(set) var form: Form = .long
  /// The columns of the fields.
  private(set) var columns: [ImportField: Int] = [:]
  /// The columns without a name, which must hold nothing.
  private(set) var unnamed: [Int] = []
  /// Whether the rows can be checked, though there may be faults.
  private(set) var isReadable = true
  /// What is wrong with the header and the options that speak of it.
  private(set) var faults: [Fault] = []

  private var measures: [MeasureColumn] = []
  private var periods: [Int] = []
  private var unknown: [Int] = []
  private var isMapped: Set<Int> = []

  /// Finds out what the columns hold; without faults the form can be read.
  init(header: [HeaderCell], file: String, options: ImportOptions, names: PlanNames) {
    let ignored = applyIgnored(header, file: file, options: options)
    applyChoices(header, file: file, options: options, names: names)
    for (column, cell) in header.enumerated()
    where !ignored.contains(column) && !isMapped.contains(column) {
      place(cell, column, names: names)
    }
    settleForm(header, file: file, options: options, names: names)
  }

  // MARK: Options

  private mutating func applyIgnored(
    _ header: [HeaderCell], file: String, options: ImportOptions
  ) -> Set<Int> {
    var ignored: Set<Int> = []
    for name in options.ignoredColumns {
      let found = Self.columns(named: name, in: header)
      if found.isEmpty {
        faults.append(Self.absent("--ignore-column '\(name)'", name, header, file))
      }
      ignored.formUnion(found)
    }
    return ignored
  }

  private mutating func applyChoices(
    _ header: [HeaderCell], file: String, options: ImportOptions, names: PlanNames
  ) {
    for choice in options.columns {
      let text = "--column \(choice.content)=\(choice.header)"
      guard let column = Self.columns(named: choice.header, in: header).first else {
        faults.append(Self.absent(text, choice.header, header, file))
        isReadable = false
        continue
      }
      isMapped.insert(column)
      if let field = ImportField(rawValue: HeaderCell.fold(choice.content)) {
        if let other = columns[field] {
          faults.append(
            Fault(
              SourceLocation(whole: file),
              "\(text): '\(header[other].name.excerpt)' was said to hold the \(field.rawValue) already"
            ))
        }
        columns[field] = column
      } else {
        do throws(UnknownName) {
          measures.append(
            MeasureColumn(column: column, measure: try names.measure(choice.content)))
        } catch {
          let known = ImportField.allCases.map(\.rawValue) + names.measureIDs
          faults.append(
            Fault(
              SourceLocation(whole: file),
              "\(text): '\(choice.content)' is neither a field nor a measure"
                + Suggestion.clause(for: choice.content, in: known),
              hint: "the fields are \(ImportField.allCases.map(\.rawValue).joined(separator: ", "))"
            ))
        }
      }
    }
  }

  private static func columns(named name: String, in header: [HeaderCell]) -> [Int] {
    let folded = HeaderCell.fold(name)
    return header.indices.filter { header[$0].folded == folded }
  }

  private static func absent(
    _ option: String, _ name: String, _ header: [HeaderCell], _ file: String
  ) -> Fault {
    Fault(
      SourceLocation(whole: file),
      "\(option): the file has no column '\(name)'"
        + Suggestion.clause(for: name, in: header.map(\.name)))
  }

  // MARK: Names

  private mutating func place(_ cell: HeaderCell, _ column: Int, names: PlanNames) {
    if cell.name.isEmpty {
      unnamed.append(column)
    } else if let field = ImportField(rawValue: cell.folded) {
      if let other = columns[field] {
        faults.append(
          Fault(
            cell.location,
            "column \(column + 1) '\(cell.name.excerpt)' holds the \(field.rawValue), as column "
              + "\(other + 1) does already",
            hint: "leave one of them out with --ignore-column"))
      } else {
        columns[field] = column
      }
    } else if let measure = Self.measure(cell.name, names) {
      measures.append(MeasureColumn(column: column, measure: measure))
    } else if Self.isPeriod(cell.name) {
      periods.append(column)
    } else {
      unknown.append(column)
    }
  }

  private static func measure(_ name: String, _ names: PlanNames) -> Measure? {
    do throws(UnknownName) {
      return try names.measure(name, isAdvised: false)
    } catch {
      return nil
    }
  }

  /// Whether a name is a period, or a date that needs `--date-order` to be one.
  private static func isPeriod(_ name: String) -> Bool {
    do throws(PeriodFault) {
      _ = try PeriodReader.readAny(name)
      return true
    } catch {
      if case .ambiguous = error { return true }
      return false
    }
  }

  // MARK: Form

  private mutating func settleForm(
    _ header: [HeaderCell], file: String, options: ImportOptions, names: PlanNames
  ) {
    guard !isWithoutHeader(header) else {
      isReadable = false
      let start = header[0].location
      faults.append(
        Fault(
          start,
          "the first line must name the columns, but '\(header[0].name.excerpt)' is no column",
          hint: "begin the file with a line such as: period,measure,value"))
      return
    }
    let hasValue = [.value, .numerator].contains { (field: ImportField) in columns[field] != nil }
    if columns[.period] != nil {
      unknown += periods
      if hasValue || measures.isEmpty {
        unknown += measures.filter { !isMapped.contains($0.column) }.map(\.column)
        form = .long
      } else {
        chooseMeasures(options, file: file, names: names)
        refuse([.measure, .denominator], header, because: "the other columns name the measures")
      }
    } else if !periods.isEmpty {
      form = .byPeriod(periods)
      unknown += measures.map(\.column)
      refuse([.value, .numerator, .denominator], header, because: "the other columns are periods")
    }
    reportAbsent(header, file: file, options: options, names: names, hasValue: hasValue)
    reportUnknown(header, options: options, names: names)
    reportRepeatedMeasures(header)
    for (field, option, text) in [
      (ImportField.measure, "--measure", options.measure), (.site, "--site", options.site),
      (.stratum, "--stratum", options.stratum),
    ] {
      guard let text, let column = columns[field] else { continue }
      faults.append(
        Self.both("\(option) '\(text)'", "the column '\(header[column].name.excerpt)'", file))
    }
  }

  /// Takes the columns of all measures, or of the one that an option says.
  private mutating func chooseMeasures(_ options: ImportOptions, file: String, names: PlanNames) {
    guard let name = options.measure else {
      form = .byMeasure(measures)
      return
    }
    let chosen = measures.filter { $0.measure.id == Self.measure(name, names)?.id }
    if chosen.isEmpty {
      faults.append(Self.both("--measure '\(name)'", "columns that name other measures", file))
    } else {
      unknown += measures.map(\.column).filter { column in !chosen.contains { $0.column == column }
      }
    }
    form = .byMeasure(chosen.isEmpty ? measures : chosen)
  }

  /// Whether no column at all has a name that means something.
  private func isWithoutHeader(_ header: [HeaderCell]) -> Bool {
    columns.isEmpty && measures.isEmpty && isMapped.isEmpty && !unknown.isEmpty
      && periods.count <= 1
  }

  private static func both(_ option: String, _ other: String, _ file: String) -> Fault {
    Fault(
      SourceLocation(whole: file), "\(option) and \(other) cannot both be used",
      hint: "leave the option out, or the column with --ignore-column")
  }

  private mutating func refuse(
    _ fields: [ImportField], _ header: [HeaderCell], because reason: String
  ) {
    for field in fields {
      guard let column = columns[field] else { continue }
      faults.append(
        Fault(
          header[column].location,
          "column \(column + 1) '\(header[column].name.excerpt)' has no use here, since \(reason)",
          hint: "leave it out with --ignore-column '\(header[column].name.excerpt)'"))
    }
  }

  private mutating func reportUnknown(
    _ header: [HeaderCell], options: ImportOptions, names: PlanNames
  ) {
    let fields = ImportField.allCases.filter { columns[$0] == nil }.map(\.rawValue)
    for column in unknown.sorted() {
      let cell = header[column]
      if let field = ImportField(rawValue: cell.folded), columns[field] != nil {
        continue
      }
      let suggestion = Suggestion.clause(for: cell.name, in: fields + names.measureIDs)
      faults.append(
        Fault(
          cell.location, "column \(column + 1) '\(cell.name.excerpt)' is not known\(suggestion)",
          hint:
            "say what it holds with --column FIELD=\(Self.quoted(cell.name)), or leave it out with "
            + "--ignore-column \(Self.quoted(cell.name))"))
    }
  }

  private mutating func reportAbsent(
    _ header: [HeaderCell], file: String, options: ImportOptions, names: PlanNames, hasValue: Bool
  ) {
    let whole = header.first?.location ?? SourceLocation(whole: file)
    if columns[.period] == nil, periods.isEmpty {
      isReadable = false
      let datelike = ["date", "day", "week", "month", "quarter", "year", "reportingperiod", "time"]
      let likely = unknown.first { datelike.contains(header[$0].folded) }
      unknown.removeAll { $0 == likely }
      let clause = likely.map { "; is it column \($0 + 1) '\(header[$0].name)'?" } ?? ""
      faults.append(
        Fault(
          likely.map { header[$0].location } ?? whole, "no column holds the period\(clause)",
          hint: "name one 'period', or say which it is: --column period="
            + (likely.map { Self.quoted(header[$0].name) } ?? "COLUMN")))
    } else if form == .long, !hasValue {
      isReadable = false
      faults.append(
        Fault(
          whole, "no column holds the value",
          hint: "name one 'value' (or 'numerator' and 'denominator'), or say which it is: "
            + "--column value=COLUMN"))
    }
    if case .byMeasure = form { return }
    guard columns[.measure] == nil, options.measure == nil else { return }
    let ids = names.measureIDs
    faults.append(
      Fault(
        whole, "nothing says which measure the values belong to",
        hint: "add a column 'measure', or say --measure \(ids.count == 1 ? ids[0] : "ID")"))
  }

  private mutating func reportRepeatedMeasures(_ header: [HeaderCell]) {
    guard case .byMeasure(let columns) = form else { return }
    var first: [Measure.ID: Int] = [:]
    for item in columns.sorted(by: { $0.column < $1.column }) {
      if let other = first[item.measure.id] {
        faults.append(
          Fault(
            header[item.column].location,
            "column \(item.column + 1) '\(header[item.column].name.excerpt)' holds \(item.measure.id), as "
              + "column \(other + 1) does already",
            hint: "leave one of them out with --ignore-column"))
      } else {
        first[item.measure.id] = item.column
      }
    }
  }

  /// A name as a shell takes it.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy {
      $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".")
    }
    // A name that cannot be pasted is better left to the reader.
    guard name.count <= 50, !name.contains("'") else { return "COLUMN" }
    return isPlain ? name : "'\(name)'"
  }
}
