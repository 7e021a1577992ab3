import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let benefitNoChange = Check(
    "benefit.no-change", family: .progress, severities: [.warn],
    breach: "12 values or more since go-live, and no evidence of change",
    explanation: CheckExplanation(
      what: """
        From twelve usable values since go-live on, a measure with a target shows evidence of change for the \
        better against its baseline: a run of seven or more up to the latest value, or one that is longer \
        than chance lets expect. One that has changed for the worse is told by signal.deterioration.
        """,
      why: """
        A year of values without a sign of change says that the change does not reach what is measured, \
        however busy everybody is.
        """,
      fix: """
        Ask whether the change was made as designed and where (see the process and adoption measures). Then \
        change the design, or close the benefit with its reason.
        """,
      source: "Anhøj & Olesen, PLoS ONE 2014; 9: e113825; docs/statistics.md, evidence and concern"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard assessment.target != nil else { return .notApplicable("has no target") }
      guard assessment.sign != 0 else { return .notApplicable("has no better direction") }
      if assessment.unjudged == .notDue { return .notDue("is not due to bring any benefit yet") }
      guard let baseline = assessment.baseline else {
        return assessment.unjudged == .noBaseline
          ? .unknown("no baseline", action: "see baseline.missing")
          : .notDue("has no baseline yet and is not live")
      }
      let count = assessment.pointsSinceGoLive
      guard count >= enough, let latest = assessment.latest, let level = assessment.recentLevel
      else { return .notDue("has \(count) of the 12 values since go-live that it takes") }
      let comparison =
        "is at \(subject.number(level)) v a baseline of \(subject.text(baseline))"
      let evidence: [String: Double?] = [
        "baseline": baseline, "level": level, "points_since_go_live": Double(count),
      ]
      let finding: CheckFinding
      if assessment.evidence != nil {
        finding = .pass("\(comparison), more than chance explains")
      } else if assessment.concern != nil, let improvement = assessment.improvement,
        improvement < 0
      {
        return .notApplicable("has changed for the worse; see signal.deterioration")
      } else {
        finding = .breach(
          .warn, "\(comparison) after \(count) values since go-live, which chance could explain",
          action: "ask if the change reaches it")
      }
      return finding.with(
        value: level, expected: assessment.target?.value, period: assessment.points[latest].period,
        evidence: evidence)
    })

  private static let enough = 12
}
