import BenefitsModel

/// Why a cell, or what was typed, cannot be recorded.
struct CellFault: Error, Hashable {
  /// What was found and what was expected.
  var message: String
  /// What to do, where the message does not say it.
  var hint: String?
  /// Whether the fault lies in the columns of the file, so that it is the same in every row.
  var isOfColumns: Bool

  init(_ message: String, hint: String? = nil, isOfColumns: Bool = false) {
    self.message = message
    self.hint = hint
    self.isOfColumns = isOfColumns
  }
}

/// The texts of one measurement; `nil` where there is no column for it.
struct MeasurementCells {
  var value: String?
  var numerator: String?
  var denominator: String?
  var state: String?
  var note: String?
}

/// What the texts of one measurement say.
enum CellReading {
  /// A measurement.
  case measurement(Measurement)
  /// That there are no data.
  case missing
}

/// Reads periods and measurements of one measure as the measure defines them.
struct MeasurementReader {
  /// The measure.
  let measure: Measure
  private let periods: PeriodReader
  private let options: ImportOptions
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

  private struct Numbers {
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

  private func suppressed(
    _ cells: MeasurementCells, faults: inout [(ImportField, CellFault)]
  ) -> Numbers? {
    for (field, text) in [(ImportField.value, cells.value), (.numerator, cells.numerator)] {
      guard let text, !text.isEmpty, text.asciiLowercased() != "suppressed", !isMissing(text)
      else { continue }
      faults.append(
        (
          field,
          CellFault(
            "\"\(text.excerpt)\" is suppressed and must not be recorded; leave the cell blank")
        )
      )
    }
    guard let text = cells.denominator, !text.isEmpty, !isMissing(text),
      text.asciiLowercased() != "suppressed"
    else { return Numbers() }
    return number(text, .denominator, faults: &faults).map { Numbers(denominator: $0) }
  }

  /// Reads the number of a value, a count or an event.
  private func single(
    _ cells: MeasurementCells, faults: inout [(ImportField, CellFault)]
  ) -> Numbers? {
    if let numerator = cells.numerator, !numerator.isEmpty {
      faults.append(
        (
          .numerator,
          CellFault("\(measure.id) is a \(measure.kind.rawValue), which has no numerator")
        ))
      return nil
    }
    var numbers = Numbers()
    if let text = cells.denominator, !text.isEmpty {
      guard measure.kind == .value else {
        faults.append(
          (
            .denominator,
            CellFault("\(measure.id) is a \(measure.kind.rawValue), which has no denominator")
          ))
        return nil
      }
      numbers.denominator = positive(text, .denominator, faults: &faults)
    }
    guard let text = cells.value else {
      faults.append(
        (
          .period,
          CellFault(
            "\(measure.id) is a \(measure.kind.rawValue); the file has no column for its value",
            hint: "name the column: --column value=COLUMN", isOfColumns: true)
        ))
      return nil
    }
    guard !text.contains("/") || CellNumber.plain(text) != nil || !isFraction(text) else {
      faults.append(
        (
          .value,
          CellFault(
            "\"\(text.excerpt)\" is a numerator and a denominator, but \(measure.id) is a "
              + "\(measure.kind.rawValue); write one number")
        ))
      return nil
    }
    guard let number = number(text, .value, faults: &faults) else { return nil }
    numbers.number = number
    if measure.kind == .count || measure.kind == .event {
      let counted = measure.kind == .count ? "a count" : "a number of events"
      guard number >= 0, number == number.rounded(.towardZero) else {
        faults.append(
          (.value, CellFault("\"\(text.excerpt)\" is not \(counted): a whole number, 0 or more")))
        return nil
      }
    }
    return numbers
  }

  private func isFraction(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { CellNumber.isNumber(String($0).trimmed()) }
  }

  /// Reads the numerator and the denominator of a proportion or a rate.
  private func ratio(
    _ cells: MeasurementCells, faults: inout [(ImportField, CellFault)]
  ) -> Numbers? {
    let hasParts = !(cells.numerator ?? "").isEmpty || !(cells.denominator ?? "").isEmpty
    if hasParts || cells.value == nil {
      guard let numbers = parts(cells, faults: &faults) else { return nil }
      if let value = cells.value, !value.isEmpty, !isMissing(value) {
        check(value, against: numbers, faults: &faults)
      }
      return numbers
    }
    let text = cells.value ?? ""
    guard !text.isEmpty else {
      faults.append((.value, Self.blank))
      return nil
    }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      faults.append(
        (
          .value,
          CellFault(
            "\"\(text.excerpt)\" is one number, but \(measure.id) is a \(measure.kind.rawValue); write "
              + "NUMERATOR/DENOMINATOR, as 212/260")
        ))
      return nil
    }
    let numerator = number(String(halves[0]).trimmed(), .value, faults: &faults)
    let denominator = positive(String(halves[1]).trimmed(), .value, faults: &faults)
    guard let numerator, let denominator else { return nil }
    return accept(numerator, of: denominator, field: .value, faults: &faults)
  }

  private func parts(
    _ cells: MeasurementCells, faults: inout [(ImportField, CellFault)]
  ) -> Numbers? {
    guard let numeratorText = cells.numerator, let denominatorText = cells.denominator else {
      let absent = cells.numerator == nil ? "numerator" : "denominator"
      faults.append(
        (
          cells.numerator == nil ? .denominator : .numerator,
          CellFault(
            "\(measure.id) is a \(measure.kind.rawValue), which needs a \(absent) too; the file has "
              + "no column for it", hint: "name the column: --column \(absent)=COLUMN",
            isOfColumns: true)
        ))
      return nil
    }
    let numerator = number(numeratorText, .numerator, faults: &faults)
    let denominator = positive(denominatorText, .denominator, faults: &faults)
    guard let numerator, let denominator else { return nil }
    return accept(numerator, of: denominator, field: .numerator, faults: &faults)
  }

  private func accept(
    _ numerator: Double, of denominator: Double, field: ImportField,
    faults: inout [(ImportField, CellFault)]
  ) -> Numbers? {
    let shown = Numeral.shortest(numerator)
    guard numerator >= 0 else {
      faults.append((field, CellFault("the numerator \(shown) is below 0")))
      return nil
    }
    guard measure.kind == .proportion else {
      return Numbers(number: numerator, denominator: denominator)
    }
    guard numerator <= denominator else {
      faults.append(
        (
          field,
          CellFault(
            "the numerator \(shown) is larger than the denominator \(Numeral.shortest(denominator))"
          )
        ))
      return nil
    }
    return Numbers(
      number: options.isComplement ? denominator - numerator : numerator, denominator: denominator)
  }

  /// Checks a value that stands beside its numerator and denominator.
  private func check(
    _ text: String, against numbers: Numbers, faults: inout [(ImportField, CellFault)]
  ) {
    guard let number = numbers.number, let denominator = numbers.denominator else { return }
    guard let stated = self.number(text, .value, faults: &faults) else { return }
    let point = text.firstIndex(of: ".")
    let decimals = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    let tolerance = 0.5 * power(ofTen: -decimals) + stated.magnitude * 1e-9
    let share = number / denominator
    let computed = share * measure.multiply
    if (computed - stated).magnitude <= tolerance || (share - stated).magnitude <= tolerance {
      return
    }
    let shown = "\(Numeral.shortest(number))/\(Numeral.shortest(denominator))"
    faults.append(
      (
        .value,
        CellFault("\"\(text.excerpt)\" disagrees with \(shown), which is \(measure.text(computed))")
      ))
  }

  private func power(ofTen exponent: Int) -> Double {
    (0..<min(-exponent, 300)).reduce(1.0) { power, _ in power / 10 }
  }

  // MARK: Numbers

  /// The fault of a blank cell.
  static let blank = CellFault(
    "the cell is blank; a period without data has no row",
    hint: "run again with --blank missing to read blank cells as \"no data\"")

  private func number(
    _ text: String, _ field: ImportField, faults: inout [(ImportField, CellFault)]
  ) -> Double? {
    guard !text.isEmpty else {
      faults.append((field, Self.blank))
      return nil
    }
    do throws(NumeralFault) {
      return try CellNumber.read(text, lenient: options.readsNumbersLeniently)
    } catch {
      faults.append((field, CellFault(error.description, hint: Self.hint(error))))
      return nil
    }
  }

  private func positive(
    _ text: String, _ field: ImportField, faults: inout [(ImportField, CellFault)]
  ) -> Double? {
    guard let number = number(text, field, faults: &faults) else { return nil }
    guard number > 0 else {
      faults.append(
        (
          field,
          CellFault(
            number == 0
              ? "the denominator is 0; a period without cases has no row"
              : "the denominator \(Numeral.shortest(number)) is below 0")
        ))
      return nil
    }
    return number
  }

  private static func hint(_ fault: NumeralFault) -> String? {
    switch fault {
    case .marked: "run again with --lenient-numbers to leave such marks out"
    case .notANumber(let text)
    where text.count <= 20 && !text.contains { $0.isNumber || $0 == "'" }:
      "run again with --missing '\(text)' if it means \"no data\""
    default: nil
    }
  }
}
