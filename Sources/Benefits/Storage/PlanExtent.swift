public import BenefitsModel

/// How much of the plan in force is read to record something.
public enum PlanExtent: Hashable, Sendable {
  /// All of it.
  case whole
  /// What numbers of one measure are recorded with: the programme, its calendar and places, and the measure
  /// itself; the whole plan where the measure is not in force.
  case measure(Measure.ID)

  /// The definitions that belong to the extent, of all those in force.
  func definitions(among rows: [DefinitionRow]) -> [DefinitionRow] {
    guard case .measure(let id) = self else { return rows }
    let own = DefinitionRow.Key(noun: .measure, folded: id.folded)
    guard rows.contains(where: { $0.noun == .measure && $0.key == own && $0.body != nil }) else {
      return rows
    }
    return rows.filter { row in
      switch row.noun {
      case .programme, .calendar, .site, .stratum: true
      case .measure: row.key == own
      default: false
      }
    }
  }
}
