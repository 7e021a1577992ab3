import BenefitsModel

/// The reading of one import file, row after row.
struct ImportRun {
  let names: PlanNames
  private let plan: Plan
  let layout: ImportLayout
  let options: ImportOptions
  private let asOf: Day
  private let file: String
  private var reading = ImportReading()

  var fixed: FixedNames
  private var readers: [Measure.ID: MeasurementReader] = [:]
  private var periods: [PeriodKey: Result<Period, CellFault>] = [:]
  var found: [FoundName: Resolved] = [:]
  var unknown: [FoundName: UnknownUse] = [:]
  private var firstRows: [RowKey: Int] = [:]
  private var said: Set<String> = []

  /// What options say of all rows.
  struct FixedNames {
    var measure: Measure?
    var site: Site.ID
    var stratum: Stratum.ID = .all
  }

  private struct PeriodKey: Hashable {
    let measure: Measure.ID
    let text: String
  }

  struct FoundName: Hashable {
    let field: ImportField
    let text: String
  }

  enum Resolved {
    case measure(Measure)
    case site(Site.ID)
    case stratum(Stratum.ID)
    case unknown
  }

  struct UnknownUse {
    let location: SourceLocation
    let message: String
    var count: Int
  }

  private struct RowKey: Hashable {
    let series: Series
    let period: Period
  }

  init(
    plan: Plan, names: PlanNames, layout: ImportLayout, options: ImportOptions, asOf: Day,
    file: String
  ) {
    self.plan = plan
    self.names = names
    self.layout = layout
    self.options = options
    self.asOf = asOf
    self.file = file
    fixed = FixedNames(site: Site.ID(plan.programme.id))
    resolveOptions()
  }

  private mutating func resolveOptions() {
    do throws(UnknownName) {
      if let name = options.measure { fixed.measure = try names.measure(name) }
    } catch {
      reading.faults.append(Fault("--measure: \(error)"))
    }
    do throws(UnknownName) {
      if let name = options.site { fixed.site = try names.site(name).id }
    } catch {
      reading.faults.append(Fault("--site: \(error)"))
    }
    do throws(UnknownName) {
      if let name = options.stratum { fixed.stratum = try names.stratum(name).id }
    } catch {
      reading.faults.append(Fault("--stratum: \(error)"))
    }
    if options.isComplement, let measure = fixed.measure, measure.kind != .proportion {
      reading.faults.append(
        Fault("--complement is for proportions, but \(measure.id) is a \(measure.kind.rawValue)"))
    }
  }

  // MARK: Rows

  /// Reads the current row of a table.
  mutating func read(_ table: CSVTable) {
    for column in layout.unnamed where !table.isEmpty(column) {
      sayOnce(
        Fault(
          table.location(column), "column \(column + 1) has no name, but this cell is not empty",
          hint: "give the column a name in the first line"))
    }
    let site = site(table)
    let stratum = stratum(table)
    switch layout.form {
    case .long:
      guard let measure = measure(table) else { return }
      let cells = MeasurementCells(
        value: text(.value, table), numerator: text(.numerator, table),
        denominator: text(.denominator, table), state: text(.state, table),
        note: text(.note, table))
      guard let column = layout.columns[.period] else { return }
      let period = period(
        table.text(column), of: measure, at: table.location(column), in: table.cellName(column))
      let value = layout.columns[.value] ?? layout.columns[.numerator] ?? column
      record(cells, measure, site, stratum, period, column: value, table)
    case .byMeasure(let columns):
      guard let periodColumn = layout.columns[.period] else { return }
      let (state, note) = (text(.state, table), text(.note, table))
      for item in columns {
        let cells = MeasurementCells(value: table.text(item.column), state: state, note: note)
        guard !countIfMissing(cells, item.measure) else { continue }
        let period = period(
          table.text(periodColumn), of: item.measure, at: table.location(periodColumn),
          in: table.cellName(periodColumn))
        record(cells, item.measure, site, stratum, period, column: item.column, table)
      }
    case .byPeriod(let columns):
      guard let measure = measure(table) else { return }
      let (state, note) = (text(.state, table), text(.note, table))
      for column in columns {
        let cells = MeasurementCells(value: table.text(column), state: state, note: note)
        guard !countIfMissing(cells, measure) else { continue }
        let period = period(
          table.header[column].name, of: measure, at: table.header[column].location,
          in: "column \(column + 1)")
        record(cells, measure, site, stratum, period, column: column, table)
      }
    }
  }

  private func text(_ field: ImportField, _ table: CSVTable) -> String? {
    layout.columns[field].map(table.text)
  }

  /// Counts a cell of a wide table that says that there are no data, whatever its period.
  private mutating func countIfMissing(_ cells: MeasurementCells, _ measure: Measure) -> Bool {
    guard reader(of: measure).isMissing(cells.value) else { return false }
    reading.missingCount += 1
    return true
  }

  private mutating func record(
    _ cells: MeasurementCells, _ measure: Measure, _ site: Site.ID?, _ stratum: Stratum.ID?,
    _ period: Period?, column: Int, _ table: CSVTable
  ) {
    var faults: [(ImportField, CellFault)] = []
    let result = reader(of: measure).read(cells, period: period, faults: &faults)
    for (field, fault) in faults {
      let place = layout.form == .long || field == .state ? layout.columns[field] ?? column : column
      let text = "\(table.cellName(place)): \(fault.message)"
      if fault.isOfColumns {
        sayOnce(Fault(table.header[place].location, fault.message, hint: fault.hint))
      } else {
        reading.faults.append(Fault(table.location(place), text, hint: fault.hint))
      }
    }
    switch result {
    case .missing: reading.missingCount += 1
    case .measurement(let measurement):
      guard let site, let stratum else { return }
      let series = Series(measure: measure.id, site: site, stratum: stratum)
      keep(
        ImportRow(series: series, measurement: measurement, location: table.location(column)),
        measure)
    case nil: break
    }
  }

  /// Keeps a row unless the file has the same series and period already.
  private mutating func keep(_ row: ImportRow, _ measure: Measure) {
    let key = RowKey(series: row.series, period: row.measurement.period)
    guard let index = firstRows[key] else {
      firstRows[key] = reading.rows.count
      reading.rows.append(row)
      return
    }
    // Where the columns are in doubt, so is the series.
    guard layout.faults.isEmpty else { return }
    let first = reading.rows[index]
    let subject = "\(row.measurement.period) of \(row.series)"
    let place =
      first.location.line == row.location.line
      ? "column \(first.location.column) of this line" : "line \(first.location.line)"
    if first.measurement == row.measurement {
      reading.warnings.append(
        Fault(row.location, "\(subject) is on \(place) too, with the same value; it counts once"))
    } else {
      reading.faults.append(
        Fault(
          row.location,
          "\(subject) is on \(place) too: \(asWritten(first.measurement, measure)) there, "
            + "\(asWritten(row.measurement, measure)) here",
          hint: "keep the row that is right"))
    }
  }

  /// The number as the file has it, before a numerator of failures was turned round.
  private func asWritten(_ measurement: Measurement, _ measure: Measure) -> String {
    var measurement = measurement
    if options.isComplement, let number = measurement.number, let whole = measurement.denominator {
      measurement.number = whole - number
    }
    return measurement.text(of: measure)
  }

  // MARK: Periods

  private mutating func reader(of measure: Measure) -> MeasurementReader {
    if let reader = readers[measure.id] { return reader }
    let reader = MeasurementReader(
      measure: measure, calendar: plan.calendar, options: options, asOf: asOf)
    readers[measure.id] = reader
    return reader
  }

  private mutating func period(
    _ text: String, of measure: Measure, at location: SourceLocation, in cell: String
  ) -> Period? {
    let key = PeriodKey(measure: measure.id, text: text)
    let result: Result<Period, CellFault>
    if let known = periods[key] {
      result = known
    } else {
      do throws(CellFault) {
        result = .success(try reader(of: measure).period(text))
      } catch {
        result = .failure(error)
      }
      periods[key] = result
    }
    switch result {
    case .success(let period): return period
    case .failure(let fault):
      // Several measures of one row, or several rows of one header, share the fault.
      sayOnce(Fault(location, "\(cell): \(fault.message)", hint: fault.hint))
      return nil
    }
  }

  /// Reports a fault that would be the same in many rows, for the first of them.
  mutating func sayOnce(_ fault: Fault, as key: String? = nil) {
    if said.insert(key ?? fault.description).inserted { reading.faults.append(fault) }
  }

  // MARK: The end

  /// Returns what was read, with the faults of the table and of the names in the order of the file.
  consuming func finish(_ table: CSVTable) -> ImportReading {
    reading.rowCount = table.rowCount
    reading.faults += table.faults + layout.faults
    for (name, use) in unknown {
      let others = use.count > 1 ? " (in \(use.count) rows, of which this is the first)" : ""
      let plural = name.field == .stratum ? "strata" : "\(name.field.rawValue)s"
      reading.faults.append(
        Fault(
          use.location, use.message + others,
          hint: name.text.isEmpty ? nil : "correct the name, or add it to '\(plural)' in the plan"))
    }
    if reading.faults.isEmpty, reading.rowCount == 0 {
      reading.faults.append(
        Fault(SourceLocation(whole: file), "the file has a header, but no rows of data"))
    }
    if !layout.faults.isEmpty { reading.rows = [] }
    reading.sort()
    return reading
  }
}

extension Measurement {
  /// The number for a message: `3.1`, `212/260`, `7.4 (n 42)` or `suppressed`.
  func text(of measure: Measure?) -> String {
    guard let number else { return state.rawValue }
    let text = Numeral.shortest(number)
    guard let denominator else { return text }
    let below = Numeral.shortest(denominator)
    return measure?.kind.isRatio ?? true ? "\(text)/\(below)" : "\(text) (n \(below))"
  }
}
