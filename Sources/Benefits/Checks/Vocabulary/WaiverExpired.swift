import BenefitsModel

extension Check {
  static let waiverExpired = Check(
    "waiver.expired", family: .governance, severities: [.error],
    breach: "a waiver has expired and what it accepted is still breached",
    explanation: CheckExplanation(
      what: """
        A waiver that accepts a breach does so up to and including its expiry day. From the next day the check \
        has its own outcome again, and this check says so while the breach lasts. A waiver that defers has done \
        its work by then.
        """,
      why: "An exception that never ends is a promise quietly dropped.",
      fix: """
        Put the breach right, or take it back to whoever approved the waiver and record a new one with a new \
        date and decision.
        """,
      source: "Expiry as in Snyk's .snyk policy file and Alertmanager's silences"),
    rule: .waiver { subject in
      let waiver = subject.waiver
      guard waiver.expires < subject.asOf else {
        return .pass("counts until \(waiver.expires.spoken)")
      }
      guard waiver.kind == .accept else {
        return .pass("deferred \(waiver.check) until \(waiver.expires.spoken)")
      }
      guard !subject.named.isEmpty else {
        return .pass("expired on \(waiver.expires.spoken) and is no longer needed")
      }
      var finding = CheckFinding.breach(
        .error,
        "of \(waiver.check) for \(waiver.subject) expired on \(waiver.expires.spoken), and it is still "
          + "breached", action: "put it right or decide again")
      finding.owner = waiver.approvedBy
      finding.firstDay = waiver.expires.advanced(by: 1)
      finding.evidence = ["days": Double(waiver.expires.distance(to: subject.asOf))]
      return finding
    })
}
