import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetRunRate = Check(
    "target.run-rate", family: .progress, severities: [.info],
    breach: "the change needed in each period is more than 1.5 times the observed one",
    thresholds: [.warnAboveRate],
    explanation: CheckExplanation(
      what: """
        What each period up to reach-by has to bring against what each has brought since go-live (the median \
        of slopes; for a running sum, the mean of the last three values). It takes four values since go-live \
        and eight in all.
        """,
      why: "A target that takes another pace than the present one takes another plan.",
      fix: "Say what will bring the other pace, or agree another date or target.",
      source: "Earned value management: the to-complete performance index"),
    rule: .measure { subject in
      if subject.assessment.isMet { return .pass("meets its target") }
      switch subject.lookingAhead() {
      case .nothing(let finding): return finding
      case .at(let (target, outlook)):
        guard let observed = outlook.observed else {
          return .notDue("has too few values since go-live for a rate")
        }
        let decimals = min(6, subject.measure.decimals + 1)
        let number = { (value: Double) in Numeral.fixed(value, decimals: decimals) }
        let fact = {
          "needs \(number(outlook.required)) a period until \(target.reachBy.spoken) and has brought"
            + " \(number(observed))"
        }
        // Both point the same way, or nothing is on the way at all.
        let isEnough =
          observed * outlook.required > 0
          && outlook.required.magnitude
            <= (subject.threshold(.warnAboveRate, usually: 1.5) + 1e-9) * observed.magnitude
        let finding: CheckFinding =
          isEnough
          ? .pass(fact()) : .breach(.info, fact(), action: "say what will bring the other pace")
        return finding.with(
          value: observed, expected: outlook.required, period: target.reachBy,
          evidence: subject.evidence)
      }
    })
}
