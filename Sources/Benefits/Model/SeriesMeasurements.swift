/// The measurements of many series, kept in a ninth of the memory that they take when they are read.
public struct SeriesMeasurements: Sendable {
  private var rows: [Series: MeasurementColumns] = [:]
  /// The days of the series that was taken over last, since most series have the same ones.
  private var lastDays: LastDays?

  /// The first days of the periods of a series, and the numbers of the periods among those of their kind.
  private struct LastDays {
    let days: [Int32]
    let kind: PeriodKind
    let yearStart: YearStart
    let ordinals: [Int32]
  }

  /// Creates an empty collection.
  public init() {}

  /// Takes over measurements by their series.
  ///
  /// - Parameter measurements: The measurements of each series in calendar order, of one kind of period.
  /// - Complexity: O(*n*), where *n* is the number of measurements.
  public init(_ measurements: [Series: [Measurement]]) {
    for (series, values) in measurements { self[series] = values }
  }

  /// The measurements of a series in calendar order; `nil` where there are none.
  ///
  /// - Parameter series: The series.
  /// - Complexity: O(*n*), where *n* is the number of measurements of the series.
  public subscript(series: Series) -> [Measurement]? {
    get { rows[series]?.full }
    set {
      guard let newValue, let first = newValue.first else {
        rows[series] = nil
        return
      }
      var notes: [Int32: String] = [:]
      let compact = newValue.map { measurement in
        let compact = CompactMeasurement(measurement)
        notes[compact.day] = measurement.note
        return compact
      }
      set(
        compact, notes: notes, of: series, kind: first.period.kind,
        yearStart: first.period.yearStart)
    }
  }

  /// Takes over the measurements of a series as they were read from a file.
  ///
  /// - Parameters:
  ///   - measurements: The measurements in calendar order.
  ///   - notes: The remarks of those that have one, by the first day of their period.
  ///   - series: The series.
  ///   - kind: The kind of its periods.
  ///   - yearStart: The month that years begin in.
  package mutating func set(
    _ measurements: [CompactMeasurement], notes: [Int32: String], of series: Series,
    kind: PeriodKind, yearStart: YearStart
  ) {
    rows[series] = MeasurementColumns(
      measurements, ordinals: ordinals(of: measurements, kind, yearStart), notes: notes, kind: kind,
      yearStart: yearStart)
  }

  /// The numbers of the periods of some measurements.
  private mutating func ordinals(
    of measurements: [CompactMeasurement], _ kind: PeriodKind, _ yearStart: YearStart
  ) -> [Int32] {
    if let lastDays, lastDays.kind == kind, lastDays.yearStart == yearStart,
      lastDays.days.elementsEqual(measurements.lazy.map(\.day))
    {
      return lastDays.ordinals
    }
    let ordinals = measurements.map { measurement in
      Int32(
        truncatingIfNeeded: Period(
          kind, containing: Day(epochDay: Int(measurement.day)), yearStart: yearStart
        ).ordinal)
    }
    lastDays = LastDays(
      days: measurements.map(\.day), kind: kind, yearStart: yearStart, ordinals: ordinals)
    return ordinals
  }

  /// The measurements of a series as they are kept; `nil` where there are none.
  ///
  /// - Parameter series: The series.
  /// - Returns: The measurements in calendar order.
  package func columns(of series: Series) -> MeasurementColumns? { rows[series] }

  /// Takes over the measurements of other series.
  ///
  /// - Parameter other: The measurements of series that are not here.
  package mutating func merge(_ other: SeriesMeasurements) {
    rows.merge(other.rows) { own, _ in own }
  }

  /// The series that have measurements, in no order.
  public var keys: some Collection<Series> { rows.keys }

  /// The measurements of all series, in no order.
  public var values: some Collection<[Measurement]> { rows.values.lazy.map(\.full) }

  /// How many series have measurements.
  public var count: Int { rows.count }

  /// Whether there are none.
  public var isEmpty: Bool { rows.isEmpty }
}

extension SeriesMeasurements: Hashable {
  /// Compares what two collections hold.
  ///
  /// - Parameters:
  ///   - lhs: A collection.
  ///   - rhs: Another collection.
  /// - Returns: Whether they hold the same measurements.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.rows == rhs.rows }

  /// Feeds the measurements to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(rows) }
}

extension SeriesMeasurements: ExpressibleByDictionaryLiteral {
  /// Creates a collection from a literal.
  ///
  /// - Parameter elements: The series with their measurements, each series once.
  public init(dictionaryLiteral elements: (Series, [Measurement])...) {
    self.init(Dictionary(elements) { first, _ in first })
  }
}
