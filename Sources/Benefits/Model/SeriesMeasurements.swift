/// The measurements of many series, kept in a third of the memory that they take when they are read.
public struct SeriesMeasurements: Sendable {
  private var rows: [Series: Row] = [:]

  /// The measurements of one series.
  private struct Row: Hashable {
    let kind: PeriodKind
    let yearStart: YearStart
    let measurements: [CompactMeasurement]
    /// The remarks of those that have one, by the first day of their period.
    let notes: [Int32: String]

    var full: [Measurement] {
      measurements.map { measurement in
        measurement.measurement(
          kind, yearStart: yearStart, note: measurement.hasNote ? notes[measurement.day] : nil)
      }
    }
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
      rows[series] = Row(
        kind: first.period.kind, yearStart: first.period.yearStart, measurements: compact,
        notes: notes)
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
    rows[series] = Row(kind: kind, yearStart: yearStart, measurements: measurements, notes: notes)
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

extension SeriesMeasurements: Hashable {}

extension SeriesMeasurements: ExpressibleByDictionaryLiteral {
  /// Creates a collection from a literal.
  ///
  /// - Parameter elements: The series with their measurements, each series once.
  public init(dictionaryLiteral elements: (Series, [Measurement])...) {
    self.init(Dictionary(elements) { first, _ in first })
  }
}
