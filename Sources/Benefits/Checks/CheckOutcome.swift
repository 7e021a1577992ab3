import BenefitsModel

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

extension CheckSeverity {
  /// The outcome of a breach of this severity.
  var outcome: CheckOutcome { self >= .error ? .fail : .warn }
}
