import BenefitsModel

extension Check {
  static let definitionOwnerMissing = Check(
    "def.owner-missing", family: .definition, severities: [.error],
    breach: "a benefit has no accountable role, or one that is vacant",
    explanation: CheckExplanation(
      what: """
        Each benefit that is more than a draft and has not ended names the role that answers for it. Words \
        such as vacant, to be confirmed, TBC or TBD are no role.
        """,
      why:
        "A benefit that everybody wants and nobody answers for is not missed when it does not come.",
      fix:
        "Agree on one role that answers for the benefit and write it into the plan as its owner.",
      source: "IPA, Guide for Effective Benefits Management in Major Projects (2017)"),
    rule: .benefit { subject in
      if subject.isEnded { return .notApplicable("has ended") }
      if subject.isDraft { return .notApplicable("is a draft") }
      guard let owner = subject.benefit.owner else {
        return .breach(
          .error, "has no role that answers for it", action: "agree on one and name it as owner")
      }
      guard !isVacant(owner) else {
        return .breach(
          .error, "has an owner that is no role: \(owner)", action: "agree on one and name it")
      }
      return .pass("is answered for by \(owner)")
    })

  private static func isVacant(_ owner: String) -> Bool {
    let text = owner.asciiLowercased()
    let words = text.split { !$0.isLetter }.map(String.init)
    return !Set(words).isDisjoint(with: ["vacant", "vacancy", "tbc", "tbd", "unassigned"])
      || ["none", "n/a", "nobody"].contains(text)
      || ["to be confirmed", "to be decided", "to be agreed"].contains { text.contains($0) }
  }
}
