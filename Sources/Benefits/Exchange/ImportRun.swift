import BenefitsModel

/// The reading of one import file, row after row.
///
/// What most cells hold – a name that was met before, a plain number – is read from the bytes. Every other
/// cell becomes a text, which is read by the rules that say what is wrong with it.
struct ImportRun {
  let names: PlanNames
  let plan: Plan
  let layout: ImportLayout
  let options: ImportOptions
  private let asOf: Day
  let file: String
  var reading = ImportReading()
  var rows = RowCollector()

  /// What options say of all rows.
  var fixed: FixedNames
  /// The measures that were met, each with its reader and the periods that were read.
  private(set) var lanes: [MeasureLane] = []
  private var rules: [PlainNumberRule] = []
  private var laneOf: [Measure.ID: Int] = [:]
  /// The sites and strata that were met.
  private var sites = MetNames<Site.ID>()
  private var strata = MetNames<Stratum.ID>()
  /// The series that were met, with their lanes.
  private(set) var series: [(name: Series, lane: Int)] = []
  private var seriesOf: [SeriesKey: Int] = [:]
  private var lastSeries: (key: SeriesKey, index: Int)?
  /// The names in the columns of measures, sites and strata.
  var measureNames = NameColumn(field: .measure)
  var siteNames = NameColumn(field: .site)
  var stratumNames = NameColumn(field: .stratum)
  private var periodNames = NameIndex()
  /// The notes of rows that have one, by their places.
  var notes: [CompactRow.Place: String] = [:]
  private var said: Set<String> = []

  let columns: FieldColumns
  private let isPlain: Bool

  /// What options say of all rows, as numbers of what was met.
  struct FixedNames {
    var measure: Int?
    var site = 0
    var stratum = 0
  }

  /// One measure of the file.
  struct MeasureLane {
    let reader: MeasurementReader
    /// The first day of the period of each text in the column of periods; `unread` or `wrong` where there is none.
    var days: [Int32] = []
    var faults: [Int: CellFault] = [:]

    static let unread = Int32.max
    static let wrong = Int32.min

    var measure: Measure { reader.measure }
  }

  private struct SeriesKey: Hashable {
    let lane: Int
    let site: Int
    let stratum: Int
  }

  /// The columns of the fields.
  struct FieldColumns {
    let period, measure, site, stratum, state, note: Int?
    let values: ValueColumns

    init(_ columns: [ImportField: Int]) {
      period = columns[.period]
      measure = columns[.measure]
      site = columns[.site]
      stratum = columns[.stratum]
      state = columns[.state]
      note = columns[.note]
      values = ValueColumns(
        value: columns[.value], numerator: columns[.numerator], denominator: columns[.denominator])
    }
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
    columns = FieldColumns(layout.columns)
    isPlain = MeasurementReader.readsPlainNumbers(options)
    fixed = FixedNames()
    fixed.site = sites.index(of: Site.ID(plan.programme.id))
    fixed.stratum = strata.index(of: .all)
    resolveOptions()
  }

  private mutating func resolveOptions() {
    do throws(UnknownName) {
      if let name = options.measure { fixed.measure = lane(of: try names.measure(name)) }
    } catch {
      reading.faults.append(Fault("--measure: \(error)"))
    }
    do throws(UnknownName) {
      if let name = options.site { fixed.site = sites.index(of: try names.site(name).id) }
    } catch {
      reading.faults.append(Fault("--site: \(error)"))
    }
    do throws(UnknownName) {
      if let name = options.stratum {
        fixed.stratum = strata.index(of: try names.stratum(name).id)
      }
    } catch {
      reading.faults.append(Fault("--stratum: \(error)"))
    }
    if options.isComplement, let measure = fixed.measure.map({ lanes[$0].measure }),
      measure.kind != .proportion
    {
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
      guard let lane = measure(table), let column = columns.period else { return }
      let day = day(table, column, of: lane)
      let value = columns.values.value ?? columns.values.numerator ?? column
      record(columns.values, lane, site, stratum, day, column: value, table)
    case .byMeasure(let measures):
      guard let periodColumn = columns.period else { return }
      for item in measures {
        let lane = lane(of: item.measure)
        guard !countIfMissing(item.column, lane, table) else { continue }
        let day = day(table, periodColumn, of: lane)
        record(
          ValueColumns(value: item.column), lane, site, stratum, day, column: item.column, table)
      }
    case .byPeriod(let periods):
      guard let lane = measure(table) else { return }
      for column in periods {
        guard !countIfMissing(column, lane, table) else { continue }
        let day = day(ofColumn: column, table, of: lane)
        record(ValueColumns(value: column), lane, site, stratum, day, column: column, table)
      }
    }
  }

  /// Counts a cell of a wide table that says that there are no data, whatever its period.
  private mutating func countIfMissing(_ column: Int, _ lane: Int, _ table: CSVTable) -> Bool {
    if isPlain, table.plainNumber(column) != nil { return false }
    guard lanes[lane].reader.isMissing(table.text(column)) else { return false }
    reading.missingCount += 1
    return true
  }

  private mutating func record(
    _ values: ValueColumns, _ lane: Int, _ site: Int?, _ stratum: Int?, _ day: Int32?, column: Int,
    _ table: CSVTable
  ) {
    guard isPlain, let site, let stratum, let day, table.isEmpty(columns.state),
      let numbers = rules[lane].read(values, in: table)
    else { return recordTexts(values, lane, site, stratum, day, column: column, table) }
    let note = columns.note.flatMap { table.isEmpty($0) ? nil : table.text($0) }
    keep(
      CompactRow(
        series: series(lane, site, stratum), day: day, number: numbers.number,
        denominator: numbers.denominator, state: options.state, hasNote: note != nil,
        place: table.place(column)), note: note)
  }

  /// Records a measurement of any cells, or reports what is wrong with them.
  private mutating func recordTexts(
    _ values: ValueColumns, _ lane: Int, _ site: Int?, _ stratum: Int?, _ day: Int32?, column: Int,
    _ table: CSVTable
  ) {
    let text = { (column: Int?) in column.map(table.text) }
    let cells = MeasurementCells(
      value: text(values.value), numerator: text(values.numerator),
      denominator: text(values.denominator), state: text(columns.state), note: text(columns.note))
    let reader = lanes[lane].reader
    var faults: [(ImportField, CellFault)] = []
    let period = day.map { self.period($0, reader.measure) }
    let result = reader.read(cells, period: period, faults: &faults)
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
      guard let site, let stratum, let day else { return }
      keep(
        CompactRow(
          series: series(lane, site, stratum), day: day, number: measurement.number ?? .nan,
          denominator: measurement.denominator ?? .nan, state: measurement.state,
          hasNote: measurement.note != nil, place: table.place(column)), note: measurement.note)
    case nil: break
    }
  }

  private mutating func keep(_ row: CompactRow, note: String?) {
    if let note { notes[row.place] = note }
    if let first = rows.add(row) { report(row, repeating: first) }
  }

  /// Hands on the rows so far, series after series.
  mutating func handOn<Failure: Error>(
    _ body: (ImportBlock) throws(Failure) -> Void
  ) throws(Failure) {
    var rows = RowCollector()
    swap(&rows, &self.rows)
    defer { swap(&rows, &self.rows) }
    try rows.handOn { event throws(Failure) in
      switch event {
      case .repeated(let row, let first): report(row, repeating: first)
      case .series(let index, let found):
        guard layout.faults.isEmpty else { return }
        try body(block(found, of: index))
      }
    }
  }

  private func block(_ rows: [CompactRow], of index: Int) -> ImportBlock {
    ImportBlock(
      series: series[index].name, measure: lanes[series[index].lane].measure,
      isOfSoundFile: reading.faults.isEmpty, rows: rows,
      notes: notes, file: file, yearStart: plan.calendar.yearStarts)
  }

  /// Reports that the file has a series and period twice.
  private mutating func report(_ row: CompactRow, repeating first: CompactRow) {
    // Where the columns are in doubt, so is the series.
    guard layout.faults.isEmpty else { return }
    let block = block([], of: row.series)
    let measure = block.measure
    let (before, again) = (block.row(first), block.row(row))
    let subject = "\(again.measurement.period) of \(block.series)"
    let place =
      before.location.line == again.location.line
      ? "column \(before.location.column) of this line" : "line \(before.location.line)"
    if before.measurement == again.measurement {
      reading.warnings.append(
        Fault(again.location, "\(subject) is on \(place) too, with the same value; it counts once"))
    } else {
      reading.faults.append(
        Fault(
          again.location,
          "\(subject) is on \(place) too: \(asWritten(before.measurement, measure)) there, "
            + "\(asWritten(again.measurement, measure)) here",
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

  // MARK: Series and periods

  /// Returns the lane of a measure.
  mutating func lane(of measure: Measure) -> Int {
    if let lane = laneOf[measure.id] { return lane }
    laneOf[measure.id] = lanes.count
    let reader = MeasurementReader(
      measure: measure, calendar: plan.calendar, options: options, asOf: asOf)
    lanes.append(MeasureLane(reader: reader))
    rules.append(reader.plainRule)
    return lanes.count - 1
  }

  /// Returns the number of a site.
  mutating func number(of site: Site.ID) -> Int { sites.index(of: site) }

  /// Returns the number of a stratum.
  mutating func number(of stratum: Stratum.ID) -> Int { strata.index(of: stratum) }

  private mutating func series(_ lane: Int, _ site: Int, _ stratum: Int) -> Int {
    let key = SeriesKey(lane: lane, site: site, stratum: stratum)
    if let lastSeries, lastSeries.key == key { return lastSeries.index }
    let index: Int
    if let known = seriesOf[key] {
      index = known
    } else {
      index = series.count
      seriesOf[key] = index
      series.append(
        (
          Series(measure: lanes[lane].measure.id, site: sites[site], stratum: strata[stratum]), lane
        ))
    }
    lastSeries = (key, index)
    return index
  }

  private func period(_ day: Int32, _ measure: Measure) -> Period {
    Period(
      measure.frequency.kind, containing: Day(epochDay: Int(day)),
      yearStart: plan.calendar.yearStarts)
  }

  /// Reads the period in a cell of the current row.
  private mutating func day(_ table: CSVTable, _ column: Int, of lane: Int) -> Int32? {
    let name = table.index(column, in: &periodNames)
    if name < lanes[lane].days.count, let day = known(name, lane) { return day }
    return day(
      name, of: lane, at: table.location(column), in: table.cellName(column)
    ) { table.text(column) }
  }

  /// Reads the period that a column is named for.
  private mutating func day(
    ofColumn column: Int, _ table: CSVTable, of lane: Int
  ) -> Int32? {
    let text = Array(table.header[column].name.utf8)
    let name = periodNames.index(of: text.span)
    if name < lanes[lane].days.count, let day = known(name, lane) { return day }
    return day(
      name, of: lane, at: table.header[column].location, in: "column \(column + 1)"
    ) { table.header[column].name }
  }

  private func known(_ name: Int, _ lane: Int) -> Int32? {
    let day = lanes[lane].days[name]
    return day == MeasureLane.unread || day == MeasureLane.wrong ? nil : day
  }

  private mutating func day(
    _ name: Int, of lane: Int, at location: SourceLocation, in cell: String, text: () -> String
  ) -> Int32? {
    while lanes[lane].days.count <= name { lanes[lane].days.append(MeasureLane.unread) }
    if lanes[lane].days[name] == MeasureLane.unread {
      do throws(CellFault) {
        let period = try lanes[lane].reader.period(text())
        let day = Int32(truncatingIfNeeded: period.first.epochDay)
        lanes[lane].days[name] = day
        return day
      } catch {
        lanes[lane].days[name] = MeasureLane.wrong
        lanes[lane].faults[name] = error
      }
    }
    guard let fault = lanes[lane].faults[name] else { return nil }
    // Several measures of one row, or several rows of one header, share the fault.
    sayOnce(Fault(location, "\(cell): \(fault.message)", hint: fault.hint))
    return nil
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
    for column in [measureNames, siteNames, stratumNames] { reading.faults += column.faults }
    if reading.faults.isEmpty, reading.rowCount == 0 {
      reading.faults.append(
        Fault(SourceLocation(whole: file), "the file has a header, but no rows of data"))
    }
    reading.sort()
    return reading
  }
}

/// Identifiers by the numbers in which they were met.
private struct MetNames<ID: Hashable> {
  private var ids: [ID] = []
  private var indices: [ID: Int] = [:]

  subscript(index: Int) -> ID { ids[index] }

  mutating func index(of id: ID) -> Int {
    if let index = indices[id] { return index }
    indices[id] = ids.count
    ids.append(id)
    return ids.count - 1
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
