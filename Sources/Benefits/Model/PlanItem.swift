/// One thing that a plan names: what it is, and what it is called.
///
/// Items are what a difference between two plans lists, and what is retired.
public struct PlanItem: Hashable, Sendable {
  /// What a thing in a plan may be, in the order of a plan file.
  public enum Noun: String, Hashable, Sendable, CaseIterable {
    /// The programme.
    case programme
    /// The public holidays and the start of years; there is one, without an identifier.
    case calendar
    /// What the plan says about its checks; there is one, without an identifier.
    case checks
    /// A project.
    case project
    /// A site.
    case site
    /// A stratum.
    case stratum
    /// A benefit.
    case benefit
    /// A measure.
    case measure
    /// The baseline of a series.
    case baseline
    /// All targets of a series together.
    case targets
    /// The guardrail of a series.
    case guardrail
    /// An annotation.
    case annotation
    /// An assumption.
    case assumption
    /// A decision.
    case decision
    /// A review.
    case review
    /// An action.
    case action
    /// A waiver.
    case waiver
  }

  /// What it is.
  public let noun: Noun
  /// The identifier as it was written; for what belongs to a series, the series' description.
  public let id: String
  private let folded: String

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - noun: What it is.
  ///   - id: The identifier, or nothing for the calendar and the checks.
  public init(_ noun: Noun, _ id: String = "") {
    self.noun = noun
    self.id = id
    folded = id.asciiLowercased()
  }

  /// Creates the item of a thing with an identifier.
  ///
  /// - Parameters:
  ///   - noun: What it is.
  ///   - id: The identifier.
  public init<Thing>(_ noun: Noun, _ id: Identifier<Thing>) { self.init(noun, id.text) }

  /// Creates the item of a series' baseline, targets or guardrail.
  ///
  /// - Parameters:
  ///   - noun: Which of the three it is.
  ///   - series: The series.
  public init(_ noun: Noun, of series: Series) { self.init(noun, series.description) }

  /// Compares two items, ignoring ASCII case.
  ///
  /// - Parameters:
  ///   - lhs: An item.
  ///   - rhs: Another item.
  /// - Returns: Whether they are the same thing.
  public static func == (lhs: PlanItem, rhs: PlanItem) -> Bool {
    lhs.noun == rhs.noun && lhs.folded == rhs.folded
  }

  /// Feeds the noun and the folded identifier to a hasher.
  ///
  /// - Parameter hasher: The hasher to feed.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(noun)
    hasher.combine(folded)
  }
}

extension PlanItem: CustomStringConvertible {
  /// The item for a message, as `measure HF-M01` or `baseline of HF-M01 at alderwick`.
  public var description: String {
    switch noun {
    case .calendar, .checks: noun.rawValue
    case .baseline, .targets, .guardrail: "\(noun.rawValue) of \(id)"
    default: "\(noun.rawValue) \(id)"
    }
  }
}

extension Plan {
  /// Everything that the plan names, noun by noun in the order of `PlanItem.Noun`, each in the plan's order.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of items.
  public var items: [PlanItem] {
    let series = commitmentOrder
    var items = [PlanItem(.programme, programme.id), PlanItem(.calendar), PlanItem(.checks)]
    items += projects.map { PlanItem(.project, $0.id) }
    items += sites.map { PlanItem(.site, $0.id) }
    items += strata.map { PlanItem(.stratum, $0.id) }
    items += benefits.map { PlanItem(.benefit, $0.id) }
    items += measures.map { PlanItem(.measure, $0.id) }
    for one in series where commitments[one]?.baseline != nil {
      items.append(PlanItem(.baseline, of: one))
    }
    for one in series where commitments[one]?.targets.isEmpty == false {
      items.append(PlanItem(.targets, of: one))
    }
    for one in series where commitments[one]?.guardrail != nil {
      items.append(PlanItem(.guardrail, of: one))
    }
    items += annotations.map { PlanItem(.annotation, $0.id) }
    items += assumptions.map { PlanItem(.assumption, $0.id) }
    items += decisions.map { PlanItem(.decision, $0.id) }
    items += reviews.map { PlanItem(.review, $0.id) }
    items += actions.map { PlanItem(.action, $0.id) }
    items += waivers.map { PlanItem(.waiver, $0.id) }
    return items
  }

  /// The series that something was promised of: measures in the plan's order, the whole programme before
  /// its sites, sites and strata in the plan's order.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of series.
  public var commitmentOrder: [Series] {
    func ranks<Noun>(_ ids: [Identifier<Noun>]) -> [Identifier<Noun>: Int] {
      Dictionary(zip(ids, 0..<ids.count), uniquingKeysWith: { first, _ in first })
    }
    let measureRank = ranks(measures.map(\.id))
    let siteRank = ranks([Site.ID(programme.id)] + sites.map(\.id))
    let stratumRank = ranks([.all] + strata.map(\.id))
    let ranked = commitments.keys.map { series -> (series: Series, rank: [Int]) in
      let rank = [
        measureRank[series.measure] ?? .max, siteRank[series.site] ?? .max,
        stratumRank[series.stratum] ?? .max,
      ]
      return (series, rank)
    }
    let sorted = ranked.sorted { left, right in
      left.rank == right.rank
        ? left.series < right.series : left.rank.lexicographicallyPrecedes(right.rank)
    }
    return sorted.map(\.series)
  }
}
