import BenefitsAnalytics
import BenefitsModel

/// What a rule about the plan may look at: the plan, the day, and what stood there before.
///
/// It is a class since every rule looks at it.
final class PlanUnderCheck: Sendable {
  let asOf: Day
  let history: History
  let index: CheckIndex
  /// The values that were revised, where a run looks back at some.
  let revised: RevisedValues?
  private let assessor: Assessor

  init(
    _ index: CheckIndex, asOf: Day, history: History, revised: RevisedValues?, assessor: Assessor
  ) {
    self.asOf = asOf
    self.history = history
    self.index = index
    self.revised = revised
    self.assessor = assessor
  }

  var plan: Plan { index.plan }

  /// Returns the benefit with an identifier, without searching the plan.
  func benefit(_ id: Benefit.ID) -> Benefit? { index.benefits[id] }

  /// Returns the project with an identifier, without searching the plan.
  func project(_ id: Project.ID) -> Project? { index.projects[id] }

  /// Returns the measure with an identifier, without searching the plan.
  func measure(_ id: Measure.ID) -> Measure? { index.measures[id] }

  /// The benefits of a project, in the order of the plan.
  func benefits(of project: Project.ID) -> [Benefit] { index.benefitsOfProject[project] ?? [] }

  /// The measures that show a benefit, in the order of the plan.
  func measures(showing benefit: Benefit.ID) -> [Measure] { index.showing[benefit] ?? [] }

  /// The measures that guard a benefit, in the order of the plan.
  func measures(guarding benefit: Benefit.ID) -> [Measure] { index.guarding[benefit] ?? [] }

  /// How the whole series of a measure stands on the day; costs as much as assessing it.
  func assessment(of measure: Measure) -> Assessment {
    assessment(of: measure.wholeSeries(in: plan.programme.id))
  }

  /// How a series stands on the day; costs as much as assessing it.
  func assessment(of series: Series) -> Assessment {
    asOf == assessor.asOf ? assessor.assess(series) : assessor.assess(series, asOf: asOf)
  }

  /// The measure that speaks for a benefit: its first outcome, or else the first that shows it.
  func headline(of benefit: Benefit.ID) -> Measure? {
    let measures = measures(showing: benefit)
    return measures.first { $0.role == .outcome } ?? measures.first
  }

  /// What was promised of the whole series of a measure.
  func commitment(of measure: Measure) -> Commitment {
    plan.commitments[measure.wholeSeries(in: plan.programme.id)] ?? Commitment()
  }

  /// The role that answers for a benefit.
  func owner(of benefit: Benefit) -> String? { benefit.owner ?? project(benefit.project)?.owner }
}

extension PlanUnderCheck {
  /// The programme as a subject.
  var subject: CheckSubject { CheckSubject(plan.programme) }

  /// A thing of the plan as a subject, as an action or a review.
  ///
  /// - Parameters:
  ///   - id: Its identifier.
  ///   - title: What a sentence calls it.
  ///   - benefit: The benefit that it is about, whose project and aim it takes over.
  ///   - project: The project that it is about.
  ///   - measure: The measure that it is about.
  /// - Returns: The subject.
  func subject(
    _ id: String, title: String, benefit: Benefit? = nil, project: Project.ID? = nil,
    measure: Measure? = nil
  ) -> CheckSubject {
    let behind =
      benefit
      ?? measure.flatMap { ($0.benefits.first ?? $0.guards.first).flatMap { self.benefit($0) } }
    var subject = CheckSubject(plan.programme)
    subject.id = id
    subject.title = title.printable.trimmed()
    subject.benefit = behind?.id
    subject.project = project ?? behind?.project
    subject.aim = behind?.aim
    subject.measure = measure?.id
    subject.role = measure?.role
    return subject
  }
}

/// What a rule about the plan found for one of its subjects.
struct PlanFinding {
  let subject: CheckSubject
  let finding: CheckFinding

  init(_ subject: CheckSubject, _ finding: CheckFinding) {
    self.subject = subject
    self.finding = finding
  }
}
