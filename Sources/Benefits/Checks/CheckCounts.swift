import BenefitsModel

/// How many results have each outcome.
public struct CheckCounts: Hashable, Sendable {
  private var counts: [CheckOutcome: Int] = [:]

  /// Creates counts of nothing.
  public init() {}

  /// Counts results.
  ///
  /// - Parameter results: The results to count.
  /// - Complexity: O(*n*), where *n* is the number of results.
  public init(_ results: some Sequence<CheckResult>) {
    for result in results { count(result.outcome) }
  }

  mutating func count(_ outcome: CheckOutcome) { counts[outcome, default: 0] += 1 }

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

/// What an exit status is decided by.
struct CheckTally: Hashable, Sendable {
  /// Breaches that fail the run.
  var failing = 0
  /// What could not be evaluated.
  var unknown = 0
  /// What was breached with the severity `warn`, and does not fail the run.
  var warning = 0
  /// What was evaluated, or ought to have been.
  var checked = 0

  /// - Parameters:
  ///   - outcome: What came of the check.
  ///   - severity: How much a breach matters.
  ///   - threshold: The severity from which a breach fails the run.
  ///   - isNew: Whether the result counts, in a run that only fails on what is new.
  mutating func count(
    _ outcome: CheckOutcome, _ severity: CheckSeverity?, fails threshold: CheckSeverity, isNew: Bool
  ) {
    if outcome.isChecked { checked += 1 }
    guard isNew else { return }
    switch outcome {
    case .fail, .warn:
      guard let severity else { return }
      if severity >= threshold { failing += 1 } else if severity >= .warn { warning += 1 }
    case .unknown: unknown += 1
    case .waived, .pass, .notDue, .notApplicable: return
    }
  }
}

/// The exit status of a run.
public struct CheckExit: Hashable, Sendable {
  /// What the numbers of exit statuses mean.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// 0: nothing failed and all could be evaluated; 1: something failed; 2: nothing failed, but something is
    /// unknown or nothing was checked.
    case ci
    /// Those of a Nagios plugin: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.
    case nagios
  }

  /// The exit status.
  public let status: Int32
  /// Why, as the end of a sentence.
  public let reason: String

  init(_ tally: CheckTally, options: CheckOptions) {
    let style = options.exitStyle
    let status: Int32
    let reason: String
    let new = options.failsOnNewOnly ? "new " : ""
    let unevaluated =
      "\(tally.unknown) \(new)\(tally.unknown == 1 ? "check" : "checks") could not be evaluated"
    let isEmpty = tally.checked == 0 && !options.allowsEmpty
    if tally.failing > 0 {
      let breaches =
        options.failsOnNewOnly
        ? "\(tally.failing) \(tally.failing == 1 ? "failure is" : "failures are") new or worse"
        : tally.failing == 1 ? "1 check fails" : "\(tally.failing) checks fail"
      status = style == .ci ? 1 : 2
      reason = breaches + (tally.unknown > 0 ? "; besides, \(unevaluated)" : "")
    } else if style == .nagios, tally.warning > 0 {
      status = 1
      reason =
        "\(tally.warning) \(new)\(tally.warning == 1 ? "check warns" : "checks warn")"
        + (tally.unknown > 0 ? "; besides, \(unevaluated)" : "")
    } else if tally.unknown > 0 {
      status = style == .ci ? 2 : 3
      reason = "nothing \(new)fails, but \(unevaluated)"
    } else if isEmpty {
      status = style == .ci ? 2 : 3
      reason = "nothing was checked"
    } else {
      status = 0
      reason =
        tally.checked == 0
        ? "nothing was checked, which is allowed"
        : options.failsOnNewOnly
          ? "nothing fails that did not fail before"
          : "nothing fails and every check could be evaluated"
    }
    self.status = options.exitsZero ? 0 : status
    self.reason =
      options.exitsZero && status != 0 ? "it was asked for, although \(reason)" : reason
  }
}
