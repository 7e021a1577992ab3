public import BenefitsModel

/// Something that was changed by command since the plan was last applied, and that a plan file would change back.
public struct PlanConflict: Hashable, Sendable {
  /// The thing.
  public let item: PlanItem
  /// What it is called, as `measure HF-M01`.
  public let name: String
  /// The field as the plan file calls it; `nil` when the whole thing is meant.
  public let field: String?
  /// What the plan in force says; `nil` for nothing.
  public let current: String?
  /// What the file says; `nil` for nothing.
  public let proposed: String?

  /// Finds the conflicts of a plan file.
  ///
  /// - Parameters:
  ///   - base: The plan as the file last knew it.
  ///   - current: The plan in force.
  ///   - proposed: The plan of the file.
  ///   - retiring: Whether what the file lacks is to be retired.
  /// - Returns: The conflicts in the order of the file, empty when the file may be applied.
  /// - Complexity: O(*n*²), where *n* is the number of things of one noun.
  public static func list(
    base: Plan, current: Plan, proposed: Plan, retiring: Bool
  ) -> [PlanConflict] {
    let made = PlanDifference(from: base, to: current)
    let wanted = PlanDifference(from: current, to: proposed)
    let byCommand = Dictionary(
      made.changes.filter { !$0.isPlaceOnly }.map { ($0.item, $0) },
      uniquingKeysWith: { first, _ in first })
    let retired = Set(made.absent)
    var conflicts: [PlanConflict] = []
    for change in wanted.changes {
      switch change.kind {
      case .added(let summary):
        guard retired.contains(change.item) else { continue }
        conflicts.append(
          PlanConflict(
            item: change.item, name: change.name, field: nil, current: nil, proposed: summary))
      case .changed(let fields):
        guard let earlier = byCommand[change.item] else { continue }
        for field in fields where field.field != "place" && earlier.touches(field.field) {
          conflicts.append(
            PlanConflict(
              item: change.item, name: change.name, field: field.field, current: field.old,
              proposed: field.new))
        }
      }
    }
    guard retiring else { return conflicts }
    for item in wanted.absent {
      guard let earlier = byCommand[item] else { continue }
      conflicts.append(
        PlanConflict(
          item: item, name: earlier.name, field: nil, current: "there", proposed: nil))
    }
    return conflicts
  }

  /// Returns whether a difference made what the conflict is about.
  ///
  /// - Parameter difference: What one entry changed.
  /// - Returns: Whether the entry is the one that somebody must know of.
  public func wasMade(by difference: PlanDifference) -> Bool {
    if field == nil, current == nil { return difference.absent.contains(item) }
    return difference.changes.contains { change in
      change.item == item && !change.isPlaceOnly && (field.map { change.touches($0) } ?? true)
    }
  }
}

extension PlanChange {
  /// Whether nothing but the order of things changed.
  fileprivate var isPlaceOnly: Bool {
    if case .changed(let fields) = kind { fields.allSatisfy { $0.field == "place" } } else { false }
  }

  /// Whether the change speaks of a field; targets, whose fields are named by their period, go together.
  fileprivate func touches(_ field: String) -> Bool {
    switch kind {
    case .added: true
    case .changed(let fields): item.noun == .targets || fields.contains { $0.field == field }
    }
  }
}
