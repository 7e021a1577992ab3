public import BenefitsModel

/// One thing that applying a plan would add or change.
public struct PlanChange: Hashable, Sendable {
  /// What would happen to the thing.
  public enum Kind: Hashable, Sendable {
    /// It is new; what it is in a few words.
    case added(summary: String)
    /// Some of its fields have other values.
    case changed([FieldChange])
  }

  /// One field with its value before and after, in the words of the plan file.
  public struct FieldChange: Hashable, Sendable {
    /// The field as the plan file calls it.
    public var field: String
    /// The value before; `nil` for none.
    public var old: String?
    /// The value after; `nil` for none.
    public var new: String?

    /// Creates a change of a field.
    ///
    /// - Parameters:
    ///   - field: The field as the plan file calls it.
    ///   - old: The value before.
    ///   - new: The value after.
    public init(field: String, old: String?, new: String?) {
      self.field = field
      self.old = old
      self.new = new
    }

    /// The change for a line, as `unit: % → percent`.
    public var description: String { "\(field): \(old ?? "(none)") → \(new ?? "(none)")" }
  }

  /// The thing.
  public var item: PlanItem
  /// What it is called in a line, as `measure HF-M01`.
  public var name: String
  /// What would happen to it.
  public var kind: Kind

  /// The change as lines: one for what is added, one for each field that changes.
  public var lines: [String] {
    switch kind {
    case .added(let summary):
      ["add     \(name)" + (summary.isEmpty ? "" : ": \(summary)")]
    case .changed(let fields): fields.map { "change  \(name): \($0.description)" }
    }
  }
}
