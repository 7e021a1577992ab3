import BenefitsModel

/// Reads periods and measurements of one measure as the measure defines them.
struct MeasurementReader {
  /// The measure.
  let measure: Measure
  private let periods: PeriodReader
  let options: ImportOptions
  private let asOf: Day

  init(measure: Measure, calendar: WorkingCalendar, options: ImportOptions, asOf: Day) {
    self.measure = measure
    self.options = options
    self.asOf = asOf
    periods = PeriodReader(
      kind: measure.frequency.kind, yearStart: calendar.yearStarts, dateOrder: options.dateOrder,
      acceptsDateInPeriod: options.acceptsDateInPeriod)
  }

  // MARK: Periods

  /// Reads a period of the measure that is complete and measured.
  func period(_ text: String) throws(CellFault) -> Period {
    let period: Period
    do throws(PeriodFault) {
      period = try periods.read(text)
    } catch {
      if case .dayInsidePeriod = error {
        throw CellFault(
          error.description, hint: "run again with --date-in-period to take any day for its period")
      }
      throw CellFault(error.description)
    }
    let frequency = measure.frequency
    guard period >= frequency.from else {
      throw CellFault("\(period) is before \(frequency.from), the first period of \(measure.id)")
    }
    guard frequency.isMeasured(period) else {
      let past = frequency.from.distance(to: period) % frequency.interval
      let before = period.advanced(by: -past)
      throw CellFault(
        "\(period) is no period of \(measure.id), which is taken every \(frequency.interval) "
          + "\(frequency.kind.rawValue)s; the nearest are \(before) and "
          + "\(before.advanced(by: frequency.interval))")
    }
    guard period.first <= asOf else {
      throw CellFault("\(period) is in the future; it is \(asOf.spoken)")
    }
    // Events are recorded as they happen; everything else counts a whole period.
    guard period.end <= asOf || measure.kind == .event else {
      throw CellFault(
        "\(period) is not complete: it ends on \(period.last.spoken), and it is \(asOf.spoken)")
    }
    return period
  }

  // MARK: Measurements

  /// Reads one measurement; faults are added to a list, each with the field it belongs to.
  func read(
    _ cells: MeasurementCells, period: Period?, faults: inout [(ImportField, CellFault)]
  ) -> CellReading? {
    let faultsBefore = faults.count
    let state = state(cells, faults: &faults)
    let note = cells.note.flatMap { $0.isEmpty ? nil : $0 }
    let numbers: Numbers?
    if state == .suppressed {
      numbers = suppressed(cells, faults: &faults)
    } else if isMissing(cells) {
      return faults.count == faultsBefore ? .missing : nil
    } else {
      numbers =
        measure.kind.isRatio
        ? ratio(cells, faults: &faults) : single(cells, faults: &faults)
    }
    guard let numbers, let period, let state, faults.count == faultsBefore else { return nil }
    return .measurement(
      Measurement(
        period: period, number: numbers.number, denominator: numbers.denominator, state: state,
        note: note))
  }

  /// The numbers of one measurement.
  struct Numbers {
    var number: Double?
    var denominator: Double?
  }

  /// Whether a cell says that there are no data.
  func isMissing(_ text: String?) -> Bool {
    guard let text else { return false }
    if text.isEmpty { return options.treatsBlankAsMissing }
    let folded = text.asciiLowercased()
    return options.missing.contains { $0.trimmed().asciiLowercased() == folded }
  }

  private func isMissing(_ cells: MeasurementCells) -> Bool {
    guard measure.kind.isRatio else { return isMissing(cells.value) }
    if let numerator = cells.numerator, let denominator = cells.denominator,
      !numerator.isEmpty || !denominator.isEmpty
    {
      return isMissing(numerator)
    }
    let given = [cells.value, cells.numerator, cells.denominator].compactMap(\.self)
    return !given.isEmpty && given.allSatisfy(isMissing)
  }

  private func state(
    _ cells: MeasurementCells, faults: inout [(ImportField, CellFault)]
  ) -> MeasurementState? {
    let isSuppressed = { (text: String?) in text?.asciiLowercased() == "suppressed" }
    if isSuppressed(cells.value) || isSuppressed(cells.numerator) { return .suppressed }
    guard let text = cells.state, !text.isEmpty else { return options.state }
    let folded = text.asciiLowercased()
    if let state = MeasurementState(rawValue: folded), state != .withdrawn { return state }
    if folded == "withdrawn" || folded == "excluded" {
      let command = folded == "withdrawn" ? "withdraw" : "exclude"
      faults.append(
        (.state, CellFault("'\(text.excerpt)' needs a reason; use benefits-cli \(command) for it")))
      return nil
    }
    let states = MeasurementState.allCases.map(\.rawValue).filter { $0 != "withdrawn" }
    let suggestion = Suggestion.clause(for: text, in: states)
    let expected = suggestion.isEmpty ? "; write \(states.joined(separator: ", "))" : suggestion
    faults.append((.state, CellFault("'\(text.excerpt)' is not a state\(expected)")))
    return nil
  }
}
