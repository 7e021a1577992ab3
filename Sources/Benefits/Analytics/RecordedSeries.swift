import BenefitsModel

/// The points of a series on one day, and which values are missing.
struct RecordedSeries {
  /// One point for each measured period, from the first to the last that is recorded or due.
  var points: [SeriesPoint]
  /// The due periods without a complete value that are later than the latest complete one.
  var overdue: [Period]
  /// The due periods without a value that are earlier than the latest value.
  var gaps: [Period]
  /// The day of the last event, for events.
  var lastEvent: Day?
  /// The day that the record of events is complete to.
  var completeTo: Day?

  /// Lays out what is recorded on the measured periods.
  ///
  /// - Parameters:
  ///   - measurements: The measurements in calendar order.
  ///   - partial: The periods for which some parts have no usable value.
  ///   - measure: The measure.
  ///   - baseline: The baseline, whose window is shown even where nothing is recorded.
  ///   - dueFrom: The first period that a value is waited for; the first measured one when none is given.
  ///   - dues: What is due on the day; `nil` when nothing is waited for any more.
  ///   - asOf: The day that the question is asked for.
  /// - Complexity: O(*n*), where *n* is the number of periods.
  init(
    _ measurements: ArraySlice<Measurement>, partial: [Period: PartCoverage] = [:],
    of measure: Measure, baseline: Baseline?, dueFrom: Period?, dues: Dues?, asOf: Day
  ) {
    // A day knows nothing of periods that begin after it, even when they have been recorded since.
    let recorded = measurements.dropLast(
      measurements.reversed().prefix { $0.period.first > asOf }.count)
    let frequency = measure.frequency
    var window: ClosedRange<Period>?
    if case .window(let from, let to)? = baseline?.basis, from <= to { window = from...to }

    let waitedFrom = dueFrom.map { max($0, frequency.from) } ?? frequency.from
    let lastDue = dues.flatMap { $0.due >= waitedFrom ? $0.due : nil }
    let firstKnown = [recorded.first?.period, window?.lowerBound].compactMap(\.self).min()
    let lastKnown = [recorded.last?.period, lastDue].compactMap(\.self).max()

    points = []
    overdue = []
    gaps = []
    guard let last = lastKnown else { return }
    // A sum that lacks sites is shown, and waited for as if nothing were recorded.
    let lastComplete =
      partial.isEmpty
      ? recorded.last?.period : recorded.last { (partial[$0.period]?.missing ?? 0) == 0 }?.period
    let grid = frequency.periods(from: firstKnown ?? waitedFrom, through: last)
    points.reserveCapacity(max(grid.count, recorded.count))
    let point = { (measurement: Measurement) in
      SeriesPoint(
        measurement, of: measure, parts: partial.isEmpty ? nil : partial[measurement.period],
        asOf: asOf)
    }
    var next = recorded.startIndex
    for period in grid {
      // What was recorded for a period that is not measured is shown all the same.
      while next < recorded.endIndex, recorded[next].period < period {
        points.append(point(recorded[next]))
        next += 1
      }
      if next < recorded.endIndex, recorded[next].period == period {
        points.append(point(recorded[next]))
        next += 1
        guard period > lastComplete ?? period.advanced(by: -1) else { continue }
        note(
          missing: period, latest: lastComplete, waitedFrom: waitedFrom, window: window, dues: dues)
      } else {
        points.append(SeriesPoint(period: period, value: nil, use: .missing))
        note(
          missing: period, latest: lastComplete, waitedFrom: waitedFrom, window: window, dues: dues)
      }
    }
    while next < recorded.endIndex {
      points.append(point(recorded[next]))
      next += 1
    }
  }

  private mutating func note(
    missing period: Period, latest: Period?, waitedFrom: Period, window: ClosedRange<Period>?,
    dues: Dues?
  ) {
    guard let dues, period <= dues.overdue else { return }
    let isWaitedFor = period >= waitedFrom
    if let latest, period < latest {
      if isWaitedFor || window?.contains(period) == true { gaps.append(period) }
    } else if isWaitedFor {
      overdue.append(period)
    }
  }
}

extension SeriesPoint {
  /// Creates the point of a measurement on a day.
  fileprivate init(
    _ measurement: Measurement, of measure: Measure, parts: PartCoverage?, asOf: Day
  ) {
    let isSmall =
      if let least = measure.suppressBelow, let denominator = measurement.denominator {
        denominator < least
      } else {
        false
      }
    let value = measure.value(of: measurement)
    let use: Use =
      if measurement.state == .suppressed || isSmall {
        .suppressed
      } else if value == nil {
        .missing
      } else if measurement.isExcluded {
        .excluded
      } else if measurement.period.end > asOf || parts != nil {
        .partial
      } else {
        .used
      }
    self.init(
      period: measurement.period, value: use == .suppressed ? nil : value,
      measurement: measurement, use: use, parts: parts)
  }
}
