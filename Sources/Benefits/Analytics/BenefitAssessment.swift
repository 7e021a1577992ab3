public import BenefitsModel

/// What can be said of a benefit on one day: its headline's status, the worst of its outcomes, and its guards.
public struct BenefitAssessment: Hashable, Sendable {
  /// The benefit.
  public var benefit: Benefit
  /// Its first outcome measure, or the first measure that shows it where none is an outcome.
  public var headline: Assessment?
  /// All measures that show it, in the order of the plan.
  public var measures: [Assessment]
  /// The measures that guard it, in the order of the plan.
  public var guards: [Assessment]
  /// The status: the headline's, unless the benefit has ended or has no measure.
  public var status: Status

  /// Realised % of the headline, unclamped.
  public var realised: Double? { headline?.realised }

  /// What accepts the status on the day; `nil` where nothing does, or where the benefit has ended.
  public var waiver: Waiver? { status == headline?.status ? headline?.waiver : nil }

  /// The outcome measure with the worst status; the first of several.
  public var worstOutcome: Assessment? {
    let outcomes = measures.filter { $0.measure.role == .outcome }
    return outcomes.min { $0.status.severity < $1.status.severity }
  }

  /// The measures whose guardrail is passed, those that guard the benefit and its own.
  public var breachedGuardrails: [Assessment] {
    (guards + measures).filter { $0.guardrailStatus == .breached }
  }

  /// Whether no guardrail of the benefit is passed; a benefit that is bought with harm is not clean.
  public var isClean: Bool { breachedGuardrails.isEmpty }

  /// Whether the benefit could be judged on the day.
  public var isMeasured: Bool { status.isJudged }

  /// Why the benefit has its status, as one plain sentence that can be read aloud.
  public var sentence: String {
    if benefit.lifecycle.isEnded {
      let reason = benefit.reason.map { ": \($0)" } ?? ""
      return "\(benefit.title) was \(benefit.lifecycle.rawValue)\(reason)."
    }
    guard let headline else {
      return "No measure shows \(benefit.title) yet, so nobody can say whether it comes."
    }
    return headline.sentence
  }
}

extension Status {
  /// Whether something could be judged.
  package var isJudged: Bool {
    switch self {
    case .closed, .notDefined, .noBaseline, .notDue, .noData: false
    default: true
    }
  }

  /// The place in the order of severity: 0 is the worst.
  public var severity: Int { Status.bySeverity.firstIndex(of: self) ?? Status.bySeverity.count }
}

extension Assessor {
  /// Returns what can be said of a benefit.
  ///
  /// - Parameter id: The identifier of a benefit of the plan.
  /// - Returns: The headline's status, the worst outcome and the guards.
  /// - Complexity: O(*m* + *n* log *n*) for *m* measures of the plan and *n* points of those of the benefit.
  public func benefitAssessment(_ id: Benefit.ID) -> BenefitAssessment {
    guard let benefit = index.benefits[id] else {
      preconditionFailure("the plan has no benefit \(id)")
    }
    let whole = { (measure: Measure) in assess(snapshot.plan.wholeSeries(of: measure)) }
    let measures = snapshot.plan.measures.filter { $0.benefits.contains(id) }
    let guards = snapshot.plan.measures.filter {
      $0.guards.contains(id) && !$0.benefits.contains(id)
    }
    return benefitAssessment(
      of: benefit, measures: measures.map(whole), guards: guards.map(whole))
  }

  /// Returns what can be said of every benefit, in the order of the plan.
  ///
  /// - Parameter assessments: The assessments of the measures, where they have been made already.
  /// - Returns: One assessment for each benefit.
  /// - Complexity: O(*m* + *n* log *n*) for *m* measures and benefits and *n* points.
  public func benefitAssessments(from assessments: [Assessment]? = nil) -> [BenefitAssessment] {
    var measures: [Benefit.ID: [Assessment]] = [:]
    var guards: [Benefit.ID: [Assessment]] = [:]
    for assessment in assessments ?? self.assessments() {
      let measure = assessment.measure
      for benefit in measure.benefits { measures[benefit, default: []].append(assessment) }
      for benefit in measure.guards where !measure.benefits.contains(benefit) {
        guards[benefit, default: []].append(assessment)
      }
    }
    return snapshot.plan.benefits.map { benefit in
      benefitAssessment(
        of: benefit, measures: measures[benefit.id] ?? [], guards: guards[benefit.id] ?? [])
    }
  }

  private func benefitAssessment(
    of benefit: Benefit, measures: [Assessment], guards: [Assessment]
  ) -> BenefitAssessment {
    let headline = measures.first { $0.measure.role == .outcome } ?? measures.first
    let status = benefit.lifecycle.isEnded ? .closed : headline?.status ?? .notDefined
    return BenefitAssessment(
      benefit: benefit, headline: headline, measures: measures, guards: guards, status: status)
  }
}
