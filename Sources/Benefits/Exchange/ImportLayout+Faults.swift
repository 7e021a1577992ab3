import BenefitsModel

/// What is wrong with the columns of an import file, and what to do about it.
extension ImportLayout {
  static func both(_ option: String, _ other: String, _ file: String) -> Fault {
    Fault(
      SourceLocation(whole: file), "\(option) and \(other) cannot both be used",
      hint: "leave the option out, or the column with --ignore-column")
  }

  mutating func refuse(
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

  mutating func reportUnknown(
    _ header: [HeaderCell], options: ImportOptions, names: PlanNames, hasValue: Bool
  ) {
    let fields = ImportField.allCases.filter { columns[$0] == nil }.map(\.rawValue)
    // Only where as many columns are left as a value needs is it worth saying which could be which.
    var wanted = form == .long && !hasValue ? Self.valueFields(options, names) : []
    if wanted.count != unknown.count { wanted = [] }
    // What FIELD stands for is said once.
    var isExplained = false
    for column in unknown.sorted() {
      let cell = header[column]
      if let field = ImportField(rawValue: cell.folded), columns[field] != nil {
        continue
      }
      let name = Self.quoted(cell.name)
      if Self.measure(cell.name, names) != nil {
        faults.append(
          Fault(
            cell.location,
            "column \(column + 1) '\(cell.name.excerpt)' names a measure, but \(otherValues(header))",
            hint: "leave it out with --ignore-column \(name)"))
        continue
      }
      if let id = names.measureID(titled: cell.name) {
        faults.append(
          Fault(
            cell.location,
            "column \(column + 1) '\(cell.name.excerpt)' is not known; that is the title of '\(id)'",
            hint: "say that it holds that measure with --column \(id)=\(name)"))
        continue
      }
      let suggestion =
        wanted.isEmpty ? Suggestion.clause(for: cell.name, in: fields + names.measureIDs) : ""
      let likely =
        wanted.isEmpty
        ? Suggestion.names(near: cell.name, in: fields).first : wanted.removeFirst().rawValue
      let field = likely ?? "FIELD"
      let known =
        likely == nil && !isExplained ? " (FIELD is \(fields.joined(separator: ", ")))" : ""
      isExplained = isExplained || likely == nil
      faults.append(
        Fault(
          cell.location, "column \(column + 1) '\(cell.name.excerpt)' is not known\(suggestion)",
          hint: "say what it holds with --column \(field)=\(name)\(known), or leave it out with "
            + "--ignore-column \(name)"))
    }
  }

  /// Where the values stand, when they do not stand in columns that are named for their measures.
  private func otherValues(_ header: [HeaderCell]) -> String {
    switch form {
    case .byPeriod: return "the other columns are periods"
    case .byMeasure: return "--measure says another"
    case .long:
      let column = columns[.value] ?? columns[.numerator]
      return
        "column \(column.map { "\($0 + 1) '\(header[$0].name.excerpt)'" } ?? "") holds the values"
    }
  }

  /// The fields that a value needs, of the measure that the options say.
  private static func valueFields(_ options: ImportOptions, _ names: PlanNames) -> [ImportField] {
    guard let name = options.measure, measure(name, names)?.kind.isRatio == true else {
      return [.value]
    }
    return [.numerator, .denominator]
  }

  mutating func reportAbsent(
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
    }
    if case .byMeasure = form { return }
    // A column that is the title of a measure says both, once its fault is mended.
    if form == .long, !hasValue,
      unknown.contains(where: { names.measureID(titled: header[$0].name) != nil })
    {
      isReadable = false
      return
    }
    if form == .long, !hasValue {
      isReadable = false
      reportNoValue(header, at: whole, fields: Self.valueFields(options, names))
    }
    guard columns[.measure] == nil, options.measure == nil else { return }
    let ids = names.measureIDs
    faults.append(
      Fault(
        whole, "nothing says which measure the values belong to",
        hint: "add a column 'measure', or say --measure \(ids.count == 1 ? ids[0] : "ID")"))
  }

  private mutating func reportNoValue(
    _ header: [HeaderCell], at location: SourceLocation, fields: [ImportField]
  ) {
    let candidates = unknown.sorted().map { Self.quoted(header[$0].name) }
    let options = fields.enumerated().map { index, field in
      "--column \(field.rawValue)=\(candidates.count == fields.count ? candidates[index] : "COLUMN")"
    }
    let name =
      fields.count > 1
      ? "name two 'numerator' and 'denominator'"
      : "name one 'value' (or 'numerator' and 'denominator')"
    faults.append(
      Fault(
        location, "no column holds the \(fields.count > 1 ? "numerator" : "value")",
        hint: "\(name), or say which: \(options.joined(separator: " "))"))
  }

  mutating func reportRepeatedMeasures(_ header: [HeaderCell]) {
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
