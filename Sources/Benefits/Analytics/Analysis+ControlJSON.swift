package import BenefitsModel

extension Analysis {
  /// Returns what the chart says beyond its lines, as JSON, which `docs/json.md` describes.
  ///
  /// - Parameter periods: The label of each period.
  /// - Returns: The members, in the order of the contract.
  /// - Complexity: O(*n*), where *n* is the number of periods.
  package func controlMembers(periods: [String]) -> [JSONValue.Member] {
    [
      .init("rules", .string(control.rules.name.rawValue)),
      .init("parameters", control.rules.json),
      .init("screened", .bool(control.isScreened)),
      .init("phases", .array(control.phases.map { json(of: $0, periods: periods) })),
      .init("variation", JSONValue(variation?.word.rawValue)),
      .init("variation_reason", JSONValue(variationReason(periods: periods))),
      .init("variation_since", JSONValue(variation?.since.map { periods[$0] })),
      .init("assurance", JSONValue(assurance.word?.rawValue)),
      .init("assurance_reason", JSONValue(assuranceReason(periods: periods))),
      .init("sigma_signal", .array(control.isOutside.map { .bool($0) })),
      .init("near_lower", .array(control.lines.nearLower.map { JSONValue($0) })),
      .init("near_upper", .array(control.lines.nearUpper.map { JSONValue($0) })),
      .init("special_causes", .array(control.signals.map { json(of: $0, periods: periods) })),
      .init("classical", classical.json),
      .init("rebase_suggestions", .array(rebasing.map { json(of: $0, periods: periods) })),
    ]
  }

  /// Returns why the latest point has the variation that it has, in a few words.
  package func variationReason(periods: [some CustomStringConvertible]) -> String? {
    guard let variation else {
      return control.latest == nil
        ? "no value that can be used"
        : chart == .run
          ? "a run chart is judged by its runs" : "moving ranges are judged by their limit alone"
    }
    guard let first = variation.causes.first else { return "no rule signals at the latest point" }
    let also = variation.causes.dropFirst().map(\.rule.rawValue)
    var text = first.rule.phrase(length: first.length, isUpward: first.isUpward)
    if first.span.count > 1 {
      text += ", \(periods[first.span.lowerBound]) to \(periods[first.span.upperBound])"
    }
    if !also.isEmpty { text += "; also " + also.joined(separator: ", ") }
    if variation.isConflict { text += "; another rule says the opposite" }
    return text
  }

  /// Returns what the assurance rests on, or why there is none, in a few words.
  package func assuranceReason(periods: [some CustomStringConvertible]) -> String {
    switch assurance.missing {
    case .noTarget: "no target"
    case .noDirection: "neither direction is better"
    case .noLimits: "no limits to compare with the target"
    case .changed(let since): "not assessed: re-base from \(periods[since]) suggested"
    case nil: assurance.word?.phrase ?? "no target"
    }
  }

  private func json(of phase: ControlChart.Phase, periods: [String]) -> JSONValue {
    let last = phase.range.upperBound - 1
    return .object([
      .init("from", .string(periods[phase.range.lowerBound])),
      .init("to", .string(periods[last])),
      .init("first", .integer(phase.range.lowerBound + 1)),
      .init("last", .integer(last + 1)),
      .init("baseline_from", .string(periods[phase.baseline.lowerBound])),
      .init("baseline_to", .string(periods[phase.baseline.upperBound - 1])),
      .init("baseline_points", .integer(phase.baselineCount)),
      .init("centre", JSONValue(phase.centre)),
      .init("lower", JSONValue(control.lines.lower[last])),
      .init("upper", JSONValue(control.lines.upper[last])),
      .init("average_range", JSONValue(phase.averageRange)),
      .init("screened_ranges", .integer(phase.screenedRanges)),
      .init("is_trial", .bool(phase.isTrial)),
      .init("no_limits", JSONValue(phase.missingLimits?.rawValue)),
    ])
  }

  private func json(of signal: ChangeSignal, periods: [String]) -> JSONValue {
    .object([
      .init("rule", .string(signal.rule.rawValue)),
      .init("from", .string(periods[signal.span.lowerBound])),
      .init("to", .string(periods[signal.span.upperBound])),
      .init("first", .integer(signal.span.lowerBound + 1)),
      .init("last", .integer(signal.span.upperBound + 1)),
      .init("points", .integer(signal.length)),
      .init("is_upward", .bool(signal.isUpward)),
    ])
  }

  private func json(of suggestion: RebaseSuggestion, periods: [String]) -> JSONValue {
    .object([
      .init("from", .string(periods[suggestion.start])),
      .init("to", .string(periods[suggestion.end])),
      .init("first", .integer(suggestion.start + 1)),
      .init("last", .integer(suggestion.end + 1)),
      .init("median", JSONValue(suggestion.centre)),
      .init("is_upward", .bool(suggestion.isUpward)),
    ])
  }
}

extension ControlChart {
  /// Whether moving ranges were screened before the limits were taken from them.
  package var isScreened: Bool { rules.screens && kind.usesMovingRanges }
}

extension ChangeSignal.Rule {
  /// The rule in a few words, with the length and the direction of what it found.
  package func phrase(length: Int, isUpward: Bool) -> String {
    switch self {
    case .outsideLimits: isUpward ? "above the upper limit" : "below the lower limit"
    case .shift, .longestRun:
      "shift: \(length) points in a row \(isUpward ? "above" : "below") the line"
    case .trend: "trend: \(length) points in a row \(isUpward ? "rising" : "falling")"
    case .twoOfThree:
      "two of three points far \(isUpward ? "above" : "below") the line"
    }
  }
}

extension ClassicalRules {
  var json: JSONValue {
    let pairs = { (spans: [ClosedRange<Int>]) in
      JSONValue.array(
        spans.map { .array([.integer($0.lowerBound + 1), .integer($0.upperBound + 1)]) })
    }
    let current = runs.last
    return .object([
      .init("shift", pairs(shifts)),
      .init("trend", pairs(trends)),
      .init("runs", JSONValue(current?.count)),
      .init("runs_lower", JSONValue(current?.lower)),
      .init("runs_upper", JSONValue(current?.upper)),
      .init("above", JSONValue(current?.above)),
      .init("below", JSONValue(current?.below)),
      .init("median", JSONValue(current?.centre)),
    ])
  }
}

extension RuleSet {
  var json: JSONValue {
    let shiftLength: Int? =
      switch shift {
      case .endedByLine(let length), .skippingLine(let length): length
      case .longerThanExpected: nil
      }
    let trendLength: Int? =
      switch trend {
      case .endedByEqual(let length), .skippingEqual(let length): length
      case nil: nil
      }
    return .object([
      .init("shift", JSONValue(shiftLength)),
      .init("trend", JSONValue(trendLength)),
      .init("two_of_three", .bool(twoOfThree != nil)),
      .init("screen", .bool(screens)),
      .init("freeze", .string(freezeScope.rawValue)),
      .init("conflict", .string(conflict.rawValue)),
    ])
  }
}
