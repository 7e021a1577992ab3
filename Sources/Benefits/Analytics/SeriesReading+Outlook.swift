import BenefitsModel

extension SeriesReading {
  /// Where the series is heading against its promise; rare events have no periods to look ahead by.
  var outlook: Outlook? {
    known.outlook {
      guard let target, let last = steps.last, measure.kind != .event, !context.isClosed
      else { return nil }
      let values = values
      var judged = [Double?](repeating: nil, count: last.value.index + 1)
      for value in values { judged[value.index] = value.value }
      let since = values.first { isAfterGoLive($0.period) }?.index ?? judged.endIndex
      return Outlook(
        Outlook.Course(
          values: judged, recent: Array(judged[min(since, last.value.index)...last.value.index]),
          latest: last.value.period, reached: last.compared, adding: isToDate ? last.level : nil,
          isToDate: isToDate, bounds: seasonality == nil ? measure.bounds : nil),
        target: target, promise: promise, frequency: measure.frequency)
    }
  }
}
