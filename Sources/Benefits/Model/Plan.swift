/// Everything that was planned and promised: what a plan file says, and what a database holds of it.
///
/// The lists keep the order of the plan file.
public struct Plan: Hashable, Sendable {
  /// The programme.
  public var programme: Programme
  /// Public holidays and the start of years.
  public var calendar: WorkingCalendar
  /// The projects of the programme.
  public var projects: [Project]
  /// The places where measures are taken, without the programme itself.
  public var sites: [Site]
  /// The groups that measures are split by, without `all`.
  public var strata: [Stratum]
  /// The benefits.
  public var benefits: [Benefit]
  /// The measures.
  public var measures: [Measure]
  /// What was promised of each series.
  public var commitments: [Series: Commitment]
  /// What charts show beside the values.
  public var annotations: [Annotation]
  /// What must be true for benefits to come.
  public var assumptions: [Assumption]
  /// What was decided.
  public var decisions: [Decision]
  /// The looks that bodies took at benefits and at the programme.
  public var reviews: [Review]
  /// What is to be done.
  public var actions: [Action]
  /// What the plan says about its scheduled checks.
  public var checks: CheckPolicy
  /// The accepted breaches.
  public var waivers: [Waiver]

  /// Creates a plan.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - calendar: Public holidays and the start of years.
  ///   - projects: The projects of the programme.
  ///   - sites: The places where measures are taken.
  ///   - strata: The groups that measures are split by.
  ///   - benefits: The benefits.
  ///   - measures: The measures.
  ///   - commitments: What was promised of each series.
  ///   - annotations: What charts show beside the values.
  ///   - assumptions: What must be true for benefits to come.
  ///   - decisions: What was decided.
  ///   - reviews: The looks that bodies took at benefits and at the programme.
  ///   - actions: What is to be done.
  ///   - checks: What the plan says about its scheduled checks.
  ///   - waivers: The accepted breaches.
  public init(
    programme: Programme, calendar: WorkingCalendar = WorkingCalendar(),
    projects: [Project] = [], sites: [Site] = [], strata: [Stratum] = [],
    benefits: [Benefit] = [], measures: [Measure] = [],
    commitments: [Series: Commitment] = [:], annotations: [Annotation] = [],
    assumptions: [Assumption] = [], decisions: [Decision] = [], reviews: [Review] = [],
    actions: [Action] = [], checks: CheckPolicy = CheckPolicy(), waivers: [Waiver] = []
  ) {
    self.programme = programme
    self.calendar = calendar
    self.projects = projects
    self.sites = sites
    self.strata = strata
    self.benefits = benefits
    self.measures = measures
    self.commitments = commitments
    self.annotations = annotations
    self.assumptions = assumptions
    self.decisions = decisions
    self.reviews = reviews
    self.actions = actions
    self.checks = checks
    self.waivers = waivers
  }

  /// Returns the measure with an identifier.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when the plan has no such measure.
  /// - Complexity: O(*n*), where *n* is the number of measures.
  public func measure(_ id: Measure.ID) -> Measure? { measures.first { $0.id == id } }

  /// Returns the benefit with an identifier.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when the plan has no such benefit.
  /// - Complexity: O(*n*), where *n* is the number of benefits.
  public func benefit(_ id: Benefit.ID) -> Benefit? { benefits.first { $0.id == id } }

  /// Returns the project with an identifier.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when the plan has no such project.
  /// - Complexity: O(*n*), where *n* is the number of projects.
  public func project(_ id: Project.ID) -> Project? { projects.first { $0.id == id } }

  /// Returns the measures of a benefit in the order of the plan, its headline first among the outcomes.
  ///
  /// - Parameter benefit: The identifier of the benefit.
  /// - Returns: The measures that show the benefit, then those that guard it.
  /// - Complexity: O(*n*), where *n* is the number of measures.
  public func measures(of benefit: Benefit.ID) -> [Measure] {
    measures.filter { $0.benefits.contains(benefit) }
      + measures.filter { $0.guards.contains(benefit) && !$0.benefits.contains(benefit) }
  }

  /// Returns the day on which the change behind a series goes live.
  ///
  /// - Parameter series: The series.
  /// - Returns: The go-live of the site where it has one, else the earliest go-live among the projects of
  ///   the measure's benefits, or of those it guards; `nil` when none is known.
  public func goLive(of series: Series) -> Day? {
    if let site = sites.first(where: { $0.id == series.site }), let day = site.goLive { return day }
    guard let measure = measure(series.measure) else { return nil }
    return (measure.benefits + measure.guards)
      .compactMap { benefit($0).flatMap { project($0.project)?.goLive } }.min()
  }
}
