import BenefitsModel

extension Check {
  static let guardrailBreached = Check(
    "guardrail.breached", family: .harm, severities: [.error],
    breach: "the level, or two of the last three points, are past the guardrail",
    explanation: CheckExplanation(
      what: """
        A measure with a guardrail stays on its good side: neither the current level nor at least two of the \
        last three usable points lie past the limit. At the limit is inside.
        """,
      why: """
        Improving one thing can harm another: shorter stays are no benefit when more people come back. A \
        benefit whose guardrail is breached is not counted as clean.
        """,
      fix: """
        Tell the owner of the benefit that the measure guards. Find out where the harm comes from, agree \
        relief, or change the plan by a decision; accept it for a time by a waiver.
        """,
      source: "Balancing measures: Langley et al., The Improvement Guide, 2nd edition (2009)"),
    rule: .measure { subject in
      guard !subject.isDisbenefit else {
        return .notApplicable("is a disbenefit; see disbenefit.exceeded")
      }
      return GuardrailRule.judge(
        subject, noun: "guardrail", action: "find the cause and agree relief")
    })
}
