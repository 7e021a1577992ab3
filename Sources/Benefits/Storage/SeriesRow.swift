import BenefitsModel

/// One series as it is kept.
struct SeriesRow: Hashable {
  var id: Int
  var series: Series
  var kind: PeriodKind
}

extension Session {
  /// Reads the dictionary of series.
  func allSeries() throws(StoreError) -> [SeriesRow] {
    let statement = try prepare(
      "SELECT id, measure, site, stratum, period_kind FROM series ORDER BY id")
    var rows = [SeriesRow]()
    while try statement.step() { rows.append(try seriesRow(statement)) }
    return rows
  }

  /// Reads the series of a measure.
  func series(of measure: Measure.ID) throws(StoreError) -> [SeriesRow] {
    let statement = try prepare(
      "SELECT id, measure, site, stratum, period_kind FROM series WHERE measure = ?1")
    try statement.bind(measure.text, at: 1)
    var rows = [SeriesRow]()
    while try statement.step() { rows.append(try seriesRow(statement)) }
    return rows.sorted { $0.series < $1.series }
  }

  /// Reads one series, or returns `nil` when nothing was ever recorded or promised of it.
  func series(_ series: Series) throws(StoreError) -> SeriesRow? {
    let statement = try prepare(
      """
      SELECT id, measure, site, stratum, period_kind FROM series
      WHERE measure = ?1 AND site = ?2 AND stratum = ?3
      """)
    try statement.bind(series.measure.text, at: 1)
    try statement.bind(series.site.text, at: 2)
    try statement.bind(series.stratum.text, at: 3)
    return try statement.step() ? try seriesRow(statement) : nil
  }

  /// The statement that adds a series to the dictionary.
  static let addingSeries: StaticString =
    "INSERT INTO series (measure, site, stratum, period_kind) VALUES (?1, ?2, ?3, ?4)"

  /// Adds a series to the dictionary.
  func add(_ series: Series, kind: PeriodKind) throws(StoreError) -> SeriesRow {
    try add(series, kind: kind, with: try prepare(Self.addingSeries))
  }

  /// Adds a series with a statement prepared for it.
  func add(
    _ series: Series, kind: PeriodKind, with statement: borrowing Statement
  ) throws(StoreError) -> SeriesRow {
    try statement.bind(series.measure.text, at: 1)
    try statement.bind(series.site.text, at: 2)
    try statement.bind(series.stratum.text, at: 3)
    try statement.bind(kind.rawValue, at: 4)
    try statement.run()
    return SeriesRow(id: lastRowID, series: series, kind: kind)
  }

  private func seriesRow(_ statement: borrowing Statement) throws(StoreError) -> SeriesRow {
    guard let measure = Measure.ID(statement.text(1)), let site = Site.ID(statement.text(2)),
      let stratum = Stratum.ID(statement.text(3)),
      let kind = PeriodKind(rawValue: statement.text(4))
    else {
      throw StoreError(
        .damaged, "'\(path)' is damaged: series \(statement.int(0)) cannot be read",
        hint: StoreError.restoreHint)
    }
    return SeriesRow(
      id: statement.int(0), series: Series(measure: measure, site: site, stratum: stratum),
      kind: kind)
  }
}
