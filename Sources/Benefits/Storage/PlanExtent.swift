public import BenefitsModel

/// How much of the plan in force is read to record something.
public enum PlanExtent: Hashable, Sendable {
  /// All of it.
  case whole
  /// What numbers of one measure are recorded with: the programme, its calendar and places, and the measure
  /// itself; the whole plan where the measure is not in force.
  case measure(Measure.ID)

  /// The extent that can be read of a plan with some definitions.
  func available(among rows: [DefinitionRow]) -> PlanExtent {
    guard case .measure(let id) = self else { return self }
    let own = DefinitionRow.Key(noun: .measure, folded: id.folded)
    return rows.contains { $0.noun == .measure && $0.key == own && $0.body != nil } ? self : .whole
  }

  /// Whether a definition belongs to the extent.
  func contains(_ row: DefinitionRow) -> Bool {
    guard case .measure(let id) = self else { return true }
    switch row.noun {
    case .programme, .calendar, .site, .stratum: return true
    case .measure: return row.key.folded == id.folded
    default: return false
    }
  }
}
