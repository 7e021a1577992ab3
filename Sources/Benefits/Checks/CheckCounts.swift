/// How many results have each outcome.
public struct CheckCounts: Hashable, Sendable {
  private var counts: [CheckOutcome: Int] = [:]

  /// Counts results.
  ///
  /// - Parameter results: The results to count.
  /// - Complexity: O(*n*), where *n* is the number of results.
  public init(_ results: some Sequence<CheckResult>) {
    for result in results { counts[result.outcome, default: 0] += 1 }
  }

  /// The number of results with an outcome.
  ///
  /// - Parameter outcome: The outcome to look up.
  public subscript(outcome: CheckOutcome) -> Int { counts[outcome] ?? 0 }

  /// The number of results.
  public var total: Int { counts.values.reduce(0, +) }

  /// The number of results that were evaluated, or ought to have been.
  public var checked: Int {
    CheckOutcome.allCases.filter(\.isChecked).reduce(0) { $0 + self[$1] }
  }

  /// The counts that are not zero, worst first, as `2 fail, 1 unknown, 30 pass`.
  public var text: String {
    let parts = CheckOutcome.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.title)" }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}

/// The exit status of a run.
public struct CheckExit: Hashable, Sendable {
  /// 0: nothing failed and all could be evaluated; 1: something failed; 2: nothing failed, but something is
  /// unknown or nothing was checked.
  public let status: Int32
  /// Why, as the end of a sentence.
  public let reason: String

  init(_ results: [CheckResult], failOn: CheckSeverity) {
    let failing = results.count { $0.fails(on: failOn) }
    let unknown = results.count { $0.outcome == .unknown }
    let unevaluated = "\(unknown) \(unknown == 1 ? "check" : "checks") could not be evaluated"
    if failing > 0 {
      let breaches = failing == 1 ? "1 check fails" : "\(failing) checks fail"
      status = 1
      reason = breaches + (unknown > 0 ? "; besides, \(unevaluated)" : "")
    } else if unknown > 0 {
      status = 2
      reason = "nothing fails, but \(unevaluated)"
    } else if CheckCounts(results).checked == 0 {
      status = 2
      reason = "nothing was checked"
    } else {
      status = 0
      reason = "nothing fails and every check could be evaluated"
    }
  }
}
