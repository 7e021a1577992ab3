import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataPartialPeriod = Check(
    "data.partial-period", family: .data, severities: [.info],
    breach: "a value is recorded for a period that is not over",
    explanation: CheckExplanation(
      what: """
        A value of a period that is not over, neither on the as-of day nor on the day of the last entry, is \
        shown and not used, whatever it says.
        """,
      why: "Half a month of events against a whole month's target looks like a triumph.",
      fix: "Record the value again when the period is over.",
      source: "A rule of this project: partial periods are never used"),
    rule: .measure { subject in
      let known = subject.assessment.knownThrough
      let partial = subject.assessment.points.reversed().prefix { $0.period.end > known }
        .filter { $0.use == .partial }
      guard let last = partial.first else {
        return subject.assessment.points.contains { $0.measurement != nil }
          ? .pass("has no value for a period that is not over")
          : .notApplicable("has no value")
      }
      var finding = CheckFinding.breach(
        .info,
        "has a value for \(last.period.spoken), which is not over before \(last.period.end.spoken) and is"
          + " not used", action: "record it again then"
      ).with(value: last.value, period: last.period, since: partial.last?.period)
      finding.owner = subject.dataOwner
      return finding
    })
}
