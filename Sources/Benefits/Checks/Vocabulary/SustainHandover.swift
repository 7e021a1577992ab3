import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let sustainHandover = Check(
    "sustain.handover", family: .sustain, severities: [.warn],
    breach: "a realised benefit has no owner in business as usual by its hand-over date",
    explanation: CheckExplanation(
      what: """
        A benefit whose headline measure is realised or sustained names its owner in business as usual by the \
        day of its hand-over.
        """,
      why:
        "When the project closes, the benefit belongs to whoever runs the service, or to nobody.",
      fix:
        "Agree on the role that takes the benefit over, and write it into the plan as bau_owner.",
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017), on transition"
    ),
    rule: .benefit { subject in
      if let nothing = subject.notRealised { return nothing }
      guard let handOver = subject.benefit.handOver else {
        return .notApplicable("has no hand-over date")
      }
      if let role = subject.benefit.bauOwner {
        return .pass("is handed over to \(role) on \(handOver.spoken)")
      }
      guard handOver <= subject.asOf else {
        return .notDue("is to be handed over on \(handOver.spoken)")
      }
      return .breach(
        .warn, "was to be handed over on \(handOver.spoken) and has no owner in business as usual",
        action: "agree who takes it over"
      ).with(evidence: ["days": Double(handOver.distance(to: subject.asOf))])
    })
}

extension BenefitUnderCheck {
  /// Since when the headline is realised; `nil` while it is not, or not any more.
  var realisedSince: Period? {
    guard let assessment = headlineAssessment,
      [.realised, .sustained].contains(assessment.statusBeforeStale ?? assessment.status)
    else { return nil }
    return assessment.realisedSince
  }

  /// Why there is nothing to sustain.
  var notRealised: CheckFinding? {
    if isEnded { return .notApplicable("has ended") }
    if isDraft { return .notApplicable("is a draft") }
    return realisedSince == nil ? .notDue("is not realised") : nil
  }

  /// The latest review of the benefit, or of the whole programme, up to the day.
  func latestReview(_ kind: Review.Kind? = nil) -> Review? {
    plan.reviews.filter { review in
      review.date <= asOf && (kind.map { review.kind == $0 } ?? true)
        && (review.benefits.isEmpty || review.benefits.contains(benefit.id))
    }.max { $0.date < $1.date }
  }
}
