import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataDefinitionBreak = Check(
    "data.definition-break", family: .data, severities: [.error],
    breach: "the definition has changed within the series, and no phase begins there",
    explanation: CheckExplanation(
      what: """
        Where a measure says from which period on its present definition counts (definition_from), and values \
        lie on both sides, a phase of the series begins in that period.
        """,
      why: """
        A new way of counting moves the numbers while nothing happened to anybody. Without a break the chart \
        calls that an improvement, or a failure.
        """,
      fix: """
        Declare a phase from that period with the new definition as its reason, and take a new baseline by \
        the new definition where one can be had.
        """,
      source:
        "NHS England, Making Data Count, on recalculating limits; Code of Practice for Statistics (2022)"
    ),
    rule: .measure { subject in
      guard let from = subject.measure.definitionFrom else {
        return .notApplicable("states no change of its definition")
      }
      let used = subject.assessment.points.filter { $0.use == .used }
      guard used.contains(where: { $0.period < from }), used.contains(where: { $0.period >= from })
      else { return .pass("has values of one definition only") }
      let version = subject.measure.definitionVersion.map { " (version \($0))" } ?? ""
      if subject.measure.phases.contains(where: { $0.from == from }) {
        return .pass("begins a phase with its definition\(version) in \(from.spoken)").with(
          period: from)
      }
      return .breach(
        .error, "is counted otherwise from \(from.spoken) on\(version), and no phase begins there",
        action: "declare a phase from \(from.spoken)"
      ).with(period: from, since: from)
    })
}
