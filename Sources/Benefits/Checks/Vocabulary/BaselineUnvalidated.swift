import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineUnvalidated = Check(
    "baseline.unvalidated", family: .baseline, severities: [.warn],
    breach: "the change is live and the baseline is still provisional",
    explanation: CheckExplanation(
      what: "Once a change is live, its baseline is marked as validated.",
      why: """
        All that is said to be realised hangs on the baseline. A number that nobody has checked is disputed \
        just when it matters.
        """,
      fix: """
        Let somebody who does not answer for the benefit check the numbers and the definition, and write down \
        who validated the baseline and when.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      guard let baseline = subject.commitment.baseline else {
        return .notApplicable("has no baseline")
      }
      if baseline.state == .validated {
        let role = baseline.validatedBy.map { " by \($0)" } ?? ""
        let day = baseline.validatedOn.map { " on \($0.spoken)" } ?? ""
        return .pass("had its baseline validated\(role)\(day)")
      }
      guard let goLive = subject.assessment.goLive else {
        return .unknown(
          "its baseline is provisional, and no go-live is known", action: "give a go-live date")
      }
      let days = goLive.distance(to: subject.asOf)
      guard days >= 0 else {
        return .notDue("has a provisional baseline; go-live is on \(goLive.spoken)")
      }
      return .breach(
        .warn, "has a baseline that is still provisional, and went live on \(goLive.spoken)",
        action: "have it validated"
      ).with(evidence: ["days_since_go_live": Double(days)])
    })
}
