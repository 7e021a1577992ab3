import BenefitsAnalytics
import BenefitsModel

extension Check {
  static let dataRevised = Check(
    "data.revised", family: .data, severities: [.info, .warn],
    breach:
      "a final value has become another since the last run (info), and so has the status (warn)",
    explanation: CheckExplanation(
      what: """
        A value that was final at the end of the day that the run looks back to (--since; the end of the \
        month before when nothing else is said) has been changed or withdrawn since. It is a warning when the \
        status would be another with the old values. For a measure made of sites or strata, theirs count.
        """,
      why: """
        Numbers that were reported to a board and then changed must not change quietly, least of all when \
        they change the verdict.
        """,
      fix:
        "Read the reason with benefits-cli revisions, and tell those who were told the old number.",
      source: "Code of Practice for Statistics (2022), on revisions"),
    rule: .measure { subject in
      guard let since = subject.whole.history.since else {
        return .notApplicable("is compared with no earlier day")
      }
      guard subject.asOf > since else {
        return .pass("is looked at on the day that nothing is compared with")
      }
      guard subject.assessment.points.contains(where: { $0.measurement != nil }) else {
        return .notApplicable("has no value")
      }
      let revised = subject.revisions
      guard let first = revised.first, let last = revised.last else {
        return .pass("has the same final values as on \(since.spoken)")
      }
      let values = revised.count == 1 ? "1 final value" : "\(revised.count) final values"
      var fact = "had \(values) changed since \(since.spoken), \(change(subject, last))"
      var severity = CheckSeverity.info
      if let before = subject.unrevised()?.status, before != subject.assessment.status {
        severity = .warn
        fact += ", and is \(subject.assessment.status.title) instead of \(before.title)"
      }
      var finding = CheckFinding.breach(
        severity, fact, action: "tell those who were told the old number"
      ).with(
        value: subject.measure.value(of: last.after),
        expected: subject.measure.value(of: last.before), period: last.period,
        since: first.period, evidence: ["revised": Double(revised.count)])
      finding.owner = subject.dataOwner
      return finding
    })

  /// One revision in words, as `Oct 2025 from 132.4 to 94.4`.
  private static func change(_ subject: MeasureUnderCheck, _ revision: Revision) -> String {
    let period = revision.period.spoken
    guard revision.after.state != .withdrawn else { return "\(period) withdrawn" }
    let text = { (measurement: Measurement) in
      subject.measure.value(of: measurement).map(subject.number) ?? measurement.state.rawValue
    }
    return "\(period) from \(text(revision.before)) to \(text(revision.after))"
  }
}
