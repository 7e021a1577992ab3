import BenefitsModel

/// Which target of a plan became which of the next.
struct TargetPairs {
  /// A target before and after; one of them is missing where it was added or taken out.
  var pairs: [(old: Target?, new: Target?, index: Int?)] = []

  /// Pairs equal targets first, then those for the same periods, then the rest in their order.
  init(from old: [Target], to new: [Target]) {
    var left = Array(old)
    var partner = [Target?](repeating: nil, count: new.count)
    func match(_ isPartner: (Target, Target) -> Bool) {
      for index in new.indices where partner[index] == nil {
        guard let found = left.firstIndex(where: { isPartner($0, new[index]) }) else { continue }
        partner[index] = left.remove(at: found)
      }
    }
    match { $0 == $1 }
    match { $0.reachBy == $1.reachBy && $0.from == $1.from }
    match { $0.reachBy == $1.reachBy }
    match { _, _ in true }
    pairs = new.indices.map { (partner[$0], new[$0], $0) } + left.map { ($0, nil, nil) }
  }

  /// The changes field by field, under the period that each target was for before.
  func changes(from old: [Target], to new: [Target]) -> [PlanChange.FieldChange] {
    pairs.flatMap { pair -> [PlanChange.FieldChange] in
      switch (pair.old, pair.new) {
      case (let before?, let after?):
        let label = PlanFields.label(of: before, among: old)
        var (left, right) = (PlanFields(), PlanFields())
        left.add(before, as: label)
        right.add(after, as: label)
        var changes = left.changes(to: right)
        if before.reachBy != after.reachBy {
          changes.append(
            .init(
              field: "reach_by, \(label)", old: before.reachBy.description,
              new: after.reachBy.description))
        }
        return changes
      case (nil, let after?):
        return [
          .init(
            field: "target \(PlanFields.label(of: after, among: new))", old: nil,
            new: Numeral.shortest(after.value))
        ]
      case (let before?, nil):
        return [
          .init(
            field: "target \(PlanFields.label(of: before, among: old))",
            old: Numeral.shortest(before.value), new: nil)
        ]
      case (nil, nil): return []
      }
    }
  }

  /// Whether what is promised differs, rather than who promised it.
  static func promiseDiffers(_ old: Target, _ new: Target) -> Bool {
    var (old, new) = (old, new)
    for keyPath in [\Target.committedBy, \.decision] {
      old[keyPath: keyPath] = nil
      new[keyPath: keyPath] = nil
    }
    (old.committedOn, new.committedOn) = (nil, nil)
    return old != new
  }
}
