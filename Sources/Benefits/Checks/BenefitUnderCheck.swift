import BenefitsAnalytics
import BenefitsModel

/// What a rule about benefits may look at.
struct BenefitUnderCheck {
  let benefit: Benefit
  /// The plan around the benefit.
  let whole: PlanUnderCheck

  var plan: Plan { whole.plan }
  var asOf: Day { whole.asOf }

  /// Whether nothing more is expected of the benefit.
  var isEnded: Bool { benefit.lifecycle == .closed || benefit.lifecycle == .superseded }

  /// Whether the benefit is an idea that nothing is promised for yet.
  var isDraft: Bool { benefit.lifecycle == .draft }

  /// The project that is to bring it.
  var project: Project? { whole.project(benefit.project) }

  /// The role that answers for it.
  var owner: String? { whole.owner(of: benefit) }

  /// The measures that show it, in the order of the plan.
  var measures: [Measure] { whole.measures(showing: benefit.id) }

  /// The measures that guard it, in the order of the plan.
  var guards: [Measure] { whole.measures(guarding: benefit.id) }

  /// The first outcome measure, or else the first measure that shows it.
  var headline: Measure? { whole.headline(of: benefit.id) }

  /// How the headline stands on the day.
  var headlineAssessment: Assessment? { headline.flatMap { whole.assessment(of: $0) } }
}

/// What a rule about projects may look at.
struct ProjectUnderCheck {
  let project: Project
  /// The plan around the project.
  let whole: PlanUnderCheck

  var plan: Plan { whole.plan }
  var asOf: Day { whole.asOf }

  /// The benefits that the project is to bring, in the order of the plan.
  var benefits: [Benefit] { whole.benefits(of: project.id) }
}
