public import BenefitsModel

/// What applying a plan would change.
///
/// What the current plan has and the proposed one does not speak of is left untouched unless it is retired.
public struct PlanDifference: Hashable, Sendable {
  /// What would be added or changed, in the order of a plan file.
  public let changes: [PlanChange]
  /// What the proposed plan does not speak of, in the order of a plan file.
  public let absent: [PlanItem]

  let current: Plan?
  let proposed: Plan

  /// Compares two plans.
  ///
  /// - Parameters:
  ///   - current: The plan in force; `nil` when there is none yet.
  ///   - proposed: The plan to apply.
  /// - Complexity: O(*n*²), where *n* is the number of things of one noun.
  public init(from current: Plan?, to proposed: Plan) {
    self.current = current
    self.proposed = proposed
    let series = Dictionary(
      (proposed.commitmentOrder + (current?.commitmentOrder ?? [])).map { ($0.description, $0) },
      uniquingKeysWith: { first, _ in first })
    let old = current?.items ?? []
    let known = Set(old)
    var changes: [PlanChange] = []
    for item in proposed.items {
      let key = series[item.id]
      let name = Self.name(of: item, key, in: proposed)
      let fields = PlanFields.of(item, in: proposed, series: key)
      guard let current, known.contains(item) else {
        changes.append(
          PlanChange(item: item, name: name, kind: .added(summary: fields.summary(of: item))))
        continue
      }
      let before = key.flatMap { current.commitments[$0]?.targets } ?? []
      let after = key.flatMap { proposed.commitments[$0]?.targets } ?? []
      let differences =
        item.noun == .targets
        ? TargetPairs(from: before, to: after).changes(from: before, to: after)
        : PlanFields.of(item, in: current, series: key).changes(to: fields)
      if !differences.isEmpty {
        changes.append(PlanChange(item: item, name: name, kind: .changed(differences)))
      }
    }
    if let current { changes += Self.reordered(from: current, to: proposed) }
    self.changes = changes
    let spokenOf = Set(proposed.items)
    absent = old.filter { !spokenOf.contains($0) }
  }

  /// Whether applying the proposed plan would change nothing.
  public var isEmpty: Bool { changes.isEmpty }

  /// The difference as lines: what is added and changed, then what is absent.
  ///
  /// - Parameter retiring: Whether what is absent is retired rather than left as it is.
  /// - Returns: The lines in a fixed order, empty when there is no difference at all.
  public func lines(retiring: Bool = false) -> [String] {
    changes.flatMap(\.lines)
      + shownAbsent.map { name in
        retiring ? "retire  \(name)" : "absent  \(name): stays as it is"
      }
  }

  /// The names of what is absent; what belongs to an absent measure goes without saying.
  private var shownAbsent: [String] {
    guard let current else { return [] }
    let series = Dictionary(
      current.commitmentOrder.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
    let items = Set(absent)
    return absent.compactMap { item in
      let key = series[item.id]
      if let key, [.baseline, .targets, .guardrail].contains(item.noun),
        items.contains(PlanItem(.measure, key.measure))
      {
        return nil
      }
      return Self.name(of: item, key, in: current)
    }
  }

  /// The name of a thing for a line; a series of the whole programme is named by its measure alone.
  static func name(of item: PlanItem, _ series: Series?, in plan: Plan) -> String {
    guard let series, [.baseline, .targets, .guardrail].contains(item.noun),
      series.site == Site.ID(plan.programme.id), series.stratum == .all
    else { return item.description }
    return "\(item.noun.rawValue) of \(series.measure)"
  }

  /// The order of things counts: the first outcome measure of a benefit is its headline.
  private static func reordered(from current: Plan, to proposed: Plan) -> [PlanChange] {
    let order = { (plan: Plan) in Dictionary(grouping: plan.items, by: \.noun) }
    let (old, new) = (order(current), order(proposed))
    let nouns: [PlanItem.Noun] = [
      .project, .site, .stratum, .benefit, .measure, .annotation, .assumption, .decision,
      .review, .action, .waiver,
    ]
    return nouns.compactMap { noun in
      let (before, after) = (old[noun] ?? [], new[noun] ?? [])
      let common = Set(before).intersection(after)
      let left = before.filter(common.contains)
      let right = after.filter(common.contains)
      guard let first = zip(left, right).first(where: { $0 != $1 }) else { return nil }
      return PlanChange(
        item: first.1, name: first.1.description,
        kind: .changed([
          .init(field: "place", old: "behind \(first.0.id)", new: "before \(first.0.id)")
        ]))
    }
  }
}
