import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetAtRiskDate = Check(
    "target.at-risk-date", family: .progress, severities: [.warn],
    breach: "reach-by ends within 90 days and less than 80 % is realised",
    thresholds: [.withinDays, .warnBelowRealised],
    explanation: CheckExplanation(
      what: "The days from the as-of day to the end of the reach-by period, and realised %.",
      why: "What is not nearly there a quarter before its date will not be there on its date.",
      fix: "Agree another date with a decision, or say what is still to come before it.",
      source: "The practice of quarterly benefits reviews"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let target = assessment.target else { return .notApplicable("has no target") }
      if assessment.isReachByPassed {
        return .notApplicable("was to reach its target by \(target.reachBy.spoken)")
      }
      let days = max(0, assessment.asOf.distance(to: target.reachBy.end))
      guard Double(days) <= subject.threshold(.withinDays, usually: 90) else {
        return .notDue("has until \(target.reachBy.spoken)")
      }
      guard let realised = assessment.realised else {
        return .unknown("no realised %", action: "see baseline.missing and data.overdue")
      }
      let enough = subject.threshold(.warnBelowRealised, usually: 80)
      let share = Numeral.fixed(realised, decimals: 0)
      let fact =
        "has realised \(share)%, with \(days) days left until \(target.reachBy.spoken) ends"
      let finding: CheckFinding =
        realised >= enough - 1e-9
        ? .pass(fact)
        : .breach(.warn, fact, action: "agree another date")
      return finding.with(
        value: realised, expected: enough, period: target.reachBy, evidence: subject.evidence)
    })
}
