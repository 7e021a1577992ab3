public import BenefitsModel

/// What an entry did to one thing: what stood there before, and what it wrote.
public struct RowChange: Hashable, Sendable {
  /// What was written, in the words of the plan.
  public enum Subject: Hashable, Sendable {
    /// The measurement of one period.
    case measurement(Series, Period)
    /// The baseline of a series.
    case baseline(Series)
    /// A target of a series; the first one is 1.
    case target(Series, ordinal: Int)
    /// The guardrail of a series.
    case guardrail(Series)
    /// A definition: programme, project, benefit, measure, annotation and the like.
    case definition(PlanItem)
    /// A free text that was removed, by its hash.
    case text(String)
  }

  /// The content of a row.
  public enum Content: Hashable, Sendable {
    /// A measurement, also one that is withdrawn.
    case measurement(Measurement)
    /// A baseline.
    case baseline(Baseline)
    /// A target.
    case target(Target)
    /// A guardrail.
    case guardrail(Guardrail)
    /// The values of a definition by the keys of the plan file, sorted.
    case definition([DefinitionField])
  }

  /// What was written.
  public var subject: Subject
  /// What stood there before; `nil` where nothing did, or where it was retired.
  public var before: Content?
  /// What was written; `nil` where it was retired or removed.
  public var after: Content?

  /// Creates a change.
  ///
  /// - Parameters:
  ///   - subject: What was written.
  ///   - before: What stood there before.
  ///   - after: What was written.
  public init(subject: Subject, before: Content? = nil, after: Content? = nil) {
    self.subject = subject
    self.before = before
    self.after = after
  }
}

/// One value of a definition.
public struct DefinitionField: Hashable, Sendable {
  /// The key of the plan file, as `owner` or `frequency.from`.
  public var key: String
  /// The value as a text; a redacted one is "(redacted)".
  public var value: String

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - key: The key of the plan file.
  ///   - value: The value as a text.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

extension RowChange.Subject: CustomStringConvertible {
  /// The thing for a listing, as `HF-M01 at home-first, 2025-04` or `measure HF-M01`.
  public var description: String {
    switch self {
    case .measurement(let series, let period): "\(series), \(period)"
    case .baseline(let series): "baseline of \(series)"
    case .target(let series, let ordinal): "target \(ordinal) of \(series)"
    case .guardrail(let series): "guardrail of \(series)"
    case .definition(let item): item.description
    case .text(let hash): "text \(hash.prefix(12))"
    }
  }
}
