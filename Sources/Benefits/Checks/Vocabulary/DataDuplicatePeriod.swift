import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataDuplicatePeriod = Check(
    "data.duplicate-period", family: .data, severities: [.error],
    breach: "a period has a recorded whole and a sum of sites that differ",
    explanation: CheckExplanation(
      what: """
        Where the whole is recorded and all its sites are too, what the sites come to (the sum, the ratio of \
        sums, or the mean weighted by n) is the recorded whole, to half of its last decimal. One series has \
        one number for a period by itself: recording another one replaces it. Strata are not compared, since \
        not everybody's group is known.
        """,
      why: """
        Two numbers for one thing are the surest way to lose trust in both. The recorded whole is used; the \
        sites say something else.
        """,
      fix: """
        Find out which of them is right and correct the other, or withdraw the whole so that the sites are \
        added up.
        """,
      source:
        "A rule of this project: a recorded whole beats a sum of sites, and both together are checked"
    ),
    rule: .measure { subject in
      guard let conflicts = subject.assessment.partConflicts else {
        return .notApplicable("has no sites whose values could differ from the whole")
      }
      guard let last = conflicts.last, let first = conflicts.first else {
        return .pass("is what its sites come to")
      }
      let others = conflicts.count - 1
      let more =
        others == 0 ? "" : ", and differs in \(others) more period\(others == 1 ? "" : "s")"
      var finding = CheckFinding.breach(
        .error,
        "is recorded as \(subject.number(last.whole)) for \(last.period.spoken), where its sites come to"
          + " \(subject.number(last.parts))\(more)",
        action: "correct one or withdraw the whole"
      ).with(
        value: last.whole, expected: last.parts, period: last.period, since: first.period,
        evidence: ["periods": Double(conflicts.count)])
      finding.owner = subject.dataOwner
      return finding
    })
}
