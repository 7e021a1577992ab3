/// What came of one check on one subject; the raw values are the words of machine output.
public enum CheckOutcome: String, Hashable, Sendable, Codable, CaseIterable {
  /// The promise is broken.
  case fail
  /// It could not be evaluated, which is never taken for a pass.
  case unknown
  /// Something wants attention.
  case warn
  /// It is breached, and a waiver accepts that for now.
  case waived
  /// It is kept.
  case pass
  /// The time for it has not come.
  case notDue = "not-due"
  /// It says nothing about this subject.
  case notApplicable = "not-applicable"

  /// The outcome for a sentence, as `not due`.
  public var title: String { rawValue.split(separator: "-").joined(separator: " ") }

  /// Whether the check was evaluated, or ought to have been.
  public var isChecked: Bool { self != .notDue && self != .notApplicable }

  /// The place of the outcome where the worst comes first.
  var rank: Int { CheckOutcome.allCases.firstIndex(of: self) ?? CheckOutcome.allCases.count }
}

/// How much a breach of a check matters.
public enum CheckSeverity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Worth knowing; never a failure.
  case info
  /// Wants attention; a failure only where warnings count as failures.
  case warn
  /// A broken promise.
  case error
  /// A broken promise that others rest on.
  case critical
}

extension CheckSeverity: Comparable {
  /// Orders two severities.
  ///
  /// - Parameters:
  ///   - lhs: A severity.
  ///   - rhs: Another severity.
  /// - Returns: Whether the first matters less.
  public static func < (lhs: CheckSeverity, rhs: CheckSeverity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int { CheckSeverity.allCases.firstIndex(of: self) ?? 0 }

  /// The outcome of a breach of this severity.
  var outcome: CheckOutcome { self >= .error ? .fail : .warn }
}
