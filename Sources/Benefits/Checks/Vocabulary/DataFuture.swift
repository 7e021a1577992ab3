import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataFuture = Check(
    "data.future", family: .data, severities: [.error],
    breach: "a value is recorded for a period that had not begun",
    explanation: CheckExplanation(
      what: """
        No value belongs to a period that begins after the as-of day and after the day of the last entry. \
        What was recorded after an earlier as-of day is simply not known yet on that day.
        """,
      why: """
        A value of the future is a forecast, a plan or a slip in the year. It is never used, but whoever \
        recorded it believes that it counts.
        """,
      fix:
        "Withdraw it and record it for the period that was meant; forecasts belong to the trajectory.",
      source: "A rule of this project: future periods are never used"),
    rule: .measure { subject in
      let future = subject.assessment.future
      guard let first = future.first, let last = future.last else {
        return subject.assessment.points.contains { $0.measurement != nil }
          ? .pass("has no value for a period that has not begun")
          : .notApplicable("has no value")
      }
      let more = future.count == 1 ? "" : " and \(future.count - 1) later"
      var finding = CheckFinding.breach(
        .error,
        "has a value for \(first.spoken)\(more), which begins on \(first.first.spoken)",
        action: "withdraw it or correct its period"
      ).with(period: last, since: first, evidence: ["future": Double(future.count)])
      finding.owner = subject.dataOwner
      return finding
    })
}
