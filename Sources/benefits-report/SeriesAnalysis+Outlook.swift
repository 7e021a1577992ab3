import BenefitsAnalytics
import BenefitsModel

extension PeriodKind {
  /// How many periods are a cycle of seasons; 1 where there are none.
  var cycle: Int {
    switch self {
    case .day: 7
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }
}

extension SeriesAnalysis {
  /// The trend, and what was asked for of the seasons and the future, as JSON.
  var outlookMembers: [JSONValue.Member] {
    var members = [JSONValue.Member("trend", Self.json(analysis.trend))]
    if isSeasonal { members.append(.init("seasonal_trend", Self.json(analysis.seasonalTrend))) }
    if forecastSteps != nil { members.append(.init("forecast", forecastJSON)) }
    return members
  }

  private static func json(_ trend: Trend?) -> JSONValue {
    guard let trend else { return .null }
    var members: [JSONValue.Member] = [
      .init("s", .integer(trend.score)),
      .init("var_s", JSONValue(trend.variance)),
      .init("z", JSONValue(trend.z)),
      .init("p", JSONValue(trend.p)),
      .init("tau_a", JSONValue(trend.tauA)),
      .init("tau_b", JSONValue(trend.tauB)),
      .init("slope", JSONValue(trend.slope)),
      .init("slope_low", JSONValue(trend.slopeLow)),
      .init("slope_high", JSONValue(trend.slopeHigh)),
      .init("intercept", JSONValue(trend.intercept)),
    ]
    if let serial = trend.serial {
      members.append(
        .init(
          "hamed_rao",
          .object([
            .init("lags", .integer(SerialTrend.lags)),
            .init("autocorrelations", .array(serial.autocorrelations.map { JSONValue($0) })),
            .init("var_s", JSONValue(serial.variance)),
            .init("z", JSONValue(serial.z)),
            .init("p", JSONValue(serial.p)),
          ])))
    } else if !trend.isSeasonal {
      members.append(.init("hamed_rao", .null))
    }
    return .object(members)
  }

  private var forecastJSON: JSONValue {
    guard let forecast else { return .null }
    return .array(
      forecast.steps.enumerated().map { index, step in
        .object([
          .init("period", .string("\(period(of: index, in: forecast))")),
          .init("value", JSONValue(step.value)),
          .init("low80", JSONValue(step.low80)),
          .init("high80", JSONValue(step.high80)),
          .init("low95", JSONValue(step.low95)),
          .init("high95", JSONValue(step.high95)),
        ])
      })
  }

  /// Returns the period of a step of the forecast.
  private func period(of index: Int, in forecast: Forecast) -> Period {
    periods[forecast.origin].advanced(by: index + 1)
  }

  /// What was asked for of the seasons and the future, in sentences; `nil` where nothing was.
  var outlook: String? {
    var sentences: [String] = []
    if isSeasonal || forecastSteps != nil { sentences.append(trendSentence) }
    if let steps = forecastSteps { sentences.append(forecastSentence(steps: steps)) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var trendSentence: String {
    guard let trend = isSeasonal ? analysis.seasonalTrend : analysis.trend else {
      return isSeasonal
        ? "Too few values to compare each season with itself." : "Too few values for a trend."
    }
    let kind = periods.first?.kind ?? .month
    let unit = isSeasonal ? (kind == .day ? "week" : "year") : kind.rawValue
    guard trend.isShown else { return "No lasting rise or fall that chance does not explain." }
    return "\(trend.slope > 0 ? "Rises" : "Falls") by \(trend.slope.magnitude.forReading) a \(unit)"
      + " (95% interval \(trend.slopeLow.forReading) to \(trend.slopeHigh.forReading))."
  }

  private func forecastSentence(steps: Int) -> String {
    guard let forecast, let last = forecast.steps.last else {
      return "No forecast: it takes at least \(Forecast.leastPoints) values."
    }
    let period = period(of: forecast.steps.count - 1, in: forecast)
    return "If it goes on as before, \(last.value.forReading) is expected for \(period.spoken):"
      + " 80% of such values lie between \(last.low80.forReading) and \(last.high80.forReading),"
      + " 95% between \(last.low95.forReading) and \(last.high95.forReading)."
  }
}
