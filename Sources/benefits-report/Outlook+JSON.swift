import BenefitsAnalytics
import BenefitsModel

extension Outlook {
  /// The outlook as a JSON object.
  var json: JSONValue {
    [
      "period": .string(period.description),
      "value": .number(forecast.value),
      "low80": .number(forecast.low80),
      "high80": .number(forecast.high80),
      "low95": .number(forecast.low95),
      "high95": .number(forecast.high95),
      "chance": .number(chance),
      "is_miss": .bool(isMiss),
      "expected": JSONValue(expected?.description),
      "required": .number(required),
      "observed": JSONValue(observed),
    ]
  }
}

extension InterruptedTimeSeries {
  /// The comparison as a JSON object.
  func json(periods: [Period]) -> JSONValue {
    [
      "period": .string(periods[last].description),
      "before": .integer(before),
      "after": .integer(after),
      "slope_before": slopeBefore.json,
      "level_change": levelChange.json,
      "slope_change": slopeChange.json,
      "counterfactual": counterfactual.json,
      "effect": effect.json,
      "lags": .integer(lags),
      "autocorrelation": .number(autocorrelation),
      "cautions": .array(cautions().map { .string($0.rawValue) }),
    ]
  }
}

extension InterruptedTimeSeries.Estimate {
  fileprivate var json: JSONValue {
    [
      "value": .number(value), "standard_error": .number(standardError), "low": .number(low),
      "high": .number(high), "p": .number(p),
    ]
  }
}
