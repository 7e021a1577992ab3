import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let targetForecastMiss = Check(
    "target.forecast-miss", family: .progress, severities: [.warn, .error],
    breach:
      "the forecast for reach-by does not meet the target (warn), nor does its 80 % interval (error)",
    explanation: CheckExplanation(
      what: """
        The value expected for the reach-by period if things go on as they are, with its 80 % interval; for \
        a target on the running sum, the sum to date and what is expected to be added. It takes eight usable \
        values. Seasonal measures are compared seasonally adjusted.
        """,
      why:
        "A benefit can be on plan and slowing down; the forecast says so while there is time to act.",
      fix: """
        Look at what changed last and what is still to be rolled out. A forecast knows of no plans: where a \
        further step is due before reach-by, say so in a waiver with its date.
        """,
      source: "docs/statistics.md, the forecast to the reach-by date"),
    rule: .measure { subject in
      let assessment = subject.assessment
      switch subject.lookingAhead() {
      case .nothing(let finding): return finding
      case .at(let (target, outlook)):
        let expected = {
          "\(subject.number(outlook.forecast.value)) for \(target.reachBy.spoken), target"
            + " \(subject.number(target.value))"
        }
        let finding: CheckFinding
        if outlook.isMiss {
          finding = .breach(
            .error, "is on course to \(expected()), out of reach of the 80% interval",
            action: "agree another course")
        } else if !outlook.isHit {
          finding = .breach(
            .warn, "is on course to \(expected())", action: "agree what would help")
        } else {
          finding = .pass("is on course to \(expected())")
        }
        return finding.with(
          value: outlook.forecast.value, expected: target.value, period: target.reachBy,
          evidence: subject.evidence.merging(
            [
              "low80": outlook.forecast.low80, "high80": outlook.forecast.high80,
              "chance": outlook.chance,
            ]) { _, new in new })
      }
    })
}

extension MeasureUnderCheck {
  /// The target and what is expected of its reach-by period, or why there is nothing to say.
  func lookingAhead() -> Looked<(Target, Outlook)> {
    guard let target = assessment.target else { return .nothing(.notApplicable("has no target")) }
    if assessment.isReachByPassed {
      return .nothing(.notApplicable("was to reach its target by \(target.reachBy.spoken)"))
    }
    if measure.kind == .event {
      return .nothing(.notApplicable("counts rare events, which have no forecast"))
    }
    switch assessment.unjudged {
    case .notDue: return .nothing(.notDue("is not due to bring any benefit yet"))
    case .noBaseline: return .nothing(.unknown("no baseline", action: "see baseline.missing"))
    default: break
    }
    guard let outlook = assessment.outlook else {
      return .nothing(.notDue("has too few values for a forecast"))
    }
    return .at((target, outlook))
  }
}
