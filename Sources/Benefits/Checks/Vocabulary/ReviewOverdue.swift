import BenefitsModel

extension Check {
  static let reviewOverdue = Check(
    "review.overdue", family: .governance, severities: [.warn],
    breach: "the day on which a body was to look again has passed",
    explanation: CheckExplanation(
      what: """
        The latest review of each body, of the programme or of the same benefits, names a next day that has not \
        passed, or no further one. A later review of the whole programme by the same body counts for its benefits. \
        The due day itself is in time.
        """,
      why: "Benefits that are not looked at are not brought about.",
      fix: "Hold the review and record it with the next due day, or agree another day.",
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017), on reviews"),
    rule: .plan { plan in
      let reviews = plan.plan.reviews.filter { $0.date <= plan.asOf && $0.kind == .review }
      let latest = reviews.enumerated().filter { index, review in
        !reviews.enumerated().contains { other, later in
          later.body.asciiLowercased() == review.body.asciiLowercased()
            && (later.benefits.isEmpty || Set(later.benefits) == Set(review.benefits))
            && (later.date, other) > (review.date, index)
        }
      }.map(\.element)
      guard !latest.isEmpty else {
        return [PlanFinding(plan.subject, .notApplicable("has no review yet"))]
      }
      return latest.map { review in
        let benefit = review.benefits.first.flatMap { plan.benefit($0) }
        var finding = judge(review, asOf: plan.asOf)
        finding.owner = review.body
        return PlanFinding(
          plan.subject(
            review.id.text, title: "Review \(review.id)", benefit: benefit), finding)
      }
    })

  private static func judge(_ review: Review, asOf: Day) -> CheckFinding {
    guard let due = review.nextDue else {
      return .notApplicable("of \(review.date.spoken) names no next one")
    }
    let days = due.distance(to: asOf)
    guard days > 0 else {
      return .pass("of \(review.date.spoken) is followed by one on \(due.spoken)")
    }
    return .breach(
      .warn, "of \(review.date.spoken) was to be followed by one on \(due.spoken)",
      action: "hold it, or agree another day"
    ).with(evidence: ["days_overdue": Double(days)])
  }
}
