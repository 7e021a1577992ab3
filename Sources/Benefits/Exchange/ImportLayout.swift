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
  var form: Form = .long
  /// The columns of the fields.
  private(set) var columns: [ImportField: Int] = [:]
  /// The columns without a name, which must hold nothing.
  private(set) var unnamed: [Int] = []
  /// Whether the rows can be checked, though there may be faults.
  var isReadable = true
  /// What is wrong with the header and the options that speak of it.
  var faults: [Fault] = []

  /// The columns whose names are measures, or that were said to hold one.
  private(set) var measures: [MeasureColumn] = []
  /// The columns whose names are periods.
  private(set) var periods: [Int] = []
  /// The columns that nothing is known to read from.
  var unknown: [Int] = []
  private var isMapped: Set<Int> = []

  /// Finds out what the columns hold; without faults the form can be read.
  init(header: [HeaderCell], file: String, options: ImportOptions, names: PlanNames) {
    let ignored = applyIgnored(header, file: file, options: options)
    applyChoices(header, file: file, options: options, names: names)
    for (column, cell) in header.enumerated()
    where !ignored.contains(column) && !isMapped.contains(column) {
      place(cell, column, header, names: names)
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

  private mutating func place(
    _ cell: HeaderCell, _ column: Int, _ header: [HeaderCell], names: PlanNames
  ) {
    if cell.name.isEmpty {
      unnamed.append(column)
    } else if let field = ImportField(rawValue: cell.folded) {
      if let other = columns[field] {
        faults.append(
          Fault(
            cell.location,
            "column \(column + 1) '\(cell.name.excerpt)' holds the \(field.rawValue), as column "
              + "\(other + 1) does already",
            hint: header[other].folded == cell.folded
              ? "give one of them another name, and leave it out with --ignore-column"
              : "leave one of them out with --ignore-column"))
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

  static func measure(_ name: String, _ names: PlanNames) -> Measure? {
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
    if columns[.period] == nil, !periods.isEmpty {
      form = .byPeriod(periods)
      unknown += measures.map(\.column)
      refuse([.value, .numerator, .denominator], header, because: "the other columns are periods")
    } else {
      unknown += periods
      if hasValue || measures.isEmpty {
        unknown += measures.filter { !isMapped.contains($0.column) }.map(\.column)
        form = .long
      } else {
        chooseMeasures(options, file: file, names: names)
        refuse([.measure, .denominator], header, because: "the other columns name the measures")
      }
    }
    reportAbsent(header, file: file, options: options, names: names, hasValue: hasValue)
    reportUnknown(header, options: options, names: names, hasValue: hasValue)
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

  /// Whether the first line holds data, or one title, where the names of the columns are expected.
  private func isWithoutHeader(_ header: [HeaderCell]) -> Bool {
    guard columns.isEmpty, isMapped.isEmpty, periods.count <= 1, !unknown.isEmpty else {
      return false
    }
    if unknown.contains(where: { CellNumber.isNumber(header[$0].name) }) { return true }
    return measures.isEmpty && (!periods.isEmpty || header.count == unnamed.count + 1)
  }
}
