public import BenefitsModel

/// How a result stands against the evaluation before; the raw values are the words of machine output.
public enum CheckState: String, Hashable, Sendable, CaseIterable {
  /// It was not so before.
  case new
  /// It was so before.
  case ongoing
  /// It was less severe before.
  case worsened
  /// It was more severe before.
  case improved
  /// It was breached or unknown before.
  case resolved
  /// It is breached, but not for as many periods in a row, or not by a final value, as it takes.
  case pending
  /// It was breached, and only a value that may still change says otherwise.
  case recovering

  /// Whether somebody who has read the run before has to be told.
  public var isChange: Bool { self == .new || self == .worsened || self == .resolved }

  /// Whether it is worse than before.
  public var isWorse: Bool { self == .new || self == .worsened }
}

/// What an earlier run found, to be compared with.
public struct CheckRecord: Hashable, Sendable {
  /// What was breached or unknown, by the name of the result.
  let open: [String: Standing]
  /// The day of the earlier run.
  let asOf: Day

  /// How one result stood.
  struct Standing: Hashable, Sendable {
    let isUnknown: Bool
    let severity: CheckSeverity?
  }

  /// Takes down what a run found, before waivers.
  ///
  /// - Parameter run: The run.
  public init(_ run: CheckRun) {
    open = run.openBeforeWaivers
    asOf = run.asOf
  }

  /// Takes down that nothing was known on a day.
  ///
  /// - Parameter day: The day.
  public init(emptyOn day: Day) {
    open = [:]
    asOf = day
  }
}

extension CheckRecord.Standing {
  init?(_ result: CheckResult) {
    switch result.outcome {
    case .fail, .warn: self.init(isUnknown: false, severity: result.severity)
    case .unknown: self.init(isUnknown: true, severity: nil)
    default: return nil
    }
  }

  init?(_ finding: CheckFinding) {
    guard finding.isOpen else { return nil }
    self.init(isUnknown: !finding.isBreach, severity: finding.severity)
  }

  /// How what stands now compares with what stood before.
  func state(after former: CheckRecord.Standing?) -> CheckState {
    guard let former, former.isUnknown == isUnknown else { return .new }
    guard let severity, let was = former.severity, severity != was else { return .ongoing }
    return severity > was ? .worsened : .improved
  }
}
