import BenefitsModel

/// What assessments need of a plan, looked up once instead of searched for each series.
///
/// It is a class since every assessment holds on to it.
final class PlanIndex: Sendable {
  /// What the plan says around one measure.
  struct MeasureContext {
    var measure: Measure
    /// The benefits that the measure shows, then those that it guards.
    var benefits: [Benefit]
    /// The earliest go-live among the projects of those benefits.
    var goLive: Day?
    /// The earliest day on which any of those benefits is expected.
    var firstBenefit: Day?
    /// What is due on the day that the question is asked for.
    var dues: Dues
    /// The waivers for the measure that count on the day.
    var waivers: [Waiver]

    /// Whether every benefit behind the measure has ended.
    var isClosed: Bool { !benefits.isEmpty && benefits.allSatisfy(\.lifecycle.isEnded) }

    /// Whether any benefit behind the measure is being realised, so that every value is waited for.
    var isBegun: Bool { benefits.isEmpty || benefits.contains { $0.lifecycle == .realising } }
  }

  let plan: Plan
  let asOf: Day
  private let contexts: [Measure.ID: MeasureContext]
  private let siteGoLives: [Site.ID: Day]
  let benefits: [Benefit.ID: Benefit]

  init(plan: Plan, asOf: Day) {
    self.plan = plan
    self.asOf = asOf
    let benefits = Dictionary(plan.benefits.map { ($0.id, $0) }) { first, _ in first }
    let projects = Dictionary(plan.projects.map { ($0.id, $0) }) { first, _ in first }
    var dues: [Frequency: Dues] = [:]
    var contexts: [Measure.ID: MeasureContext] = [:]
    let waivers = plan.waivers.filter { $0.isInForce(on: asOf) }
    for measure in plan.measures where contexts[measure.id] == nil {
      let guarded = measure.guards.filter { !measure.benefits.contains($0) }
      let behind = (measure.benefits + guarded).compactMap { benefits[$0] }
      let goLives = behind.compactMap { projects[$0.project]?.goLive }
      let running = behind.filter { !$0.lifecycle.isEnded }
      let firsts = running.compactMap { $0.firstBenefit ?? projects[$0.project]?.goLive }
      let cadence = Dues.cadence(of: measure)
      let due = dues[cadence] ?? Dues(cadence, asOf: asOf, calendar: plan.calendar)
      dues[cadence] = due
      contexts[measure.id] = MeasureContext(
        measure: measure, benefits: behind, goLive: goLives.min(), firstBenefit: firsts.min(),
        dues: due,
        waivers: waivers.filter { $0.covers(measure, of: behind, in: plan.programme.id) })
    }
    self.contexts = contexts
    self.benefits = benefits
    siteGoLives = Dictionary(
      plan.sites.compactMap { site in site.goLive.map { (site.id, $0) } }
    ) { first, _ in first }
  }

  /// Returns what the plan says around one measure.
  func context(of measure: Measure.ID) -> MeasureContext {
    guard let context = contexts[measure] else {
      preconditionFailure("the plan has no measure \(measure)")
    }
    return context
  }

  /// Returns the waivers for a measure that count on a day.
  func waivers(for context: MeasureContext, on day: Day) -> [Waiver] {
    plan.waivers.filter {
      $0.isInForce(on: day)
        && $0.covers(context.measure, of: context.benefits, in: plan.programme.id)
    }
  }

  /// Returns the day on which the change behind a series goes live, as `Plan.goLive(of:)` does.
  func goLive(of series: Series, in context: MeasureContext) -> Day? {
    siteGoLives[series.site] ?? context.goLive
  }

  /// Returns the first day on which any benefit of a series is expected: not before its site goes live.
  func firstBenefit(of series: Series, in context: MeasureContext) -> Day? {
    guard let siteGoLive = siteGoLives[series.site] else { return context.firstBenefit }
    return context.firstBenefit.map { max($0, siteGoLive) } ?? siteGoLive
  }

  /// Returns what was promised of a series, as `Plan.commitment(of:)` does.
  func commitment(of series: Series, in context: MeasureContext) -> Commitment {
    if let own = plan.commitments[series] { return own }
    return plan.inheritedCommitment(of: series, measure: context.measure)
  }
}

extension Lifecycle {
  /// Whether nothing more is expected.
  var isEnded: Bool { self == .closed || self == .superseded }
}
