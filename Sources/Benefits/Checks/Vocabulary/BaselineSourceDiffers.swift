import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let baselineSourceDiffers = Check(
    "baseline.source-differs", family: .baseline, severities: [.warn],
    breach: "the baseline was counted by another version of the definition",
    explanation: CheckExplanation(
      what: """
        Where a measure says from which period on its present definition counts (definition_from), no period \
        of the baseline's window is earlier.
        """,
      why: """
        A benefit that is counted in one way and compared with something counted in another is no benefit: \
        the difference may be the definition's.
        """,
      fix: """
        Count the baseline's periods again by the present definition, or state a baseline that was, and have \
        it validated.
        """,
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .measure { subject in
      guard let window = subject.baselineWindow else {
        return .notApplicable("has no baseline of recorded values")
      }
      guard let from = subject.measure.definitionFrom else {
        return .notApplicable("states no change of its definition")
      }
      guard window.lowerBound < from else {
        return .pass("has a baseline that is counted by its present definition")
      }
      let version = subject.measure.definitionVersion.map { " (version \($0))" } ?? ""
      return .breach(
        .warn,
        "has a baseline from \(window.lowerBound.spoken), and its definition\(version) counts from"
          + " \(from.spoken)", action: "count the baseline again"
      ).with(period: from, since: window.lowerBound)
    })
}
