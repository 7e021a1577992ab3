import BenefitsModel

/// The names in one column, each looked up in the plan once for all rows that have it.
struct NameColumn {
  let field: ImportField
  /// The numbers of the names that were met.
  var index = NameIndex()
  /// What each name stands for; `nil` for one that the plan does not have.
  private var found: [Int?] = []
  private var unknown: [Int: Use] = [:]

  /// Where an unknown name was met first, and how often.
  private struct Use {
    let location: SourceLocation
    let message: String
    let isBlank: Bool
    var count = 1
  }

  init(field: ImportField) { self.field = field }

  /// With so many unknown names the column is the wrong one, and a search for what each may mean would take long.
  var isAdvised: Bool { unknown.count < 100 }

  /// Returns what a name stands for that was met before: a number, or `nil` where it is unknown.
  mutating func known(_ name: Int) -> Int?? {
    guard name < found.count else { return nil }
    if found[name] == nil { unknown[name]?.count += 1 }
    return .some(found[name])
  }

  /// Keeps what a name stands for that was just met.
  mutating func add(_ number: Int) { found.append(number) }

  /// Keeps that the plan does not have a name.
  mutating func add(_ error: UnknownName, at location: SourceLocation, in cell: String) {
    unknown[found.count] = Use(
      location: location, message: "\(cell): \(error)", isBlank: error.name.isEmpty)
    found.append(nil)
  }

  /// One fault for each unknown name.
  var faults: [Fault] {
    let plural = field == .stratum ? "strata" : "\(field.rawValue)s"
    return unknown.values.map { use in
      let others = use.count > 1 ? " (in \(use.count) rows, of which this is the first)" : ""
      return Fault(
        use.location, use.message + others,
        hint: use.isBlank ? nil : "correct the name, or add it to '\(plural)' in the plan")
    }
  }
}

extension ImportRun {
  /// The lane of the measure of the current row; `nil` when there is no such measure.
  mutating func measure(_ table: CSVTable) -> Int? {
    guard let column = columns.measure else { return fixed.measure }
    let name = table.index(column, in: &measureNames.index)
    if let known = measureNames.known(name) {
      return known.map { checkComplement($0, column, table) }
    }
    do throws(UnknownName) {
      let measure = try names.measure(table.text(column), isAdvised: measureNames.isAdvised)
      let lane = lane(of: measure)
      measureNames.add(lane)
      return checkComplement(lane, column, table)
    } catch {
      measureNames.add(error, at: table.location(column), in: table.cellName(column))
      return nil
    }
  }

  private mutating func checkComplement(_ lane: Int, _ column: Int, _ table: CSVTable) -> Int {
    guard options.isComplement else { return lane }
    let measure = lanes[lane].measure
    if measure.kind != .proportion {
      sayOnce(
        Fault(
          table.location(column),
          "--complement is for proportions, but \(measure.id) is a \(measure.kind.rawValue)"),
        as: "complement \(measure.id.folded)")
    }
    return lane
  }

  /// The number of the site of the current row; `nil` when there is no such site.
  mutating func site(_ table: CSVTable) -> Int? {
    guard let column = columns.site else { return fixed.site }
    let name = table.index(column, in: &siteNames.index)
    if let known = siteNames.known(name) { return known }
    do throws(UnknownName) {
      let site = try names.site(table.text(column), isAdvised: siteNames.isAdvised)
      let number = number(of: site.id)
      siteNames.add(number)
      return number
    } catch {
      siteNames.add(error, at: table.location(column), in: table.cellName(column))
      return nil
    }
  }

  /// The number of the stratum of the current row; `nil` when there is no such stratum.
  mutating func stratum(_ table: CSVTable) -> Int? {
    guard let column = columns.stratum else { return fixed.stratum }
    let name = table.index(column, in: &stratumNames.index)
    if let known = stratumNames.known(name) { return known }
    do throws(UnknownName) {
      let stratum = try names.stratum(table.text(column), isAdvised: stratumNames.isAdvised)
      let number = number(of: stratum.id)
      stratumNames.add(number)
      return number
    } catch {
      stratumNames.add(error, at: table.location(column), in: table.cellName(column))
      return nil
    }
  }
}
