import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataGap = Check(
    "data.gap", family: .data, severities: [.warn],
    breach: "a period before the latest value has none",
    explanation: CheckExplanation(
      what: """
        Every measured period between the first due one and the latest value has a value, or says that it \
        is suppressed or excluded. A missing month is not a zero.
        """,
      why: "A gap hides what happened, and makes every statement about runs and levels weaker.",
      fix: """
        Record the missing period. When the value cannot be had any more, say so by an annotation, or accept \
        the gap by a waiver with a reason.
        """,
      source: "A rule of this project: a missing period keeps its place and is never a zero"),
    rule: .measure { subject in
      let gaps = subject.assessment.gaps
      guard let first = gaps.first, let last = gaps.last else {
        guard subject.assessment.latest != nil else {
          return .notApplicable("has no value that a gap could lie before")
        }
        return .pass("has a value for every period").with(evidence: ["gaps": 0])
      }
      let (lack, them) =
        gaps.count == 1
        ? ("no value for \(first.spoken)", first.spoken)
        : ("no value for \(gaps.count) periods from \(first.spoken) to \(last.spoken)", "them")
      var finding = CheckFinding.breach(
        .warn, "has \(lack), although later ones are recorded",
        action: "record \(them) or say why not"
      ).with(period: last, since: first, evidence: ["gaps": Double(gaps.count)])
      finding.owner = subject.dataOwner
      return finding
    })
}
