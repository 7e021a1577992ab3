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

extension GoLiveComparison {
  /// The comparison as a JSON object.
  func json(periods: [Period]) -> JSONValue {
    [
      "period": .string(periods[result.last].description),
      "before": .integer(result.before),
      "after": .integer(result.after),
      "slope_before": result.slopeBefore.json,
      "level_change": result.levelChange.json,
      "slope_change": result.slopeChange.json,
      "counterfactual": result.counterfactual.json,
      "effect": result.effect.json,
      "lags": .integer(result.lags),
      "autocorrelation": .number(result.autocorrelation),
      "comparison": comparison.map { series in
        ["site": .string(series.site.text), "stratum": .string(series.stratum.text)]
      } ?? .null,
      "assumptions": .array(assumptions.map { .string($0) }),
      "cautions": .array(cautions.map { .string($0.rawValue) }),
      "other_events": .array(
        otherEvents.map {
          ["date": .string($0.date.description), "text": .string($0.text)]
        }),
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
