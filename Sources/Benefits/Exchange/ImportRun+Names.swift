import BenefitsModel

extension ImportRun {
  /// The measure of the current row; `nil` when there is no such measure.
  mutating func measure(_ table: CSVTable) -> Measure? {
    guard let column = layout.columns[.measure] else { return fixed.measure }
    let result = resolve(.measure, column, table) { names, text, isAdvised throws(UnknownName) in
      .measure(try names.measure(text, isAdvised: isAdvised))
    }
    guard case .measure(let measure) = result else { return nil }
    if options.isComplement, measure.kind != .proportion {
      sayOnce(
        Fault(
          table.location(column),
          "--complement is for proportions, but \(measure.id) is a \(measure.kind.rawValue)"),
        as: "complement \(measure.id.folded)")
    }
    return measure
  }

  /// The site of the current row; `nil` when there is no such site.
  mutating func site(_ table: CSVTable) -> Site.ID? {
    guard let column = layout.columns[.site] else { return fixed.site }
    let result = resolve(.site, column, table) { names, text, isAdvised throws(UnknownName) in
      .site(try names.site(text, isAdvised: isAdvised).id)
    }
    guard case .site(let site) = result else { return nil }
    return site
  }

  /// The stratum of the current row; `nil` when there is no such stratum.
  mutating func stratum(_ table: CSVTable) -> Stratum.ID? {
    guard let column = layout.columns[.stratum] else { return fixed.stratum }
    let result = resolve(.stratum, column, table) { names, text, isAdvised throws(UnknownName) in
      .stratum(try names.stratum(text, isAdvised: isAdvised).id)
    }
    guard case .stratum(let stratum) = result else { return nil }
    return stratum
  }

  /// Looks a name up, once for all rows that have it.
  private mutating func resolve(
    _ field: ImportField, _ column: Int, _ table: CSVTable,
    look: (PlanNames, String, Bool) throws(UnknownName) -> Resolved
  ) -> Resolved {
    let name = FoundName(field: field, text: table.text(column))
    if let known = found[name] {
      if case .unknown = known { unknown[name]?.count += 1 }
      return known
    }
    let result: Resolved
    do throws(UnknownName) {
      // With so many unknown names the column is the wrong one, and a search for each would take long.
      result = try look(names, name.text, unknown.count < 100)
    } catch {
      result = .unknown
      unknown[name] = UnknownUse(
        location: table.location(column), message: "\(table.cellName(column)): \(error)", count: 1)
    }
    found[name] = result
    return result
  }
}
