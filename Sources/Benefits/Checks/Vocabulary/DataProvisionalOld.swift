import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataProvisionalOld = Check(
    "data.provisional-old", family: .data, severities: [.warn],
    breach: "a value is still provisional after the day by which it was to be final",
    explanation: CheckExplanation(
      what: """
        A provisional or estimated value is replaced by a final one within the days that the measure's \
        frequency gives (final_days), counted from the day on which the value is due.
        """,
      why:
        "Provisional figures are often the rosier ones. What is never made final was never confirmed.",
      fix: "Record the final value, even when it is the same, or give a time that is true.",
      source: "Code of Practice for Statistics (2022), on provisional figures and revisions"),
    rule: .measure { subject in
      guard let days = subject.measure.frequency.finalDays else {
        return .notApplicable("states no day by which its values are to be final")
      }
      let open = subject.assessment.points.filter { point in
        point.measurement?.state == .provisional || point.measurement?.state == .estimated
      }
      let old = open.filter { subject.finalDay(of: $0.period, after: days) < subject.asOf }
      guard let first = old.first, let last = old.last else {
        let next = open.first.map { subject.finalDay(of: $0.period, after: days) }
        return .pass(
          next.map { "has provisional values that are to be final by \($0.spoken)" }
            ?? "has final values only"
        ).with(evidence: ["provisional": Double(open.count), "old": 0])
      }
      let state = first.measurement?.state.rawValue ?? "provisional"
      let more = old.count == 1 ? "" : ", as \(old.count - 1) more"
      let due = subject.finalDay(of: first.period, after: days)
      var finding = CheckFinding.breach(
        .warn,
        "is still \(state) for \(first.period.spoken), which was to be final by \(due.spoken)\(more)",
        action: "record the final value"
      ).with(
        value: first.value, period: last.period, since: first.period,
        evidence: ["provisional": Double(open.count), "old": Double(old.count)])
      finding.owner = subject.dataOwner
      return finding
    })
}

extension MeasureUnderCheck {
  /// The day by which the value of a period is to be final.
  fileprivate func finalDay(of period: Period, after days: Int) -> Day {
    dueDay(of: period).advanced(by: days)
  }
}
