import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataSmallN = Check(
    "data.small-n", family: .data, severities: [.warn],
    breach:
      "the status rests on values whose n is unknown, or skips recent ones that are too small",
    explanation: CheckExplanation(
      what: """
        For a measure that states the smallest denominator that may be shown: each value that the level rests \
        on has its denominator (or n) recorded, and no later value was left out for being too small.
        """,
      why: """
        A few people make large swings, and may be recognised. Smaller values are never used or shown, so the \
        status may speak of an earlier time than it seems to.
        """,
      fix: """
        Record the n beside each value. When groups are too small too often, measure over longer periods or \
        join sites.
        """,
      source: "NHS England, guidance on suppressing small numbers"),
    rule: .measure { subject in
      let assessment = subject.assessment
      guard let least = subject.measure.suppressBelow else {
        return .notApplicable("states no smallest number that may be shown")
      }
      guard let latest = assessment.latest else { return .notApplicable("has no usable value") }
      let used = assessment.points.filter { $0.use == .used }.suffix(max(1, assessment.levelPoints))
      let unknown = used.filter { $0.measurement?.denominator == nil }
      let bound = Numeral.shortest(least)
      var finding: CheckFinding
      if let last = unknown.last {
        finding = .breach(
          .warn,
          "has no n recorded for \(last.period.spoken), so nobody knows whether it is below \(bound)",
          action: "record n"
        ).with(period: last.period, evidence: ["without_n": Double(unknown.count), "least": least])
      } else {
        let skipped = assessment.points[(latest + 1)...].filter { $0.use == .suppressed }
        let evidence: [String: Double?] = ["suppressed": Double(skipped.count), "least": least]
        if let last = skipped.last {
          finding = .breach(
            .warn,
            "may not be shown for \(last.period.spoken), with fewer than \(bound), so that its status rests on"
              + " \(assessment.points[latest].period.spoken)", action: "measure over longer periods"
          ).with(period: last.period, since: skipped.first?.period, evidence: evidence)
        } else {
          finding = .pass("rests on values of \(bound) or more").with(evidence: evidence)
        }
      }
      finding.owner = subject.dataOwner
      return finding
    })
}
