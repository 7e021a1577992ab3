import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let sustainAssessmentOld = Check(
    "sustain.assessment-old", family: .sustain, severities: [.info],
    breach: "a realised benefit has no sustainability assessment of the last 12 months",
    explanation: CheckExplanation(
      what: """
        A benefit whose headline measure is realised or sustained has a review of the kind sustainability, of \
        its own or of the whole programme, that is at most 366 days old.
        """,
      why: """
        Whether an improvement lasts depends on things that can be asked about: staff, training, leadership, \
        infrastructure. Asking once a year finds the weak ones in time.
        """,
      fix: "Assess the sustainability of the benefit and record it as a review of that kind.",
      source: "NHS Institute, Sustainability Model and Guide (2010)"),
    rule: .benefit { subject in
      if let nothing = subject.notRealised { return nothing }
      guard let review = subject.latestReview(.sustainability) else {
        return .breach(
          .info, "is realised, and its sustainability was never assessed", action: "assess it")
      }
      let days = review.date.distance(to: subject.asOf)
      let fact = "had its sustainability assessed on \(review.date.spoken)"
      let finding: CheckFinding =
        days <= longestWithoutAssessment
        ? .pass(fact) : .breach(.info, "\(fact), \(days) days ago", action: "assess it again")
      return finding.with(evidence: ["days": Double(days)])
    })

  private static let longestWithoutAssessment = 366
}
