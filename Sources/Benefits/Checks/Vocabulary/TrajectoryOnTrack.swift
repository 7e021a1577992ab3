import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let trajectoryOnTrack = Check(
    "traj.on-track", family: .progress, severities: [.warn, .error],
    breach: "the pace is below 0.95 (warn) or below 0.75 (error) before reach-by",
    consecutive: 1, thresholds: [.warnBelowPace, .errorBelowPace],
    explanation: CheckExplanation(
      what: """
        The pace is realised % over planned %. Realised % compares the current level with baseline and \
        target, planned % the planned value of the same period. While less than 5 % is planned there is no \
        pace. With fewer than seven points since go-live a low pace is a warning at most, since the level \
        still holds points from before. After reach-by the check no longer applies; target.met-by-date does.
        """,
      why: "A benefit that falls behind early can still be helped; one that is found late cannot.",
      fix: """
        Look at the chart with the owner: is the change live everywhere it should be, and does it work where \
        it is? Agree an action with a date. When the plan was wrong, change the trajectory with a decision.
        """,
      source: "The schedule performance index of earned value management, on benefits"),
    rule: .measure { subject in
      let assessment = subject.assessment
      if subject.tolerance != nil, assessment.target != nil {
        return .notApplicable("is judged by the tolerance of its benefit; see traj.tolerance")
      }
      let stand: Stand
      switch subject.aheadOfReachBy() {
      case .nothing(let nothing): return nothing
      case .at(let found): stand = found
      }
      guard let pace = assessment.pace else {
        return .notDue("has less than 5% of its improvement planned so far").with(
          value: stand.realised, expected: stand.planned, period: stand.period,
          evidence: subject.evidence)
      }
      let fact = "has realised \(stand.text) (pace \(Numeral.fixed(pace, decimals: 2)))"
      let promise =
        ", \(subject.number(stand.target.value)) promised by \(stand.target.reachBy.spoken)"
      let finding: CheckFinding
      // A pace on the threshold is not below it; the last digits of a division may say otherwise.
      let isBelow = { (threshold: Double) in pace < threshold - 1e-9 }
      if !isBelow(subject.threshold(.warnBelowPace, usually: 0.95)) {
        finding = .pass(fact)
      } else if !isBelow(subject.threshold(.errorBelowPace, usually: 0.75))
        || assessment.status == .tooEarly
      {
        finding = .breach(.warn, fact + promise, action: "agree what would help")
      } else {
        finding = .breach(.error, fact + promise, action: "agree how to catch up")
      }
      return finding.with(
        value: stand.realised, expected: stand.planned, period: stand.period,
        evidence: subject.evidence)
    })
}
