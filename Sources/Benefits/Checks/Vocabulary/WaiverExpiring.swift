import BenefitsModel

extension Check {
  static let waiverExpiring = Check(
    "waiver.expiring", family: .governance, severities: [.info],
    breach: "a waiver that is needed expires within 14 days", thresholds: [.withinDays],
    explanation: CheckExplanation(
      what: "The days that are left of a waiver whose breach still stands, its last day included.",
      why: "Whoever accepted a breach is to decide again before the run turns red, not after.",
      fix: """
        Put the breach right in the days that are left, or take it to whoever approved the waiver, and record a \
        new one with a new date and decision.
        """,
      source: "A rule of this project: no exception ends as a surprise"),
    rule: .waiver { subject in
      let waiver = subject.waiver
      let within = subject.threshold(.withinDays, usually: 14)
      let days = subject.asOf.distance(to: waiver.expires)
      guard waiver.isInForce(on: subject.asOf) else {
        return .notApplicable(
          waiver.created > subject.asOf
            ? "begins on \(waiver.created.spoken)" : "expired on \(waiver.expires.spoken)")
      }
      guard Double(days) <= within, !subject.named.isEmpty else {
        return .pass("counts until \(waiver.expires.spoken)")
      }
      let left = days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"
      var finding = CheckFinding.breach(
        .info,
        "of \(waiver.check) for \(waiver.subject) expires \(left), on \(waiver.expires.spoken)",
        action: "put it right or decide again before then")
      finding.owner = waiver.approvedBy
      finding.firstDay = max(waiver.created, waiver.expires.advanced(by: -Int(within)))
      finding.value = Double(days)
      finding.expected = within
      finding.evidence = ["days": Double(days)]
      return finding
    })
}
