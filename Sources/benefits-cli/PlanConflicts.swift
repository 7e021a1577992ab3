import BenefitsModel
import BenefitsPlan
import BenefitsStorage
import BenefitsTerminal

/// Finds what was changed by command since a plan file last knew the plan, and says who changed it.
struct PlanConflicts {
  private let document: PlanDocument
  private let retires: Bool
  /// The entry that the file knows the plan of, and that plan; `nil` when none was ever applied.
  private let base: (entry: EntryID, plan: Plan)?

  init(
    _ document: PlanDocument, retires: Bool, knownAt: KnownAt = .latest, in store: borrowing Store
  ) throws {
    self.document = document
    self.retires = retires
    var known = try store.planEntries(knownAt: knownAt).last { $0.isFromFile }?.id
    if let exported = document.exported,
      try store.entries(knownAt: knownAt).contains(where: {
        $0.id == exported.entry && $0.recordedAt == exported.recordedAt
      })
    {
      known = max(known ?? 0, exported.entry)
    }
    base = try known.flatMap { entry in
      try store.plan(knownAt: .entry(entry)).map { (entry, $0) }
    }
  }

  /// The conflicts with the plan in force.
  func list(against current: Plan?) -> [PlanConflict] {
    guard let base, let current else { return [] }
    return PlanConflict.list(
      base: base.plan, current: current, proposed: document.plan, retiring: retires)
  }

  /// The failure of a file with conflicts.
  static func failure(_ faults: [Fault], in name: String) -> CommandFailure {
    CommandFailure(
      .wrongInput,
      "\(name): \(counted(faults.count, "conflict")) with what was changed by command; nothing was "
        + "applied", faults: faults)
  }

  /// The conflicts as faults, each with the entry that made it.
  func faults(_ conflicts: [PlanConflict], in store: borrowing Store) throws -> [Fault] {
    guard let base, !conflicts.isEmpty else { return [] }
    var previous = base.plan
    var made: [(entry: Entry, difference: PlanDifference)] = []
    let changing = Set(try store.planEntries().map(\.id))
    for entry in try store.entries() where entry.id > base.entry && changing.contains(entry.id) {
      guard let plan = try store.plan(knownAt: .entry(entry.id)), plan != previous else { continue }
      made.append((entry, PlanDifference(from: previous, to: plan)))
      previous = plan
    }
    return PlanFaults(
      conflicts.map { conflict in
        let entry = made.last { conflict.wasMade(by: $0.difference) }?.entry
        return Fault(
          document.places.location(of: conflict.item) ?? SourceLocation(whole: ""),
          Self.message(conflict, entry),
          hint:
            "'benefits-cli plan export' writes what the database says into a file; --override applies "
            + "what this file says")
      }
    ).faults
  }

  private static func message(_ conflict: PlanConflict, _ entry: Entry?) -> String {
    let who =
      entry.map { " by \($0.recordedBy) in entry \($0.id) (\($0.recordedAt.day.spoken))" } ?? ""
    switch (conflict.field, conflict.current) {
    case (nil, nil): return "\(conflict.name) was retired\(who), and this file has it"
    case (nil, _): return "\(conflict.name) was added or changed\(who), and this file lacks it"
    case (let field?, let current):
      return
        "\(conflict.name): \(field) was changed to '\(current ?? "(none)")'\(who), and this file "
        + "says '\(conflict.proposed ?? "(none)")'"
    }
  }
}
