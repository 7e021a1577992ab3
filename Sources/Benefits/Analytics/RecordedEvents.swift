import BenefitsModel

extension RecordedSeries {
  /// Lays out rare events as the days between each and the one before.
  ///
  /// A day with the value 0 is no event: it says that the record is complete to that day. The days since the
  /// last event are an open gap, which is told and never used. Values are waited for month by month.
  ///
  /// - Parameters:
  ///   - recorded: The days in calendar order.
  ///   - measure: The measure.
  ///   - dueFrom: The first month that the record is to be complete for.
  ///   - dues: What is due on the day; `nil` when nothing is waited for any more.
  ///   - asOf: The day that the question is asked for.
  /// - Complexity: O(*n*), where *n* is the number of events.
  init(
    events recorded: ArraySlice<Measurement>, of measure: Measure, dueFrom: Period?, dues: Dues?,
    asOf: Day
  ) {
    points = []
    overdue = []
    gaps = []
    var previous: Day?
    for measurement in recorded where measurement.period.first < asOf {
      // A suppressed number of events is at least one.
      let count = Int((measurement.number ?? 1).rounded())
      guard count > 0 else { continue }
      let day = measurement.period.first
      for repetition in 0..<min(count, 1000) {
        if let previous {
          points.append(
            SeriesPoint(
              period: measurement.period,
              value: repetition == 0 ? Double(previous.distance(to: day)) : 0,
              measurement: measurement, use: measurement.isExcluded ? .excluded : .used))
        }
        previous = day
      }
    }
    completeTo = recorded.last { $0.period.first < asOf }?.period.first
    lastEvent = previous
    guard let dues else { return }
    let first = Dues.cadence(of: measure).from
    var month = dueFrom.map { max($0, first) } ?? first
    if let completeTo {
      let next = Period(.month, containing: completeTo.advanced(by: 1))
      month = max(month, next)
    }
    while month <= dues.overdue {
      overdue.append(month)
      month = month.advanced(by: 1)
    }
  }
}
