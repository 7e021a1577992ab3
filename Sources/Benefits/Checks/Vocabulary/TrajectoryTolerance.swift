import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let trajectoryTolerance = Check(
    "traj.tolerance", family: .progress, severities: [.warn, .error],
    breach: "further behind its plan than the benefit's tolerance: amber (warn), red (error)",
    explanation: CheckExplanation(
      what: """
        Where a benefit states a tolerance, it decides instead of the usual thresholds of traj.on-track: how \
        many percentage points of what is promised realised % may be below planned %. More than amber is a \
        warning, more than red an error (a warning while fewer than seven points lie after go-live); as much is \
        inside. After reach-by target.met-by-date applies.
        """,
      why: """
        Those who answer for a benefit know how much slack it has. A band that was agreed beforehand saves the \
        argument about every month.
        """,
      fix: """
        Do what was agreed for amber and red: a word with the owner, or a report to the board with a plan to \
        catch up.
        """,
      source: "Tolerances as in Managing Successful Programmes, 5th edition (2020)"),
    rule: .measure { subject in
      guard let tolerance = subject.tolerance else {
        return .notApplicable("belongs to no benefit with a tolerance of its own")
      }
      switch subject.aheadOfReachBy() {
      case .nothing(let nothing): return nothing
      case .at(let stand):
        let behind = stand.planned - stand.realised
        let points = Numeral.fixed(max(0, behind), decimals: 0)
        let fact =
          "has realised \(stand.text), \(points) points behind where \(Numeral.shortest(tolerance.amber))"
          + " (amber) or \(Numeral.shortest(tolerance.red)) (red) are tolerated"
        let finding: CheckFinding
        if behind > tolerance.red + 1e-9, subject.assessment.status != .tooEarly {
          finding = .breach(.error, fact, action: "report to the board")
        } else if behind > tolerance.amber + 1e-9 {
          finding = .breach(.warn, fact, action: "agree what would help")
        } else {
          finding = .pass("has realised \(stand.text), within its tolerance")
        }
        return finding.with(
          value: stand.realised, expected: stand.planned, period: stand.period,
          evidence: subject.evidence.merging(
            ["behind": behind, "amber": tolerance.amber, "red": tolerance.red]) { _, new in new })
      }
    })
}

extension MeasureUnderCheck {
  /// The tolerance of the first benefit of the measure that states one.
  var tolerance: Tolerance? {
    benefits.lazy.filter { measure.benefits.contains($0.id) }.compactMap(\.tolerance).first
  }
}
