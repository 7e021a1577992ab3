import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let sustainReviewOverdue = Check(
    "sustain.review-overdue", family: .sustain, severities: [.warn],
    breach: "a realised benefit is not looked at any more",
    explanation: CheckExplanation(
      what: """
        A benefit whose headline measure is realised or sustained is still reviewed: its latest review, or that \
        of the whole programme, is not past the next due day that it named, and is at most 183 days old where \
        it named none.
        """,
      why: "What was realised is lost when nobody looks any more.",
      fix: "Review the benefit, record the review, and say when the next one is due.",
      source: "NHS Institute, Sustainability Model and Guide (2010)"),
    rule: .benefit { subject in
      if let nothing = subject.notRealised { return nothing }
      guard let review = subject.latestReview() else {
        return .breach(
          .warn, "is realised and was never reviewed", action: "review it and name the next day")
      }
      let due = review.nextDue ?? review.date.advanced(by: longestWithoutReview)
      let fact = "was reviewed by \(review.body) on \(review.date.spoken)"
      let days = Double(review.date.distance(to: subject.asOf))
      guard due < subject.asOf else {
        return .pass("\(fact), next by \(due.spoken)").with(evidence: ["days": days])
      }
      return .breach(
        .warn, "\(fact); the next review was due on \(due.spoken)",
        action: "review it and name the next day"
      ).with(evidence: ["days": days, "days_overdue": Double(due.distance(to: subject.asOf))])
    })

  private static let longestWithoutReview = 183
}
