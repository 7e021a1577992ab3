import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineTooFew = Check(
    "baseline.too-few", family: .baseline, severities: [.info, .warn],
    breach: "the baseline rests on fewer than 12 values (info), on fewer than 6 (warn)",
    explanation: CheckExplanation(
      what: """
        How many usable values lie in the baseline's window, once the value of its last period is due. A \
        stated baseline rests on none and is not counted.
        """,
      why: """
        Limits that rest on few values move with every further one, and a season or a bad winter passes for \
        the usual.
        """,
      fix: """
        Record earlier periods and let the window begin sooner. When there are none, say so wherever the \
        figures are used.
        """,
      source: "NHS England, Making Data Count: 12 points or more for limits"),
    rule: .measure { subject in
      guard let window = subject.baselineWindow else {
        return .notApplicable("has no baseline of recorded values")
      }
      if subject.isStillFilling(window) {
        return .notDue("has a baseline that lasts until \(window.upperBound.spoken)")
      }
      guard let count = subject.assessment.baselinePoints, count > 0 else {
        return .notApplicable("has no usable value in its baseline; see baseline.missing")
      }
      let values = count == 1 ? "1 value" : "\(count) values"
      let fact =
        "has a baseline of \(values), \(window.lowerBound.spoken) to \(window.upperBound.spoken)"
      let finding: CheckFinding
      if count >= ControlChart.trialLength {
        finding = .pass(fact)
      } else {
        finding = .breach(
          count < fewest ? .warn : .info, "\(fact), where 12 make it firm",
          action: "record earlier periods")
      }
      return finding.with(evidence: ["baseline_points": Double(count), "enough": 12])
    })

  private static let fewest = 6
}

extension MeasureUnderCheck {
  /// The window of the baseline, where it is one.
  var baselineWindow: ClosedRange<Period>? {
    guard case .window(let from, let to)? = commitment.baseline?.basis, from <= to else {
      return nil
    }
    return from...to
  }

  /// Whether values of a window are still to come on the day.
  func isStillFilling(_ window: ClosedRange<Period>) -> Bool {
    !measure.frequency.isDue(window.upperBound, asOf: asOf, in: plan.calendar)
  }
}
