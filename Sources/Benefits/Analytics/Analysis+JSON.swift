package import BenefitsModel

extension Analysis {
  /// The analysis as one JSON object on one line.
  ///
  /// Arrays have one element a period. Numbers have all their digits; what is missing is `null`.
  ///
  /// - Complexity: O(*n*), where *n* is the number of periods.
  public var json: String { JSONValue.object(jsonMembers()).text }

  /// Returns the members of the analysis as JSON, which `docs/json.md` describes.
  ///
  /// - Parameter periods: The label of each period, where the caller knows them.
  /// - Returns: The members, in the order of the contract.
  /// - Complexity: O(*n*), where *n* is the number of periods.
  package func jsonMembers(periods: [String]? = nil) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("series", .string(series)),
      .init("chart", .string(chart.rawValue)),
      .init("n", .integer(observations)),
      .init("useful", .integer(useful)),
    ]
    if let periods { members.append(.init("periods", .array(periods.map { .string($0) }))) }
    members += [
      .init("values", .array(control.values.map { JSONValue($0) })),
      .init("centre", .array(centre.map { JSONValue($0) })),
      .init("lower", .array(control.lines.lower.map { JSONValue($0) })),
      .init("upper", .array(control.lines.upper.map { JSONValue($0) })),
      .init(
        "signals",
        .array(
          signals.map { rules in
            rules.map { .array($0.map { .string($0.rawValue) }) } ?? .null
          })),
      .init("level", JSONValue(level)),
      .init(
        "runs_analysis",
        .array(
          control.phases.map { phase in
            .object(Self.ends(of: phase, periods: periods) + phase.jsonMembers)
          })),
    ]
    return members
  }

  private static func ends(of phase: ControlChart.Phase, periods: [String]?) -> [JSONValue.Member] {
    guard let periods else { return [] }
    return [
      .init("from", .string(periods[phase.range.lowerBound])),
      .init("to", .string(periods[phase.range.upperBound - 1])),
    ]
  }
}

extension ControlChart.Phase {
  fileprivate var jsonMembers: [JSONValue.Member] {
    [
      .init("centre", JSONValue(centre)),
      .init("n", .integer(runs.observations)),
      .init("useful", .integer(runs.useful)),
      .init("longest_run", JSONValue(runs.longestRun)),
      .init("longest_run_limit", JSONValue(runs.longestRunLimit)),
      .init("crossings", JSONValue(runs.crossings)),
      .init("crossings_limit", JSONValue(runs.crossingsLimit)),
      .init("signal", .bool(runs.signal)),
    ]
  }
}
