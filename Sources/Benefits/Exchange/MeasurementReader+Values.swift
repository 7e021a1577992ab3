import BenefitsModel

extension MeasurementReader {
  /// Reads what a suppressed measurement may still say.
  func suppressed(
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
  func single(
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
    guard plainRule.accepts(number) else {
      let counted = measure.kind == .count ? "a count" : "a number of events"
      faults.append(
        (.value, CellFault("\"\(text.excerpt)\" is not \(counted): a whole number, 0 or more")))
      return nil
    }
    return numbers
  }

  private func isFraction(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { CellNumber.isNumber(String($0).trimmed()) }
  }

  /// Reads the numerator and the denominator of a proportion or a rate.
  func ratio(
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
    if let numbers = plainRule.numbers(numerator, of: denominator) {
      return Numbers(number: numbers.number, denominator: numbers.denominator)
    }
    let shown = Numeral.shortest(numerator)
    let problem =
      numerator < 0
      ? "is below 0" : "is larger than the denominator \(Numeral.shortest(denominator))"
    faults.append((field, CellFault("the numerator \(shown) \(problem)")))
    return nil
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
    "the cell is blank, but a number is expected",
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
              ? "the denominator is 0; a period without cases has no value"
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
