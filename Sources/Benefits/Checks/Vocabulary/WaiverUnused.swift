import BenefitsModel

extension Check {
  static let waiverUnused = Check(
    "waiver.unused", family: .governance, severities: [.info],
    breach: "a waiver counts today and there is nothing for it to accept",
    explanation: CheckExplanation(
      what: """
        A waiver in its time whose check is not breached on any of its subjects: it was put right, the subject \
        has gone, or the check never applied.
        """,
      why: "A waiver that waits for a breach hides the next one.",
      fix: "Retire the waiver, or correct the check or the subject that it names.",
      source: "Unused suppressions as reported by linters such as ESLint and SwiftLint"),
    rule: .waiver { subject in
      let waiver = subject.waiver
      guard waiver.isInForce(on: subject.asOf) else {
        return .notApplicable(
          waiver.created > subject.asOf
            ? "begins on \(waiver.created.spoken)" : "expired on \(waiver.expires.spoken)")
      }
      guard subject.named.isEmpty else { return .pass("is needed") }
      var finding = CheckFinding.breach(
        .info, "of \(waiver.check) for \(waiver.subject) has nothing to accept",
        action: "retire it, or correct what it names")
      finding.owner = waiver.approvedBy
      return finding
    })
}
