import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataOverdue = Check(
    "data.overdue", family: .data, severities: [.warn, .error],
    breach: "the last due period has no value (warn), the last two or more have none (error)",
    thresholds: [.graceDays],
    explanation: CheckExplanation(
      what: """
        The value of a period is due its reporting lag after the period ends, counted in working days, and \
        overdue once the grace has passed as well. Suppressed and excluded values count as recorded; a sum \
        that lacks a site does not.
        """,
      why:
        "Old numbers look like good numbers. A promise that nobody measures any more is not kept.",
      fix: """
        Ask the named role for the values and record them. When values always come later than this, set a \
        reporting lag that is true in the measure's frequency.
        """,
      source: "Due days as in the reporting timeliness of DHIS2; never the age of the data alone"),
    rule: .measure { subject in
      let grace = Int(subject.threshold(.graceDays, usually: 0))
      let overdue = subject.assessment.overdue.filter { period in
        grace == 0 || subject.dueDay(of: period).advanced(by: grace) < subject.asOf
      }
      let recorded = subject.assessment.points.last { point in
        point.use != .missing && (point.use != .partial || point.parts?.missing == 0)
      }
      guard let first = overdue.first, let last = overdue.last else {
        guard let recorded else { return nothingIsDue(subject) }
        return .pass("is up to date: \(recorded.period.spoken) is recorded").with(
          period: recorded.period, evidence: ["overdue": 0])
      }
      let isIncomplete = subject.assessment.incomplete != nil
      let noun = isIncomplete ? "no complete value" : "no value"
      let lack = recorded.map { "\(noun) since \($0.period.spoken)" } ?? "\(noun) at all"
      let due = subject.dueDay(of: first).spoken
      let finding: CheckFinding =
        overdue.count == 1
        ? .breach(
          .warn, "has \(lack); \(first.spoken) was due \(due)", action: "record \(first.spoken)")
        : .breach(
          .error,
          "has \(lack); \(overdue.count) periods are overdue, \(first.spoken) was due \(due)",
          action: isIncomplete
            ? "record what is missing" : overdue.count == 2 ? "record both" : "record all of them")
      var result = finding.with(
        period: last, since: first, evidence: ["overdue": Double(overdue.count)])
      result.owner = subject.dataOwner
      return result
    })

  private static func nothingIsDue(_ subject: MeasureUnderCheck) -> CheckFinding {
    guard let day = subject.assessment.firstDue else { return .notDue("has no value yet") }
    return .notDue("has no value yet; the first is due on \(day.spoken)")
  }
}
